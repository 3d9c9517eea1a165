//! Setting a ledger up: the unit's profile, then places and posts pasted one a line.

use super::build::Build;
use super::context::FormContext;
use super::model::{Control, Draft, Form, Problem, Submission};
use super::reader::Reader;
use crate::text::forms::{Ask, setup as t};
use crate::text::words;
use jieyou_domain::compact::Map;
use jieyou_domain::facts::{Place, PlacesListed, Post, PostsListed, UnitKind, UnitProfile};
use jieyou_domain::ids::Id;
use jieyou_domain::ledger::Command;

/// The longest name, in characters.
const NAME_MAX: usize = 60;
/// The longest other text of the profile, in characters.
const TEXT_MAX: usize = 200;
/// The longest telephone, with an extension and a second number.
const PHONE_MAX: usize = 40;
/// The longest address with its name and telephone.
const ADDRESS_MAX: usize = 100;
/// How many lines of further help fit on the slip's one page.
const HELP_LINES: usize = 3;

/// Two letters to begin with, until the township gives codes. From random bytes, because
/// two villages would both choose the first letters of their names.
pub fn suggested_code(random: [u8; 2]) -> String {
    // Without I and O, which read like digits.
    const LETTERS: &[u8; 24] = b"ABCDEFGHJKLMNPQRSTUVWXYZ";
    random.iter().map(|b| char::from(LETTERS[usize::from(*b) % LETTERS.len()])).collect()
}

/// The profile as it stands; a fresh one begins with `code`.
pub fn unit_blank(ctx: &FormContext<'_>, code: &str) -> Draft {
    let mut draft = Draft::default();
    draft.set("code", code);
    if let Some(unit) = ctx.book.unit() {
        for (key, text) in [
            ("kind", unit.kind.code()),
            ("name", &unit.name),
            ("code", &unit.code),
            ("reception", &unit.reception),
            ("review_body", &unit.review_body),
            ("recheck_body", &unit.recheck_body),
            ("phone", &unit.phone),
            ("help", &unit.help),
            ("upper", &unit.upper),
        ] {
            draft.set(key, text);
        }
        for (key, code, _) in t::ADDRESSES {
            draft.set(key, unit.addresses.get(&code.to_owned()).map_or("", String::as_str));
        }
    }
    draft
}

/// The profile's form; what the unit is comes first, and decides what else is asked.
pub fn unit_form(ctx: &FormContext<'_>, draft: &Draft) -> Form {
    let mut build = Build::of_unit(ctx);
    unit_fields(&mut build, draft);
    let hint = t::ADDRESS_HINT.to(ctx.lang);
    for (key, _, ask) in &t::ADDRESSES {
        let label = ask.label.to(ctx.lang).to_owned();
        build.put(key, label, hint, Control::Line(ADDRESS_MAX));
    }
    build.form(t::UNIT_TITLE.to(ctx.lang), String::new(), t::SAVE)
}

/// The first form of a ledger: the profile, and places and posts where they are at hand.
pub fn first_form(ctx: &FormContext<'_>, draft: &Draft) -> Form {
    let mut build = Build::of_unit(ctx);
    unit_fields(&mut build, draft);
    build.add("places", &t::FIRST_PLACES, Control::Lines);
    build.add("posts", &t::FIRST_POSTS, Control::Lines);
    build.form(t::UNIT_TITLE.to(ctx.lang), String::new(), t::SAVE)
}

fn unit_fields(build: &mut Build<'_>, draft: &Draft) {
    let lang = build.lang();
    let kinds = words::choices(UnitKind::ALL, UnitKind::code, words::unit_kind, lang);
    build.need("kind", &t::KIND, Control::Choice(kinds));
    build.need("name", &t::NAME, Control::Line(NAME_MAX));
    build.need("code", &t::CODE, Control::Line(8));
    build.add("reception", &t::RECEPTION, Control::Line(TEXT_MAX));
    build.add("phone", &t::PHONE, Control::Line(PHONE_MAX));
    if answers(draft) {
        build.add("review_body", &t::REVIEW, Control::Line(TEXT_MAX));
        build.add("recheck_body", &t::RECHECK, Control::Line(TEXT_MAX));
    }
    if draft.get("kind") == UnitKind::Village.code() {
        build.add("upper", &t::UPPER, Control::Line(NAME_MAX));
    }
    build.add("help", &t::HELP, Control::Area(TEXT_MAX));
}

