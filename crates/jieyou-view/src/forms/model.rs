//! The parts of a form.

use jieyou_domain::compact::Map;
use jieyou_domain::ledger::Command;
use jieyou_store::contact::Contact;

/// What was typed so far: field key to text. Choices hold their code, dates are ISO.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft(pub Map<String, String>);

/// The field of a contact that holds telephone numbers.
pub const PHONE: &str = "phone";

impl Form {
    /// Whether a telephone number can be written into the contact here.
    pub fn asks_phone(&self) -> bool {
        self.fields.iter().any(|field| field.is_contact() && field.key == PHONE)
    }
}

impl Draft {
    /// What stands in a field; empty when nothing does.
    pub fn get(&self, key: &str) -> &str {
        self.0.get(key).map_or("", String::as_str)
    }

    /// The codes ticked in a field of many.
    pub fn codes<'a>(&'a self, key: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.get(key).split_whitespace()
    }

    /// Puts a text into a field.
    pub fn set(&mut self, key: impl Into<String>, value: impl Into<String>) {
        self.0.insert(key.into(), value.into());
    }
}

/// Behind a date field's key: `yes` while the browser holds a day there that does not
/// exist, which it gives out as an empty text.
pub const BAD_DATE: &str = "!";

/// How a field is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Control {
    /// One line, with the most characters allowed.
    Line(usize),
    /// Several lines, with the most characters allowed.
    Area(usize),
    /// One entry a line.
    Lines,
    /// A civil date that has been.
    Date,
    /// A civil date to come.
    Due,
    /// A whole number; empty means not known.
    Number,
    /// One of few: radio chips, code and label.
    Choice(Vec<(String, String)>),
    /// Any of few: chips to tick, code and label; the field holds the codes, one space
    /// between.
    Many(Vec<(String, String)>),
    /// One of many: a list to choose from, code and label; the first may be the empty code.
    Select(Vec<(String, String)>),
    /// The same in groups, each with its heading; without one what stands by itself.
    Groups(Vec<(String, Vec<(String, String)>)>),
    /// Yes or nothing: `yes` when ticked.
    Tick,
    /// A button that adds a row: the number of rows stands in the field.
    AddRow,
}

/// Where on the form a field stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    /// In sight.
    Open,
    /// Behind 「还有几个问题」: the deciding questions.
    Folded,
    /// Behind 「留联系方式」.
    Contact,
    /// In sight, on the contact's own page.
    Reach,
    /// In sight, and in no draft: of what is recorded by number only.
    Unkept,
}

impl Field {
    /// Whether words for the roles of parties are offered: where a story is told.
    pub fn offers_roles(&self) -> bool {
        self.tells && matches!(self.control, Control::Area(_) | Control::Lines)
    }

    /// Whether a draft may hold it once the page is gone.
    pub const fn is_kept(&self) -> bool {
        matches!(self.shelf, Shelf::Open | Shelf::Folded)
    }

    /// Whether it holds how to reach somebody, which never leaves the contact store.
    pub fn is_contact(&self) -> bool {
        matches!(self.shelf, Shelf::Contact | Shelf::Reach)
    }
}

/// One question of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its key in the draft; also its id in the page.
    pub key: String,
    /// The question.
    pub label: String,
    /// Help under the label; may be empty.
    pub hint: String,
    /// How it is filled in.
    pub control: Control,
    /// Whether an answer is needed.
    pub required: bool,
    /// Where it stands.
    pub shelf: Shelf,
    /// Whether it tells of a matter in words, so that its wording is worth a hint.
    pub tells: bool,
    /// What is proposed of its choices; a person chooses.
    pub proposed: Vec<Proposal>,
}

/// A choice that is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The code of the choice.
    pub code: String,
    /// What it is.
    pub label: String,
    /// Why it is proposed.
    pub why: String,
}

/// A form as it stands for one draft; the default asks nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Its heading.
    pub title: String,
    /// What it is about: a matter's number and title; may be empty.
    pub about: String,
    /// A sentence above the fields; may be empty.
    pub intro: String,
    /// The questions, in order.
    pub fields: Vec<Field>,
    /// The words on its button.
    pub submit: String,
    /// What is typed would come to, shown above the button; may be empty.
    pub argued: Vec<Argued>,
    /// What the form puts into the draft by itself, since something else was chosen.
    pub fills: Vec<(String, String)>,
}

/// What is typed would come to, in one respect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argued {
    /// In which: 性质, 办理途径 …
    pub name: String,
    /// The answer.
    pub answer: String,
    /// Why; may be empty.
    pub why: String,
    /// Fields that are open and would settle it or give another answer: key, and the
    /// question with that answer.
    pub asks: Vec<(String, String)>,
}

/// What is wrong with one field, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field's key.
    pub field: String,
    /// What is wrong and what to do.
    pub text: String,
}

/// A draft that reads: what to ask of the ledger, and the contact to keep beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Submission {
    /// The command.
    pub command: Command,
    /// The contact, kept outside the log.
    pub contact: Option<Contact>,
}
