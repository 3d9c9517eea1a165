//! What pages follow: values that are set, and values derived from them.
//!
//! Leptos makes its signals and memos anew for every type of value, some 2 KB each. Here
//! every value stands behind the same type, so that code stands in the app once; see
//! `docs/adr/0016-one-element.md`.

use leptos::prelude::*;
use std::any::Any;
use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::Arc;

/// A value of some type.
type Thing = Arc<dyn Any + Send + Sync>;
/// Makes a value, from the one before if need be.
type Make = dyn Fn(Option<&Thing>) -> Thing + Send + Sync;

/// A value that can be followed.
pub(crate) struct Followed<T> {
    source: Source,
    kind: PhantomData<fn() -> T>,
}

/// A value that can be followed and set.
pub(crate) struct State<T> {
    signal: RwSignal<Thing>,
    followed: Followed<T>,
}

#[derive(Clone, Copy)]
enum Source {
    Set(RwSignal<Thing>),
    Derived(Memo<Thing>),
}

impl Source {
    // Never inlined, like all that follows: these are the code that stands here once.
    #[inline(never)]
    fn follow(self) -> Thing {
        match self {
            Self::Set(signal) => signal.get(),
            Self::Derived(memo) => memo.get(),
        }
    }

    #[inline(never)]
    fn look(self) -> Thing {
        match self {
            Self::Set(signal) => signal.get_untracked(),
            Self::Derived(memo) => memo.get_untracked(),
        }
    }

    #[inline(never)]
    fn try_look(self) -> Option<Thing> {
        match self {
            Self::Set(signal) => signal.try_get_untracked(),
            Self::Derived(memo) => memo.try_get_untracked(),
        }
    }
}

/// The value in a thing, whose type the one who put it there keeps.
fn within<T: 'static>(thing: &Thing) -> &T {
    thing.downcast_ref().expect("a value of the type that was put in")
}

impl<T> Clone for Followed<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Followed<T> {}

impl<T: 'static> Followed<T> {
    /// Reads the value and follows it.
    pub(crate) fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(within(&self.source.follow()))
    }

    /// Reads the value.
    pub(crate) fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(within(&self.source.look()))
    }

    /// Follows the value without reading it.
    pub(crate) fn track(self) {
        drop(self.source.follow());
    }
}

impl<T: Clone + 'static> Followed<T> {
    /// The value; follows it.
    pub(crate) fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value.
    pub(crate) fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// The value, unless the page that made it is gone.
    pub(crate) fn try_get_untracked(self) -> Option<T> {
        self.source.try_look().map(|thing| within::<T>(&thing).clone())
    }
}

/// Derives a value, from the one before if need be; made anew whenever what it reads
/// changes, and followed only where it then differs.
pub(crate) fn derived<T: PartialEq + Send + Sync + 'static>(
    make: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
) -> Followed<T> {
    let make = move |old: Option<&Thing>| {
        let new = make(old.map(within));
        match old {
            Some(old) if *within::<T>(old) == new => Arc::clone(old),
            _ => Arc::new(new),
        }
    };
    Followed { source: Source::Derived(memo(Box::new(make))), kind: PhantomData }
}

#[inline(never)]
fn memo(make: Box<Make>) -> Memo<Thing> {
    Memo::new_with_compare(make, |old, new| match (old, new) {
        (Some(old), Some(new)) => !Arc::ptr_eq(old, new),
        _ => true,
    })
}

/// Calls `act` whenever what it reads has changed; with `true` when first called. Outward
/// only: what it sets nobody may follow.
pub(crate) fn outward(act: impl Fn(bool) + 'static) {
    outward_boxed(Box::new(act));
}

#[inline(never)]
fn outward_boxed(act: Box<dyn Fn(bool)>) {
    Effect::new(move |before: Option<()>| act(before.is_none()));
}

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for State<T> {}

/// Reading is the same for both.
impl<T> Deref for State<T> {
    type Target = Followed<T>;

    fn deref(&self) -> &Followed<T> {
        &self.followed
    }
}

impl<T: Send + Sync + 'static> State<T> {
    /// Makes a value that belongs to the page that is drawn.
    pub(crate) fn new(value: T) -> Self {
        let signal = signal(Arc::new(value));
        Self { signal, followed: Followed { source: Source::Set(signal), kind: PhantomData } }
    }

    /// The value, for those who may not set it.
    pub(crate) fn read_only(self) -> Followed<T> {
        self.followed
    }

    /// Sets the value; says whether the page that made it is still there.
    pub(crate) fn try_set(self, value: T) -> bool {
        put(self.signal, Arc::new(value))
    }

    /// Sets the value, unless the page that made it is gone.
    pub(crate) fn set(self, value: T) {
        self.try_set(value);
    }
}

impl<T: Clone + Send + Sync + 'static> State<T> {
    /// Changes the value, unless the page that made it is gone.
    pub(crate) fn update(self, change: impl FnOnce(&mut T)) {
        self.maybe_update(|value| {
            change(value);
            true
        });
    }

    /// Changes the value, and keeps that if `change` says so.
    pub(crate) fn maybe_update(self, change: impl FnOnce(&mut T) -> bool) {
        if let Some(mut value) = self.try_get_untracked()
            && change(&mut value)
        {
            self.set(value);
        }
    }
}

#[inline(never)]
fn signal(thing: Thing) -> RwSignal<Thing> {
    RwSignal::new(thing)
}

#[inline(never)]
fn put(signal: RwSignal<Thing>, thing: Thing) -> bool {
    signal.try_set(thing).is_none()
}
