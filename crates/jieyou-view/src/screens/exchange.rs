//! All that waits to be taken to another unit, in one file a unit.

use crate::text::{Lang, both};
use jieyou_domain::Id;
use jieyou_domain::compact::sort_by;
use jieyou_domain::ledger::{Book, Matter, Stage};

/// One file for one other unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The words on the button.
    pub word: String,
    /// Which matters.
    pub matters: Vec<Id>,
    /// Whether it goes up.
    pub is_up: bool,
    /// The beginning of the file's name.
    pub file: &'static str,
}

/// The files there are to take: up, what waits for an answer; down, what was signed for or
/// returned, a file for each unit that handed up. Contacts are in none of them.
pub fn bundles(book: &Book, lang: Lang) -> Vec<Bundle> {
    let mut all: Vec<(bool, &str, Id)> = book.matters().filter_map(|m| of(m)).collect();
    sort_by(&mut all, Ord::cmp);
    let same = |a: &(bool, &str, Id), b: &(bool, &str, Id)| (a.0, a.1) == (b.0, b.1);
    all.chunk_by(same)
        .map(|of_one| {
            let (is_up, unit, _) = of_one[0];
            let n = of_one.len().to_string();
            let text = if is_up {
                both!("存给{}的上报文件（{}件）", "File to hand up to {} ({})")
            } else {
                both!("存给{}的反馈文件（{}件）", "Feedback file for {} ({})")
            };
            Bundle {
                word: text.with(lang, &[unit, &n]),
                matters: of_one.iter().map(|(_, _, id)| *id).collect(),
                is_up,
                file: if is_up { "hand-up" } else { "feedback" },
            }
        })
        .collect()
}

fn of(matter: &Matter) -> Option<(bool, &str, Id)> {
    let exchange = &matter.state.exchange;
    if exchange.is_upper {
        let has_news = exchange.signed.is_some() || exchange.returned.is_some();
        return has_news.then_some((false, exchange.other_unit.as_str(), matter.id));
    }
    let (_, handed) = exchange.handed.as_ref()?;
    (matter.stage() == Stage::HandedUp).then_some((true, handed.to.as_str(), matter.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::samples::{Desk, plain};
    use jieyou_domain::facts::{CounterParty, HandedUp, UnitKind};
    use jieyou_domain::ledger::Event;

    #[test]
    fn what_waits_goes_up_in_one_file_a_unit() {
        let mut desk = Desk::new(UnitKind::Village, "柳树屯村");
        assert!(bundles(&desk.book, Lang::Zh).is_empty());
        for (n, to) in [(1, "青禾镇"), (2, "青禾镇"), (3, "县林草局")] {
            desk.register(n, "2026-04-16", plain("占地", "退地", CounterParty::Neighbour));
            let (to, why) = (to.to_owned(), "村里办不了".to_owned());
            let up = Event::HandedUp(HandedUp { to, why, place: String::new() });
            desk.record(n, "2026-04-16", up);
        }
        desk.register(4, "2026-04-16", plain("占地", "退地", CounterParty::Neighbour));
        let words: Vec<String> =
            bundles(&desk.book, Lang::Zh).into_iter().map(|b| b.word).collect();
        assert_eq!(words, ["存给县林草局的上报文件（1件）", "存给青禾镇的上报文件（2件）"]);
    }
}
