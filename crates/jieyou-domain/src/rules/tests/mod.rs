//! The base pack row by row, on both sides of every boundary.

mod engine;
mod examples;
mod pack;
mod petition;
