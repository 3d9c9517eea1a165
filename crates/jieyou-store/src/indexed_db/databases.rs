//! What can be done with a database without opening a ledger: list, look at, delete.

use super::IndexedDb;
use super::error::{failed, not_opened};
use crate::event_store::{EventStore as _, Loaded, Seq, StoreError};
use indexed_db_futures::factory::DBFactory;
use indexed_db_futures::internals::SystemRepr as _;
use jieyou_domain::compact::sort_by;
use std::cell::Cell;
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// The names of the databases that start with `prefix`, sorted.
///
/// # Errors
///
/// Returns what the browser says; an old one cannot list.
pub async fn list_databases(prefix: &str) -> Result<Vec<String>, StoreError> {
    let factory = DBFactory::new().map_err(not_opened)?;
    let listed = factory.databases().map_err(|e| failed(&e))?.await.map_err(|e| failed(&e))?;
    let mut names: Vec<String> = listed
        .filter_map(Result::ok)
        .map(|details| details.name().to_owned())
        .filter(|name| name.starts_with(prefix))
        .collect();
    sort_by(&mut names, String::cmp);
    Ok(names)
}

/// The texts beside the records of a database that is there, and how many records it
/// has: enough for a list of ledgers. Folds nothing.
///
/// # Errors
///
/// Returns what the browser says.
pub async fn peek(name: &str) -> Result<(Loaded, Seq), StoreError> {
    let store = IndexedDb::open(name, |_| {}).await?;
    Ok((store.load_after(Seq::MAX).await?, store.size().await?))
}

/// Deletes a database for good. Other tabs close their connections to it.
///
/// # Errors
///
/// Returns `Blocked` when a tab does not let go; the browser deletes it later then.
pub async fn delete_database(name: &str) -> Result<(), StoreError> {
    let factory = DBFactory::new().map_err(not_opened)?;
    let request = factory.delete_db(name).map_err(|e| failed(&e))?;
    let raw: web_sys::IdbOpenDbRequest = request.as_sys().clone().unchecked_into();
    let (blocked, waker) = (Rc::new(Cell::new(false)), Rc::new(Cell::new(None::<Waker>)));
    let on_blocked = Closure::<dyn FnMut()>::new({
        let (blocked, waker) = (Rc::clone(&blocked), Rc::clone(&waker));
        move || {
            blocked.set(true);
            if let Some(waker) = waker.take() {
                waker.wake();
            }
        }
    });
    raw.set_onblocked(Some(on_blocked.as_ref().unchecked_ref()));
    let mut deleted = pin!(request.into_future());
    let outcome = poll_fn(|context| match deleted.as_mut().poll(context) {
        Poll::Ready(outcome) => Poll::Ready(outcome.map_err(|e| failed(&e))),
        Poll::Pending if blocked.get() => Poll::Ready(Err(StoreError::Blocked)),
        Poll::Pending => {
            waker.set(Some(context.waker().clone()));
            Poll::Pending
        }
    });
    let outcome = outcome.await;
    raw.set_onblocked(None);
    outcome
}