/// Whether a code may stand in front of matters' numbers: 1 to 8 capitals and digits.
pub(super) fn is_code(code: &str) -> bool {
    let plain = code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    plain && (1..=8).contains(&code.len())
}

/// A village gives no written opinions, so there is nothing to review.
fn answers(draft: &Draft) -> bool {
    UnitKind::from_code(draft.get("kind")).is_some_and(|kind| kind != UnitKind::Village)
}

/// Reads the profile.
///
/// # Errors
///
/// Returns every problem, each at its field.
pub fn read_unit(ctx: &FormContext<'_>, draft: &Draft) -> Result<Submission, Vec<Problem>> {
    let mut reader = Reader::new(ctx, draft);
    let kind = reader.chosen("kind", &t::KIND, UnitKind::from_code);
    let name = reader.needed("name", &t::NAME, NAME_MAX);
    let code = reader.raw("code").to_ascii_uppercase();
    if !is_code(&code) {
        reader.wrong("code", t::BAD_CODE, &[]);
    }
    let reception = reader.text("reception", &t::RECEPTION, TEXT_MAX);
    let phone = reader.text("phone", &t::PHONE, PHONE_MAX);
    let help = reader.text("help", &t::HELP, TEXT_MAX);
    if help.lines().count() > HELP_LINES {
        reader.wrong("help", t::HELP_LONG, &[&HELP_LINES.to_string()]);
    }
    let mut body = |key: &str, ask: &Ask| {
        if answers(draft) { reader.text(key, ask, TEXT_MAX) } else { String::new() }
    };
    let review_body = body("review_body", &t::REVIEW);
    let recheck_body = body("recheck_body", &t::RECHECK);
    let is_village = kind == Some(UnitKind::Village);
    let upper = if is_village { reader.text("upper", &t::UPPER, NAME_MAX) } else { String::new() };
    let mut addresses = Map::new();
    for (key, code, ask) in &t::ADDRESSES {
        let text = reader.text(key, ask, ADDRESS_MAX);
        if !text.is_empty() {
            addresses.insert((*code).to_owned(), text);
        }
    }
    let profile = kind.map(|kind| {
        let unit = UnitProfile {
            kind,
            name,
            code,
            reception,
            review_body,
            recheck_body,
            phone,
            help,
            addresses,
            upper,
        };
        Submission { command: Command::ProfileUnit(unit), contact: None }
    });
    reader.finish(profile)
}

/// What a pasted list adds, and what is worth saying about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The command.
    pub submission: Submission,
    /// Lines that were left out, in words; may be empty.
    pub notes: Vec<String>,
}

/// The first form, read: the profile, what comes after it, and lines left out in words.
#[derive(Clone, Debug, PartialEq)]
pub struct First {
    /// The profile.
    pub submission: Submission,
    /// Places and posts, in the same transaction.
    pub more: Vec<Command>,
    /// Lines that were left out, in words; may be empty.
    pub notes: Vec<String>,
}

/// Reads the first form. Places and posts may wait.
///
/// # Errors
///
/// Returns every problem, each at its field.
pub fn read_first(
    ctx: &FormContext<'_>,
    draft: &Draft,
    mint: &mut dyn FnMut() -> Id,
) -> Result<First, Vec<Problem>> {
    let unit = read_unit(ctx, draft);
    let mut lists = Vec::new();
    if !draft.get("places").trim().is_empty() {
        lists.push(read_places(ctx, draft, mint));
    }
    if !draft.get("posts").trim().is_empty() {
        lists.push(read_posts(ctx, draft, mint));
    }
    let mut wrong: Vec<Problem> = unit.as_ref().err().cloned().unwrap_or_default();
    let (mut more, mut notes) = (Vec::new(), Vec::new());
    for list in lists {
        match list {
            Ok(listed) => {
                more.push(listed.submission.command);
                notes.extend(listed.notes);
            }
            Err(problems) => wrong.extend(problems),
        }
    }
    match unit {
        Ok(submission) if wrong.is_empty() => Ok(First { submission, more, notes }),
        _ => Err(wrong),
    }
}

/// The form for places.
pub fn places_form(ctx: &FormContext<'_>) -> Form {
    lines_form(ctx, "places", &t::PLACES, t::PLACES_TITLE.to(ctx.lang))
}

