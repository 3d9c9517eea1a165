//! What is said, not how it is drawn: screen models, form drafts and their way into
//! commands, and every text in both languages.
//!
//! Natively tested; knows no browser and no UI library, and never calls a store.

pub mod forms;
pub mod screens;
pub mod text;

pub use text::Lang;
