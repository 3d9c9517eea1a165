//! What may be taken away: parts of entries, and contacts. Looks at one matter, never across
//! matters for a name.

use crate::text::{Lang, format, privacy, words};
use chrono::TimeDelta;
use jieyou_domain::ledger::{Book, Matter, Stage};
use jieyou_domain::{Date, EntryId, Id, Subject};
use jieyou_store::journal::Redact;
use jieyou_store::record::Hidden;

/// What a redaction would do, as far as it is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RedactView {
    /// Every text of the matter, entry by entry, what stood before corrections too.
    pub texts: Vec<TextView>,
    /// Said when a word stands where nothing can be hidden; else empty.
    pub left: String,
}

/// One text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextView {
    /// The entry it stands in.
    pub entry: EntryId,
    /// Where in it.
    pub path: String,
    /// Its day, its entry, its name.
    pub label: String,
    /// What it says.
    pub old: String,
    /// What it would say; the same when nothing is hidden.
    pub new: String,
}

impl TextView {
    /// Whether anything of it would be hidden.
    pub fn is_changed(&self) -> bool {
        self.old != self.new
    }
}

/// The preview; empty for a matter that is not here.
pub fn redact(book: &Book, matter: Id, what: &Redact, today: Date, lang: Lang) -> RedactView {
    let mut view = RedactView::default();
    let mut left = Vec::new();
    let entries = book.matter(matter).map(|matter| matter.entries()).unwrap_or_default();
    for entry in entries {
        let Some(event) = &entry.event else { continue };
        let Hidden { pieces, left: more, .. } = what.of(entry.id, event);
        left.extend(more);
        let day = format::date(entry.on, today, lang);
        let kind = words::event_type(event.kind(), lang);
        for piece in pieces.into_iter().filter(|piece| !piece.old.is_empty()) {
            let field = privacy::field_name(&piece.field, lang);
            view.texts.push(TextView {
                entry: entry.id,
                path: piece.path,
                label: format!("{day} {kind} · {field}"),
                old: piece.old,
                new: piece.new,
            });
        }
    }
    if !left.is_empty() {
        view.left = privacy::left(&left, lang);
    }
    view
}

/// Those of `subjects` whose matter is closed, and of which nothing was recorded for longer
/// than so many days. A matter that is being watched or whose answer can still be objected
/// to is not closed.
pub fn closed_for(book: &Book, subjects: &[Subject], days: u32, today: Date) -> Vec<Subject> {
    let Some(from) = today.checked_sub_signed(TimeDelta::days(days.into())) else {
        return Vec::new();
    };
    let is_old = |subject: &&Subject| {
        let Some(matter) = book.matter(subject.id) else { return true };
        let last = matter.entries().iter().map(|e| e.on).max();
        is_closed(matter) && last.is_none_or(|last| last < from)
    };
    subjects.iter().filter(is_old).copied().collect()
}

fn is_closed(matter: &Matter) -> bool {
    let closed = [
        Stage::Done,
        Stage::LawfullyClosed,
        Stage::LegalRoute,
        Stage::Withdrawn,
        Stage::Joined,
        Stage::Returned,
        Stage::Delisted,
    ];
    !matter.is_registered() || closed.contains(&matter.stage())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::matter::matter;
    use crate::screens::samples::{Desk, day, id, plain};
    use jieyou_domain::Realm;
    use jieyou_domain::compact::Map;
    use jieyou_domain::facts::*;
    use jieyou_domain::ledger::{Command, Event, Redacted};

    fn desk() -> (Desk, EntryId, EntryId) {
        let mut desk = Desk::new(UnitKind::Village, "柳树屯村");
        let facts = plain("李某乙家排水沟", "李某乙清沟", CounterParty::Neighbour);
        let registered = desk.register(1, "2026-04-16", facts);
        let note = "到李某乙家看了".to_owned();
        let acted = Event::Acted(Acted { activity: ActivityKind::Contact, note });
        let acted = desk.run(
            "2026-04-16",
            Command::Record { matter: id(1), facts: vec![(day("2026-04-16"), acted)] },
        );
        (desk, registered, acted[0])
    }

    fn words(words: &[&str]) -> Redact {
        Redact { words: words.iter().map(|w| (*w).to_owned()).collect(), ..Redact::default() }
    }

    fn changed(view: &RedactView) -> Vec<&str> {
        view.texts.iter().filter(|t| t.is_changed()).map(|t| t.new.as_str()).collect()
    }

    #[test]
    fn the_preview_shows_what_each_text_becomes() {
        let (desk, _, acted) = desk();
        let view = |what: &Redact| redact(&desk.book, id(1), what, day("2026-04-20"), Lang::Zh);
        let none = view(&Redact::default());
        assert!(changed(&none).is_empty() && none.texts.len() >= 3, "{none:?}");
        assert_eq!(none.texts[0].label, "4月16日 登记 · 标题");
        let some = view(&words(&["李某乙"]));
        let expected = ["〔已遮蔽〕家排水沟", "〔已遮蔽〕清沟", "到〔已遮蔽〕家看了"];
        assert_eq!(changed(&some), expected);
        assert!(some.left.is_empty());
        let whole = Redact { whole: vec![(acted, "note".into())], ..Redact::default() };
        assert_eq!(changed(&view(&whole)), ["〔已遮蔽〕"]);
        let other = redact(&desk.book, id(9), &words(&[]), day("2026-04-20"), Lang::En);
        assert_eq!(other, RedactView::default());
    }

    #[test]
    fn a_number_is_named_as_a_place_that_is_not_hidden() {
        let (desk, _, _) = desk();
        let what = words(&["CJ-2026"]);
        let view = redact(&desk.book, id(1), &what, day("2026-04-20"), Lang::Zh);
        assert!(view.left.contains("编号"), "{}", view.left);
        assert!(changed(&view).is_empty());
    }

    #[test]
    fn the_time_line_says_who_redacted_and_why() {
        let (desk, _, acted) = desk();
        let by = By { post: "村文书".into(), unit: "柳树屯村".into() };
        let note = Redacted { on: day("2026-04-20"), by, why: "本人要求".into() };
        let noted: Map<EntryId, Redacted> = [(acted, note)].into_iter().collect();
        let book = desk.book.clone().with_redacted(noted);
        let today = day("2026-04-20");
        let screen = matter(&book, &desk.all, id(1), today, Realm::Real, Lang::Zh).unwrap();
        let said: Vec<&str> = screen.timeline.iter().map(|i| i.redacted.as_str()).collect();
        assert_eq!(said, ["", "已遮蔽：本人要求（柳树屯村 村文书，2026年4月20日）"]);
    }

    #[test]
    fn only_contacts_of_matters_closed_long_enough_are_old() {
        let (mut desk, _, _) = desk();
        desk.register(2, "2026-04-16", plain("说开了", "赔礼", CounterParty::Neighbour));
        let words = "不用管了".to_owned();
        let (claim, present) = (None, "村文书".to_owned());
        let withdrawn = Withdrawn { claim, words, present, told_may_return: true };
        desk.record(2, "2026-04-17", Event::Withdrawn(withdrawn));
        let subjects = [Subject::matter(id(1)), Subject::matter(id(2))];
        let old = |days, today| closed_for(&desk.book, &subjects, days, day(today));
        assert!(old(30, "2026-05-17").is_empty());
        assert_eq!(old(30, "2026-05-18"), [subjects[1]]);
        assert_eq!(old(0, "2026-04-18"), [subjects[1]]);
    }
}
