//! What was typed into forms and not sent yet: in memory as it is, and on this computer
//! without what must not lie there (`jieyou_view::forms::keep`). See
//! `docs/adr/0019-drafts-beside-the-ledger.md`.

use crate::browser::{drafts, page};
use jieyou_domain::Date;
use jieyou_view::forms::{Draft, Kept};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How long after a keystroke the draft is kept, in milliseconds; a crash costs as much.
const PAUSE: i32 = 400;

/// Says what to keep of a form: the draft, and what of it outlives the page. Nothing once
/// the form is gone.
pub(crate) type Keep = Rc<dyn Fn() -> Option<(Draft, Option<Kept>)>>;

/// The drafts of the open ledger.
#[derive(Clone, Copy)]
pub(crate) struct Drafts(StoredValue<Rc<Inner>, LocalStorage>);

struct Inner {
    /// Where they are kept; empty where nothing is.
    database: String,
    /// By form: filled in beforehand, or left without being sent.
    memory: RefCell<Vec<Left>>,
    /// Forms in which something was typed since the last keeping.
    waiting: RefCell<Vec<(String, Keep)>>,
    is_timed: Cell<bool>,
    /// The ledger is thrown away: nothing is kept any more.
    is_closed: Cell<bool>,
}

#[derive(Clone, Default)]
struct Left {
    form: String,
    draft: Draft,
    /// The day something was typed; none while only a button filled it in.
    typed_on: Option<Date>,
}

/// What a form begins with over its blank.
pub(crate) struct Begun {
    /// What was typed before, or filled in by the button that led here.
    pub(crate) draft: Draft,
    /// Set when somebody typed it before.
    pub(crate) resumed: Option<Resumed>,
}

/// What was typed before stands in the form again.
#[derive(Clone, Copy)]
pub(crate) struct Resumed {
    /// The day it was typed.
    pub(crate) on: Date,
    /// Whether all of it is there; after a reload the contact is not.
    pub(crate) is_whole: bool,
}

impl Drafts {
    /// The drafts of a ledger; `is_kept` when what is written outlives the page.
    pub(crate) fn new(database: &str, is_kept: bool) -> Self {
        let inner = Inner {
            database: if is_kept { database.to_owned() } else { String::new() },
            memory: RefCell::default(),
            waiting: RefCell::default(),
            is_timed: Cell::new(false),
            is_closed: Cell::new(false),
        };
        let all = Self(StoredValue::new_local(Rc::new(inner)));
        // What is hidden may never be seen again: a tab that is closed tells nobody.
        page::on("pagehide", move || all.flush());
        page::on_document("visibilitychange", move || all.flush());
        all
    }

    fn inner(self) -> Rc<Inner> {
        self.0.get_value()
    }

    /// Fills fields in before the form is opened.
    pub(crate) fn fill(self, form: String, fields: &[(&'static str, String)]) {
        let inner = self.inner();
        let mut memory = inner.memory.borrow_mut();
        let mut left = taken(&mut memory, &form);
        for (key, text) in fields {
            left.draft.set(*key, text.clone());
        }
        memory.push(left);
    }

    /// Leaves a draft in memory only: of a page whose text may hold anything.
    pub(crate) fn leave(self, form: String, draft: Draft) {
        let inner = self.inner();
        let mut memory = inner.memory.borrow_mut();
        drop(taken(&mut memory, &form));
        memory.push(Left { form, draft, typed_on: None });
    }

    /// What a form begins with.
    pub(crate) fn begin(self, form: &str) -> Begun {
        let inner = self.inner();
        let left = inner.memory.borrow().iter().find(|left| left.form == form).cloned();
        let left = left.unwrap_or_default();
        if let Some(on) = left.typed_on {
            return Begun { draft: left.draft, resumed: Some(Resumed { on, is_whole: true }) };
        }
        let Some(kept) = inner.get(form).and_then(|text| Kept::read(&text)) else {
            return Begun { draft: left.draft, resumed: None };
        };
        let mut draft = Draft(kept.typed);
        draft.0.extend(left.draft.0);
        Begun { draft, resumed: Some(Resumed { on: kept.on, is_whole: false }) }
    }

    /// Notes that something was typed; it is kept after a pause.
    pub(crate) fn typed(self, form: &str, keep: &Keep) {
        let inner = self.inner();
        let mut waiting = inner.waiting.borrow_mut();
        if !waiting.iter().any(|(known, _)| known == form) {
            waiting.push((form.to_owned(), Rc::clone(keep)));
        }
        if !inner.is_timed.replace(true) {
            page::after(PAUSE, move || self.flush());
        }
    }

    /// Keeps what waits.
    pub(crate) fn flush(self) {
        let inner = self.inner();
        inner.is_timed.set(false);
        let waiting = inner.waiting.take();
        for (form, keep) in waiting {
            if let Some((draft, kept)) = keep() {
                inner.set(&form, kept.as_ref().map(Kept::text).as_deref());
                let mut memory = inner.memory.borrow_mut();
                let left = taken(&mut memory, &form);
                memory.push(Left { draft, typed_on: kept.map(|kept| kept.on), ..left });
            }
        }
    }

    /// Drops a draft that was sent or thrown away.
    pub(crate) fn forget(self, form: &str) {
        let inner = self.inner();
        inner.waiting.borrow_mut().retain(|(known, _)| known != form);
        drop(taken(&mut inner.memory.borrow_mut(), form));
        inner.set(form, None);
    }

    /// Drops the drafts of all forms whose address holds `name`, e.g. the id of a matter.
    pub(crate) fn forget_about(self, name: &str) {
        let inner = self.inner();
        inner.waiting.borrow_mut().retain(|(form, _)| !form.contains(name));
        inner.memory.borrow_mut().retain(|left| !left.form.contains(name));
        if !inner.database.is_empty() {
            drafts::drop_about(&inner.database, name);
        }
    }

    /// Drops all drafts, since their ledger goes.
    pub(crate) fn close(self) {
        let inner = self.inner();
        drops(&inner.database);
        inner.is_closed.set(true);
    }
}

/// Takes what was left of a form out of the list; a blank one when there is none.
fn taken(memory: &mut Vec<Left>, form: &str) -> Left {
    let at = memory.iter().position(|left| left.form == form);
    at.map_or_else(
        || Left { form: form.to_owned(), ..Left::default() },
        |at| memory.swap_remove(at),
    )
}

/// Drops the drafts of a ledger that is thrown away.
pub(crate) fn drops(database: &str) {
    drafts::drop_all(database);
}

impl Inner {
    fn get(&self, form: &str) -> Option<String> {
        if self.database.is_empty() { None } else { drafts::get(&self.database, form) }
    }

    fn set(&self, form: &str, text: Option<&str>) {
        if !self.database.is_empty() && !self.is_closed.get() {
            drafts::set(&self.database, form, text);
        }
    }
}
