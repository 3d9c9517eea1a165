//! How the one element type is built, and rebuilt in place: the same element stays, so
//! that folds stay open and the focus stays where it is.

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::dom::{Dom, Element, Node};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// What answers an event.
pub(crate) type Handler = Box<dyn Fn(web_sys::Event) + Send>;
/// A handler that the next drawing may replace.
type Slot = Rc<RefCell<Rc<(Owner, Handler)>>>;
type Children = Vec<AnyView>;

/// The value of an attribute.
pub(crate) enum Value {
    /// Fixed; nothing leaves the attribute out.
    Still(Option<Cow<'static, str>>),
    /// Follows what it reads.
    Live(Box<dyn Fn() -> Option<Cow<'static, str>> + Send>),
    /// A property that follows what it reads.
    Prop(Box<dyn Fn() -> JsValue + Send>),
}

/// An element. Made by `el`; boxed, because building passes it from call to call.
pub(crate) struct El(pub(super) Box<Markup>);

/// What an element consists of.
pub(crate) struct Markup {
    pub(super) tag: &'static str,
    pub(super) attrs: Vec<(&'static str, Value)>,
    pub(super) on: Vec<(&'static str, Owner, Handler)>,
    pub(super) children: Children,
}

/// What is kept of an attribute.
enum Kept {
    Still(Option<Cow<'static, str>>),
    Live { _effect: RenderEffect<Option<Cow<'static, str>>> },
    Prop { _effect: RenderEffect<JsValue> },
}

/// An element that is drawn.
pub(crate) struct Drawn {
    element: Element,
    tag: &'static str,
    attrs: Vec<(&'static str, Kept)>,
    on: Vec<(&'static str, Slot)>,
    children: <Children as Render>::State,
}

fn write(element: &Element, name: &str, value: Option<&str>) {
    match value {
        Some(value) => Dom::set_attribute(element, name, value),
        None => Dom::remove_attribute(element, name),
    }
}

/// Puts a value on an element and keeps it there.
fn keep(element: &Element, name: &'static str, value: Value) -> Kept {
    let element = element.clone();
    match value {
        Value::Still(value) => {
            if let Some(value) = &value {
                write(&element, name, Some(value));
            }
            Kept::Still(value)
        }
        Value::Live(value) => Kept::Live {
            _effect: RenderEffect::new(move |before: Option<Option<Cow<'static, str>>>| {
                let now = value();
                if before.as_ref() != Some(&now) {
                    write(&element, name, now.as_deref());
                }
                now
            }),
        },
        Value::Prop(value) => Kept::Prop {
            _effect: RenderEffect::new(move |before: Option<JsValue>| {
                let now = value();
                if before.as_ref() != Some(&now) {
                    drop(js_sys::Reflect::set(&element, &JsValue::from_str(name), &now));
                }
                now
            }),
        },
    }
}

/// Listens for an event on an element.
fn listen(element: &Element, name: &'static str, owner: Owner, act: Handler) -> Slot {
    let slot: Slot = Rc::new(RefCell::new(Rc::new((owner, act))));
    let inner = Rc::clone(&slot);
    let call = Closure::<dyn Fn(web_sys::Event)>::new(move |ev| {
        // Let go of the slot first: answering may draw the element anew.
        let now = Rc::clone(&inner.borrow());
        now.0.with(|| (now.1)(ev));
    });
    let call = call.into_js_value();
    drop(element.add_event_listener_with_callback(name, call.unchecked_ref()));
    slot
}

impl Drawn {
    /// Whether `new` can be drawn over this element.
    fn is_like(&self, new: &Markup) -> bool {
        self.tag == new.tag
            && self.attrs.iter().map(|a| a.0).eq(new.attrs.iter().map(|a| a.0))
            && self.on.iter().map(|a| a.0).eq(new.on.iter().map(|a| a.0))
    }
}

impl Render for El {
    type State = Drawn;

    fn build(self) -> Drawn {
        let new = *self.0;
        let element = Dom::create_element(new.tag, None);
        let attrs = new.attrs.into_iter().map(|(n, v)| (n, keep(&element, n, v))).collect();
        let on = new.on.into_iter().map(|(n, o, act)| (n, listen(&element, n, o, act))).collect();
        let mut children = new.children.build();
        children.mount(&element, None);
        Drawn { element, tag: new.tag, attrs, on, children }
    }

    fn rebuild(self, state: &mut Drawn) {
        if !state.is_like(&self.0) {
            let mut new = self.build();
            state.insert_before_this(&mut new);
            state.unmount();
            *state = new;
            return;
        }
        let new = *self.0;
        for ((name, value), (_, kept)) in new.attrs.into_iter().zip(&mut state.attrs) {
            if let (Value::Still(now), Kept::Still(old)) = (&value, &*kept) {
                if now == old {
                    continue;
                }
                if now.is_none() {
                    write(&state.element, name, None);
                }
            }
            *kept = keep(&state.element, name, value);
        }
        for ((_, owner, act), (_, slot)) in new.on.into_iter().zip(&state.on) {
            *slot.borrow_mut() = Rc::new((owner, act));
        }
        new.children.rebuild(&mut state.children);
    }
}

impl Mountable for Drawn {
    fn unmount(&mut self) {
        self.element.remove();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        Dom::insert_node(parent, &self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(parent) = self.element.parent_element() else { return false };
        child.mount(&parent, Some(&self.element));
        true
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}

impl AddAnyAttr for El {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self {
        self
    }
}

/// Only the browser draws; nothing is written as HTML text.
impl RenderHtml for El {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _buf: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        _cursor: &Cursor,
        _position: &PositionState,
    ) -> Drawn {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
