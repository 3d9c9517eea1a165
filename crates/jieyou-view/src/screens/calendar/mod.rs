//! 节假日历: which years are here and where they came from, what a place adds, and how a
//! further year is taken in.

pub mod notice;
