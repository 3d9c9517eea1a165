//! The pasted table: its rows, its header, and what each column becomes.

use super::cells::cells;
use super::looks::looks;
use super::target::{Proposal, Target, meaning, propose};
use crate::forms::Draft;
use jieyou_domain::compact::Map;
use jieyou_domain::mask::mask;
use std::borrow::Cow;

/// The header is looked for among so many rows: a title may stand above it.
const HEAD_ROWS: usize = 5;

/// A row of the paste.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its number in the paste, from 1, empty rows counted.
    pub(super) number: usize,
    /// Names it in a draft: by what stands in it, so that corrections stay with it when
    /// rows are pasted anew around it.
    pub(super) key: String,
    /// Its cells.
    pub(super) cells: Vec<String>,
}

/// What was pasted, identity and card numbers masked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The rows in which something stands.
    pub(super) lines: Vec<Line>,
    /// How many cells held an identity or card number.
    pub(super) masked: usize,
}

impl Table {
    /// Reads what was pasted.
    pub fn read(text: &str) -> Self {
        let mut table = Self::default();
        let mut seen: Map<String, u32> = Map::new();
        for (at, mut cells) in cells(text).into_iter().enumerate() {
            if cells.iter().all(String::is_empty) {
                continue;
            }
            for cell in &mut cells {
                if let Cow::Owned(hidden) = mask(cell) {
                    *cell = hidden;
                    table.masked += 1;
                }
            }
            let sum = sum(&cells);
            let times = seen.get_or_insert_with(sum.clone(), || 0);
            *times += 1;
            let key = format!("{sum}.{times}");
            table.lines.push(Line { number: at + 1, key, cells });
        }
        table
    }

    /// Whether nothing was pasted.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// How many rows there are, the header among them.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// How many columns there are.
    pub(super) fn width(&self) -> usize {
        self.lines.first().map_or(0, |line| line.cells.len())
    }

    /// The place of the row that looks like a header.
    pub(super) fn likely_header(&self) -> Option<usize> {
        let is_head = |cell: &&String| cell.chars().count() <= 12 && meaning(cell).is_some();
        let known = |line: &Line| line.cells.iter().filter(is_head).count();
        let first = self.lines.iter().take(HEAD_ROWS).map(known);
        let (at, most) = first.enumerate().reduce(|a, b| if b.1 > a.1 { b } else { a })?;
        (most >= 2).then_some(at)
    }
}

/// FNV-1a over all cells.
fn sum(cells: &[String]) -> String {
    let mut sum = 0xcbf2_9ce4_8422_2325_u64;
    for byte in cells.iter().flat_map(|c| c.bytes().chain([0])) {
        sum = (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{sum:x}")
}

/// A column and what it becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    /// Its header; may be empty.
    pub(super) name: String,
    /// Its key in a draft.
    pub(super) key: String,
    /// What it becomes: what the user chose, else what is proposed.
    pub(super) target: Target,
    pub(super) proposal: Proposal,
    /// Whether an empty cell stands for the one above it, as in merged cells.
    pub(super) fills: bool,
}

/// What the columns become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mapping {
    /// The place of the header, if there is one.
    pub(super) header: Option<usize>,
    pub(super) columns: Vec<Column>,
}

impl Mapping {
    /// The choices of a draft over what is proposed.
    pub(super) fn of(table: &Table, draft: &Draft) -> Self {
        let header = match draft.get("header") {
            "" => table.likely_header(),
            chosen => chosen.parse().ok().and_then(|n: usize| n.checked_sub(1)),
        };
        let header = header.filter(|at| *at < table.lines.len());
        let columns = (0..table.width()).map(|at| column(table, draft, header, at)).collect();
        Self { header, columns }
    }

    /// The rows below the header.
    pub(super) fn body<'t>(&self, table: &'t Table) -> &'t [Line] {
        table.lines.get(self.header.map_or(0, |at| at + 1)..).unwrap_or_default()
    }

    /// Whether some column becomes `target`.
    pub(super) fn has(&self, target: Target) -> bool {
        self.columns.iter().any(|c| c.target == target)
    }

    /// What may stand for one thing only and was chosen more than once.
    pub(super) fn twice(&self) -> Option<Target> {
        let times = |target| self.columns.iter().filter(|c| c.target == target).count();
        Target::ALL.into_iter().find(|t| !t.takes_many() && times(*t) > 1)
    }
}

fn column(table: &Table, draft: &Draft, header: Option<usize>, at: usize) -> Column {
    let cell = |line: &Line| line.cells[at].clone();
    let name = header.and_then(|h| table.lines.get(h)).map(cell).unwrap_or_default();
    let body = table.lines.iter().skip(header.map_or(0, |h| h + 1));
    let proposal = propose(&name, looks(body.map(|line| line.cells[at].as_str())));
    let key = format!("col-{at}-{name}");
    let target = Target::from_code(draft.get(&key)).unwrap_or(proposal.target);
    let fills = draft.get(&format!("fill-{key}")) == "yes";
    Column { name, key, target, proposal, fills }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = "青禾镇矛盾纠纷排查台账\t\t\t\n\
        序号\t事项名称\t登记时间\t身份证号\n\
        1\t水渠堵了\t2026-03-05\t230124199003072411\n\n\
        2\t路灯不亮\t2026-03-06\t230124199103072411\n";

    #[test]
    fn the_header_is_found_below_a_title_and_numbers_are_masked() {
        let table = Table::read(SHEET);
        assert_eq!((table.len(), table.masked, table.likely_header()), (4, 2, Some(1)));
        let mapping = Mapping::of(&table, &Draft::default());
        let targets: Vec<_> = mapping.columns.iter().map(|c| c.target).collect();
        assert_eq!(targets, [Target::Drop, Target::Title, Target::On, Target::Drop]);
        let numbers: Vec<_> = mapping.body(&table).iter().map(|l| l.number).collect();
        assert_eq!(numbers, [3, 5]);
        assert!(!mapping.body(&table)[0].cells[3].contains("1990"));
    }

    #[test]
    fn the_header_can_be_switched_off_and_columns_chosen() {
        let table = Table::read(SHEET);
        let mut draft = Draft::default();
        draft.set("header", "0");
        let mapping = Mapping::of(&table, &draft);
        assert_eq!((mapping.header, mapping.body(&table).len()), (None, 4));
        draft.set("header", "2");
        draft.set("col-0-序号", "title");
        let mapping = Mapping::of(&table, &draft);
        assert_eq!(mapping.twice(), Some(Target::Title));
        assert!(mapping.has(Target::On) && !mapping.has(Target::Place));
    }

    #[test]
    fn a_row_keeps_its_key_when_others_come_before_it() {
        let key = |text: &str, at: usize| Table::read(text).lines[at].key.clone();
        assert_eq!(key("甲\t乙", 0), key("丙\t丁\n甲\t乙", 1));
        assert_ne!(key("甲\t乙\n甲\t乙", 0), key("甲\t乙\n甲\t乙", 1));
    }

    #[test]
    fn nothing_is_no_table() {
        for text in ["", "\n\n", "\t\t\n"] {
            assert!(Table::read(text).is_empty(), "{text:?}");
        }
        assert_eq!(Table::read("甲\t乙").likely_header(), None);
    }
}
