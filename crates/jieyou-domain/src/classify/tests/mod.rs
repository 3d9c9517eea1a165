//! Kind and list, with every criterion met, not met and not known.

mod alike;
mod criteria;
mod fall;
mod kind;
mod lower;
mod tier;
mod verdict;