/// The form for posts.
pub fn posts_form(ctx: &FormContext<'_>) -> Form {
    lines_form(ctx, "posts", &t::POSTS, t::POSTS_TITLE.to(ctx.lang))
}

fn lines_form(ctx: &FormContext<'_>, key: &str, ask: &Ask, title: &str) -> Form {
    let mut build = Build::of_unit(ctx);
    build.need(key, ask, Control::Lines);
    build.form(title, String::new(), t::SAVE)
}

/// A line that adds something: its number, its name, its code.
struct Line {
    number: usize,
    name: String,
    code: String,
}

/// The lines with names that are not there yet, and notes on the others.
fn new_lines(reader: &mut Reader<'_>, key: &str, known: &[&str]) -> (Vec<Line>, Vec<String>) {
    let mut lines: Vec<Line> = Vec::new();
    let mut notes = Vec::new();
    for (at, text) in reader.raw(key).lines().enumerate() {
        let mut cells = text.split('\t').map(str::trim).filter(|cell| !cell.is_empty());
        let Some(name) = cells.next() else { continue };
        let number = at + 1;
        if name.chars().count() > NAME_MAX {
            reader.wrong(key, t::LINE_LONG, &[&number.to_string(), &NAME_MAX.to_string()]);
        } else if known.contains(&name) || lines.iter().any(|l| l.name == name) {
            notes.push(t::TWICE.with(reader.ctx.lang, &[name]));
        } else {
            let code = cells.next().unwrap_or_default().to_owned();
            lines.push(Line { number, name: name.to_owned(), code });
        }
    }
    (lines, notes)
}

/// Reads pasted places: a name a line, its official code after a tab where there is one.
///
/// # Errors
///
/// Returns every problem with its line.
pub fn read_places(
    ctx: &FormContext<'_>,
    draft: &Draft,
    mint: &mut dyn FnMut() -> Id,
) -> Result<Listed, Vec<Problem>> {
    let mut reader = Reader::new(ctx, draft);
    let known: Vec<&str> = ctx.book.places().map(|p| p.name.as_str()).collect();
    let (lines, notes) = new_lines(&mut reader, "places", &known);
    let mut places: Vec<Place> = Vec::new();
    for line in lines {
        let number = line.number.to_string();
        let id = if line.code.is_empty() { mint().to_string() } else { line.code };
        let official = id.len() == 12 && id.bytes().all(|b| b.is_ascii_digit());
        if !official && id.parse::<Id>().is_err() {
            reader.wrong("places", t::NO_AREA_CODE, &[&number]);
        } else if ctx.book.place(&id).is_some() || places.iter().any(|p| p.id == id) {
            reader.wrong("places", t::CODE_TWICE, &[&number]);
        } else {
            places.push(Place { id, name: line.name, open: true });
        }
    }
    let command = (!places.is_empty()).then_some(Command::ListPlaces(PlacesListed { places }));
    listed(reader, "places", command, notes)
}

/// Reads pasted posts: a name a line.
///
/// # Errors
///
/// Returns every problem with its line.
pub fn read_posts(
    ctx: &FormContext<'_>,
    draft: &Draft,
    mint: &mut dyn FnMut() -> Id,
) -> Result<Listed, Vec<Problem>> {
    let mut reader = Reader::new(ctx, draft);
    let known: Vec<&str> = ctx.book.posts().map(|p| p.name.as_str()).collect();
    let (lines, notes) = new_lines(&mut reader, "posts", &known);
    let posts: Vec<Post> = lines
        .into_iter()
        .map(|line| Post { id: mint().to_string(), name: line.name, open: true })
        .collect();
    let command = (!posts.is_empty()).then_some(Command::ListPosts(PostsListed { posts }));
    listed(reader, "posts", command, notes)
}

fn listed(
    mut reader: Reader<'_>,
    key: &str,
    command: Option<Command>,
    notes: Vec<String>,
) -> Result<Listed, Vec<Problem>> {
    if command.is_none() && !reader.has_problems() {
        reader.wrong(key, t::NOTHING_NEW, &[]);
    }
    let submission = command.map(|command| Submission { command, contact: None });
    reader.finish(submission).map(|submission| Listed { submission, notes })
}

#[cfg(test)]
mod tests;
