//! A ledger that was on this computer and that the browser no longer has: what is known of
//! it, and what to do.

use super::copies::Copied;
use crate::text::{Lang, gone as t};
use jieyou_domain::{Date, reads_and_writes};

/// What is noted of a ledger outside its database: how much it holds, and the copies to go
/// by. Nothing about a matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// The unit's name; empty while not written.
    pub unit: String,
    /// Its code, which stands in its numbers.
    pub code: String,
    /// How many records there are.
    pub records: u32,
    /// The milliseconds of the last one; 0 when there is none.
    pub last_ms: u64,
    /// The verified copy that holds most; where there is none, the latest.
    pub copy: Option<Copied>,
    /// A later one that holds more, which nobody verified.
    pub later: Option<Copied>,
}

reads_and_writes!(Seen { unit, code, records, last_ms; copy, later });

/// The page's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoneView {
    /// Which ledger, and how much was in it.
    pub lead: String,
    /// What to do, in this order.
    pub steps: Vec<String>,
    /// What is left to do in the ledger that was begun in its place; empty when nothing is.
    pub left: String,
}

/// How far somebody is with a ledger that is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It was just missed.
    Missed,
    /// A new ledger was begun in its place.
    Begun,
    /// A copy of it was read into that one.
    Restored,
}

impl Seen {
    /// Whether nothing noted of it is left to be recorded again.
    pub fn is_made_up_for(&self, stage: Stage) -> bool {
        let fullest = self.later.as_ref().or(self.copy.as_ref());
        stage == Stage::Restored && fullest.is_some_and(|copy| copy.records >= self.records)
    }
}

/// Says what is gone: what is noted of it, and how far somebody is. `last` is day and time
/// of the last record, empty when not known.
pub fn gone((seen, stage): (&Seen, Stage), last: &str, today: Date, lang: Lang) -> GoneView {
    let is_missed = stage == Stage::Missed;
    let restore = if is_missed { t::RESTORE_IT } else { t::RESTORE_HERE };
    let mut find = match &seen.copy {
        Some(copy) => vec![t::copy(copy, today, lang)],
        None => vec![t::NO_COPY.to(lang).to_owned()],
    };
    find.extend(seen.later.as_ref().map(|later| t::later(later, today, lang)));
    let rest = match seen.later.as_ref().or(seen.copy.as_ref()) {
        None => t::BY_PAPER.to(lang).to_owned(),
        Some(copy) => match seen.records.saturating_sub(copy.records) {
            0 => String::new(),
            since => t::since(since, lang),
        },
    };
    let lead = t::lead(&seen.unit, seen.records, last, lang);
    let mut left = if stage == Stage::Restored { Vec::new() } else { find.clone() };
    left.push(rest.clone());
    let left = match seen.is_made_up_for(stage) {
        true => String::new(),
        false => t::left(seen.records, &left.join(lang.pick("", " ")), lang),
    };
    // What was noted last may lie behind.
    let last_step = if rest.is_empty() { t::COMPARE.to(lang).to_owned() } else { rest };
    let steps = find.into_iter().chain([restore.to(lang).to_owned(), last_step]).collect();
    GoneView { lead, steps, left }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::samples::day;
    use jieyou_domain::json::{Write as _, read};

    fn seen(copy: Option<Copied>) -> Seen {
        let unit = "柳树屯村".to_owned();
        let code = "LS".to_owned();
        Seen { unit, code, records: 120, last_ms: 1, copy, later: None }
    }

    fn copied(records: u32, verified: Option<Date>) -> Copied {
        let (name, hash) = ("柳树屯村台账.json".to_owned(), "h".to_owned());
        let on = day("2026-04-10");
        Copied { on, records, name, hash, chosen: false, verified, replaced: None }
    }

    fn view(seen: &Seen, last: &str) -> GoneView {
        gone((seen, Stage::Missed), last, day("2026-04-16"), Lang::Zh)
    }

    #[test]
    fn the_copy_to_go_by_is_named_and_what_it_lacks_counted() {
        let verified = copied(100, Some(day("2026-04-11")));
        let view = view(&seen(Some(verified)), "2026年4月15日 16:31");
        let lead = "这个浏览器里原有“柳树屯村”的台账，至少120笔，最后一笔存于2026年4月15日 16:31。现在浏览器里没有它了。";
        assert_eq!(view.lead, lead);
        assert_eq!(view.steps.len(), 3);
        let first = "先找这份副本：“柳树屯村台账.json”，4月10日存的，共100笔，核对过。";
        assert_eq!(view.steps[0], first);
        assert!(view.steps[2].contains("又记了至少20笔"), "{}", view.steps[2]);
        assert!(view.left.contains("又记了至少20笔"), "{}", view.left);
    }

    #[test]
    fn a_copy_that_was_not_verified_is_not_called_so_and_may_lack_nothing() {
        for (verified, replaced) in [(None, None), (Some(day("2026-04-11")), Some(true))] {
            let copy = Copied { replaced, ..copied(120, verified) };
            let view = view(&seen(Some(copy)), "");
            assert!(view.steps[0].ends_with("没有核对过。"), "{}", view.steps[0]);
            assert_eq!(view.steps.len(), 3);
            assert!(view.steps[2].contains("对一下"), "{}", view.steps[2]);
        }
    }

    #[test]
    fn what_is_left_ends_with_the_copy_only_once_it_was_read_in() {
        let (whole, part) = (seen(Some(copied(120, None))), seen(Some(copied(100, None))));
        let left = |seen: &Seen, stage| gone((seen, stage), "", day("2026-04-16"), Lang::Zh).left;
        assert!(left(&whole, Stage::Begun).contains("先找这份副本"));
        assert!(left(&part, Stage::Begun).contains("先找这份副本"));
        assert_eq!(left(&whole, Stage::Restored), "");
        let rest = left(&part, Stage::Restored);
        assert!(rest.contains("又记了至少20笔") && !rest.contains("先找"), "{rest}");
    }

    #[test]
    fn a_fuller_copy_that_nobody_verified_is_named_as_well() {
        let later = Some(copied(118, None));
        let view = view(&Seen { later, ..seen(Some(copied(100, Some(day("2026-04-11"))))) }, "");
        assert!(view.steps[1].contains("更全的") && view.steps[1].contains("118笔"));
        assert!(view.left.contains("又记了至少2笔"), "{}", view.left);
    }

    #[test]
    fn a_sealed_copy_needs_its_passphrase() {
        let copy = Copied { name: "台账.age".to_owned(), ..copied(120, None) };
        assert!(view(&seen(Some(copy)), "").steps[0].contains("口令"));
    }

    #[test]
    fn without_a_copy_the_other_places_are_named() {
        let view = view(&Seen { unit: String::new(), ..seen(None) }, "");
        assert_eq!(view.lead, "这个浏览器里原有一本台账，至少120笔。现在浏览器里没有它了。");
        assert!(view.steps[0].contains("对方的台账里有"), "{}", view.steps[0]);
        assert!(view.left.contains("重新登记"), "{}", view.left);
    }

    #[test]
    fn what_is_noted_reads_as_it_was_written() {
        let later = Seen { later: Some(copied(4, None)), ..seen(Some(copied(3, None))) };
        for noted in [seen(None), later] {
            let text = serde_json::to_string(&noted.clone().write()).unwrap();
            assert_eq!(read::<Seen>(&text).unwrap(), noted);
        }
    }
}
