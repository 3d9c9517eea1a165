//! Randomness from the browser; works in insecure contexts too.

use jieyou_domain::Id;

/// Fills `bytes` with random ones.
pub(crate) fn fill(bytes: &mut [u8]) {
    if let Some(crypto) = web_sys::window().and_then(|w| w.crypto().ok()) {
        // The boot check made sure that the browser has it; more than 65,536 bytes
        // at once, which it refuses, are never asked for.
        drop(crypto.get_random_values_with_u8_array(bytes));
    }
}

/// A new random id.
pub(crate) fn id() -> Id {
    let mut bytes = [0; 10];
    fill(&mut bytes);
    Id::from_bytes(bytes)
}
