//! The ledger: events, the book they fold into, and the three functions on it.
//!
//! [`decide`] turns a command into events or refuses it, [`Book::apply`] folds an
//! entry in and never fails, [`audit`] says what a strict reader would object to.

mod action;
mod actions;
mod audit;
mod batch;
mod between;
mod book;
mod by_number;
mod check;
mod command;
mod correct;
mod decide;
mod effective;
mod endings;
mod entry;
mod event;
mod judge;
mod matter;
mod packs;
mod relate;
mod rights;
mod seal;
mod sealed;
mod seat;
mod state;
#[cfg(test)]
mod tests;
mod texts;

pub use action::{Action, WhyNot};
pub use actions::{Frame, actions, allowed};
pub use audit::{Finding, FindingCode, audit};
pub use batch::decide_all;
pub use book::{Book, Redacted, Trouble};
pub use command::{Command, Drafted, Rejection};
pub use decide::{STORY_MAX, TEXT_MAX, TITLE_MAX, decide, next_number};
pub use effective::{Effective, effective};
pub use entry::{Entry, Stamp};
pub use event::{Event, EventError, EventType};
pub use matter::Matter;
pub use sealed::Sealed;
pub use seat::Seat;
pub(crate) use state::promise_key;
pub use state::{
    AgreementState, AppointmentState, ClaimState, Exchange, Fact, HinderedState, PromiseState,
    RightState, Stage, State, Trigger,
};
