//! What codes and values say to a person. Every match is exhaustive. A message answers
//! what happened, whether the data is safe, and what to do.

mod cite;
pub mod codes;
mod computed;
mod finding;
mod import;
mod store;
#[cfg(test)]
mod tests;

pub use cite::{article, cite, level};
pub use computed::{answer_to, input_value, mark, met, note, used, value_in};
pub use finding::{chain_finding, conflict, field, finding};
pub use import::{import_error, import_failed};
pub use store::{damage, record_error, store_error, submit_error, trouble};

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What happened.
    pub title: String,
    /// Whether the data is safe.
    pub detail: String,
    /// What to do.
    pub next: String,
    /// The stable code, for whoever helps.
    pub code: &'static str,
}

impl Notice {
    fn new(
        code: &'static str,
        title: impl Into<String>,
        detail: impl Into<String>,
        next: impl Into<String>,
    ) -> Self {
        Self { title: title.into(), detail: detail.into(), next: next.into(), code }
    }

    /// Everything in one paragraph.
    pub fn line(&self, lang: super::Lang) -> String {
        [&self.title, &self.detail, &self.next]
            .into_iter()
            .filter(|part| !part.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(lang.pick("", " "))
    }
}
