//! Commands in, facts out; and what odd histories add up to.

mod actions;
mod apply;
mod audit;
mod batch;
mod between;
mod correct;
mod decide;
mod hindered;
mod life;
mod relate;
mod sealed;
