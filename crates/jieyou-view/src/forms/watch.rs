//! Looks at free text while it is typed, for numbers that belong elsewhere (practice P0-10).

use crate::Lang;
use crate::text::forms::watch as t;
use jieyou_domain::mask::{has_hidden_number, is_masked, mask, mask_typed};
use std::ops::Range;

/// The longest telephone text of a contact, in characters.
pub(super) const PHONE_MAX: usize = 40;

/// What was seen in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watch {
    /// An identity-card or bank-card number: it is masked.
    Masked,
    /// A mobile number: it belongs into the contact.
    Phone,
    /// A car's number plate: it belongs nowhere.
    Plate,
}

impl Watch {
    /// The hint beside the field; `has_contact` when the form asks for a contact too.
    pub fn say(self, has_contact: bool, lang: Lang) -> &'static str {
        let text = match (self, has_contact) {
            (Self::Masked, _) => t::MASKED,
            (Self::Phone, true) => t::PHONE,
            (Self::Phone, false) => t::PHONE_ELSEWHERE,
            (Self::Plate, _) => t::PLATE,
        };
        text.to(lang)
    }
}

/// Looks for numbers that do not belong into a free text.
pub fn watch(text: &str) -> Vec<Watch> {
    let masked = is_masked(text) || has_hidden_number(text);
    let masked = masked.then_some(Watch::Masked);
    let plate = has_plate(text).then_some(Watch::Plate);
    masked.into_iter().chain(mobile(text).map(|_| Watch::Phone)).chain(plate).collect()
}

/// Whether a car's number stands there: a province, a letter, and five or six characters,
/// a digit among them.
fn has_plate(text: &str) -> bool {
    let is_code = |c: &char| c.is_ascii_digit() || c.is_ascii_uppercase();
    let provinces = t::PROVINCES.to(Lang::Zh);
    text.char_indices().filter(|(_, c)| provinces.contains(*c)).any(|(at, c)| {
        let mut rest = text[at + c.len_utf8()..].chars().peekable();
        if !rest.next().is_some_and(|c| c.is_ascii_uppercase()) {
            return false;
        }
        rest.next_if(|c| matches!(c, '·' | ' ' | '-'));
        let code: String = std::iter::from_fn(|| rest.next_if(is_code)).collect();
        matches!(code.len(), 5 | 6) && code.contains(|c: char| c.is_ascii_digit())
    })
}

/// The text with its identity and card numbers masked, and where the caret then stands;
/// nothing when there is nothing to mask. `caret` counts as browsers do, in UTF-16; it is
/// given while somebody types on, so that a number which may still grow is left alone.
pub fn masked(text: &str, caret: Option<usize>) -> Option<(String, usize)> {
    let at = caret.map(|caret| byte_at(text, caret));
    let new = at.map_or_else(|| mask(text), |at| mask_typed(text, at));
    if new == text {
        return None;
    }
    // What stands behind the caret is the same before and after.
    let behind = at.map_or(0, |at| {
        let both = text[at..].chars().rev().zip(new.chars().rev());
        both.take_while(|(old, new)| old == new).map(|(c, _)| c.len_utf16()).sum()
    });
    let end = new.encode_utf16().count();
    Some((new.into_owned(), end - behind))
}

/// The text with `word` put in for what is selected, and where the caret then stands.
/// Places count in UTF-16.
pub fn put_in(text: &str, selected: Range<usize>, word: &str) -> (String, usize) {
    let (from, to) = (byte_at(text, selected.start), byte_at(text, selected.end));
    let before = &text[..from];
    let new = format!("{before}{word}{}", &text[to.max(from)..]);
    let caret = before.encode_utf16().count() + word.encode_utf16().count();
    (new, caret)
}

/// The byte where a place in UTF-16 lies; the end when it lies behind it.
fn byte_at(text: &str, place: usize) -> usize {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        if units >= place {
            return at;
        }
        units += c.len_utf16();
    }
    text.len()
}

