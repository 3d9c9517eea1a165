//! What a matter is: a dispute, a petition, or a question (practice P1-1, section 2).

use super::inputs::{Came, Reader, is_back};
use super::table::by_table;
use super::{Decision, Override, TierFacts};
use crate::facts::{Kind, UnitKind};
use crate::ledger::{Book, State};
use crate::rules::Setting;

/// Proposes the kind of a matter by the pack's table; a kind that a person chose stands.
///
/// Without such a table it is a dispute: the kind that asks least of the citizen. What a
/// matter is does not change with time: tables of time are read as on the day received.
pub fn kind(state: &State, unit: UnitKind, book: &Book) -> Decision<Kind> {
    let setting = Setting {
        unit,
        name: "",
        rules: book.rules(),
        calendar: book.calendar(),
        today: state.received_on.unwrap_or_default(),
    };
    let facts = TierFacts::bare(state, setting, is_back(state, book));
    let came = Came::new();
    let reader = Reader { state, tier: &facts, came: &came, claim: None };
    let found = setting.rules.table("kind").and_then(|table| by_table(table, &reader));
    let computed = found.as_ref().and_then(|f| Kind::from_code(&f.computed));
    let computed = computed.unwrap_or(Kind::Dispute);
    let (because, would_change_if) =
        found.map_or_else(Default::default, |f| (f.because, f.would_change_if));
    let chosen = state.kind;
    let by = state.classified.as_ref();
    Decision {
        answer: chosen.unwrap_or(computed),
        computed,
        because,
        would_change_if,
        overridden_by: chosen.filter(|k| *k != computed).map(|_| Override {
            on: by.map(|(on, _)| *on).or(state.received_on).unwrap_or_default(),
            post: by.map(|(_, c)| c.post.clone()).unwrap_or_default(),
            why: by.map(|(_, c)| c.why.clone()).unwrap_or_default(),
        }),
    }
}
