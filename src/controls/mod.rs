//! Components that know nothing of the ledger: forms drawn from data.

mod field;
mod form;

pub(crate) use form::FormView;
