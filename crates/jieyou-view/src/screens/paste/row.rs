//! One row of the paste as a registration: read by the register form itself, so that the
//! same things are wrong in the same words.

use super::days::{Help, NoDay, read_day};
use super::table::{Line, Mapping};
use super::target::Target;
use super::words::{Answer, Words};
use crate::forms::{Draft, FormContext, register};
use crate::text::forms::problem;
use crate::text::{Both, Lang, paste as t};
use jieyou_domain::facts::Registered;
use jieyou_domain::ids::Id;
use jieyou_domain::ledger::{Command, TITLE_MAX};
use jieyou_domain::time::{Date, parse_date};

/// The longest name of a place, in characters.
const PLACE_MAX: usize = 60;

/// A row, read.
#[derive(Clone, Debug, Default)]
pub(super) struct Read {
    pub(super) title: String,
    pub(super) on: Option<Date>,
    /// The words of its place, and a listed place's id or a new one's name.
    pub(super) place: String,
    pub(super) place_id: Option<String>,
    pub(super) new_place: Option<String>,
    pub(super) claims: String,
    /// What is wrong, by what it would become.
    pub(super) wrong: Vec<(Target, String)>,
    /// What is worth knowing.
    pub(super) notes: Vec<String>,
    /// The registration, where nothing is wrong.
    pub(super) facts: Option<Registered>,
}

/// What every row is read with.
pub(super) struct Reading<'a> {
    pub(super) cx: &'a FormContext<'a>,
    pub(super) draft: &'a Draft,
    pub(super) mapping: &'a Mapping,
    pub(super) words: &'a Words,
    pub(super) help: Help,
}

/// The key under which a correction of a row stands in a draft.
pub(super) fn fix_key(line: &Line, target: Target) -> String {
    format!("fix-{}-{}", line.key, target.code())
}

/// Years, spreadsheets' day numbers: what the user allowed.
pub(super) fn help(draft: &Draft) -> Help {
    Help { year: draft.get("year").parse().ok(), serial: draft.get("serial") == "yes" }
}

/// What stands in a row for `target`: the correction, else the cells, each a line.
pub(super) fn text_of(
    mapping: &Mapping,
    draft: &Draft,
    above: &[Line],
    line: &Line,
    target: Target,
) -> String {
    if let Some(fixed) = draft.0.get(&fix_key(line, target)) {
        return fixed.trim().to_owned();
    }
    let columns = mapping.columns.iter().enumerate().filter(|(_, c)| c.target == target);
    let cells = columns.map(|(at, column)| {
        let own = line.cells[at].as_str();
        if !own.is_empty() || !column.fills {
            return own;
        }
        let last = above.iter().rev().map(|l| l.cells[at].as_str()).find(|c| !c.is_empty());
        last.unwrap_or_default()
    });
    let cells: Vec<&str> = cells.filter(|c| !c.is_empty()).collect();
    let text = cells.join("\n");
    let says = matches!(target, Target::Title | Target::Story | Target::Claims);
    if !says && is_nothing(&text) { String::new() } else { text }
}

/// Words that say that there is nothing to say.
fn is_nothing(text: &str) -> bool {
    [Lang::Zh, Lang::En].iter().any(|lang| t::NOTHING.to(*lang).split(' ').any(|w| w == text))
}

