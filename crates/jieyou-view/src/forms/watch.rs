//! Looks at free text while it is typed, for numbers that belong elsewhere (practice P0-10).

use crate::Lang;
use crate::text::forms::watch as t;
use jieyou_domain::mask::has_hidden_number;

/// What was seen in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watch {
    /// An identity-card or bank-card number: it is masked when stored.
    Masked,
    /// A mobile number: it belongs into the contact.
    Phone,
}

impl Watch {
    /// The hint beside the field.
    pub fn say(self, lang: Lang) -> &'static str {
        match self {
            Self::Masked => t::MASKED.to(lang),
            Self::Phone => t::PHONE.to(lang),
        }
    }
}

/// Looks for a number that does not belong into a free text.
pub fn watch(text: &str) -> Option<Watch> {
    if has_hidden_number(text) {
        Some(Watch::Masked)
    } else if has_mobile(text) {
        Some(Watch::Phone)
    } else {
        None
    }
}

/// Whether a run of digits, single spaces and hyphens aside, is a mobile number.
fn has_mobile(text: &str) -> bool {
    let mut run = String::new();
    let mut gap = false;
    for c in text.chars().chain(['.']) {
        if let Some(digit) = digit(c) {
            run.push(digit);
            gap = false;
        } else if matches!(c, ' ' | '-' | '\u{3000}') && !run.is_empty() && !gap {
            gap = true;
        } else {
            if is_mobile(&run) {
                return true;
            }
            run.clear();
            gap = false;
        }
    }
    false
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        _ => None,
    }
}

fn is_mobile(digits: &str) -> bool {
    let digits = digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(digits);
    digits.len() == 11
        && digits.starts_with('1')
        && matches!(digits.as_bytes().get(1), Some(b'3'..=b'9'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, seen: Option<Watch>) {
        assert_eq!(watch(text), seen, "{text}");
    }

    #[test]
    fn numbers_of_people_are_seen() {
        check("身份证230124199003072411", Some(Watch::Masked));
        check("卡号6222021234567890128", Some(Watch::Masked));
        check("打13812345678", Some(Watch::Phone));
        check("电话138 1234 5678。", Some(Watch::Phone));
        check("１３８１２３４５６７８", Some(Watch::Phone));
        check("+86 138-1234-5678", Some(Watch::Phone));
    }

    #[test]
    fn other_numbers_are_not() {
        for text in
            ["", "欠800元", "2026-05-11", "工单20260512091234567", "12345678901", "1381234567"]
        {
            check(text, None);
        }
    }
}
