//! Markup as data: one element type for the whole app.
//!
//! `view!` makes a new Rust type of every piece of markup, and each type brings its own
//! code for building and rebuilding. Here every element is the same type, so that code
//! stands in the app once. What is drawn is the same; see `docs/adr/0016-one-element.md`.

use super::el_render::{El, Handler, Markup, Value};
use crate::state::derived;
use leptos::prelude::*;
use leptos::tachys::reactive_graph::OwnedView;
use leptos::tachys::view::keyed::keyed;
use std::borrow::Cow;
use wasm_bindgen::JsValue;

/// An element without attributes and children.
pub(crate) fn el(tag: &'static str) -> El {
    El(Box::new(Markup { tag, attrs: Vec::new(), on: Vec::new(), children: Vec::new() }))
}

/// An element with a class, the most common kind.
#[inline(never)]
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
    pub(crate) fn attr(self, name: &'static str, value: impl IntoValue) -> Self {
        self.with_attr(name, Value::Still(value.into_value()))
    }

    // Never inlined, like everything below that each piece of markup calls: the calls
    // are small, what they do is not.
    #[inline(never)]
    fn with_attr(mut self, name: &'static str, value: Value) -> Self {
        self.0.attrs.push((name, value));
        self
    }

    /// Keeps an attribute at what `value` says.
    pub(crate) fn live<T: IntoValue>(
        self,
        name: &'static str,
        value: impl Fn() -> T + Send + 'static,
    ) -> Self {
        self.with_attr(name, Value::Live(Box::new(move || value().into_value())))
    }

    /// Keeps a property of the element, e.g. the text in a box, at what `value` says.
    pub(crate) fn prop<T: Into<JsValue>>(
        self,
        name: &'static str,
        value: impl Fn() -> T + Send + 'static,
    ) -> Self {
        self.with_attr(name, Value::Prop(Box::new(move || value().into())))
    }

    /// Answers an event.
    pub(crate) fn on(
        self,
        name: &'static str,
        act: impl Fn(web_sys::Event) + Send + 'static,
    ) -> Self {
        self.with_handler(name, Box::new(act))
    }

    #[inline(never)]
    fn with_handler(mut self, name: &'static str, act: Handler) -> Self {
        // As with `view!`, what the handler makes belongs to whoever drew the element.
        let owner = Owner::current().unwrap_or_default();
        self.0.on.push((name, owner, act));
        self
    }

    /// Adds a child.
    pub(crate) fn child(self, child: impl Child) -> Self {
        self.with_child(child.draw())
    }

    #[inline(never)]
    fn with_child(mut self, child: AnyView) -> Self {
        self.0.children.push(child);
        self
    }

    /// Marks what leads to writing: style/utilities.css takes it off the page while the
    /// ledger is only read.
    pub(crate) fn writes(self) -> Self {
        self.attr("data-writes", true)
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
    #[inline(never)]
    fn draw(self) -> AnyView {
        self.into_any()
    }
}

impl Child for String {
    #[inline(never)]
    fn draw(self) -> AnyView {
        self.into_any()
    }
}

impl Child for &'static str {
    #[inline(never)]
    fn draw(self) -> AnyView {
        self.into_any()
    }
}

impl<T: Child> Child for Option<T> {
    fn draw(self) -> AnyView {
        // A place is kept, so that what follows keeps its own when drawn anew.
        self.map_or_else(nothing, T::draw)
    }
}

impl<T: Child> Child for Vec<T> {
    fn draw(self) -> AnyView {
        several(self.into_iter().map(T::draw).collect())
    }
}

/// Drawn anew whenever what it reads changes.
impl<F: Fn() -> T + Send + 'static, T: Child> Child for F {
    fn draw(self) -> AnyView {
        follow(Box::new(move || self().draw()))
    }
}

#[inline(never)]
fn follow(draw: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    draw.into_any()
}

/// Draws nothing, in a place of its own.
#[inline(never)]
pub(crate) fn nothing() -> AnyView {
    ().into_any()
}

#[inline(never)]
fn several(views: Vec<AnyView>) -> AnyView {
    views.into_any()
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

/// A question in a box, so that every `Followed<bool>` is made by the same code.
pub(crate) fn boxed(is_so: impl Fn() -> bool + Send + Sync + 'static) -> Ask {
    Box::new(move |_| is_so())
}

type Ask = Box<dyn Fn(Option<&bool>) -> bool + Send + Sync>;

/// Drawn while `is_so`; drawn anew only when that changes.
pub(crate) fn when<C: Child>(
    is_so: impl Fn() -> bool + Send + Sync + 'static,
    draw: impl Fn() -> C + Send + 'static,
) -> AnyView {
    drawn_while(boxed(is_so), Box::new(move || draw().draw()))
}

#[inline(never)]
fn drawn_while(is_so: Ask, draw: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    let is_so = derived(is_so);
    follow(Box::new(move || if is_so.get() { draw() } else { nothing() }))
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
    each_of(Box::new(entries))
}

fn each_of(entries: Box<dyn Fn() -> Vec<Entry> + Send>) -> AnyView {
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
