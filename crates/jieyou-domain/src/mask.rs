//! Numbers that must not be stored: identity cards and bank cards (practice P0-10).
//!
//! Applied to every free text before an event exists, so that no path can store
//! such a number. Full-width digits are seen too; single spaces or hyphens between
//! digits do not hide a number.

use crate::time::Date;
use std::borrow::Cow;

/// What a masked number becomes, so that a reader sees that something stood there.
const IDENTITY: &str = "[身份证号已遮盖]";
const CARD: &str = "[银行卡号已遮盖]";
/// What stands where a person redacted a text, so that a reader sees that something stood there.
pub const REDACTED: &str = "〔已遮蔽〕";
/// The most digits of a bank card.
const LONGEST_CARD: usize = 19;

/// Replaces identity-card and bank-card numbers in `text`.
///
/// A run of 18 characters that reads as region, an existing birth date, sequence
/// and check character is an identity number whatever its check sum, since typing
/// mistakes do not make it less personal. A bank card is 16 to 19 digits that pass
/// the Luhn check and begin with 3 to 6.
pub fn mask(text: &str) -> Cow<'_, str> {
    mask_all_but(text, |_| false)
}

/// Like [`mask`], for a text that is being typed: digits that end at byte `at`, where the
/// typing goes on, are left alone while they may still become a longer number.
pub fn mask_typed(text: &str, at: usize) -> Cow<'_, str> {
    mask_all_but(text, |run| run.to == at && run.may_grow())
}

/// Whether a number was masked in `text`.
pub fn is_masked(text: &str) -> bool {
    text.contains(IDENTITY) || text.contains(CARD)
}

fn mask_all_but(text: &str, is_left: impl Fn(&DigitRun) -> bool) -> Cow<'_, str> {
    let runs = digit_runs(text);
    let mut out = String::new();
    let mut copied = 0;
    for run in runs.into_iter().filter(|run| !is_left(run)) {
        let Some(word) = run.hides() else { continue };
        out.push_str(&text[copied..run.from]);
        out.push_str(word);
        copied = run.to;
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// Whether [`mask`] would change `text`.
pub fn has_hidden_number(text: &str) -> bool {
    matches!(mask(text), Cow::Owned(_))
}

struct DigitRun {
    from: usize,
    to: usize,
    /// The digits as ASCII; a final X of an identity number as `X`.
    digits: Vec<u8>,
}

impl DigitRun {
    fn hides(&self) -> Option<&'static str> {
        if self.digits.len() == 18 && is_identity(&self.digits) {
            return Some(IDENTITY);
        }
        let card = (16..=LONGEST_CARD).contains(&self.digits.len())
            && matches!(self.digits[0], b'3'..=b'6')
            && luhn(&self.digits);
        card.then_some(CARD)
    }

    /// Whether more digits may make another number of it. An identity number is whole.
    fn may_grow(&self) -> bool {
        self.digits.len() < LONGEST_CARD && self.hides() != Some(IDENTITY)
    }
}

fn ascii_digit(c: char) -> Option<u8> {
    match c {
        '0'..='9' => u8::try_from(c).ok(),
        '０'..='９' => u8::try_from(u32::from(c) - u32::from('０')).ok().map(|d| d + b'0'),
        _ => None,
    }
}

fn digit_runs(text: &str) -> Vec<DigitRun> {
    let mut runs: Vec<DigitRun> = Vec::new();
    let mut open = false;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        if let Some(digit) = ascii_digit(c) {
            match runs.last_mut().filter(|_| open) {
                Some(run) => {
                    run.digits.push(digit);
                    run.to = end;
                }
                None => runs.push(DigitRun { from: at, to: end, digits: vec![digit] }),
            }
            open = true;
        } else if open && matches!(c, ' ' | '-' | '\u{3000}') {
            // One separator between digits keeps the run open.
            open = chars.peek().is_some_and(|&(_, next)| {
                ascii_digit(next).is_some() || matches!(next, 'x' | 'X' | 'Ｘ')
            });
        } else {
            if open
                && matches!(c, 'x' | 'X' | 'Ｘ' | 'ｘ')
                && let Some(run) = runs.last_mut()
                && run.digits.len() == 17
            {
                run.digits.push(b'X');
                run.to = end;
            }
            open = false;
        }
    }
    runs
}

fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |acc, d| acc * 10 + u32::from(d - b'0'))
}

fn is_identity(digits: &[u8]) -> bool {
    let year = i32::try_from(number(&digits[6..10])).unwrap_or_default();
    (1900..2100).contains(&year)
        && matches!(digits[0], b'1'..=b'9')
        && Date::from_ymd_opt(year, number(&digits[10..12]), number(&digits[12..14])).is_some()
}

fn luhn(digits: &[u8]) -> bool {
    if !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, d)| {
            let value = u32::from(d - b'0');
            if at.is_multiple_of(2) { value } else { value * 2 / 10 + value * 2 % 10 }
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, masked: &str) {
        assert_eq!(mask(text), masked);
    }

    #[test]
    fn identity_numbers_are_masked() {
        check("身份证230124199003072411，电话", "身份证[身份证号已遮盖]，电话");
        check("23012419900307241X。", "[身份证号已遮盖]。");
        check("230124 19900307 241x", "[身份证号已遮盖]");
        check("２３０１２４１９９００３０７２４１１", "[身份证号已遮盖]");
    }

    #[test]
    fn bank_cards_are_masked() {
        check("卡号6222021234567890128转", "卡号[银行卡号已遮盖]转");
        check("4111 1111 1111 1111", "[银行卡号已遮盖]");
    }

    #[test]
    fn a_number_that_may_go_on_is_left_until_it_is_whole() {
        let at_end = |text: &str| mask_typed(text, text.len()).into_owned();
        // Passes as a card at sixteen digits, and is one of nineteen.
        assert_eq!(at_end("卡4111111111111111"), "卡4111111111111111");
        assert_eq!(at_end("卡4111111111111111，"), "卡[银行卡号已遮盖]，");
        assert_eq!(at_end("6222021234567890128"), "[银行卡号已遮盖]");
        assert_eq!(at_end("230124199003072411"), "[身份证号已遮盖]");
        assert_eq!(mask_typed("4111111111111111，再写", 0), "[银行卡号已遮盖]，再写");
        assert!(is_masked(&mask("4111 1111 1111 1111")) && !is_masked("4111"));
    }

    #[test]
    fn other_numbers_stay() {
        for text in ["工单20260512091234567", "2026-02-12", "13812345678", "230124199013072411", ""]
        {
            check(text, text);
        }
    }
}
