//! `jieyou due`: counts terms, one JSON object a line. Streams; keeps nothing.

mod ask;

pub use ask::{Ask, InputError};

use crate::{Exit, Failure, options};
use jieyou_domain::time::{
    Calendar, CalendarError, CountError, CountNote, Counted, Step, Term, check_calendar, count,
};
use serde::Serialize;
use serde_json::value::RawValue;
use std::io::{BufRead as _, BufReader, BufWriter, Read, Write};

/// The official calendar that the program brings along.
pub const CALENDAR: &str = include_str!("../../../rules/calendar/cn.json");

/// The longest line that is read, in bytes: memory stays constant whatever comes in.
const LINE_MAX: u64 = 1 << 20;

/// An answer, or why there is none. Field order is the order of output.
#[derive(Serialize)]
struct Answer<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    steps: Option<&'a [Step]>,
    #[serde(skip_serializing_if = "<[CountNote]>::is_empty")]
    notes: &'a [CountNote],
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Wrong>,
}

#[derive(Serialize)]
struct Wrong {
    code: &'static str,
    message: String,
}

const NOTHING: Answer<'static> =
    Answer { id: None, line: None, due: None, steps: None, notes: &[], error: None };

pub(crate) fn command(
    arguments: &[String],
    input: impl Read,
    output: &mut impl Write,
) -> Result<Exit, Failure> {
    let ([file], left) = options(arguments, ["--calendar"])?;
    if let Some(stray) = left.first() {
        return Err(Failure::Usage(format!("unexpected argument {stray:?}")));
    }
    run(input, output, &calendar(file.as_deref())?)
}

/// The calendar of a file; without one, that which the program brings along.
pub(crate) fn calendar(file: Option<&str>) -> Result<Calendar, Failure> {
    let text = match file {
        Some(path) => {
            std::fs::read_to_string(path).map_err(|e| Failure::Other(format!("{path}: {e}")))?
        }
        None => CALENDAR.to_owned(),
    };
    read(&text).map_err(|e| Failure::Other(format!("the calendar is refused: {e:?}")))
}

/// A calendar that may be counted by: checked as one that is adopted.
fn read(text: &str) -> Result<Calendar, CalendarError> {
    check_calendar(text, &Calendar::default())?;
    Calendar::from_json(text)
}

/// Answers every line of `input`. `Bad` when a line was malformed.
///
/// # Errors
///
/// Returns what the machine says when reading or writing fails.
pub fn run(
    input: impl Read,
    output: &mut impl Write,
    calendar: &Calendar,
) -> Result<Exit, Failure> {
    let mut input = BufReader::with_capacity(1 << 16, input);
    let mut output = BufWriter::with_capacity(1 << 16, output);
    let mut line = Vec::new();
    let mut exit = Exit::Good;
    let mut number = 0_u64;
    loop {
        line.clear();
        let read = input.by_ref().take(LINE_MAX).read_until(b'\n', &mut line)?;
        if read == 0 {
            break;
        }
        number += 1;
        let is_cut = line.last() != Some(&b'\n') && read as u64 == LINE_MAX;
        let text = line.trim_ascii();
        let text =
            if number == 1 { text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text) } else { text };
        if is_cut {
            input.skip_until(b'\n')?;
            exit = Exit::Bad;
            malformed(&mut output, None, number, InputError::TooLong)?;
        } else if !text.is_empty() && answer(&mut output, text, number, calendar)? == Exit::Bad {
            exit = Exit::Bad;
        }
        // Whoever asks one line at a time gets each answer at once.
        if input.buffer().is_empty() {
            output.flush()?;
        }
    }
    output.flush()?;
    Ok(exit)
}

fn answer(
    output: &mut impl Write,
    line: &[u8],
    number: u64,
    calendar: &Calendar,
) -> Result<Exit, Failure> {
    let ask = match Ask::read(line) {
        Ok(ask) => ask,
        Err((id, error)) => {
            malformed(output, id, number, error)?;
            return Ok(Exit::Bad);
        }
    };
    let id = Some(ask.id);
    let term = Term { n: ask.n, unit: ask.unit };
    match count(ask.start, term, ask.roll, &[], calendar) {
        Ok(Counted { due, steps, notes }) => {
            let due = Some(due.to_string());
            write(output, &Answer { id, due, steps: Some(&steps), notes: &notes, ..NOTHING })?;
        }
        Err(error) => {
            write(output, &Answer { id, error: Some(wrong(error, calendar)), ..NOTHING })?;
        }
    }
    Ok(Exit::Good)
}

fn wrong(error: CountError, calendar: &Calendar) -> Wrong {
    match error {
        CountError::YearNotPublished { year, .. } => {
            let held = calendar
                .range()
                .map_or_else(String::new, |(first, last)| format!(" (it holds {first} to {last})"));
            let message = format!(
                "the answer depends on the days off of {year}, which the calendar does not \
                 hold{held}; no day is guessed"
            );
            Wrong { code: "calendar/year-not-published", message }
        }
        CountError::OutOfRange => Wrong {
            code: "date/out-of-range",
            message: "the term ends after the year 9999".to_owned(),
        },
    }
}

fn malformed(
    output: &mut impl Write,
    id: Option<&RawValue>,
    line: u64,
    error: InputError,
) -> Result<(), Failure> {
    let error = Some(Wrong { code: error.code(), message: error.message() });
    write(output, &Answer { id, line: Some(line), error, ..NOTHING })
}

fn write(output: &mut impl Write, answer: &Answer<'_>) -> Result<(), Failure> {
    serde_json::to_writer(&mut *output, answer).map_err(std::io::Error::from)?;
    output.write_all(b"\n")?;
    Ok(())
}
