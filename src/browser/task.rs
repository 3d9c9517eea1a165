//! Starting work that waits for the browser.

use std::pin::Pin;

/// Runs `work` when the current turn is over.
pub(crate) fn start(work: impl Future<Output = ()> + 'static) {
    start_boxed(Box::pin(work));
}

// Starting is much code; it stands in the app once.
#[inline(never)]
fn start_boxed(work: Pin<Box<dyn Future<Output = ()>>>) {
    wasm_bindgen_futures::spawn_local(work);
}
