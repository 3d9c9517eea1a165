//! What outlives the page of a form that was not sent: what was typed, and never how to
//! reach somebody, nor a number that is masked.

use super::model::{BAD_DATE, Draft, Form};
use jieyou_domain::compact::Map;
use jieyou_domain::json::{Write as _, read};
use jieyou_domain::mask::mask;
use jieyou_domain::{Date, reads_and_writes};

/// More characters than these in one field are a slip of the mouse, which no form takes.
const VALUE_MAX: usize = 20_000;

/// A draft as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The day it was last typed on.
    pub on: Date,
    /// What differs from the form as it opens: field key to text.
    pub typed: Map<String, String>,
}

reads_and_writes!(Kept { on, typed });

impl Kept {
    /// Reads a kept text. One that does not read is none: it was never called saved.
    pub fn read(text: &str) -> Option<Self> {
        read(text).ok()
    }

    /// The text to keep.
    pub fn text(&self) -> String {
        // A value of texts: writing it cannot fail.
        serde_json::to_string(&self.write()).unwrap_or_default()
    }
}

/// What stands in a form that is left and come back to; nothing of what reports wrongdoing,
/// whichever way the page is left.
pub fn left(draft: Draft) -> Draft {
    if super::register::is_report(&draft) { Draft::default() } else { draft }
}

/// What of a draft is kept, against the form as it opens; nothing when nothing differs.
/// `asked` are the keys that may be kept; those that `form` asks now are added, but for
/// the contact's, so that whatever is not known to be harmless stays out.
pub fn keep(
    draft: &Draft,
    blank: &Draft,
    form: &Form,
    asked: &mut Vec<String>,
    on: Date,
) -> Option<Kept> {
    // What reports wrongdoing lies nowhere.
    if super::register::is_report(draft) {
        return None;
    }
    for field in form.fields.iter().filter(|field| field.is_kept()) {
        if !asked.contains(&field.key) {
            asked.push(field.key.clone());
        }
    }
    let may_stay = |key: &str| {
        let key = key.strip_suffix(BAD_DATE).unwrap_or(key);
        asked.iter().any(|known| known == key)
    };
    let typed = draft.0.iter().filter(|(key, text)| may_stay(key) && blank.get(key) != *text);
    let typed: Map<String, String> = typed.map(|(key, text)| (key.clone(), short(text))).collect();
    (!typed.is_empty()).then_some(Kept { on, typed })
}

/// The text with numbers masked, and not longer than anybody types.
fn short(text: &str) -> String {
    let end = text.char_indices().nth(VALUE_MAX).map_or(text.len(), |(at, _)| at);
    mask(&text[..end]).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::register;
    use crate::forms::samples::{Desk, day, least, with};
    use jieyou_domain::facts::UnitKind;

    fn kept(desk: &Desk, pairs: &[(&str, &str)]) -> (Option<Kept>, Vec<String>) {
        let ctx = desk.ctx();
        let blank = register::blank(&ctx);
        let draft = with(&blank, pairs);
        let mut asked = Vec::new();
        let form = register::form(&ctx, &draft);
        (keep(&draft, &blank, &form, &mut asked, desk.today), asked)
    }

    #[test]
    fn what_was_typed_reads_back_and_what_stood_there_is_not_kept() {
        let desk = Desk::new(UnitKind::Village);
        assert_eq!(kept(&desk, &[]).0, None);
        let (found, _) = kept(&desk, &[("title", "水沟"), ("story", "第一行\n“二”"), ("on", "")]);
        let found = found.unwrap();
        assert_eq!(found.on, day("2026-05-11"));
        let keys: Vec<&str> = found.typed.keys().map(String::as_str).collect();
        assert_eq!(keys, ["on", "story", "title"]);
        assert_eq!(Kept::read(&found.text()), Some(found));
        assert_eq!(Kept::read("{}"), None);
    }

    #[test]
    fn a_contact_is_never_kept_whatever_is_asked_now() {
        let desk = Desk::new(UnitKind::Village);
        let contact = [("name", "张三"), ("phone", "13812345678"), ("address", "东头")];
        assert_eq!(kept(&desk, &contact).0, None);
        // Typed, and then the answer changed to one that asks for no contact.
        let gone = [&contact[..], &[("reply_by", "no_contact"), ("title", "水沟")]].concat();
        let found = kept(&desk, &gone).0.unwrap();
        assert_eq!(found.typed.get("phone"), None);
        assert!(!found.text().contains("张三"));
    }

    #[test]
    fn an_answer_whose_question_went_is_kept_while_the_page_knows_it() {
        let desk = Desk::new(UnitKind::Village);
        let ctx = desk.ctx();
        let blank = register::blank(&ctx);
        let done = with(&least(&ctx), &[("done", "done"), ("what", "清了")]);
        let mut asked = Vec::new();
        let form = register::form(&ctx, &done);
        keep(&done, &blank, &form, &mut asked, desk.today).unwrap();
        let not = with(&done, &[("done", "no")]);
        let form = register::form(&ctx, &not);
        let found = keep(&not, &blank, &form, &mut asked, desk.today).unwrap();
        assert_eq!(found.typed.get("what").map(String::as_str), Some("清了"));
    }

    #[test]
    fn numbers_are_masked_and_a_bad_date_stays_bad() {
        let desk = Desk::new(UnitKind::Village);
        let typed = [("story", "证230124199003072411"), ("on!", "yes"), ("on", "")];
        let found = kept(&desk, &typed).0.unwrap();
        assert_eq!(found.typed.get("story").unwrap(), "证[身份证号已遮盖]");
        assert_eq!(found.typed.get("on!").unwrap(), "yes");
        let long = "好".repeat(30_000);
        let found = kept(&desk, &[("story", &long)]).0.unwrap();
        assert_eq!(found.typed.get("story").unwrap().chars().count(), VALUE_MAX);
    }
}