impl Reading<'_> {
    /// Reads a row; `above` are the rows before it, for merged cells.
    pub(super) fn read(&self, above: &[Line], line: &Line) -> Read {
        let text = |target| text_of(self.mapping, self.draft, above, line, target);
        let mut row = Read::default();
        let mut draft = register::blank(self.cx);
        self.day(&text(Target::On), &mut row, &mut draft);
        self.place(text(Target::Place), &mut row, &mut draft);
        self.texts(text, &mut row, &mut draft);
        for (target, key) in [(Target::Households, "households"), (Target::People, "people")] {
            draft.set(key, bare_number(&text(target)));
        }
        draft.set("outside", text(Target::Outside));
        for key in ["danger", "reply_by"] {
            draft.set(key, self.draft.get(key));
        }
        for target in [Target::Against, Target::Channel] {
            let code = match self.words.answer(target, &text(target)) {
                Answer::Code(code) => code,
                Answer::Nothing => self.draft.get(target.code()).to_owned(),
                _ => {
                    let said = t::WORD_OPEN.with(self.cx.lang, &[&text(target)]);
                    row.wrong.push((target, said));
                    String::new()
                }
            };
            draft.set(target.code(), code);
        }
        self.check(&mut row, draft);
        row
    }

    fn day(&self, cell: &str, row: &mut Read, draft: &mut Draft) {
        let lang = self.cx.lang;
        match read_day(cell, self.help) {
            Ok(day) => {
                row.on = Some(day);
                draft.set("on", day.to_string());
            }
            Err(why) => row.wrong.push((Target::On, no_day(why).with(lang, &[cell]))),
        }
    }

    fn place(&self, cell: String, row: &mut Read, draft: &mut Draft) {
        match self.words.answer(Target::Place, &cell) {
            Answer::Nothing => {}
            Answer::Code(id) => {
                let name = self.cx.book.place(&id).map_or(cell.as_str(), |p| p.name.as_str());
                name.clone_into(&mut row.place);
                draft.set("place", id.clone());
                row.place_id = Some(id);
                return;
            }
            Answer::New => {
                let length = cell.chars().count();
                if length > PLACE_MAX {
                    let parts = [length.to_string(), PLACE_MAX.to_string()];
                    let label = Target::Place.label(self.cx.lang);
                    let said = problem::TOO_LONG.with(self.cx.lang, &[label, &parts[0], &parts[1]]);
                    row.wrong.push((Target::Place, said));
                }
                row.new_place = Some(cell.clone());
            }
            Answer::InWords => draft.set("spot", cell.clone()),
            Answer::Open => {
                row.wrong.push((Target::Place, t::PLACE_OPEN.with(self.cx.lang, &[&cell])));
            }
        }
        row.place = cell;
    }

    /// Title, course and claims; what does not fit into the title goes into the course.
    fn texts(&self, text: impl Fn(Target) -> String, row: &mut Read, draft: &mut Draft) {
        let lang = self.cx.lang;
        let whole = text(Target::Title).replace('\n', " ");
        let title: String = whole.chars().take(TITLE_MAX).collect();
        let mut story = Vec::new();
        if title != whole {
            let length = whole.chars().count();
            let parts = [length.to_string(), TITLE_MAX.to_string()];
            row.notes.push(t::CUT.with(lang, &[&parts[0], &parts[1], &title]));
            story.push(whole);
        }
        story.push(text(Target::Story));
        for (target, label) in [(Target::Body, t::KEPT_BODY), (Target::Note, t::KEPT_NOTE)] {
            let said = text(target);
            if !said.is_empty() {
                story.push(label.with(lang, &[&said]));
            }
        }
        story.retain(|part| !part.is_empty());
        draft.set("story", story.join("\n"));
        let mut claims = text(Target::Claims);
        if claims.is_empty() && self.draft.get("claims_title") == "yes" {
            claims.clone_from(&title);
        }
        draft.set("claims", claims.clone());
        draft.set("title", title.clone());
        (row.title, row.claims) = (title, claims);
    }

    /// Lets the register form read it.
    fn check(&self, row: &mut Read, draft: Draft) {
        // What is asked once for all rows is no fault of a row.
        let mut whole = draft;
        for (key, any) in [
            ("danger", "no"),
            ("reply_by", "in_person"),
            ("against", "unknown"),
            ("channel", "visit"),
        ] {
            if whole.get(key).is_empty() {
                whole.set(key, any);
            }
        }
        match register::read(self.cx, &whole, Id::from_bytes([0; 10])) {
            Ok(submission) => {
                if let Command::Register { facts, .. } = submission.command {
                    row.facts = Some(*facts).filter(|_| row.wrong.is_empty());
                }
            }
            Err(problems) => {
                for problem in problems {
                    let target = target_of(&problem.field);
                    if !row.wrong.iter().any(|(t, _)| *t == target) {
                        row.wrong.push((target, problem.text));
                    }
                }
            }
        }
    }
}

/// The column a field of the register form is filled from.
fn target_of(field: &str) -> Target {
    match field {
        "spot" => Target::Place,
        other => Target::from_code(other).unwrap_or(Target::Title),
    }
}

/// What is wrong with a cell that should hold a day.
fn no_day(why: NoDay) -> Both {
    match why {
        NoDay::Empty => t::NO_DAY,
        NoDay::NoYear => t::NO_YEAR,
        NoDay::Serial => t::SERIAL_OPEN,
        NoDay::Order => t::DAY_ORDER,
        NoDay::NoSuchDay => problem::NO_SUCH_DAY,
        NoDay::Unread => t::DAY_UNREAD,
    }
}

/// A number without the unit behind it.
fn bare_number(cell: &str) -> &str {
    let units = t::UNITS.to(Lang::Zh);
    cell.trim_end_matches(|c: char| c.is_whitespace() || units.contains(c))
}

/// Whether a text reads as a day that needs a year, or as a bare day number.
pub(super) fn needs_help(cell: &str) -> Option<NoDay> {
    let why = read_day(cell, Help::default()).err()?;
    let helped = match why {
        NoDay::NoYear => true,
        NoDay::Serial => {
            // Between 1990 and 2100; anything else is no day number either.
            let day = read_day(cell, Help { year: None, serial: true }).ok();
            let from = parse_date("1990-01-01");
            day >= from && day < parse_date("2100-01-01")
        }
        _ => false,
    };
    helped.then_some(why)
}
