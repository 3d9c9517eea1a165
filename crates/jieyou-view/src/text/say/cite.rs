//! Where a rule comes from: the article in words, and how well its text was checked.

use crate::text::Lang;
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
    let digits: String = article.chars().take_while(char::is_ascii_digit).collect();
    let rest = &article[digits.len()..];
    let paragraphs: Vec<usize> =
        rest.chars().filter_map(|c| CIRCLED.chars().position(|x| x == c)).collect();
    let item: String = rest.chars().filter(|c| !CIRCLED.contains(*c)).collect();
    match lang {
        Lang::Zh => {
            let names = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
            let named: Vec<&str> = paragraphs.iter().map(|p| names[*p]).collect();
            let mut out = format!("第{digits}条");
            if !named.is_empty() {
                out.push_str(&format!("第{}款", named.join("、")));
            }
            if !item.is_empty() {
                out.push_str(&format!("第{item}项"));
            }
            out
        }
        Lang::En => {
            let mut out = format!("art. {digits}");
            let named: Vec<String> = paragraphs.iter().map(|p| format!("({})", p + 1)).collect();
            out.push_str(&named.join(""));
            if !item.is_empty() {
                out.push_str(&format!(" item {item}"));
            }
            out
        }
    }
}

/// How well a text was checked: `data-level`, and plain words (docs/rules).
pub fn level(verified: Verified, lang: Lang) -> (&'static str, &'static str) {
    match verified {
        Verified::V2 => ("V2", lang.pick("原文已核对（两处一致）", "Wording checked in two texts")),
        Verified::V2Eye => (
            "V2",
            lang.pick(
                "原文已核对（两处，一处为人工比对）",
                "Wording checked in two texts, one by eye",
            ),
        ),
        Verified::V1 => ("V1", lang.pick("原文已核对（一处）", "Wording checked in one text")),
        Verified::P => {
            ("P", lang.pick("只见到摘录，没见到全文", "Seen only as an excerpt, not the full text"))
        }
        Verified::Local => {
            ("X", lang.pick("本地约束自己的做法，不是法律规定", "A local practice, not law"))
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
