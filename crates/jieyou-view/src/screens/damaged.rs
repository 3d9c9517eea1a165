//! A ledger that does not read whole: what is wrong, and what can be done.

use crate::text::{Lang, damaged};
use jieyou_domain::ledger::Book;
use jieyou_domain::{Date, SubjectKind};
use jieyou_store::journal::{About, Believed};

/// How many of what is wrong are listed.
const LISTED: usize = 10;

/// The page's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DamagedView {
    /// How much is wrong, and how much can be believed.
    pub lead: String,
    /// What is wrong, the first ones.
    pub wrong: Vec<String>,
    /// How many more there are; may be empty.
    pub more: String,
    /// Whether anything can be looked at.
    pub can_read: bool,
}

/// Says what is wrong; `book` is what can be believed.
pub fn damaged(believed: &Believed, book: &Book, today: Date, lang: Lang) -> DamagedView {
    let n = believed.wrong.len();
    let wrong = believed.wrong.iter().take(LISTED);
    DamagedView {
        lead: damaged::lead(n, believed.all, believed.stand, lang),
        wrong: wrong.map(|a| damaged::wrong(a, number(a, book), today, lang)).collect(),
        more: if n > LISTED { damaged::more(n - LISTED, lang) } else { String::new() },
        can_read: book.unit().is_some(),
    }
}

/// The number of the matter it is about, where what can be believed knows it.
fn number<'a>(about: &About, book: &'a Book) -> &'a str {
    let of_matter = about.subject.filter(|subject| subject.kind == SubjectKind::Matter);
    of_matter.and_then(|subject| book.matter(subject.id)).map_or("", |matter| matter.number())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::samples::{Desk, day, id, plain};
    use jieyou_domain::Subject;
    use jieyou_domain::facts::{CounterParty, UnitKind};
    use jieyou_store::event_store::{Damage, StoreError};
    use jieyou_store::record::RecordError;

    #[test]
    fn the_first_are_named_in_plain_words() {
        let mut desk = Desk::new(UnitKind::Village, "柳树屯村");
        desk.register(1, "2026-04-16", plain("排水沟", "清沟", CounterParty::Neighbour));
        let why = Damage::Record(RecordError::BodyHash);
        let about = About {
            at: 12,
            why: StoreError::Damaged { at: 12, why },
            subject: Some(Subject::matter(id(1))),
            code: "matter.acted".into(),
            on: Some(day("2026-04-18")),
        };
        let hole = About {
            at: 13,
            why: StoreError::Damaged { at: 13, why: Damage::Hole },
            subject: None,
            code: String::new(),
            on: None,
        };
        let mut wrong = vec![about];
        wrong.extend(vec![hole; 11]);
        let believed = Believed { wrong, all: 30, stand: 11 };
        let view = |lang| damaged(&believed, &desk.book, day("2026-04-20"), lang);
        let zh = view(Lang::Zh);
        assert_eq!(zh.wrong.len(), LISTED);
        assert_eq!(zh.more, "还有2处。");
        assert_eq!(zh.wrong[1], "第13条：少了一条。");
        assert!(zh.wrong[0].starts_with("第12条：内容被改动过。（4月18日"), "{}", zh.wrong[0]);
        assert!(zh.wrong[0].contains("事项CJ-2026-0001"), "{}", zh.wrong[0]);
        assert!(zh.can_read);
        assert!(view(Lang::En).lead.starts_with("30 records are stored"));
        assert!(!damaged(&believed, &Book::new(), day("2026-04-20"), Lang::Zh).can_read);
    }
}
