//! The key of a text. xtask compiles this file too: it names nothing outside itself.

/// How many bits a key has: enough that texts seldom collide, and no more, since every use of a text in the wasm holds its key,
/// and keys do not pack.
const BITS: u32 = 26;
/// Where hashing starts. When two texts get one key, `cargo xtask dist` says so: then
/// any other number will do here.
const SALT: u32 = 2;

/// The key of a pair: FNV-1a, folded.
pub(crate) const fn key(zh: &str, en: &str) -> u32 {
    let hash = add(add(add(SALT, zh.as_bytes()), &[0]), en.as_bytes());
    (hash ^ (hash >> BITS)) & ((1 << BITS) - 1)
}

const fn add(mut hash: u32, mut bytes: &[u8]) -> u32 {
    while let [first, rest @ ..] = bytes {
        hash = (hash ^ *first as u32).wrapping_mul(0x0100_0193);
        bytes = rest;
    }
    hash
}
