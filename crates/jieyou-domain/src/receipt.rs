//! The receipt number (回执编号): a matter's number and one check character, so that a
//! number that was copied wrongly is not taken for another one.
//!
//! The check character is that of ISO/IEC 7064, MOD 37,36, over letters and digits. Dashes
//! and blanks are not counted; lower case counts as upper case. What the scheme catches:
//! every single wrong character, and of two neighbours that changed places all but 36 of
//! 22,680 cases (one pair in each of its 36 states; see the tests).
//!
//! A number with any other character, say a Chinese one from another program, has no check
//! character: its receipt number is the number itself, and nothing about it is checked.

/// How many letters and digits there are.
const SIGNS: u32 = 36;

/// The value of a letter or a digit.
fn value(sign: char) -> Option<u32> {
    sign.to_digit(SIGNS)
}

/// Whether it only parts a number for the eye.
fn parts(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// One step of MOD 37,36.
fn step(state: u32, value: u32) -> u32 {
    let sum = (state + value) % SIGNS;
    let sum = if sum == 0 { SIGNS } else { sum };
    (sum * 2) % (SIGNS + 1)
}

/// The letters and digits of a text, in upper case; nothing when it holds another
/// character or none of these.
pub fn compact(text: &str) -> Option<String> {
    let mut out = String::new();
    for sign in text.chars().filter(|sign| !parts(*sign)) {
        value(sign)?;
        out.push(sign.to_ascii_uppercase());
    }
    (!out.is_empty()).then_some(out)
}

/// The check character of a number; nothing for a number with other characters.
pub fn check(number: &str) -> Option<char> {
    let state = compact(number)?.chars().filter_map(value).fold(SIGNS, step);
    char::from_digit((SIGNS + 1 - state) % SIGNS, SIGNS).map(|sign| sign.to_ascii_uppercase())
}

/// The receipt number: `CJ-2026-0012` becomes `CJ-2026-0012-` and its check character.
pub fn receipt(number: &str) -> String {
    match check(number) {
        Some(sign) => format!("{number}-{sign}"),
        None => number.to_owned(),
    }
}

/// Whether a text is a number with its check character.
pub fn holds(text: &str) -> bool {
    split(text).is_some_and(|(number, sign)| check(&number) == Some(sign))
}

/// The number in front and the check character; nothing without a number in front.
fn split(text: &str) -> Option<(String, char)> {
    let mut number = compact(text)?;
    let sign = number.pop()?;
    (!number.is_empty()).then_some((number, sign))
}

/// What a text is to a matter's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meant {
    /// The number without its check character.
    Number,
    /// The receipt number.
    Receipt,
    /// The number with another check character.
    Wrong,
}

/// What was written, to be compared with many numbers.
#[derive(Clone, Debug)]
pub struct Written(String);

impl Written {
    /// What a text says; nothing when it can be no number.
    pub fn of(text: &str) -> Option<Self> {
        compact(text).map(Self)
    }

    /// What it is to this number; nothing when it is about another one.
    pub fn means(&self, number: &str) -> Option<Meant> {
        let number = compact(number)?;
        let mut rest = self.0.strip_prefix(&number)?.chars();
        match (rest.next(), rest.next()) {
            (None, _) => Some(Meant::Number),
            (Some(sign), None) if check(&number) == Some(sign) => Some(Meant::Receipt),
            (Some(_), None) => Some(Meant::Wrong),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    #[test]
    fn it_is_the_published_scheme() {
        // The example of the Global Release Identifier, which uses MOD 37,36.
        assert_eq!(check("A1-2425G-ABC1234002"), Some('M'));
        assert!(holds("A12425GABC1234002M"));
    }

    #[test]
    fn it_is_read_in_any_writing() {
        let receipt = receipt("CJ-2026-0012");
        let sign = receipt.chars().last().unwrap();
        assert_eq!(receipt, format!("CJ-2026-0012-{sign}"));
        for text in [&receipt, &receipt.to_lowercase(), &receipt.replace('-', " — ")] {
            assert_eq!(Written::of(text).unwrap().means("CJ-2026-0012"), Some(Meant::Receipt));
        }
        let written = |text: &str| Written::of(text).and_then(|w| w.means("CJ-2026-0012"));
        assert_eq!(written("cj20260012"), Some(Meant::Number));
        assert_eq!(written("CJ-2026-0012-?"), None);
        assert_eq!(written("CJ-2026-001"), None);
        assert_eq!(written("CJ-2026-00120-0"), None);
        let other = if sign == 'A' { 'B' } else { 'A' };
        assert_eq!(written(&format!("CJ-2026-0012-{other}")), Some(Meant::Wrong));
    }

    #[test]
    fn other_characters_have_no_check_character() {
        assert_eq!(check("柳-2026-0001"), None);
        assert_eq!(receipt("柳-2026-0001"), "柳-2026-0001");
        assert_eq!(receipt(""), "");
        assert!(Written::of("排水").is_none() && Written::of(" - ").is_none());
        assert!(!holds("7") && !holds("柳-2026-0001-3"));
    }

    /// Of any text, since the state after the signs in front is all that is known of them.
    #[test]
    fn every_wrong_character_is_caught() {
        for state in 1..=SIGNS {
            for value in 0..SIGNS {
                let same: Vec<u32> =
                    (0..SIGNS).filter(|v| step(state, *v) == step(state, value)).collect();
                assert_eq!(same, [value], "state {state}");
            }
        }
        // Two states that differ stay apart, whatever follows.
        for value in 0..SIGNS {
            let mut all: Vec<u32> = (1..=SIGNS).map(|state| step(state, value)).collect();
            all.sort_unstable();
            assert!(all.iter().copied().eq(1..=SIGNS), "{value}");
        }
    }

    #[test]
    fn neighbours_that_changed_places_are_caught_but_for_one_pair_a_state() {
        let mut missed = Vec::new();
        for state in 1..=SIGNS {
            for a in 0..SIGNS {
                for b in a + 1..SIGNS {
                    if step(step(state, a), b) == step(step(state, b), a) {
                        missed.push((state, b - a));
                    }
                }
            }
        }
        let states: Vec<u32> = missed.iter().map(|(state, _)| *state).collect();
        assert!(states.into_iter().eq(1..=SIGNS), "{missed:?}");
        // Always two signs that follow one another, or the first and the last.
        assert!(missed.iter().all(|(_, apart)| *apart == 1 || *apart == SIGNS - 1));
    }

    #[test]
    fn a_number_of_ours_is_caught_sign_by_sign() {
        let right = compact(&receipt("QH-2026-0137")).unwrap();
        for at in 0..right.len() {
            for sign in ALL.chars().filter(|sign| !right[at..].starts_with(*sign)) {
                let wrong = format!("{}{sign}{}", &right[..at], &right[at + 1..]);
                assert!(!holds(&wrong), "{wrong}");
            }
        }
    }
}
