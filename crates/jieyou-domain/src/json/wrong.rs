//! What does not fit, and where: the field, and in a text the line and the column.

use super::Value;
use super::text::place;
use std::fmt;

/// What is wrong with a JSON text or value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong(Box<Inner>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    fault: Fault,
    what: String,
    /// From the inside out.
    path: Vec<Part>,
    line: usize,
    column: usize,
}

/// In which way a text is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Not JSON.
    NotJson,
    /// The beginning of JSON: a copy that was cut off.
    CutOff,
    /// JSON of another shape.
    Shape,
}

/// A step on the way to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Field(String),
    Item(usize),
}

impl Wrong {
    /// Makes the error for a value of the wrong shape.
    #[inline(never)]
    pub fn new(what: String) -> Self {
        let (fault, path) = (Fault::Shape, Vec::new());
        Self(Box::new(Inner { fault, what, path, line: 0, column: 0 }))
    }

    /// Makes the error for a value where another was expected.
    #[inline(never)]
    pub fn other(found: &Value, expected: &str) -> Self {
        let found = match found {
            Value::Null => "null",
            Value::Bool(true) => "true",
            Value::Bool(false) => "false",
            Value::Number(number) => {
                return Self::new(format!("{number} where {expected} belongs"));
            }
            Value::String(text) => return Self::new(format!("`{text}` where {expected} belongs")),
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        Self::new(format!("{found} where {expected} belongs"))
    }

    /// Makes the error for a name that is not among `known`.
    #[inline(never)]
    pub(super) fn unknown(what: &str, name: &str, known: &[&str]) -> Self {
        Self::new(format!("unknown {what} `{name}`, expected one of {}", known.join(", ")))
    }

    pub(super) fn parser(error: &serde_json::Error) -> Self {
        let fault = if error.is_eof() {
            Fault::CutOff
        } else if error.is_data() {
            Fault::Shape
        } else {
            Fault::NotJson
        };
        let (line, column) = (error.line(), error.column());
        let mut what = error.to_string();
        // The place is said once.
        what.truncate(what.rfind(" at line ").unwrap_or(what.len()));
        Self(Box::new(Inner { fault, what, path: Vec::new(), line, column }))
    }

    /// Says in which field of an object it is.
    #[inline(never)]
    pub(crate) fn field(mut self, name: &str) -> Self {
        self.0.path.push(Part::Field(name.to_owned()));
        self
    }

    /// Says in which item of a list it is.
    #[inline(never)]
    pub(super) fn item(mut self, at: usize) -> Self {
        self.0.path.push(Part::Item(at));
        self
    }

    /// Finds the line and the column in the text that the value was read from.
    #[must_use]
    pub fn placed(mut self, text: &str) -> Self {
        (self.0.line, self.0.column) = place(text, &self.0.path);
        self
    }

    /// In which way the text is wrong.
    pub fn fault(&self) -> Fault {
        self.0.fault
    }

    /// The line, from 1; 0 for what never was a text.
    pub fn line(&self) -> usize {
        self.0.line
    }

    /// The column, from 1.
    pub fn column(&self) -> usize {
        self.0.column
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, part) in self.0.path.iter().rev().enumerate() {
            match part {
                Part::Field(name) if at == 0 => f.write_str(name)?,
                Part::Field(name) => write!(f, ".{name}")?,
                Part::Item(at) => write!(f, "[{at}]")?,
            }
        }
        f.write_str(if self.0.path.is_empty() { "" } else { ": " })?;
        f.write_str(&self.0.what)?;
        if self.0.line == 0 {
            return Ok(());
        }
        write!(f, " at line {} column {}", self.0.line, self.0.column)
    }
}

impl std::error::Error for Wrong {}
