//! What a table leaves open, says twice, or never says.
//!
//! The values of each input are the bits of a mask; a row is a box, one mask an input.
//! Boxes are taken away from the whole until nothing, or a gap, is left; so a table of any
//! size is checked exactly, without trying every case.

use super::{Hit, Input, Row, Table, Value};
use crate::rules::pack::{Cite, PackError, RuleSet};

/// Values of each input, as bits.
type Region = Vec<u128>;

/// More pieces than this, and a table is too tangled to be read by people either.
const PIECES_MAX: usize = 20_000;

impl RuleSet {
    /// Refuses a table that leaves a case open, or answers one in two ways.
    pub(in crate::rules::pack) fn check_table(
        &self,
        table: &Table,
        before: &[Table],
    ) -> Result<(), PackError> {
        table.knows_answers().map_err(PackError::BadTable)?;
        for input in &table.inputs {
            self.check_input(table, input, before)?;
        }
        let domains = self.domains(table)?;
        for row in &table.rows {
            self.check_row(table, row, &domains)?;
            cited(row.cite.as_ref(), &row.id)?;
        }
        for answer in &table.answers {
            cited(answer.cite.as_ref(), &format!("{}.{}", table.id, answer.code))?;
        }
        let boxes = Self::boxes(table, &domains);
        let left = boxes.iter().try_fold(vec![whole(&domains)], subtract);
        let Some(left) = left else { return Err(PackError::BadTable(table.id.clone())) };
        if let Some(open) = left.first() {
            return Err(PackError::TableGap(format!(
                "{}: {}",
                table.id,
                case(table, &domains, open)
            )));
        }
        if table.hit == Hit::Unique {
            self.check_unique(table, &domains, &boxes)?;
        }
        Ok(())
    }

    /// What a table in force is wrong with; of one that was taken in, nothing.
    ///
    /// # Errors
    ///
    /// Returns the first thing wrong.
    pub fn recheck(&self, table: &Table) -> Result<(), PackError> {
        let at = self.tables.iter().position(|t| t.id == table.id).unwrap_or_default();
        self.check_table(table, self.tables.get(..at).unwrap_or_default())
    }

    fn check_unique(
        &self,
        table: &Table,
        domains: &[Vec<Value>],
        boxes: &[Region],
    ) -> Result<(), PackError> {
        for (at, (row, a)) in table.rows.iter().zip(boxes).enumerate() {
            for (other, b) in table.rows.iter().zip(boxes).skip(at + 1) {
                let both: Region = a.iter().zip(b).map(|(a, b)| a & b).collect();
                if row.answer != other.answer && both.iter().all(|mask| *mask != 0) {
                    let case = case(table, domains, &both);
                    let rows = format!("{}, {}", row.id, other.id);
                    return Err(PackError::TableOverlap(format!("{}: {rows}: {case}", table.id)));
                }
            }
        }
        Ok(())
    }

