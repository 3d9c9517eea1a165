//! Markup as data: one element type for the whole app.
//!
//! `view!` makes a new Rust type of every piece of markup, and each type brings its own
//! code for building and rebuilding. Here every element is the same type, so that code
//! stands in the app once. What is drawn is the same; see `docs/adr/0016-one-element.md`.

use super::el_render::{El, Handler, Value};
use leptos::prelude::*;
use leptos::tachys::reactive_graph::OwnedView;
use leptos::tachys::view::keyed::keyed;
use std::borrow::Cow;
use wasm_bindgen::JsValue;

/// An element without attributes and children.
pub(crate) fn el(tag: &'static str) -> El {
    El { tag, attrs: Vec::new(), on: Vec::new(), children: Vec::new() }
}

/// An element with a class, the most common kind.
pub(crate) fn div(tag: &'static str, class: &'static str) -> El {
    el(tag).attr("class", class)
}

/// A small button with a word that follows the language.
pub(crate) fn button(
    class: &'static str,
    word: impl Child,
    act: impl Fn(web_sys::Event) + Send + 'static,
) -> El {
    div("button", class).on("click", act).child(word)
}

impl El {
    /// Sets an attribute; `None` leaves it out.
    pub(crate) fn attr(mut self, name: &'static str, value: impl IntoValue) -> Self {
        self.attrs.push((name, Value::Still(value.into_value())));
        self
    }

    /// Keeps an attribute at what `value` says.
    pub(crate) fn live<T: IntoValue>(
        mut self,
        name: &'static str,
        value: impl Fn() -> T + Send + 'static,
    ) -> Self {
        self.attrs.push((name, Value::Live(Box::new(move || value().into_value()))));
        self
    }

    /// Keeps a property of the element, e.g. the text in a box, at what `value` says.
    pub(crate) fn prop<T: Into<JsValue>>(
        mut self,
        name: &'static str,
        value: impl Fn() -> T + Send + 'static,
    ) -> Self {
        self.attrs.push((name, Value::Prop(Box::new(move || value().into()))));
        self
    }

    /// Answers an event.
    pub(crate) fn on(
        mut self,
        name: &'static str,
        act: impl Fn(web_sys::Event) + Send + 'static,
    ) -> Self {
        // As with `view!`, what the handler makes belongs to whoever drew the element.
        let owner = Owner::current().unwrap_or_default();
        let act: Handler = Box::new(act);
        self.on.push((name, owner, act));
        self
    }

    /// Adds a child.
    pub(crate) fn child(mut self, child: impl Child) -> Self {
        self.children.push(child.draw());
        self
    }

    /// Adds a space between two children.
    pub(crate) fn space(self) -> Self {
        self.child(" ")
    }
}

/// What can be the value of an attribute: nothing leaves it out.
pub(crate) trait IntoValue {
    /// The value.
    fn into_value(self) -> Option<Cow<'static, str>>;
}

impl IntoValue for &'static str {
    fn into_value(self) -> Option<Cow<'static, str>> {
        Some(self.into())
    }
}

impl IntoValue for String {
    fn into_value(self) -> Option<Cow<'static, str>> {
        Some(self.into())
    }
}

impl IntoValue for bool {
    fn into_value(self) -> Option<Cow<'static, str>> {
        self.then(|| "".into())
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self) -> Option<Cow<'static, str>> {
        self.and_then(T::into_value)
    }
}

/// What can stand inside an element.
pub(crate) trait Child {
    /// The child as a view.
    fn draw(self) -> AnyView;
}

impl Child for AnyView {
    fn draw(self) -> AnyView {
        self
    }
}

impl Child for El {
    fn draw(self) -> AnyView {
        self.into_any()
    }
}

impl Child for String {
    fn draw(self) -> AnyView {
        self.into_any()
    }
}

impl Child for &'static str {
    fn draw(self) -> AnyView {
        self.into_any()
    }
}

impl<T: Child> Child for Option<T> {
    fn draw(self) -> AnyView {
        // A place is kept, so that what follows keeps its own when drawn anew.
        self.map_or_else(|| ().into_any(), T::draw)
    }
}

impl<T: Child> Child for Vec<T> {
    fn draw(self) -> AnyView {
        self.into_iter().map(T::draw).collect::<Vec<AnyView>>().into_any()
    }
}

/// Drawn anew whenever what it reads changes.
impl<F: Fn() -> T + Send + 'static, T: Child> Child for F {
    fn draw(self) -> AnyView {
        let draw: Box<dyn Fn() -> AnyView + Send> = Box::new(move || self().draw());
        draw.into_any()
    }
}

/// Draws every item.
pub(crate) fn all<T, C: Child>(
    items: impl IntoIterator<Item = T>,
    draw: impl Fn(T) -> C,
) -> Vec<AnyView> {
    items.into_iter().map(|item| draw(item).draw()).collect()
}

/// A text in an element, unless the text is empty.
pub(crate) fn unless_empty(
    tag: &'static str,
    class: &'static str,
    text: impl Into<String>,
) -> Option<El> {
    let text: String = text.into();
    (!text.is_empty()).then(|| div(tag, class).child(text))
}

/// A question in a box, so that every `Memo<bool>` is made by the same code.
pub(crate) fn boxed(is_so: impl Fn() -> bool + Send + Sync + 'static) -> Ask {
    Box::new(move |_| is_so())
}

type Ask = Box<dyn Fn(Option<&bool>) -> bool + Send + Sync>;

/// Drawn while `is_so`; drawn anew only when that changes.
pub(crate) fn when<C: Child>(
    is_so: impl Fn() -> bool + Send + Sync + 'static,
    draw: impl Fn() -> C + Send + 'static,
) -> AnyView {
    let is_so = Memo::new(boxed(is_so));
    (move || is_so.get().then(&draw)).draw()
}

/// One of a list whose entries stay themselves while the list changes around them.
pub(crate) struct Entry {
    /// Entries with the same key are the same: kept, never drawn anew.
    pub(crate) key: String,
    /// Draws the entry, once.
    pub(crate) draw: Box<dyn FnOnce() -> AnyView + Send>,
}

/// An entry with its key.
pub(crate) fn entry<C: Child>(
    key: impl Into<String>,
    draw: impl FnOnce() -> C + Send + 'static,
) -> Entry {
    Entry { key: key.into(), draw: Box::new(move || draw().draw()) }
}

/// A list drawn by key.
pub(crate) fn each(entries: impl Fn() -> Vec<Entry> + Send + 'static) -> AnyView {
    let entries: Box<dyn Fn() -> Vec<Entry> + Send> = Box::new(entries);
    // What an entry makes lives as long as the entry.
    let parent = Owner::current().unwrap_or_default();
    let drawn = move || {
        let parent = parent.clone();
        keyed(
            entries(),
            |entry: &Entry| entry.key.clone(),
            move |_, entry: Entry| {
                let owner = parent.with(Owner::new);
                let view = owner.with(entry.draw);
                (|_: usize| {}, OwnedView::new_with_owner(view, owner))
            },
        )
    };
    drawn.into_any()
}
