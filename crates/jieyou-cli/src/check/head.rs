//! `jieyou check --head`: whether a file still holds what a printed head code vouches for.

use super::{Checked, about_chain, check as check_all, refusal};
use crate::Failure;
use jieyou_store::audit::{Answer, Asked, Place, Trouble};
use jieyou_store::backup::audit_file;
use std::io::Write;

/// The codes in what was given.
pub(super) fn asked(text: &str) -> Result<Vec<Asked>, Failure> {
    let asked = Asked::read(text);
    if asked.is_empty() {
        return Err(Failure::Usage(format!("--head: no head code in {text:?}")));
    }
    Ok(asked)
}

/// Checks one file as `check` does, and for each code says where it stands. A file that is
/// damaged is not given up at the first record that does not read: all of them are named.
pub(super) fn check(
    bytes: &[u8],
    asked: &[Asked],
    output: &mut impl Write,
    path: &str,
) -> Result<Checked, Failure> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Ok(check_all(bytes)) };
    let report = match audit_file(text, asked.to_vec(), None) {
        Ok(report) => report,
        Err(error) => {
            return Ok(Checked { findings: vec![refusal(&error)], ..Checked::default() });
        }
    };
    let mut checked = Checked::default();
    for (asked, answer) in &report.answers {
        let said = say(asked, answer);
        if answer.is_well(asked) {
            writeln!(output, "{path}: {said}")?;
        } else {
            checked.findings.push(said);
        }
    }
    if report.wrong.is_empty() && report.adds_up {
        let all = check_all(bytes);
        checked.findings.extend(all.findings);
        (checked.matters, checked.records) = (all.matters, all.records);
        return Ok(checked);
    }
    for wrong in &report.wrong {
        let code = wrong.why.code();
        let at = wrong.place.map_or_else(|| format!("record {}", wrong.at), |p| place(&p));
        checked.findings.push(format!("{code}: {at} of the file does not verify"));
    }
    if !report.adds_up {
        checked.findings.push("import/sum: changed after it was written".to_owned());
    }
    checked.findings.extend(report.findings.iter().map(about_chain));
    Ok(checked)
}

fn say(asked: &Asked, answer: &Answer) -> String {
    let code = &asked.digits;
    match answer {
        Answer::Known { place: at, trouble: None, .. } if answer.number(asked).is_some() => {
            format!("head/number: {code} is {}; another number stands beside it", place(at))
        }
        Answer::Known { place: at, before, after, trouble: None } => format!(
            "head/known: {code} is {}; {before} records unchanged, {after} after it",
            place(at)
        ),
        Answer::Known { place: at, trouble: Some(Trouble::Lost(lost)), .. } => format!(
            "head/broken: {code} is {}, but before it {} is missing or does not verify",
            place(at),
            place(lost)
        ),
        Answer::Known { place: at, trouble: Some(Trouble::Changed(changed)), .. } => format!(
            "head/broken: {code} is {}, but before it {} is another than it was",
            place(at),
            place(changed)
        ),
        Answer::Other(at) => {
            format!("head/other: {code} is not here; {} is another record", place(at))
        }
        Answer::Ends(last) => {
            format!("head/ends: {code} is not here; the chain ends at number {last}")
        }
        Answer::Unknown => format!("head/unknown: {code} is not here"),
    }
}

fn place(place: &Place) -> String {
    let mut said = format!("number {} of {}", place.n, place.origin);
    if let Some(on) = place.on {
        said.push_str(&format!(", {on}"));
    }
    if let Some(subject) = place.subject {
        said.push_str(&format!(", {subject}"));
    }
    said
}
