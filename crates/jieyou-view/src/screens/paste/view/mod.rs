//! What the page shows of a paste: its columns, the questions, and its rows.

mod columns;
mod rows;
mod sheet;

pub use columns::columns;
pub use sheet::sheet;

/// A question with choices.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AskView {
    /// Its key in the draft.
    pub key: String,
    /// The question.
    pub label: String,
    /// Help; may be empty.
    pub hint: String,
    /// What is chosen.
    pub value: String,
    /// Code and label.
    pub options: Vec<(String, String)>,
}

/// Something to tick.
#[derive(Clone, Debug, PartialEq)]
pub struct TickView {
    /// Its key in the draft.
    pub key: String,
    /// What it says.
    pub label: String,
    /// Whether it is ticked.
    pub is_on: bool,
}

/// A column of the paste.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnView {
    /// What it becomes; its label is the header.
    pub ask: AskView,
    /// Its first cells.
    pub samples: Vec<String>,
    /// Why it is left out; may be empty.
    pub why: &'static str,
    /// Empty cells stand for the one above.
    pub fill: Option<TickView>,
}

/// Step two.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColumnsView {
    /// How much was pasted, and how many numbers were masked.
    pub lead: String,
    /// Where the header is.
    pub header: AskView,
    /// The columns.
    pub columns: Vec<ColumnView>,
    /// What stands in the way; may be empty.
    pub problem: String,
}

/// A cell that can be corrected in place.
#[derive(Clone, Debug, PartialEq)]
pub struct CellView {
    /// Its key in the draft.
    pub key: String,
    /// What it becomes.
    pub label: &'static str,
    /// What stands there.
    pub value: String,
    /// What is wrong; may be empty.
    pub problem: String,
    /// Whether it may have several lines.
    pub is_long: bool,
}

/// A row of the paste.
#[derive(Clone, Debug, PartialEq)]
pub struct RowView {
    /// Names the row in the page and in the draft.
    pub key: String,
    /// "Row 12".
    pub line: String,
    /// `data-row`: `new`, `same`, `conflict` or `finding`.
    pub code: &'static str,
    /// What becomes of it.
    pub mark: String,
    /// The title.
    pub title: String,
    /// Day, place and claims.
    pub about: String,
    /// What is worth knowing.
    pub notes: Vec<String>,
    /// What can be corrected; empty while the row is closed.
    pub cells: Vec<CellView>,
    /// Whether it is registered; nothing where it cannot be.
    pub take: Option<TickView>,
    /// Whether it was opened by hand.
    pub open: TickView,
    /// Whether it was or is to be corrected.
    pub is_wrong: bool,
}

/// Step three.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetView {
    /// Questions for all rows.
    pub asks: Vec<AskView>,
    /// What may be allowed for all rows.
    pub ticks: Vec<TickView>,
    /// Words that are not known.
    pub words: Vec<AskView>,
    /// The keys of places that are not known, where there are several.
    pub places: Vec<String>,
    /// How many rows of what kind: `data-row`, number, words.
    pub sums: Vec<(&'static str, usize, &'static str)>,
    /// The rows, in the order of the paste.
    pub rows: Vec<RowView>,
    /// How many are registered.
    pub taken: usize,
    /// The words on the button.
    pub submit: String,
    /// What is to be answered first; may be empty.
    pub open: String,
    /// The key of the first open question.
    pub first_open: String,
}