    /// Rows that never count, because those above take every case of theirs.
    pub fn shadowed<'a>(&self, table: &'a Table) -> Vec<&'a Row> {
        let Ok(domains) = self.domains(table) else { return Vec::new() };
        let boxes = Self::boxes(table, &domains);
        let mut never = Vec::new();
        for (at, (row, own)) in table.rows.iter().zip(&boxes).enumerate() {
            let left = boxes.iter().take(at).try_fold(vec![own.clone()], subtract);
            if left.is_some_and(|left| left.is_empty()) {
                never.push(row);
            }
        }
        never
    }

    fn check_input(&self, table: &Table, input: &Input, before: &[Table]) -> Result<(), PackError> {
        use super::InputFact as F;
        let of = || format!("{}.{}: {}", table.id, input.id, input.of);
        let is_known = match input.fact {
            F::Answer => {
                if !self.questions.iter().any(|q| q.id == input.of) {
                    return Err(PackError::NoSuchQuestion(of()));
                }
                true
            }
            F::Table => before.iter().any(|t| t.id == input.of),
            F::Criterion => self.criterion(&input.of).is_some(),
            F::Met | F::Unmet => matches!(input.of.as_str(), "A" | "B" | "N" | "One"),
            _ => true,
        };
        let is_twice = table.inputs.iter().filter(|i| i.id == input.id).count() > 1;
        if is_known && !is_twice && !input.words.zh.is_empty() {
            Ok(())
        } else {
            Err(PackError::BadTable(of()))
        }
    }

    fn check_row(&self, table: &Table, row: &Row, domains: &[Vec<Value>]) -> Result<(), PackError> {
        let bad = |what: &str| Err(PackError::BadTable(format!("{}: {what}", row.id)));
        if row.why.zh.is_empty() {
            return Err(PackError::Wordless(row.id.clone()));
        }
        if table.answer(&row.answer).is_none() {
            return bad(&row.answer);
        }
        for (id, allowed) in row.when.iter() {
            let Some(at) = table.inputs.iter().position(|i| i.id == *id) else { return bad(id) };
            // Of each value named there is at least one case: no slip of the pen.
            let is_strange = |value: &&String| {
                let one = std::slice::from_ref(*value);
                !domains.get(at).is_some_and(|all| all.iter().any(|v| v.is_among(one)))
            };
            if let Some(value) = allowed.iter().find(is_strange) {
                return bad(&format!("{id}: {value}"));
            }
            if allowed.is_empty() {
                return bad(id);
            }
        }
        Ok(())
    }

    fn domains(&self, table: &Table) -> Result<Vec<Vec<Value>>, PackError> {
        let all: Vec<Vec<Value>> = table.inputs.iter().map(|i| self.values_of(table, i)).collect();
        let too_many = |values: &Vec<Value>| values.is_empty() || values.len() > 128;
        match all.iter().position(too_many) {
            Some(at) => {
                let input = table.inputs.get(at).map_or("", |i| i.id.as_str());
                Err(PackError::BadTable(format!("{}.{input}", table.id)))
            }
            None => Ok(all),
        }
    }

    fn boxes(table: &Table, domains: &[Vec<Value>]) -> Vec<Region> {
        let mask = |row: &Row, input: &Input, values: &[Value]| {
            row.when.get(&input.id).map_or(full(values.len()), |allowed| {
                let bits = values.iter().enumerate().filter(|(_, v)| v.is_among(allowed));
                bits.fold(0, |mask, (at, _)| mask | 1 << at)
            })
        };
        let of = |row: &Row| {
            table.inputs.iter().zip(domains).map(|(i, values)| mask(row, i, values)).collect()
        };
        table.rows.iter().map(of).collect()
    }
}

/// A citation says what it cites.
fn cited(cite: Option<&Cite>, by: &str) -> Result<(), PackError> {
    let is_whole = cite.is_none_or(|cite| {
        [&cite.instrument, &cite.article, &cite.quote].iter().all(|text| !text.trim().is_empty())
    });
    if is_whole { Ok(()) } else { Err(PackError::Uncited(by.to_owned())) }
}

const fn full(values: usize) -> u128 {
    if values >= 128 { u128::MAX } else { (1 << values) - 1 }
}

fn whole(domains: &[Vec<Value>]) -> Region {
    domains.iter().map(|values| full(values.len())).collect()
}

/// What is left of `regions` without `row`; `None` where that is too many pieces.
fn subtract(regions: Vec<Region>, row: &Region) -> Option<Vec<Region>> {
    let mut left = Vec::new();
    for mut region in regions {
        if region.iter().zip(row).any(|(a, b)| a & b == 0) {
            left.push(region);
            continue;
        }
        // One piece an input: what lies outside the row there, and inside it before.
        for at in 0..region.len() {
            let (own, taken) = (region[at], row[at]);
            if own & !taken != 0 {
                let mut piece = region.clone();
                piece[at] = own & !taken;
                left.push(piece);
            }
            region[at] = own & taken;
        }
        if left.len() > PIECES_MAX {
            return None;
        }
    }
    Some(left)
}

/// One case of a region, as `court=unknown, want=apply`; what may be anything is left out.
fn case(table: &Table, domains: &[Vec<Value>], region: &Region) -> String {
    let first = |(mask, values): (&u128, &Vec<Value>)| {
        let value = values.get(mask.trailing_zeros() as usize);
        value.filter(|_| *mask != full(values.len())).map(Value::text)
    };
    let values = region.iter().zip(domains).map(first);
    let named = table.inputs.iter().zip(values);
    let named = named.filter_map(|(i, value)| Some(format!("{}={}", i.id, value?)));
    named.collect::<Vec<_>>().join(", ")
}
