//! What the time line leaves out of an entry, because the page of the matter shows it
//! elsewhere or nobody asks. Where two versions are compared nothing may be left out: a
//! field that is not here is decided on blindly.

use super::{Lines, judge};
use crate::screens::matter::{interest, registration};
use crate::text::{both, format, forms::life as t, words};
use jieyou_domain::facts::{Registered, TierSet, Tri};
use jieyou_domain::ledger::{Book, Event, Matter};

/// Words what [`super::entry`] does not say.
pub(super) fn lines(l: &mut Lines, event: &Event, matter: &Matter, book: &Book) {
    let lang = l.lang;
    match event {
        Event::Registered(r) => registered(l, r, book),
        Event::Classified(e) => {
            let against = e.against.map_or("", |a| words::counter_party(a, lang));
            l.pair(both!("对", "Against"), against);
        }
        Event::DutySet(e) => l.pair(both!("回避", "Interest"), interest(e.no_interest, lang)),
        Event::Mediated(e) => l.told(e.remedies_told),
        Event::Performed(e) | Event::NotPerformed(e) => {
            // One thing may be promised for several days.
            match matter.state.promises.iter().find(|p| p.key == e.promise) {
                Some(promise) => l.day(both!("约定日期", "Promised for"), promise.due),
                None => l.text(&e.promise),
            }
        }
        Event::HandedUp(e) => l.pair(both!("地点", "Place"), &e.place),
        Event::SignedFor(e) => {
            let place = e.place.as_deref().map_or("", |id| place(id, book));
            l.pair(both!("地点", "Place"), place);
        }
        Event::TierSet(e) => tier(l, e),
        Event::Withdrawn(e) => l.yes(t::MAY_RETURN.label, e.told_may_return),
        Event::LawfullyClosed(e) => l.yes(t::VISITS.label, e.visits),
        Event::SupportReferred(e) => l.yes(t::CONSENT.label, e.consent),
        _ => {}
    }
}

impl Lines {
    fn yes(&mut self, name: crate::text::Both, is_so: bool) {
        let said = words::tri(if is_so { Tri::Yes } else { Tri::No }, self.lang);
        self.pair(name, said);
    }
}

/// A place by its name; by its id while this ledger does not know it.
fn place<'a>(id: &'a str, book: &'a Book) -> &'a str {
    book.place(id).map_or(id, |place| place.name.as_str())
}

fn registered(l: &mut Lines, r: &Registered, book: &Book) {
    let lang = l.lang;
    l.day(both!("登记", "Registered"), r.registered_on);
    let rows = registration(r, book, lang);
    l.lines.extend(rows.iter().map(|row| format::labelled(&row.label, &row.value, lang)));
    if let Some(id) = r.place.as_deref().filter(|id| book.place(id).is_none()) {
        l.pair(both!("地点", "Place"), id);
    }
    l.pair(both!("性质", "Kind"), r.kind.map_or("", |k| words::kind(k, lang)));
    l.pair(both!("类别", "Class"), r.class.map_or("", |c| words::class(c, lang)));
    l.subject(r.category.as_deref(), book);
    judge::answers(l, &r.answers, book);
    let from = r.split_from.and_then(|id| book.matter(id));
    l.pair(both!("由此分出", "Split from"), from.map_or("", |m| m.number()));
}

fn tier(l: &mut Lines, e: &TierSet) {
    let confirmed = both!("确认下调", "Its leaving is confirmed");
    l.text(if e.confirms { confirmed.to(l.lang) } else { "" });
    l.pair(both!("下调时还符合的条件", "Criteria met then"), &format::listed(&e.despite, l.lang));
}
