//! Kind and list, with every criterion met, not met and not known.

mod alike;
mod criteria;
mod kind;
mod tier;
