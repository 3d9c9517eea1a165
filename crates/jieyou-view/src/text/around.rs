//! The words around any form: its summary of problems, its folds, its small buttons.

use super::{Lang, format};
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

static ZH: AroundText = AroundText {
    folded: "还想问几句",
    folded_hint: "不知道可以不答",
    contact: "留联系方式",
    contact_hint: "只为告知和送达，和台账分开放，可以都不填",
    busy: "正在存…",
    today: "今天",
    yesterday: "昨天",
    cancel: "先不办",
};

static EN: AroundText = AroundText {
    folded: "A few more questions",
    folded_hint: "leave open what is not known",
    contact: "Contact",
    contact_hint: "for notices only, kept apart from the ledger; all of it may stay empty",
    busy: "Saving…",
    today: "Today",
    yesterday: "Yesterday",
    cancel: "Not now",
};

/// The texts in a language.
pub fn texts(lang: Lang) -> &'static AroundText {
    lang.pick(&ZH, &EN)
}

/// Heading of the summary of problems.
pub fn problems(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("还有{n}处要补或要改"),
        Lang::En if n == 1 => "One thing to fill in or change".to_owned(),
        Lang::En => format!("{n} things to fill in or change"),
    }
}

/// How much may still be typed; once it is too much, by how much.
pub fn left(used: usize, max: usize, lang: Lang) -> String {
    match (used.checked_sub(max).filter(|over| *over > 0), lang) {
        (Some(over), Lang::Zh) => format!("多了{over}个字"),
        (Some(over), Lang::En) => format!("{over} characters too many"),
        (None, Lang::Zh) => format!("还可写{}个字", max - used),
        (None, Lang::En) => format!("{} characters left", max - used),
    }
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
