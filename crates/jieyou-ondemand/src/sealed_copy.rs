//! Sealing bytes with a passphrase, and opening what was sealed: the age format
//! (age-encryption.org/v1), so that the ordinary `age` program opens our files and theirs
//! open here ([ADR 33](../../../docs/adr/0033-sealed-copies.md)).

use age::armor::ArmoredReader;
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, Identity, Recipient, scrypt};
use std::io::{self, Read as _, Write as _};
use std::iter;

/// What one try of a passphrase costs, as the binary logarithm of scrypt's N: 128 MiB, and
/// about a second in a browser. Fixed, so that a file sealed on a fast computer opens on a
/// slow one.
pub const WORK: u8 = 17;

/// The most that is done to open somebody else's file: 1 GiB. `age` seals with 18, `rage`
/// with what takes its computer a second.
pub const MOST_WORK: u8 = 20;

/// How every age file begins.
const START: &[u8] = b"age-encryption.org/v1\n";

/// How one begins that was written as text.
const ARMORED: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";

/// Why bytes were not sealed or not opened. Nothing else happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The passphrase does not open it.
    WrongPassphrase,
    /// It is an age file whose end is missing, or a byte of it was changed.
    CutOrChanged,
    /// It is no age file.
    NotAge,
    /// It was sealed for a key, not with a passphrase.
    ForAKey,
    /// To try a passphrase would cost more than [`MOST_WORK`].
    TooMuchWork,
    /// What was sealed did not open again to the same bytes.
    NotVerified,
}

impl Refused {
    /// The stable code, listed in `docs/codes.md`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::WrongPassphrase => "sealed-copy/wrong-passphrase",
            Self::CutOrChanged => "sealed-copy/cut-or-changed",
            Self::NotAge => "sealed-copy/not-age",
            Self::ForAKey => "sealed-copy/for-a-key",
            Self::TooMuchWork => "sealed-copy/too-much-work",
            Self::NotVerified => "sealed-copy/not-verified",
        }
    }
}

