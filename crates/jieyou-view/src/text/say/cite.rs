//! Where a rule comes from: the article in words, and how well its text was checked.

use crate::text::{Both, Lang, both};
use jieyou_domain::rules::{Cite, Verified};

/// 「《信访工作条例》第34条」. A source that is no law stands without 《》.
pub fn cite(cite: &Cite, lang: Lang) -> String {
    let is_law = cite.article.starts_with(|c: char| c.is_ascii_digit());
    match (is_law, lang) {
        (true, Lang::Zh) => format!("《{}》{}", cite.instrument, article(&cite.article, lang)),
        (true, Lang::En) => format!("{}, {}", cite.instrument, article(&cite.article, lang)),
        (false, Lang::Zh) => format!("{}：{}", cite.instrument, cite.article),
        (false, Lang::En) => format!("{}: {}", cite.instrument, cite.article),
    }
}

/// `22①（三）` as 「第22条第一款第（三）项」.
pub fn article(article: &str, lang: Lang) -> String {
    const CIRCLED: &str = "①②③④⑤⑥⑦⑧⑨";
    const PARAGRAPHS: [Both; 9] = [
        both!("一", "(1)"),
        both!("二", "(2)"),
        both!("三", "(3)"),
        both!("四", "(4)"),
        both!("五", "(5)"),
        both!("六", "(6)"),
        both!("七", "(7)"),
        both!("八", "(8)"),
        both!("九", "(9)"),
    ];
    let digits: String = article.chars().take_while(char::is_ascii_digit).collect();
    let rest = &article[digits.len()..];
    let paragraphs = rest.chars().filter_map(|c| CIRCLED.chars().position(|x| x == c));
    let item: String = rest.chars().filter(|c| !CIRCLED.contains(*c)).collect();
    let paragraphs: Vec<&str> = paragraphs.map(|at| PARAGRAPHS[at].to(lang)).collect();
    let mut out = both!("第{}条", "art. {}").with(lang, &[&digits]);
    if !paragraphs.is_empty() {
        let joined = paragraphs.join(lang.pick("、", ""));
        out.push_str(&both!("第{}款", "{}").with(lang, &[&joined]));
    }
    if !item.is_empty() {
        out.push_str(&both!("第{}项", " item {}").with(lang, &[&item]));
    }
    out
}

/// How well a text was checked: `data-level`, and plain words (docs/rules).
pub fn level(verified: Verified, lang: Lang) -> (&'static str, &'static str) {
    match verified {
        Verified::V2 => {
            ("V2", both!("原文已核对（两处一致）", "Wording checked in two texts").to(lang))
        }
        Verified::V2Eye => (
            "V2",
            both!("原文已核对（两处，一处为人工比对）", "Wording checked in two texts, one by eye")
                .to(lang),
        ),
        Verified::V1 => ("V1", both!("原文已核对（一处）", "Wording checked in one text").to(lang)),
        Verified::P => (
            "P",
            both!("只见到摘录，没见到全文", "Seen only as an excerpt, not the full text").to(lang),
        ),
        Verified::Local => {
            ("X", both!("本地约束自己的做法，不是法律规定", "A local practice, not law").to(lang))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_written_out() {
        assert_eq!(article("34", Lang::Zh), "第34条");
        assert_eq!(article("22①（三）", Lang::Zh), "第22条第一款第（三）项");
        assert_eq!(article("36①②", Lang::Zh), "第36条第一、二款");
        assert_eq!(article("36①②", Lang::En), "art. 36(1)(2)");
    }
}
