//! Components that know the domain: deadlines, seals, day strips, reasons, time lines.

mod day_strip;
mod deadline;
mod obligations;
mod reasons;
mod seal;
mod timeline;
mod trainer_bar;

pub(crate) use day_strip::DayStripView;
pub(crate) use deadline::DeadlineMark;
pub(crate) use obligations::Obligations;
pub(crate) use reasons::Reasons;
pub(crate) use seal::{Seal, Tag};
pub(crate) use timeline::Timeline;
pub(crate) use trainer_bar::TrainerBar;
