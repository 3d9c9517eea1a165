//! Packing, each content once: the wasm goes into the single file, beside the site's own
//! and into the table of sizes.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::num::NonZeroU64;
use std::sync::{Mutex, PoisonError};

use anyhow::Result;
use sha2::{Digest as _, Sha256};

/// What was packed in this run, by the hash of what went in.
struct Known(Mutex<BTreeMap<[u8; 32], Vec<u8>>>);

impl Known {
    const fn new() -> Self {
        Self(Mutex::new(BTreeMap::new()))
    }

    fn get(&self, content: &[u8], pack: impl FnOnce(&[u8]) -> Result<Vec<u8>>) -> Result<Vec<u8>> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = Sha256::digest(content).into();
        if let Some(packed) = known.get(&key) {
            return Ok(packed.clone());
        }
        let packed = pack(content)?;
        known.insert(key, packed.clone());
        Ok(packed)
    }
}

/// Packs as small as gzip's format allows: some 5 % smaller than `gzip -9`,
/// and as fast to unpack.
pub(crate) fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    static KNOWN: Known = Known::new();
    KNOWN.get(content, |content| {
        let mut packed = Vec::new();
        let iteration_count = NonZeroU64::MIN.saturating_add(4);
        let options = zopfli::Options { iteration_count, ..zopfli::Options::default() };
        zopfli::compress(options, zopfli::Format::Gzip, content, &mut packed)?;
        Ok(packed)
    })
}

/// Packs as small as brotli does.
pub(crate) fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    static KNOWN: Known = Known::new();
    KNOWN.get(content, |content| {
        let mut packer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
        packer.write_all(content)?;
        Ok(packer.into_inner())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_is_not_packed_again() -> Result<()> {
        let known = Known::new();
        assert_eq!(known.get(b"a", |_| Ok(vec![1]))?, [1]);
        assert_eq!(known.get(b"b", |_| Ok(vec![2]))?, [2]);
        assert_eq!(known.get(b"a", |_| anyhow::bail!("packed again"))?, [1]);
        Ok(())
    }
}
