//! Markup that knows the domain: deadlines, seals, day strips, decisions, time lines.

mod columns;
mod day_sheet;
mod day_strip;
mod deadline;
mod line;
mod moved;
mod obligations;
mod seal;
mod sheet;
mod timeline;
mod trainer_bar;
mod verdict;
mod word;

pub(crate) use columns::columns;
pub(crate) use day_sheet::day_sheet;
pub(crate) use day_strip::day_strip;
pub(crate) use deadline::deadline;
pub(crate) use line::all_who_owe;
pub(crate) use moved::{moved_list, relisted};
pub(crate) use obligations::obligations;
pub(crate) use seal::{seal, small_seal, tag, tag_of};
pub(crate) use sheet::sheet;
pub(crate) use timeline::timeline;
pub(crate) use trainer_bar::trainer_bar;
pub(crate) use verdict::{verdict_sheet, verdicts};
pub(crate) use word::{Word, part, say, section, word};
