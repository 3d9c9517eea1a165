//! Commands in, facts out; and what odd histories add up to.

mod actions;
mod apply;
mod audit;
mod batch;
mod correct;
mod decide;
