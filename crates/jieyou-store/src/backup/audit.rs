//! Auditing a file: what is wrong with it is named line by line, where an import stops at
//! the first.

use super::envelope::sum;
use super::error::ImportError;
use super::import::open;
use crate::audit::{Asked, Auditor, Report};
use crate::chain::Weave;

/// Reads a file, verifies every record, and compares it with printed codes; and with the
/// chains of a ledger, where one is given.
///
/// # Errors
///
/// Returns why it is no file of this program.
pub fn audit_file(
    text: &str,
    asked: Vec<Asked>,
    known: Option<&Weave>,
) -> Result<Report, ImportError> {
    let envelope = open(text.strip_prefix('\u{feff}').unwrap_or(text))?;
    let mut auditor = Auditor::default();
    let lines = &envelope.records;
    let records: Vec<_> = lines
        .iter()
        .filter_map(|given| match &given.0 {
            Ok(line) => auditor.take_line(line),
            Err(text) => {
                // No record's line: counted, and named as wrong.
                auditor.take(text);
                None
            }
        })
        .collect();
    let pairs = envelope.contacts.iter().map(|c| (c.subject.as_str(), c.text.as_str()));
    let adds_up = sum(&records, pairs) == envelope.sum;
    Ok(auditor.finish(asked, known, adds_up))
}
