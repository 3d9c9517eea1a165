//! From whose desk a matter is looked at. A matter that was handed up stands in two
//! ledgers with the same facts; what they mean depends on who wrote them.

use crate::facts::By;
use std::sync::Arc;

/// The unit whose ledger this is: every name it has had.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seat {
    names: Arc<Vec<String>>,
}

impl Seat {
    /// The seat of a unit with these names.
    pub(super) fn new(names: Vec<String>) -> Self {
        Self { names: Arc::new(names) }
    }

    /// Whether the unit has had this name.
    pub(super) fn was_named(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }

    /// Whether this unit wrote it. Without a unit, or where none is named, it did.
    pub fn is_own(&self, by: &By) -> bool {
        self.names.is_empty() || by.unit.is_empty() || self.was_named(&by.unit)
    }
}