/// Takes the mobile numbers out of a text into the telephone field of the contact: the
/// text without them, and what the field then holds. Nothing when there is none, or when
/// the field has no room for it.
pub fn move_phone(text: &str, phone: &str, lang: Lang) -> Option<(String, String)> {
    let (mut text, mut phone) = (text.to_owned(), phone.trim().to_owned());
    let mut moved = false;
    while let Some(run) = mobile(&text) {
        let number: String = text[run.clone()].chars().filter_map(digit).collect();
        if !phone.contains(&number) {
            if !phone.is_empty() {
                phone.push_str(lang.pick("、", ", "));
            }
            phone.push_str(&number);
        }
        text.replace_range(run, t::MOVED.to(lang));
        moved = true;
    }
    (moved && phone.chars().count() <= PHONE_MAX).then_some((text, phone))
}

/// Where a run of digits, single spaces and hyphens aside, is a mobile number.
fn mobile(text: &str) -> Option<Range<usize>> {
    let mut run = String::new();
    let (mut from, mut to) = (0, 0);
    let mut gap = false;
    for (at, c) in text.char_indices().chain([(text.len(), '.')]) {
        if let Some(digit) = digit(c) {
            if run.is_empty() {
                from = at;
            }
            run.push(digit);
            to = at + c.len_utf8();
            gap = false;
        } else if matches!(c, ' ' | '-' | '\u{3000}') && !run.is_empty() && !gap {
            gap = true;
        } else {
            if is_mobile(&run) {
                return Some(from..to);
            }
            run.clear();
            gap = false;
        }
    }
    None
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
    fn check(text: &str, seen: &[Watch]) {
        assert_eq!(watch(text), seen, "{text}");
    }

    #[test]
    fn numbers_of_people_are_seen() {
        check("身份证230124199003072411", &[Watch::Masked]);
        check("身份证[身份证号已遮盖]", &[Watch::Masked]);
        check("卡号6222021234567890128，打13812345678", &[Watch::Masked, Watch::Phone]);
        check("打13812345678", &[Watch::Phone]);
        check("电话138 1234 5678。", &[Watch::Phone]);
        check("１３８１２３４５６７８", &[Watch::Phone]);
        check("+86 138-1234-5678", &[Watch::Phone]);
        check("车号黑A12345，停在门口", &[Watch::Plate]);
        check("京A·D12345挡住了路", &[Watch::Plate]);
    }

    #[test]
    fn other_numbers_are_not() {
        for text in [
            "",
            "欠800元",
            "2026-05-11",
            "工单20260512091234567",
            "12345678901",
            "1381234567",
            "云A座1201室",
            "青A4纸12345张",
            "黑ABCDE",
            "川A1234567",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn the_caret_stays_behind_what_was_masked() {
        let typed = "证230124199003072411再说";
        // Behind the number; the caret counts UTF-16, and so does the answer.
        let (text, caret) = masked(typed, Some(19)).unwrap();
        assert_eq!((text.as_str(), caret), ("证[身份证号已遮盖]再说", 10));
        let (text, caret) = masked("𠮷230124199003072411", Some(20)).unwrap();
        assert_eq!((text.as_str(), caret), ("𠮷[身份证号已遮盖]", 11));
        assert_eq!(masked("4111111111111111", Some(16)), None);
        assert_eq!(masked("4111111111111111", None).unwrap().0, "[银行卡号已遮盖]");
        assert_eq!(masked("没有号码", Some(2)), None);
    }

    #[test]
    fn a_word_goes_where_the_caret_is() {
        assert_eq!(put_in("说墙", 1..1, "对方"), ("说对方墙".into(), 3));
        assert_eq!(put_in("张三说", 0..2, "反映人"), ("反映人说".into(), 3));
        assert_eq!(put_in("", 0..0, "对方"), ("对方".into(), 2));
        assert_eq!(put_in("说", 9..9, "对方"), ("说对方".into(), 3));
    }

    #[test]
    fn a_mobile_number_moves_to_the_contact() {
        let zh = Lang::Zh;
        let (text, phone) = move_phone("电话138 1234 5678。", "", zh).unwrap();
        assert_eq!((text.as_str(), phone.as_str()), ("电话[见联系方式]。", "13812345678"));
        let (_, phone) = move_phone("13912345678或13812345678", "13812345678", zh).unwrap();
        assert_eq!(phone, "13812345678、13912345678");
        assert_eq!(move_phone("没有", "", zh), None);
        let full = "0451-12345678转8001，中午不要打，晚上七点以后再打这个";
        assert_eq!(move_phone("13912345678", full, zh), None);
    }
}
