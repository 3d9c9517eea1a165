//! Why a pack is refused, in words, and on which line.

use super::tables::{one, written};
use crate::forms::refusal;
use crate::text::tables as t;
use crate::text::{Lang, rules as rules_text, words};
use jieyou_domain::json::read;
use jieyou_domain::ledger::{Book, Rejection};
use jieyou_domain::rules::{Lint, PackError, Row, RuleSet, Table, UNKNOWN, Value};

/// Why a text is refused, and the line it stands on.
pub(super) fn refused(text: &str, e: PackError, book: &Book, lang: Lang) -> String {
    let at = about(&e).and_then(|id| {
        let table = id.rsplit_once('.').map(|(table, _)| table);
        line(text, id).or_else(|| line(text, table?))
    });
    let mut said = match worded(&e, &beside(text, book), lang) {
        Some(words) => crate::text::forms::refusal::BAD_PACK.with(lang, &[&words]),
        None => refusal::say(&Rejection::BadPack(e), lang),
    };
    said.push_str(&placed(at, lang));
    said
}

fn placed(line: Option<usize>, lang: Lang) -> String {
    line.map_or_else(String::new, |n| rules_text::AT_LINE.with(lang, &[&n.to_string()]))
}

/// An error of the rules in force, in words.
pub(super) fn error(e: &PackError, rules: &RuleSet, lang: Lang) -> String {
    worded(e, rules, lang).unwrap_or_else(|| refusal::pack(e, lang))
}

/// What a careful reader would ask, and the line where a row stands.
pub(super) fn lint(lint: &Lint, rules: &RuleSet, text: &str, lang: Lang) -> String {
    let Lint::Shadowed(id) = lint else { return rules_text::lint(lint, lang) };
    let Some((table, row)) = rules.row(id) else { return rules_text::lint(lint, lang) };
    let never = super::tables::never(table, row, lang);
    t::OF_TABLE.with(lang, &[words(&table.name, lang), &never]) + &placed(line(text, id), lang)
}

/// The rules whose words an error is said in: a pack's own, before those in force.
fn beside(text: &str, book: &Book) -> RuleSet {
    let Ok(pack) = read::<RuleSet>(text) else { return book.rules().as_ref().clone() };
    if pack.over.is_empty() {
        return pack;
    }
    let mut rules = pack;
    let base = book.rules();
    rules.tables.extend(base.tables.iter().cloned());
    rules.questions.extend(base.questions.iter().cloned());
    rules.categories.extend(base.categories.iter().cloned());
    rules
}

/// An error of a table in words; nothing where its words are the usual ones.
fn worded(e: &PackError, rules: &RuleSet, lang: Lang) -> Option<String> {
    let (PackError::TableGap(about) | PackError::TableOverlap(about) | PackError::BadTable(about)) =
        e
    else {
        return None;
    };
    let parts: Vec<&str> = about.splitn(3, ": ").collect();
    let named = |id: &str| rules.table(id).map(|table| (table, words(&table.name, lang)));
    match (e, parts.as_slice()) {
        (PackError::TableGap(_), [id]) | (PackError::TableGap(_), [id, ""]) => {
            Some(t::GAP_ALL.with(lang, &[named(id)?.1]))
        }
        (PackError::TableGap(_), [id, case]) => {
            let (table, name) = named(id)?;
            Some(t::GAP.with(lang, &[name, &case_words(case, table, rules, lang)]))
        }
        (PackError::TableOverlap(_), [id, rows, case]) => {
            let (table, name) = named(id)?;
            Some(t::OVERLAP.with(lang, &[name, rows, &case_words(case, table, rules, lang)]))
        }
        (PackError::BadTable(_), ["consult", day]) => Some(t::CONSULT_DAYS.with(lang, &[day])),
        (PackError::BadTable(_), [place, ..]) => {
            if let Some((table, row)) = rules.row(place) {
                return Some(bad_row(table, row, &parts, lang));
            }
            let (table, input) = place.rsplit_once('.')?;
            let (table, name) = named(table)?;
            let input = table.input(input).map_or(input, |i| words(&i.words, lang));
            Some(t::BAD_INPUT.with(lang, &[name, input]))
        }
        _ => None,
    }
}

fn bad_row(table: &Table, row: &Row, parts: &[&str], lang: Lang) -> String {
    match parts {
        [_, input, value] => {
            let name = table.input(input).map_or(*input, |i| words(&i.words, lang));
            t::NO_VALUE.with(lang, &[&row.id, name, value])
        }
        _ => t::NO_SUCH.with(lang, &[&row.id, parts.get(1).copied().unwrap_or_default()]),
    }
}

/// `a=x, b=y` in words.
fn case_words(case: &str, table: &Table, rules: &RuleSet, lang: Lang) -> String {
    let pairs = case.split(", ").filter_map(|pair| {
        let (id, value) = pair.split_once('=')?;
        let input = table.input(id)?;
        let said = match value.parse() {
            _ if value == UNKNOWN => written(rules, table, input, value, lang),
            Ok(n) if input.fact.is_number() => one(rules, table, input, &Value::Number(n), lang),
            _ => written(rules, table, input, value, lang),
        };
        Some(t::IS.with(lang, &[words(&input.words, lang), &said]))
    });
    let pairs: Vec<String> = pairs.collect();
    if pairs.is_empty() { t::ANY_CASE.to(lang).to_owned() } else { pairs.join(t::AND.to(lang)) }
}

/// The id that an error is about; what does not read names its own line.
fn about(error: &PackError) -> Option<&str> {
    match error {
        PackError::Unreadable(_) | PackError::OtherFormat | PackError::NotOver(_) => None,
        PackError::Twice(id)
        | PackError::Wordless(id)
        | PackError::Uncited(id)
        | PackError::NoSuchQuestion(id)
        | PackError::NoSuchGround(id)
        | PackError::NoSuchRule(id)
        | PackError::Backwards(id)
        | PackError::NoClock(id)
        | PackError::Overlap(id)
        | PackError::NotLaw(id)
        | PackError::NotStricter(id)
        | PackError::LawStays(id)
        | PackError::BadTable(id)
        | PackError::TableGap(id)
        | PackError::TableOverlap(id)
        | PackError::BadSign(id)
        | PackError::RightStays(id) => id.split([':', ',']).next(),
    }
}

/// The line of a text on which an id stands last: of two, the second is the one too many.
/// Where it is somebody's own id, and not only named, that line counts.
fn line(text: &str, id: &str) -> Option<usize> {
    let quoted = format!("\"{id}\"");
    let is_own = |at: &usize| {
        let before = text.get(..*at).unwrap_or_default().trim_end();
        before.strip_suffix(':').is_some_and(|key| key.trim_end().ends_with("\"id\""))
    };
    let all = || text.rmatch_indices(&quoted).map(|(at, _)| at);
    let at = all().find(is_own).or_else(|| all().next())?;
    Some(text.get(..at)?.matches('\n').count() + 1)
}
