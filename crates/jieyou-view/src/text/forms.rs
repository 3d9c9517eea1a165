//! Texts of the forms.

pub mod acts;
pub mod category;
pub mod contact;
pub mod correct;
pub mod judge;
pub mod law;
pub mod life;
pub mod local;
pub mod problem;
pub mod refusal;
pub mod register;
pub mod sealed;
pub mod setup;
pub mod standard;
pub mod subject;
pub mod watch;
pub mod wording;

pub use super::Both;
use super::both;

/// A question: its label and the help under it.
#[derive(Clone, Copy, Debug)]
pub struct Ask {
    /// The label.
    pub label: Both,
    /// The help; may be empty.
    pub hint: Both,
}

/// A question without help.
const fn ask(label: Both) -> Ask {
    Ask { label, hint: Both::NONE }
}

impl Ask {
    /// The question with help.
    const fn hint(self, hint: Both) -> Self {
        Self { hint, ..self }
    }
}
