//! Looks at free text while it is typed, for words that judge or follow a person. It
//! proposes; it never blocks, and never writes by itself.

use crate::Lang;
use crate::text::forms::wording::{self as t, Wording};
use jieyou_domain::compact::sort_by;

/// A longer text is too long for any field: nobody waits for its hints.
const TEXT_MAX: usize = 20_000;
/// More hints at once help nobody.
const HINTS_MAX: usize = 3;

/// A word to write otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordingHint {
    /// The word, as it stands in the text.
    pub word: String,
    /// What to write about the duty, and why.
    pub say: String,
    /// What a click puts in its place; may be empty.
    pub instead: &'static str,
    /// The words on that button; may be empty.
    pub button: String,
}

/// The words to write otherwise, one of each sort, in the order of the text.
pub fn wording(text: &str, lang: Lang) -> Vec<WordingHint> {
    if text.len() > TEXT_MAX {
        return Vec::new();
    }
    let mut found: Vec<(usize, WordingHint)> = Vec::new();
    // Case folds byte by byte, so places stay what they are.
    let lower = text.to_ascii_lowercase();
    for row in t::TABLE {
        let Some((at, word)) = first(&lower, row) else { continue };
        // Part of a longer word of another sort.
        if found.iter().any(|(from, hint)| (*from..from + hint.word.len()).contains(&at)) {
            continue;
        }
        let word = text[at..at + word].to_owned();
        let say = t::HINT.with(lang, &[&word, row.say.to(lang)]);
        let instead = row.instead.to(lang);
        let button =
            if instead.is_empty() { String::new() } else { t::REPLACE.with(lang, &[instead]) };
        found.push((at, WordingHint { word, say, instead, button }));
    }
    sort_by(&mut found, |a, b| a.0.cmp(&b.0));
    found.truncate(HINTS_MAX);
    found.into_iter().map(|(_, hint)| hint).collect()
}

/// The text with every such word replaced.
pub fn reword(text: &str, hint: &WordingHint) -> String {
    text.split(hint.word.as_str()).collect::<Vec<_>>().join(hint.instead)
}

/// Where the first of these words stands, and its bytes; the longest where several do.
fn first(text: &str, row: &Wording) -> Option<(usize, usize)> {
    let mut first: Option<(usize, usize)> = None;
    for (lang, between) in [(Lang::Zh, "、"), (Lang::En, ", ")] {
        let unless = row.unless.to(lang);
        for word in row.words.to(lang).split(between).filter(|word| !word.is_empty()) {
            let mut from = 0;
            while let Some(at) = find(text, word, from) {
                if !unless.split(between).any(|long| is_within(text, at, long)) {
                    if first.is_none_or(|(before, bytes)| (at, bytes) < (before, word.len())) {
                        first = Some((at, word.len()));
                    }
                    break;
                }
                from = at + word.len();
            }
        }
    }
    first
}

/// Whether the byte `at` lies within a longer word that stands there.
fn is_within(text: &str, at: usize, long: &str) -> bool {
    let mut from = (at + 1).saturating_sub(long.len());
    while !text.is_char_boundary(from) {
        from += 1;
    }
    !long.is_empty() && find(text, long, from).is_some_and(|begins| begins <= at)
}

#[inline(never)]
fn find(text: &str, word: &str, from: usize) -> Option<usize> {
    text[from..].find(word).map(|at| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        wording(text, Lang::Zh).into_iter().map(|hint| hint.word).collect()
    }

    #[test]
    fn words_about_a_person_are_seen_and_turned_to_the_duty() {
        let hints = wording("该人系缠访老户，请做好稳控。", Lang::Zh);
        assert_eq!(hints.len(), 2, "{hints:?}");
        assert_eq!((hints[0].word.as_str(), hints[0].instead), ("缠访老户", "反映人"));
        assert_eq!(hints[1].button, "换成“帮扶”");
        assert!(hints[1].say.contains("谁、哪天、去帮什么"), "{}", hints[1].say);
        let text = reword("该人系缠访老户，请做好稳控。", &hints[1]);
        assert_eq!(text, "该人系缠访老户，请做好帮扶。");
        assert_eq!(words(&text), ["缠访老户"]);
    }

    #[test]
    fn every_word_of_practice_is_known() {
        for word in [
            "缠访",
            "老户",
            "稳控",
            "钉子户",
            "已赴",
            "去京",
            "去省",
            "滞留",
            "劝返",
            "接回",
            "情绪激动",
            "精神",
            "前科",
            "两劳",
            "重点人",
            "五失",
            "老赖",
            "息诉",
            "罢访",
        ] {
            assert_eq!(words(&format!("其{word}等")), [word]);
        }
    }

    #[test]
    fn plain_sentences_pass() {
        for text in [
            "去年修路占了三户的地，补偿款到现在没有发。",
            "按会议精神办，赔精神损害抚慰金。",
            "工作人员已赴现场查看。",
            "反映人和对方愿意调解。",
            "",
        ] {
            assert_eq!(words(text), [""; 0], "{text}");
        }
        assert!(wording(&"稳控".repeat(10_000), Lang::Zh).is_empty());
    }

    #[test]
    fn a_spared_word_does_not_hide_another() {
        assert_eq!(words("按文件精神，此人精神异常"), ["精神"]);
    }

    #[test]
    fn english_is_looked_at_too_and_what_is_proposed_is_never_hinted_at() {
        let hints = wording("A Serial petitioner; keep under control.", Lang::En);
        assert_eq!(hints[0].word, "Serial petitioner");
        assert_eq!((hints.len(), hints[1].instead), (2, "support"));
        for row in t::TABLE {
            for lang in [Lang::Zh, Lang::En] {
                let said = [row.instead.to(lang), row.say.to(lang)].join(" ");
                assert!(wording(&said, lang).is_empty(), "{said}");
            }
        }
    }
}
