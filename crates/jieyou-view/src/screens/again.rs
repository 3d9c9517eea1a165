//! 三不限三重新 is proposed when a matter comes back: as the rules say, until somebody has
//! looked anew in this round.

use super::Assessments;
use crate::text::{Lang, both, words};
use jieyou_domain::classify::verdicts;
use jieyou_domain::ledger::{Action, Book, Frame, Matter, allowed};
use jieyou_domain::{Date, Id};

/// The table that says so, and its answer.
const TABLE: (&str, &str) = ("again", "propose");

/// Why a second look is proposed; nothing where it is not.
pub fn again(book: &Book, all: &Assessments, id: Id, today: Date, lang: Lang) -> Option<String> {
    let matter: &Matter = book.matter(id)?;
    let assessment = all.get(id)?.assessment.as_deref()?;
    let frame = Frame { unit: book.unit()?.kind, kind: assessment.kind.answer };
    allowed(Action::Reexamine, matter, frame).ok()?;
    let found = verdicts(matter, book, today, assessment);
    let verdict = found.iter().find(|v| v.table == TABLE.0 && v.decision.answer == TABLE.1)?;
    let row = verdict.decision.because.first().and_then(|r| book.rules().row(&r.rule));
    let why = row.map_or("", |(_, row)| words(&row.why, lang));
    let text = both!("建议三不限三重新：{}。", "A second look is proposed: {}.");
    Some(text.with(lang, &[why]))
}
