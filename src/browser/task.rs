//! Starting work that waits for the browser.

/// Runs `work` when the current turn is over.
pub(crate) fn start(work: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(work);
}
