//! Everything in a database as text, whatever it is worth and whichever program made it:
//! part by part, without folding, verifying or upgrading anything.

use super::error::{failed, not_opened};
use crate::event_store::StoreError;
use indexed_db_futures::database::Database;
use indexed_db_futures::internals::SystemRepr as _;
use indexed_db_futures::prelude::*;
use std::cell::Cell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{IdbKeyRange, IdbRequest};

/// The length of a part, about, in bytes.
const PART: usize = 1 << 20;
/// The most values that are read at once.
const MOST: u32 = 1024;

/// The version of a database's layout, whoever made it.
///
/// # Errors
///
/// Returns what the browser says.
pub async fn version(name: &str) -> Result<u32, StoreError> {
    let version = Raw::open(name).await?.db.as_sys().version();
    // Small whole numbers: looked for, since nothing turns one into the other exactly.
    Ok((0..10_000).find(|whole| f64::from(*whole) >= version).unwrap_or(u32::MAX))
}

/// Reads everything in a database that is there, and gives it on part by part: under the
/// name of each of its stores a line for each value, its key in front.
///
/// # Errors
///
/// Returns what the browser says; what was given on till then was read.
pub async fn raw(name: &str, mut take: impl FnMut(&str)) -> Result<(), StoreError> {
    let raw = Raw::open(name).await?;
    let stores = raw.db.as_sys().object_store_names();
    for store in (0..stores.length()).filter_map(|at| stores.get(at)) {
        take(&format!("# {store}\n"));
        let (mut after, mut limit) = (None, 8);
        while let Some((last, text)) = raw.part(&store, after.as_ref(), limit).await? {
            take(&text);
            limit = if text.len() < PART { MOST.min(limit * 2) } else { 1.max(limit / 2) };
            after = Some(last);
        }
    }
    Ok(())
}

/// A connection that upgrades nothing.
struct Raw {
    db: Database,
}

impl Drop for Raw {
    fn drop(&mut self) {
        self.db.as_sys().close();
    }
}

impl Raw {
    async fn open(name: &str) -> Result<Self, StoreError> {
        let opened = Database::open(name).build().map_err(not_opened)?.await.map_err(not_opened)?;
        Ok(Self { db: opened })
    }

    /// The next values of a store after a key, and the last key of them.
    async fn part(
        &self,
        store: &str,
        after: Option<&JsValue>,
        limit: u32,
    ) -> Result<Option<(JsValue, String)>, StoreError> {
        let range = match after {
            Some(key) => IdbKeyRange::lower_bound_with_open(key, true).map_err(thrown)?.into(),
            None => JsValue::UNDEFINED,
        };
        let from = self.db.as_sys().transaction_with_str(store).map_err(thrown)?;
        let from = from.object_store(store).map_err(thrown)?;
        let keys = from.get_all_keys_with_key_and_limit(&range, limit).map_err(thrown)?;
        let values = from.get_all_with_key_and_limit(&range, limit).map_err(thrown)?;
        let (keys, values) = (done(keys), done(values));
        let (keys, values) = (keys.await?, values.await?);
        let (keys, values): (js_sys::Array, js_sys::Array) =
            (keys.unchecked_into(), values.unchecked_into());
        let mut text = String::new();
        for (key, value) in keys.iter().zip(values.iter()) {
            for word in [key, value] {
                let word = word.as_string().unwrap_or_else(|| format!("{word:?}"));
                text.push_str(&word);
                text.push('\t');
            }
            text.pop();
            text.push('\n');
        }
        Ok(keys.iter().last().map(|last| (last, text)))
    }
}

fn thrown(error: JsValue) -> StoreError {
    failed(&indexed_db_futures::error::Error::from(error))
}

/// Waits for what a request answers. Listens at once, before it is polled.
fn done(request: IdbRequest) -> impl Future<Output = Result<JsValue, StoreError>> {
    let (is_done, waker) = (Rc::new(Cell::new(false)), Rc::new(Cell::new(None::<Waker>)));
    let wake = Closure::<dyn FnMut()>::new({
        let (is_done, waker) = (Rc::clone(&is_done), Rc::clone(&waker));
        move || {
            is_done.set(true);
            if let Some(waker) = waker.take() {
                waker.wake();
            }
        }
    });
    request.set_onsuccess(Some(wake.as_ref().unchecked_ref()));
    request.set_onerror(Some(wake.as_ref().unchecked_ref()));
    async move {
        poll_fn(|context| {
            if is_done.get() {
                return Poll::Ready(());
            }
            waker.set(Some(context.waker().clone()));
            Poll::Pending
        })
        .await;
        request.set_onsuccess(None);
        request.set_onerror(None);
        drop(wake);
        request.result().map_err(thrown)
    }
}
