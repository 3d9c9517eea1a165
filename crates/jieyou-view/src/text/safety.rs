//! How safe the data is, in a line; and the words for "saved", said only when it is.

use super::{Lang, both, format};
use jieyou_domain::Date;
use jieyou_domain::time::parse_date;

/// Changes since the last file copy from which on a copy is asked for.
const CHANGES: u32 = 20;
/// Days since the last file copy from which on a copy is asked for.
const DAYS: i64 = 7;

/// What is known about the safety of the data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Safety {
    /// A training ledger needs no copies.
    pub is_training: bool,
    /// Whether what is written outlives the page.
    pub is_kept: bool,
    /// Whether the browser promised not to clear the data; `None` where it does not say.
    pub persisted: Option<bool>,
    /// How many records there are.
    pub records: u32,
    /// `2026-04-16 120`: the day of the last file copy and how many records it held.
    pub copied: Option<String>,
    /// Today.
    pub today: Option<Date>,
}

/// The note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafetyNote {
    /// `data-level`: `calm`, `note`, `act`.
    pub level: &'static str,
    /// The words; empty when there is nothing to say.
    pub text: String,
    /// Whether it offers to save a copy.
    pub offers_copy: bool,
}

/// Words the note. On empty data and on the first day nothing is asked.
pub fn safety(facts: &Safety, lang: Lang) -> SafetyNote {
    let note = |level, text: String, offers_copy| SafetyNote { level, text, offers_copy };
    if !facts.is_kept {
        return note("act", not_kept(lang), true);
    }
    if facts.is_training || facts.records == 0 {
        return note("calm", String::new(), false);
    }
    let copied = facts.copied.as_deref().and_then(read_copied);
    let changes = facts.records.saturating_sub(copied.map_or(0, |c| c.1));
    let days = copied.zip(facts.today).map(|((day, _), today)| (today - day).num_days());
    let due = changes >= CHANGES || (changes > 0 && days.is_some_and(|d| d >= DAYS));
    let fragile = facts.persisted == Some(false);
    let here = both!(
        "数据只在这台电脑的这个浏览器里",
        "The data is only in this browser on this computer"
    )
    .to(lang);
    let last = match (copied, facts.today) {
        (Some((day, _)), Some(today)) => both!("，上次存文件是{}", "; last saved to a file on {}")
            .with(lang, &[&format::date(day, today, lang)]),
        _ => both!("，还没有存过文件", "; not yet saved to a file").to(lang).to_owned(),
    };
    let since = if copied.is_some() && changes > 0 {
        both!("，之后又记了{}笔", ", {} entries since").with(lang, &[&changes.to_string()])
    } else {
        String::new()
    };
    let end = lang.pick("。", ".");
    let warn = if fragile && due {
        both!(
            "浏览器没有答应长期保留，请存一份文件。",
            " The browser has not promised to keep it; save a copy."
        )
        .to(lang)
    } else {
        ""
    };
    note(if due { "note" } else { "calm" }, format!("{here}{last}{since}{end}{warn}"), due)
}

fn read_copied(text: &str) -> Option<(Date, u32)> {
    let (day, records) = text.split_once(' ')?;
    Some((parse_date(day)?, records.parse().ok()?))
}

/// "Saved on this computer": only after the disk answered.
pub fn saved(time: &str, lang: Lang) -> String {
    both!("已存到本机，{}。", "Saved on this computer, {}.").with(lang, &[time])
}

/// Nothing outlives the page here.
pub fn not_kept(lang: Lang) -> String {
    both!("这个浏览器不让保存（可能是无痕窗口）：关掉页面就没有了。要留下来，请存一份文件。", "This browser keeps nothing (a private window, perhaps): it is gone when the page is closed. Save a file to keep it.").to(lang)
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(records: u32, copied: &str) -> Safety {
        Safety {
            is_kept: true,
            records,
            copied: (!copied.is_empty()).then(|| copied.to_owned()),
            today: parse_date("2026-04-20"),
            ..Safety::default()
        }
    }

    #[test]
    fn nothing_is_asked_of_an_empty_ledger_or_when_nothing_changed() {
        assert_eq!(safety(&facts(0, ""), Lang::Zh).text, "");
        let unchanged = safety(&facts(30, "2026-01-01 30"), Lang::Zh);
        assert_eq!((unchanged.level, unchanged.offers_copy), ("calm", false));
    }

    #[test]
    fn a_copy_is_asked_for_after_twenty_changes_or_seven_days() {
        assert!(!safety(&facts(24, "2026-04-14 5"), Lang::Zh).offers_copy);
        assert!(safety(&facts(25, "2026-04-14 5"), Lang::Zh).offers_copy);
        assert!(safety(&facts(6, "2026-04-13 5"), Lang::Zh).offers_copy);
        assert!(safety(&facts(20, ""), Lang::En).offers_copy);
    }

    #[test]
    fn what_is_not_kept_is_said_first() {
        let note = safety(&Safety::default(), Lang::Zh);
        assert_eq!(note.level, "act");
    }
}
