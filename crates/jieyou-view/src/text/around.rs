//! The words around any form: its summary of problems, its folds, its small buttons.

use super::{Lang, both, format};
use jieyou_domain::time::{Date, parse_date};

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
    /// Beside a date to come.
    pub tomorrow: &'static str,
    /// Beside a date to come.
    pub in_a_week: &'static str,
    /// Leaves the form; what was typed stays.
    pub cancel: &'static str,
    /// Goes on with what was typed before.
    pub go_on: &'static str,
    /// Throws it away.
    pub anew: &'static str,
    /// Asked once more.
    pub anew_sure: &'static str,
    /// Above what is typed would come to.
    pub argued: &'static str,
    /// Before the questions that would settle more.
    pub argued_asks: &'static str,
}

/// The texts in a language.
pub fn texts(lang: Lang) -> AroundText {
    AroundText {
        folded: both!("还想问几句", "A few more questions").to(lang),
        folded_hint: both!("不知道可以不答", "leave open what is not known").to(lang),
        contact: both!("留联系方式", "Contact").to(lang),
        contact_hint: both!(
            "只为告知和送达，和台账分开放，可以都不填；没写完就关掉页面的话，这几格不留底",
            "for notices only, kept apart from the ledger; all of it may stay empty; not kept when the page is closed before it is sent"
        )
        .to(lang),
        busy: both!("正在存…", "Saving…").to(lang),
        today: both!("今天", "Today").to(lang),
        yesterday: both!("昨天", "Yesterday").to(lang),
        tomorrow: both!("明天", "Tomorrow").to(lang),
        in_a_week: both!("一周后", "In a week").to(lang),
        cancel: both!("先不办", "Not now").to(lang),
        go_on: both!("接着写", "Go on").to(lang),
        anew: both!("清掉重写", "Clear and begin anew").to(lang),
        anew_sure: both!("确定清掉，找不回来", "Clear it for good").to(lang),
        argued: both!("按现在填的，会这样分", "With what is filled in so far").to(lang),
        argued_asks: both!("问清了可能不一样：", "May change once known: ").to(lang),
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

/// Above a form that begins with what was typed on `on` and not sent.
pub fn resumed(on: Date, lacks_contact: bool, lang: Lang) -> String {
    let day = format::date_short(on, lang);
    let text = if lacks_contact {
        both!(
            "接着上次没写完的：{}写的都放回来了，还没有登记。联系方式没有留底，要用请再填。",
            "What you typed on {} is here again; it is not recorded yet. The contact was not kept; please fill it in again if you need it."
        )
    } else {
        both!(
            "接着上次没写完的：{}写的都放回来了，还没有存进台账。",
            "What you typed on {} is here again; it is not in the ledger yet."
        )
    };
    text.with(lang, &[&day])
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
