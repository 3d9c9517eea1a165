//! The base pack row by row, on both sides of every boundary.

mod effects;
mod engine;
mod examples;
mod overlays;
mod pack;
mod petition;
mod subjects;
mod tables;
