//! Controls that know nothing of the ledger: markup as data, forms drawn from data.

mod beside;
mod el;
mod el_render;
mod field;
mod form;
mod proposals;

pub(crate) use el::{Child, all, boxed, button, div, each, el, entry, nothing, unless_empty, when};
pub(crate) use el_render::El;
pub(crate) use form::{FormState, form_view};
