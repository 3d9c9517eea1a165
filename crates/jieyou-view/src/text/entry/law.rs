//! Rights noted and procedures set, as the time line words them.

use super::Lines;
use crate::text::{both, format, forms::law as t, words};
use jieyou_domain::facts::{ProcedureSet, RightNoted};
use jieyou_domain::ledger::Book;
use jieyou_domain::time::parse_date;

pub(super) fn right(l: &mut Lines, noted: &RightNoted, book: &Book) {
    let lang = l.lang;
    let ground = book.rules().ground(&noted.ground);
    l.text(ground.map_or(noted.ground.as_str(), |g| crate::text::words(&g.name, lang)));
    if noted.ruled_out {
        l.text(t::APPLIES_NO.to(lang));
    }
    for (name, value) in noted.days.iter() {
        let plain = name.strip_suffix("_to").unwrap_or(name);
        let ask = ground.and_then(|g| g.asks.iter().find(|a| a.key == plain));
        let question = ask.map_or(plain, |a| crate::text::words(&a.words, lang));
        let said = match parse_date(value) {
            Some(day) => format::date_full(day, lang),
            None if value == "yes" => both!("是", "yes").to(lang).to_owned(),
            None => value.clone(),
        };
        let until = if plain == name { "" } else { both!("（到）", " (until)").to(lang) };
        let said = format!("{said}{until}");
        l.lines.push(format::labelled(question, &said, lang));
    }
    let told = noted.told.map_or("", |told| words::told(told, lang));
    l.pair(both!("期限已告知", "Told of the day"), told);
    l.text(&noted.note);
}

pub(super) fn procedure(l: &mut Lines, set: &ProcedureSet) {
    let text = if set.simple { t::SIMPLE_YES } else { t::SIMPLE_NO };
    l.text(text.to(l.lang));
    l.text(set.ground.map_or("", |g| words::simple_ground(g, l.lang)));
    l.text(&set.why);
}
