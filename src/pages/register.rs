//! 登记一件事

use super::alike::while_typing;
use super::work::{Work, in_context, work_under};
use crate::browser::page;
use crate::controls::{Child, div, el};
use crate::routes::Route;
use crate::session::Session;
use jieyou_view::forms::register;
use jieyou_view::text::{frame, paper};
use leptos::prelude::*;
use std::sync::Arc;

/// Keys its draft.
pub(super) const ADDRESS: &str = "register";

/// The register form. What is registered is shown at once: class, list and dates.
pub(crate) fn register_page(session: Session) -> AnyView {
    let id = session.new_id();
    let form = Work {
        address: ADDRESS.to_owned(),
        blank: in_context(session, register::blank),
        draw: Box::new(register::form),
        read: Box::new(move |cx, draft| register::read(cx, draft, id)),
        split_at: "against",
        done: Arc::new(move || page::go(&Route::Matter(id).href())),
        cancel: Route::Today.href(),
        level: 1,
    };
    let sealed = move || {
        let (t, on_paper) = {
            let lang = session.lang.get();
            (frame::texts(lang), paper::texts(lang))
        };
        let number = div("a", "button button--small")
            .attr("href", Route::SealedNew.href())
            .child(t.sealed_link);
        let link = el("a").attr("href", Route::SealedReceipt.href()).child(on_paper.sealed);
        div("p", "quiet screen-only")
            .child(number)
            .space()
            .child(on_paper.sealed_why)
            .space()
            .child(link)
    };
    let above = move |state| while_typing(session, state);
    vec![work_under(session, form, StoredValue::new(Vec::new()), above), sealed.draw()].draw()
}
