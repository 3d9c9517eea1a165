//! What the ledger refuses, in words, and at which field of a form.

use super::model::Problem;
use crate::Lang;
use crate::text::calendar;
use crate::text::forms::{problem as p, refusal as t};
use jieyou_domain::ledger::{Rejection, WhyNot};
use jieyou_domain::rules::PackError;

/// Says why an act is not possible now, and what would make it so.
pub fn why_not(why: WhyNot, lang: Lang) -> &'static str {
    t::why_not(why).to(lang)
}

/// Says what is the matter and what to do.
pub fn say(rejection: &Rejection, lang: Lang) -> String {
    let (text, parts) = match rejection {
        Rejection::NoSuchMatter => (t::NO_SUCH_MATTER, vec![]),
        Rejection::IdTaken => (t::ID_TAKEN, vec![]),
        Rejection::NewerRecords => (t::NEWER, vec![]),
        Rejection::InTheFuture { today, .. } => (p::FUTURE, vec![today.to_string()]),
        Rejection::BeforeReceived { received, .. } => {
            (p::BEFORE_RECEIVED, vec![received.to_string()])
        }
        Rejection::NotNow(why) => (t::why_not(*why), vec![]),
        Rejection::Missing("claims") => (t::CLAIMS, vec![]),
        Rejection::Missing("claim") => (t::CLAIM, vec![]),
        Rejection::Missing("promise") => (t::PROMISE, vec![]),
        Rejection::Missing("terms" | "carry_out_by") => (t::KEPT, vec![]),
        Rejection::Missing(_) => (t::MISSING, vec![]),
        Rejection::TooLong(field, length, limit) => {
            // Days and claims are counted, not their characters; a claim has 200.
            let counted = *field == "days" || (*field == "claims" && *limit < 200);
            let text = if counted { t::TOO_MANY } else { t::TOO_LONG };
            (text, vec![length.to_string(), limit.to_string()])
        }
        Rejection::DayBefore("received_on", first) => (t::RECEIVED_LATE, vec![first.to_string()]),
        Rejection::DayBefore(_, on) => (p::BEFORE_FACT, vec![on.to_string()]),
        Rejection::NoSuchEntry => (t::NO_ENTRY, vec![]),
        Rejection::OtherType => (t::OTHER_TYPE, vec![]),
        Rejection::BadPack(e) => (t::BAD_PACK, vec![pack(e, lang)]),
        Rejection::BadCalendar(e) => (t::BAD_CALENDAR, vec![calendar::error(e, lang)]),
        Rejection::NotRecordable => (t::NOT_RECORDABLE, vec![]),
    };
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    text.with(lang, &parts)
}

/// Why a rule pack does not read.
pub fn pack(error: &PackError, lang: Lang) -> String {
    let (text, about) = match error {
        PackError::Unreadable(words) => (t::UNREADABLE, words.as_str()),
        PackError::OtherFormat => (t::OTHER_FORMAT, ""),
        PackError::Twice(id) => (t::TWICE, id.as_str()),
        PackError::Wordless(id) => (t::WORDLESS, id.as_str()),
        PackError::NoSuchQuestion(id) => (t::NO_QUESTION, id.as_str()),
        PackError::Backwards(id) => (t::BACKWARDS, id.as_str()),
        PackError::Uncited(id) => (t::UNCITED, id.as_str()),
        PackError::NoSuchGround(id) => (t::NO_GROUND, id.as_str()),
        PackError::NoSuchRule(id) => (t::NO_RULE, id.as_str()),
        PackError::NoClock(id) => (t::NO_CLOCK, id.as_str()),
        PackError::Overlap(id) => (t::OVERLAP, id.as_str()),
        PackError::NotLaw(id) => (t::NOT_LAW, id.as_str()),
        PackError::NotStricter(id) => (t::NOT_STRICTER, id.as_str()),
        PackError::LawStays(id) => (t::LAW_STAYS, id.as_str()),
        PackError::RightStays(id) => (t::RIGHT_STAYS, id.as_str()),
        PackError::NotOver(id) => (t::NOT_OVER, id.as_str()),
        PackError::BadTable(id) => (t::BAD_TABLE, id.as_str()),
        PackError::TableGap(id) => (t::TABLE_GAP, id.as_str()),
        PackError::TableOverlap(id) => (t::TABLE_OVERLAP, id.as_str()),
        PackError::BadSign(id) => (t::BAD_SIGN, id.as_str()),
    };
    text.with(lang, &[about])
}

/// The field of a form that a refusal concerns, where there is one.
pub fn field(rejection: &Rejection) -> Option<&'static str> {
    let code = match rejection {
        Rejection::InTheFuture { .. } | Rejection::BeforeReceived { .. } => "on",
        Rejection::Missing(code) | Rejection::TooLong(code, ..) | Rejection::DayBefore(code, _) => {
            code
        }
        Rejection::NoSuchMatter
        | Rejection::IdTaken
        | Rejection::NewerRecords
        | Rejection::NotNow(_)
        | Rejection::NoSuchEntry
        | Rejection::OtherType
        | Rejection::BadPack(_)
        | Rejection::BadCalendar(_)
        | Rejection::NotRecordable => return None,
    };
    match code {
        "received_on" => Some("on"),
        "order" => Some("doc"),
        "must_by" => Some("q-must_what"),
        "place.name" => Some("places"),
        "post.name" => Some("posts"),
        // Not asked for in any form.
        "claim" | "number" | "answers" => None,
        code => Some(code.strip_prefix("unit.").unwrap_or(code)),
    }
}

/// The refusal as a problem at its field; nothing when it concerns the whole act.
pub fn problem(rejection: &Rejection, lang: Lang) -> Option<Problem> {
    field(rejection).map(|field| Problem { field: field.to_owned(), text: say(rejection, lang) })
}

#[cfg(test)]
mod tests;
