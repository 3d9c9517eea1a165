//! SHA-256 and hexadecimal text. Works in an insecure context: it never asks the
//! browser's `crypto.subtle`.

use jieyou_domain::EntryId;
use sha2::{Digest, Sha256};

/// The hash of a text's UTF-8 bytes.
pub fn hash(text: &str) -> EntryId {
    hash_bytes(text.as_bytes())
}

/// The hash of a file's bytes.
pub fn hash_bytes(bytes: &[u8]) -> EntryId {
    EntryId::from_bytes(Sha256::digest(bytes).into())
}

/// The hash of a file that is met part by part.
#[derive(Debug, Default)]
pub struct Hashing(Sha256);

impl Hashing {
    /// Takes the next bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of all of them, as [`hash_bytes`] gives it.
    pub fn finish(self) -> EntryId {
        EntryId::from_bytes(self.0.finalize().into())
    }
}

/// A hash over several texts in order, each followed by a line feed.
#[derive(Default)]
pub(crate) struct Sum(Sha256);

impl Sum {
    pub(crate) fn add(&mut self, text: &str) {
        self.0.update(text.as_bytes());
        self.0.update(b"\n");
    }

    pub(crate) fn finish(self) -> EntryId {
        EntryId::from_bytes(self.0.finalize().into())
    }
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_as_everybody_does() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hash("abc").to_string(), abc);
        let mut hashing = Hashing::default();
        hashing.add(b"a");
        hashing.add(b"bc");
        assert_eq!(hashing.finish(), hash("abc"));
        assert_eq!(hex(&[0, 10, 255]), "000aff");
        let mut sum = Sum::default();
        sum.add("a");
        sum.add("b");
        assert_eq!(sum.finish(), hash("a\nb\n"));
    }
}
