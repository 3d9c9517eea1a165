//! 粘贴旧台账: an old ledger out of a spreadsheet, column by column and row by row. What
//! it says is shown before anything is written, and what is not certain is never guessed.

mod cells;
mod days;
mod looks;
mod row;
mod sheet;
mod table;
mod target;
#[cfg(test)]
mod tests;
pub mod undo;
mod view;
mod words;

pub use table::Table;
pub use target::{Target, Why};
pub use view::{
    AskView, CellView, ColumnView, ColumnsView, RowView, SheetView, TickView, columns, sheet,
};

use crate::forms::{Draft, FormContext};
use jieyou_domain::ids::Id;
use jieyou_domain::ledger::{Command, Rejection, decide_all};
use std::sync::Arc;

/// More rows than these are pasted in several parts.
pub const ROWS_MAX: usize = 1000;

/// The commands that register what is ready, and the ids of the matters.
pub type Batch = (Vec<Command>, Vec<Id>);

/// The commands that register what is ready and not left out; nothing where there is
/// none or a question for all rows is open. `mint` makes ids.
///
/// # Errors
///
/// Returns what the ledger refuses.
pub fn commands(
    cx: &FormContext<'_>,
    table: &Table,
    draft: &Draft,
    mint: &mut dyn FnMut() -> Id,
) -> Result<Option<Batch>, Rejection> {
    let batch = sheet::Sheet::read(cx, table, draft).commands(mint);
    if let Some((commands, _)) = &batch {
        decide_all(cx.book, commands.clone(), cx.today).map_err(|(_, why)| why)?;
    }
    Ok(batch)
}

/// What step two and three say, for a paste with so many rows that it is read once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Screen {
    /// The columns.
    pub columns: ColumnsView,
    /// The rows; nothing while the columns are not settled.
    pub sheet: Option<Arc<SheetView>>,
}

/// Reads the paste as it stands.
pub fn screen(cx: &FormContext<'_>, table: &Table, draft: &Draft) -> Screen {
    let columns = columns(cx, table, draft);
    let is_settled = columns.problem.is_empty() && draft.get("settled") == "yes";
    let sheet = is_settled.then(|| Arc::new(sheet(cx, table, draft)));
    Screen { columns, sheet }
}
