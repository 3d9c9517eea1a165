//! A ledger that was on this computer and that the browser no longer has: what is known of
//! it, and what to do.

use super::copies::Copied;
use crate::text::{Lang, gone as t};
use jieyou_domain::{Date, reads_and_writes};

/// What is noted of a ledger outside its database: how much it holds, and the copy to go
/// by. Nothing about a matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// The unit's name; empty while not written.
    pub unit: String,
    /// How many records there are.
    pub records: u32,
    /// The milliseconds of the last one; 0 when there is none.
    pub last_ms: u64,
    /// The verified copy that holds most; where there is none, the latest.
    pub copy: Option<Copied>,
}

reads_and_writes!(Seen { unit, records, last_ms; copy });

impl Seen {
    /// Whether nothing is missed when it is gone.
    pub fn is_nothing(&self) -> bool {
        self.records == 0
    }
}

/// The page's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoneView {
    /// Which ledger, and how much was in it.
    pub lead: String,
    /// What to do, in this order.
    pub steps: Vec<String>,
}

/// Says what is gone: what is noted of it, empty where nothing was, and whether a new ledger
/// was begun already. `last` is day and time of the last record, empty when not known.
pub fn gone((seen, is_begun): (&Seen, bool), last: &str, today: Date, lang: Lang) -> GoneView {
    let restore = if is_begun { t::RESTORE_HERE } else { t::RESTORE_IT };
    let mut steps = Vec::new();
    match &seen.copy {
        Some(copy) => {
            steps.push(t::copy(copy, today, lang));
            steps.push(restore.to(lang).to_owned());
            let since = seen.records.saturating_sub(copy.records);
            if since > 0 {
                steps.push(t::since(since, lang));
            }
        }
        None => {
            steps.push(t::NO_COPY.to(lang).to_owned());
            steps.push(restore.to(lang).to_owned());
            steps.push(t::BY_PAPER.to(lang).to_owned());
        }
    }
    GoneView { lead: t::lead(&seen.unit, seen.records, last, lang), steps }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::samples::day;
    use jieyou_domain::json::{Write as _, read};

    fn seen(copy: Option<Copied>) -> Seen {
        Seen { unit: "柳树屯村".to_owned(), records: 120, last_ms: 1, copy }
    }

    fn copied(records: u32, verified: Option<Date>) -> Copied {
        let (name, hash) = ("柳树屯村台账.json".to_owned(), "h".to_owned());
        let on = day("2026-04-10");
        Copied { on, records, name, hash, chosen: false, verified, replaced: None }
    }

    #[test]
    fn the_copy_to_go_by_is_named_and_what_it_lacks_counted() {
        let today = day("2026-04-16");
        let view = gone(
            (&seen(Some(copied(100, Some(today)))), false),
            "2026年4月15日 16:31",
            today,
            Lang::Zh,
        );
        let lead = "这台电脑上原有“柳树屯村”的台账，共120笔，最后一笔存于2026年4月15日 16:31。现在浏览器里没有它了。";
        assert_eq!(view.lead, lead);
        assert_eq!(view.steps.len(), 3);
        let first = "先找最近的副本：“柳树屯村台账.json”，4月10日存的，共100笔，核对过。";
        assert_eq!(view.steps[0], first);
        assert!(view.steps[2].contains("20笔"), "{}", view.steps[2]);
    }

    #[test]
    fn a_copy_that_was_not_verified_is_not_called_so_and_may_lack_nothing() {
        let today = day("2026-04-16");
        let view = gone((&seen(Some(copied(120, None))), true), "", today, Lang::Zh);
        assert!(view.steps[0].ends_with("没有核对过。"), "{}", view.steps[0]);
        assert_eq!(view.steps.len(), 2);
    }

    #[test]
    fn without_a_copy_the_other_places_are_named() {
        let view = gone((&Seen::default(), false), "", day("2026-04-16"), Lang::Zh);
        assert_eq!(view.lead, "这个页面在这台电脑上打开过一本台账。现在浏览器里没有它了。");
        assert!(view.steps[0].contains("上级"), "{}", view.steps[0]);
    }

    #[test]
    fn what_is_noted_reads_as_it_was_written() {
        for noted in [seen(None), seen(Some(copied(3, None)))] {
            let text = serde_json::to_string(&noted.clone().write()).unwrap();
            assert_eq!(read::<Seen>(&text).unwrap(), noted);
        }
    }
}
