//! Which matters the list shows, and in what order.

use super::query::{DecidedFilter, DueFilter, ListQuery, Sort, TierFilter};
use crate::screens::today::end_of_week;
use crate::screens::{Assessments, Held};
use crate::text::fold;
use jieyou_domain::Date;
use jieyou_domain::compact::sort_by;
use jieyou_domain::facts::Tier;
use jieyou_domain::ledger::{Book, Stage};
use jieyou_domain::receipt::{self, Meant, Written};

/// A matter of the list with the day it is sorted by.
pub(super) struct Found<'a> {
    pub(super) held: &'a Held,
    due: Option<Date>,
}

/// Finds and sorts.
pub(super) fn select<'a>(
    book: &Book,
    all: &'a Assessments,
    today: Date,
    query: &ListQuery,
) -> Vec<Found<'a>> {
    let words = fold::words(&query.text);
    // A receipt number, or a number without its dashes, finds its matter too.
    let written = Written::of(&fold::fold(&query.text));
    let is_meant = |held: &Held| {
        let is =
            |w: &Written, number| matches!(w.means(number), Some(Meant::Number | Meant::Receipt));
        numbers(held).any(|number| written.as_ref().is_some_and(|w| is(w, number)))
    };
    let mut found: Vec<Found<'a>> = all
        .iter()
        .filter(|held| words.iter().all(|w| held.haystack.contains(w.as_str())) || is_meant(held))
        .filter(|held| is_of(held, query))
        .map(|held| Found { held, due: held.next_due().and_then(|o| o.due.day()) })
        .filter(|f| query.due.is_none_or(|due| is_due(f, due, today)))
        .filter(|f| query.decided.is_none_or(|want| is_decided(f.held, want, book, today)))
        .collect();
    sort_by(&mut found, |a, b| {
        let by_number = || a.held.number_key().cmp(&b.held.number_key());
        match query.sort {
            Sort::Due => {
                (a.due.is_none(), a.due).cmp(&(b.due.is_none(), b.due)).then_with(by_number)
            }
            Sort::Number => by_number(),
            Sort::Received => {
                let received = |f: &Found<'_>| f.held.matter.received_on();
                received(a).cmp(&received(b)).then_with(by_number)
            }
        }
    });
    if query.descending {
        found.reverse();
    }
    found
}

fn is_decided(held: &Held, want: DecidedFilter, book: &Book, today: Date) -> bool {
    match want {
        DecidedFilter::Confirm => held.assessment.as_ref().is_some_and(|a| {
            let notes = &a.tier_notes;
            let waits = notes.fall.is_some() || notes.asked.is_some();
            a.tier.overridden_by.is_some() || waits || notes.lapsed.is_some()
        }),
        DecidedFilter::Pending => {
            let mut all = held.verdicts(book, today).into_iter();
            all.any(|v| v.table == "pending" && v.decision.answer == "pending")
        }
    }
}

/// What a text that finds nothing says as a receipt number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Receipt {
    /// Its check character does not fit.
    Wrong,
    /// It fits, and no matter here has it.
    Elsewhere,
}

/// Reads a text that finds nothing as a receipt number; nothing when it is none, or when
/// its matter is here and only filtered out.
pub(super) fn receipt_of(all: &Assessments, text: &str) -> Option<Receipt> {
    let text = fold::fold(text);
    let written = Written::of(&text)?;
    let meant = || all.iter().flat_map(numbers).filter_map(|number| written.means(number));
    if meant().any(|m| m != Meant::Wrong) {
        return None;
    }
    // One sign behind a dash, with a number in front: written like the ones on slips.
    let is_like_one = text
        .trim()
        .rsplit_once('-')
        .is_some_and(|(number, sign)| sign.chars().count() == 1 && number.contains('-'));
    match (receipt::holds(&text), is_like_one || meant().next().is_some()) {
        (_, false) => None,
        (true, true) => Some(Receipt::Elsewhere),
        (false, true) => Some(Receipt::Wrong),
    }
}

/// The numbers a slip of this matter may carry: ours, those it had before, and that of the
/// other unit where it was handed up.
fn numbers(held: &Held) -> impl Iterator<Item = &str> {
    let theirs = held.matter.state.exchange.their_number.as_str();
    let now = [held.matter.number(), theirs].into_iter().filter(|number| !number.is_empty());
    now.chain(held.matter.former_numbers())
}

fn is_of(held: &Held, query: &ListQuery) -> bool {
    let answer = held.assessment.as_ref().map(|a| &a.tier.answer);
    let tier: Option<Tier> = answer.and_then(|a| a.tier());
    let place = held.matter.state.registered.as_ref().and_then(|r| r.place.as_deref());
    query.tier.is_none_or(|want| match want {
        TierFilter::On(list) => tier == Some(list),
        TierFilter::NoList => answer.is_some() && tier.is_none(),
    }) && query.stage.is_none_or(|want: Stage| held.matter.stage() == want)
        && query.place.as_deref().is_none_or(|want| place == Some(want))
}

fn is_due(found: &Found<'_>, filter: DueFilter, today: Date) -> bool {
    match (filter, found.due) {
        (DueFilter::Rights, _) => found.held.is_unasked(),
        (DueFilter::None, due) => due.is_none(),
        (_, None) => false,
        (DueFilter::Past, Some(day)) => day < today,
        (DueFilter::Today, Some(day)) => day == today,
        (DueFilter::Week, Some(day)) => today <= day && day <= end_of_week(today),
    }
}