/// Seals bytes with a passphrase, and opens the result again before it is given out.
///
/// # Errors
///
/// Returns [`Refused::NotVerified`] when it does not open to the same bytes.
pub fn seal(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, Refused> {
    let sealed = sealed_with(WORK, bytes, passphrase).map_err(|_unsealed| Refused::NotVerified)?;
    let is_same = open(&sealed, passphrase).is_ok_and(|back| back == bytes);
    if is_same { Ok(sealed) } else { Err(Refused::NotVerified) }
}

fn sealed_with(work: u8, bytes: &[u8], passphrase: &str) -> io::Result<Vec<u8>> {
    let mut recipient = scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
    recipient.set_work_factor(work);
    let one = iter::once(&recipient as &dyn Recipient);
    let encryptor =
        Encryptor::with_recipients(one).map_err(|why| io::Error::other(format!("{why:?}")))?;
    // The header and a tag for each 64 KiB come on top.
    let mut writer =
        encryptor.wrap_output(Vec::with_capacity(bytes.len() + bytes.len() / 4096 + 512))?;
    writer.write_all(bytes)?;
    writer.finish()
}

/// Opens what was sealed with a passphrase, by this program or another.
///
/// # Errors
///
/// Says which of the things that can be wrong is.
pub fn open(sealed: &[u8], passphrase: &str) -> Result<Vec<u8>, Refused> {
    let is_armored = sealed.trim_ascii_start().starts_with(ARMORED);
    let is_begun = sealed.starts_with(START) || START.starts_with(sealed) && !sealed.is_empty();
    if !is_armored && !is_begun {
        return Err(Refused::NotAge);
    }
    let reader = ArmoredReader::new(if is_armored { sealed.trim_ascii_start() } else { sealed });
    // That it begins as an age file was seen: what is wrong now was cut off or changed.
    let decryptor = Decryptor::new_buffered(reader).map_err(|_cut| Refused::CutOrChanged)?;
    if !decryptor.is_scrypt() {
        return Err(Refused::ForAKey);
    }
    let mut identity = scrypt::Identity::new(SecretString::from(passphrase.to_owned()));
    identity.set_max_work_factor(MOST_WORK);
    let one = iter::once(&identity as &dyn Identity);
    let mut opened = decryptor.decrypt(one).map_err(refused)?;
    let mut bytes = Vec::with_capacity(sealed.len());
    opened.read_to_end(&mut bytes).map_err(|_cut| Refused::CutOrChanged)?;
    Ok(bytes)
}

fn refused(why: DecryptError) -> Refused {
    match why {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
            Refused::WrongPassphrase
        }
        DecryptError::ExcessiveWork { .. } => Refused::TooMuchWork,
        DecryptError::NoMatchingKeys => Refused::ForAKey,
        _ => Refused::CutOrChanged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Quick to try, for tests that try often.
    fn quick(bytes: &[u8]) -> Vec<u8> {
        sealed_with(4, bytes, "四个 词 的 口令").unwrap()
    }

    #[test]
    fn what_is_sealed_opens_to_the_same_bytes() {
        let bytes: Vec<u8> = (0..200_000_u32).map(|n| n.to_le_bytes()[0]).collect();
        let sealed = seal(&bytes, "春天 的 水渠 修好了").unwrap();
        assert!(sealed.starts_with(START) && !sealed.windows(8).any(|w| w == &bytes[..8]));
        assert_eq!(open(&sealed, "春天 的 水渠 修好了"), Ok(bytes));
        assert_eq!(open(&sealed, "春天 的 水渠 修好"), Err(Refused::WrongPassphrase));
        // The cost is in the header, for whoever opens it.
        let header = String::from_utf8_lossy(&sealed[..80]).into_owned();
        assert!(header.contains(&format!(" {WORK}\n")), "{header}");
    }

    #[test]
    fn two_copies_of_the_same_bytes_are_not_alike() {
        assert_ne!(quick(b"a ledger"), quick(b"a ledger"));
    }

    #[test]
    fn an_empty_text_and_one_of_whole_pieces_open() {
        for length in [0, 1, 65_536, 131_072] {
            let bytes = vec![7; length];
            assert_eq!(open(&quick(&bytes), "四个 词 的 口令"), Ok(bytes));
        }
    }

    #[test]
    fn wherever_a_file_is_cut_it_is_said() {
        let sealed = quick(&vec![9; 70_000]);
        // In the header, in its last line, in the nonce, in each piece, at the seam of two.
        let seam = sealed.len() - (70_000 - 65_536 + 16);
        for at in [1, 10, 22, 60, 100, 150, 190, 300, seam, seam + 1, sealed.len() - 1] {
            let cut = open(&sealed[..at], "四个 词 的 口令");
            assert_eq!(cut, Err(Refused::CutOrChanged), "cut at {at}");
        }
        let mut longer = sealed;
        longer.push(0);
        assert_eq!(open(&longer, "四个 词 的 口令"), Err(Refused::CutOrChanged));
    }

    #[test]
    fn a_changed_byte_is_never_believed() {
        let sealed = quick(&vec![9; 3_000]);
        for at in (0..sealed.len()).step_by(37) {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(open(&changed, "四个 词 的 口令").is_err(), "changed at {at}");
        }
        let mut changed = sealed;
        let last = changed.len() - 1;
        changed[last] ^= 1;
        assert_eq!(open(&changed, "四个 词 的 口令"), Err(Refused::CutOrChanged));
    }

    #[test]
    fn what_is_no_age_file_is_said() {
        for bytes in
            [&b"{\"format\":\"jieyou-ledger\"}"[..], b"", b"age", b"age-encryption.org/v2\n"]
        {
            let expected = if bytes == b"age" { Refused::CutOrChanged } else { Refused::NotAge };
            assert_eq!(open(bytes, "x"), Err(expected));
        }
    }

    #[test]
    fn a_file_for_a_key_is_said() {
        let key = age::x25519::Identity::generate();
        let sealed = age::encrypt(&key.to_public(), b"a ledger").unwrap();
        assert_eq!(open(&sealed, "x"), Err(Refused::ForAKey));
    }

    #[test]
    fn a_file_that_asks_for_too_much_is_refused_before_any_work() {
        let sealed = quick(b"a ledger");
        let header = String::from_utf8_lossy(&sealed[..80]).into_owned();
        let at = header.find(" 4\n").unwrap() + 1;
        let mut costly = sealed[..at].to_vec();
        costly.extend_from_slice((MOST_WORK + 1).to_string().as_bytes());
        costly.extend_from_slice(&sealed[at + 1..]);
        assert_eq!(open(&costly, "四个 词 的 口令"), Err(Refused::TooMuchWork));
    }

    #[test]
    fn every_code_is_in_docs() {
        let docs = include_str!("../../../docs/codes.md");
        for refused in [
            Refused::WrongPassphrase,
            Refused::CutOrChanged,
            Refused::NotAge,
            Refused::ForAKey,
            Refused::TooMuchWork,
            Refused::NotVerified,
        ] {
            assert!(docs.contains(&format!("| `{}` |", refused.code())), "{refused:?}");
        }
    }

    #[test]
    fn a_file_written_as_text_opens_too() {
        let recipient = {
            let mut one = scrypt::Recipient::new(SecretString::from("x".to_owned()));
            one.set_work_factor(4);
            one
        };
        let text = age::encrypt_and_armor(&recipient, b"a ledger").unwrap();
        assert_eq!(open(text.as_bytes(), "x"), Ok(b"a ledger".to_vec()));
    }
}
