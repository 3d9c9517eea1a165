//! How the words are written that lead to a subject, and what counts as the same word.

/// One sign of a subject: 词, or 词+词 of which all must stand in the text, or 词/词 of which
/// one suffices; `#组` is one of a group of words. Behind it stands `*1` to `*9`, how much
/// it says; before it `-` where it speaks against the subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// What must stand in the text, each in one of its words, in the order written.
    pub parts: Vec<Vec<String>>,
    /// How much it says; below zero where it speaks against.
    pub weight: i32,
}

/// What a sign says that does not say how much.
const USUAL: i32 = 2;
/// More words than these never stand together.
const PARTS_MAX: usize = 8;

impl Sign {
    /// Reads a sign; full-width marks are as good.
    pub fn read(text: &str) -> Option<Self> {
        let text: String = text.chars().map(narrow).collect();
        let (against, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.as_str()),
        };
        let (words, weight) = match rest.split_once('*') {
            Some((words, weight)) => (words, weight_of(weight)?),
            None => (rest, USUAL),
        };
        let part = |part: &str| part.split('/').map(str::to_owned).collect::<Vec<_>>();
        let parts: Vec<Vec<String>> = words.split('+').map(part).collect();
        // One character by itself stands in too many words.
        let least = if parts.len() == 1 { 2 } else { 1 };
        let reads = parts.len() <= PARTS_MAX && parts.iter().flatten().all(|w| is_word(w, least));
        reads.then(|| Self { parts, weight: if against { -weight } else { weight } })
    }
}

/// The name of a group, where a word of a sign stands for one.
pub(crate) fn group(word: &str) -> Option<&str> {
    word.strip_prefix('#')
}

/// Whether it is a word, or the name of a group.
fn is_word(word: &str, least: usize) -> bool {
    let (word, least) = group(word).map_or((word, least), |name| (name, 1));
    let is_odd = |c: char| c.is_whitespace() || c == '-' || c == '#';
    word.chars().count() >= least && !word.contains(is_odd)
}

fn weight_of(text: &str) -> Option<i32> {
    match text.as_bytes() {
        [digit @ b'1'..=b'9'] => Some(i32::from(digit - b'0')),
        _ => None,
    }
}

/// Takes characters for one another: wide and narrow, capital and small, and those that a
/// pack names. One character stays one, so that places stay what they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fold {
    /// Sorted by the character that is replaced.
    alike: Vec<(char, char)>,
}

impl Fold {
    /// Of a pack's lists of characters that are alike.
    pub fn new(alike: &[String]) -> Self {
        let mut pairs: Vec<(char, char)> = Vec::new();
        for group in alike {
            let mut all = group.chars();
            let Some(first) = all.next() else { continue };
            pairs.extend(all.map(|c| (c, first)));
        }
        crate::compact::sort_by(&mut pairs, |a, b| a.0.cmp(&b.0));
        Self { alike: pairs }
    }

    /// The character that stands for it.
    pub fn of(&self, c: char) -> char {
        let c = narrow(c).to_ascii_lowercase();
        let at = self.alike.partition_point(|(from, _)| *from < c);
        self.alike.get(at).filter(|(from, _)| *from == c).map_or(c, |(_, to)| *to)
    }
}

/// The narrow form of a character of the width of Chinese ones.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, parts: &[&str], weight: i32) {
        let sign = Sign::read(text).unwrap_or_else(|| panic!("{text} does not read"));
        let got: Vec<String> = sign.parts.iter().map(|part| part.join("/")).collect();
        assert_eq!((got, sign.weight), (parts.iter().map(|p| (*p).into()).collect(), weight));
    }

    #[test]
    fn a_sign_is_words_with_a_weight() {
        check("倒灌", &["倒灌"], 2);
        check("倒灌*3", &["倒灌"], 3);
        check("狗+咬*4", &["狗", "咬"], 4);
        check("-工地", &["工地"], -2);
        check("－工地＊１", &["工地"], -1);
        check("ＷＩＦＩ", &["WIFI"], 2);
        check("狗/犬+#咬", &["狗/犬", "#咬"], 2);
    }

    #[test]
    fn what_is_no_sign_is_refused() {
        for text in [
            "",
            "-",
            "水",
            "*3",
            "水+",
            "+水",
            "水++火",
            "水费*",
            "水费*0",
            "水费*10",
            "水费*-2",
            "水费*2*3",
            "水费/",
            "水费/水",
            "水费/+电",
            "#",
            "##组",
            "一+二+三+四+五+六+七+八+九",
            "水 费",
            "水费*２x",
            "--水费",
        ] {
            assert_eq!(Sign::read(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_alike_is_the_same() {
        let fold = Fold::new(&["账帐".to_owned(), "赔陪培".to_owned(), String::new()]);
        let folded: String = "帐目、账本，陪Ａa。".chars().map(|c| fold.of(c)).collect();
        assert_eq!(folded, "账目、账本,赔aa。");
    }
}
