//! The words around any form: its summary of problems, its folds, its small buttons.

use super::{Lang, both, format};
use jieyou_domain::time::parse_date;

/// The fixed ones.
#[derive(Debug)]
pub struct AroundText {
    /// Title of the deciding questions.
    pub folded: &'static str,
    /// A quiet word beside it.
    pub folded_hint: &'static str,
    /// Title of the contact part.
    pub contact: &'static str,
    /// A quiet word beside it.
    pub contact_hint: &'static str,
    /// On the button while it works.
    pub busy: &'static str,
    /// Beside a date.
    pub today: &'static str,
    /// Beside a date.
    pub yesterday: &'static str,
    /// Leaves the form; what was typed stays.
    pub cancel: &'static str,
}

/// The texts in a language.
pub fn texts(lang: Lang) -> AroundText {
    AroundText {
        folded: both!("还想问几句", "A few more questions").to(lang),
        folded_hint: both!("不知道可以不答", "leave open what is not known").to(lang),
        contact: both!("留联系方式", "Contact").to(lang),
        contact_hint: both!(
            "只为告知和送达，和台账分开放，可以都不填",
            "for notices only, kept apart from the ledger; all of it may stay empty"
        )
        .to(lang),
        busy: both!("正在存…", "Saving…").to(lang),
        today: both!("今天", "Today").to(lang),
        yesterday: both!("昨天", "Yesterday").to(lang),
        cancel: both!("先不办", "Not now").to(lang),
    }
}

/// Heading of the summary of problems.
pub fn problems(n: usize, lang: Lang) -> String {
    let text = match n {
        1 => both!("还有1处要补或要改", "One thing to fill in or change"),
        _ => both!("还有{}处要补或要改", "{} things to fill in or change"),
    };
    text.with(lang, &[&n.to_string()])
}

/// How much may still be typed; once it is too much, by how much.
pub fn left(used: usize, max: usize, lang: Lang) -> String {
    let text = if used > max {
        both!("多了{}个字", "{} characters too many")
    } else {
        both!("还可写{}个字", "{} characters left")
    };
    text.with(lang, &[&used.abs_diff(max).to_string()])
}

/// The weekday of an ISO date; empty for anything else.
pub fn weekday(iso: &str, lang: Lang) -> &'static str {
    parse_date(iso).map_or("", |day| format::weekday(day, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_much_is_said_as_too_much() {
        assert_eq!(left(20, 24, Lang::Zh), "还可写4个字");
        assert_eq!(left(26, 24, Lang::Zh), "多了2个字");
        assert_eq!(weekday("2026-02-12", Lang::Zh), "周四");
        assert_eq!(weekday("2026-02-30", Lang::Zh), "");
    }
}
