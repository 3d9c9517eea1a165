//! Which columns a list has on paper, in a copy and in a file, and in which order: one
//! choice for all three.

use super::export::Column;
use crate::text::{Lang, both};

/// The columns chosen, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns(Vec<Column>);

/// A column in the picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnRow {
    /// The column.
    pub column: Column,
    /// Its head.
    pub label: &'static str,
    /// Its place from 1 among the chosen; `None` when left out.
    pub place: Option<usize>,
    /// Whether it can stand earlier.
    pub may_rise: bool,
    /// Whether it can stand later.
    pub may_sink: bool,
    /// The name of the button that moves it forward.
    pub rise: String,
    /// The name of the button that moves it back.
    pub sink: String,
}

impl Default for Columns {
    /// What fits on one sheet across.
    fn default() -> Self {
        Self(Column::USUAL.to_vec())
    }
}

impl Columns {
    /// Reads a remembered choice, `number,title,due`; the usual columns when nothing reads.
    pub fn read(codes: &str) -> Self {
        let mut chosen: Vec<Column> = Vec::new();
        for code in codes.split(',') {
            if let Some(column) = Column::ALL.into_iter().find(|c| c.code() == code.trim())
                && !chosen.contains(&column)
            {
                chosen.push(column);
            }
        }
        if chosen.is_empty() { Self::default() } else { Self(chosen) }
    }

    /// Writes the choice to remember.
    pub fn write(&self) -> String {
        self.0.iter().map(|c| c.code()).collect::<Vec<_>>().join(",")
    }

    /// The columns.
    pub fn all(&self) -> &[Column] {
        &self.0
    }

    /// Takes a column in behind the others, or leaves it out. The last one stays.
    pub fn choose(&mut self, column: Column, on: bool) {
        if !on && self.0.len() == 1 {
            return;
        }
        self.0.retain(|c| *c != column);
        if on {
            self.0.push(column);
        }
    }

    /// Moves a column one place forward, or one place back.
    pub fn shift(&mut self, column: Column, forward: bool) {
        let Some(at) = self.0.iter().position(|c| *c == column) else { return };
        let to = if forward { at.checked_sub(1) } else { Some(at + 1) };
        if let Some(to) = to.filter(|to| *to < self.0.len()) {
            self.0.swap(at, to);
        }
    }

    /// The picker: the chosen in their order, then the others in the usual one.
    pub fn rows(&self, lang: Lang) -> Vec<ColumnRow> {
        let others = Column::ALL.into_iter().filter(|c| !self.0.contains(c));
        let last = self.0.len().saturating_sub(1);
        let all = self.0.iter().copied().chain(others).enumerate();
        all.map(|(at, column)| {
            let label = column.label(lang);
            let chosen = at <= last;
            ColumnRow {
                column,
                label,
                place: chosen.then_some(at + 1),
                may_rise: chosen && at > 0,
                may_sink: chosen && at < last,
                rise: both!("{}往前移", "Move {} forward").with(lang, &[label]),
                sink: both!("{}往后移", "Move {} back").with(lang, &[label]),
            }
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_read_as_written_and_never_empty() {
        let mut columns = Columns::read("title,number,title,nonsense,households");
        assert_eq!(columns.write(), "title,number,households");
        columns.shift(Column::Households, true);
        columns.shift(Column::Title, true);
        columns.shift(Column::Number, false);
        assert_eq!(columns.write(), "title,households,number");
        columns.choose(Column::Title, false);
        columns.choose(Column::Due, true);
        assert_eq!(columns.write(), "households,number,due");
        for column in Column::ALL {
            columns.choose(column, false);
        }
        assert_eq!(columns.all().len(), 1);
        assert_eq!(Columns::read("nonsense").all(), Column::USUAL);
    }

    #[test]
    fn the_picker_has_every_column_once_and_the_chosen_first() {
        let rows = Columns::read("title,number").rows(Lang::Zh);
        assert_eq!(rows.len(), Column::ALL.len());
        let places: Vec<_> = rows.iter().take(3).map(|r| (r.label, r.place)).collect();
        assert_eq!(places, [("事项", Some(1)), ("编号", Some(2)), ("收到日期", None)]);
        assert!(!rows[0].may_rise && rows[0].may_sink && rows[1].may_rise && !rows[1].may_sink);
        assert_eq!(rows[1].rise, "编号往前移");
    }
}
