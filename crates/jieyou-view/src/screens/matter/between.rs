//! How a matter stands between two units, what belongs to it, and its numbers elsewhere.

use super::facts::{FactRow, Rows, day};
use crate::text::deadline::Frame;
use crate::text::{Lang, both, format, words};
use jieyou_domain::Id;
use jieyou_domain::facts::OutsideMark;
use jieyou_domain::ledger::{Book, Exchange, Matter, Stage};

/// A file for the other unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOverView {
    /// Whether it goes up: all that was recorded; else only what came of it.
    pub is_up: bool,
    /// For whom.
    pub to: String,
    /// The words on the button.
    pub word: &'static str,
    /// What is in the file.
    pub hint: &'static str,
    /// The beginning of the file's name.
    pub file: &'static str,
}

/// The way between this unit and another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BetweenView {
    /// How it stands.
    pub rows: Vec<FactRow>,
    /// The file to take there, where there is something to take.
    pub file: Option<HandOverView>,
}

/// A matter that belongs to this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkView {
    /// Which; `None` when it is not in this ledger.
    pub matter: Option<Id>,
    /// How it belongs.
    pub how: &'static str,
    /// Its number and title.
    pub text: String,
}

/// How it stands between two units; nothing when it was never handed up.
pub(super) fn between(matter: &Matter, frame: Frame<'_>) -> Option<BetweenView> {
    let lang = frame.lang;
    let e = &matter.state.exchange;
    let (on, handed) = e.handed.as_ref()?;
    let mut rows = Rows(Vec::new());
    let mut add = |name: &str, text: String| rows.add(name, text);
    let dated = |on, text: &str| {
        let day = day(on, lang);
        if text.is_empty() { day } else { both!("{}：{}", "{}: {}").with(lang, &[&day, text]) }
    };
    if e.is_upper {
        add(both!("上报单位", "Handed up by").to(lang), e.other_unit.clone());
    } else {
        add(both!("上报给", "Handed up to").to(lang), handed.to.clone());
    }
    add(both!("上报日期", "On").to(lang), day(*on, lang));
    add(both!("为什么上报", "Why").to(lang), handed.why.clone());
    add(both!("对方编号", "Number there").to(lang), e.their_number.clone());
    if let Some((on, _)) = &e.signed {
        add(both!("签收", "Signed for").to(lang), day(*on, lang));
    }
    if let Some((on, r)) = &e.returned {
        add(both!("退回", "Returned").to(lang), dated(*on, &r.why));
    }
    if let Some(last) = e.urged.last() {
        let n = e.urged.len().to_string();
        let text = both!("{}次，最近{}", "{} times, last on {}")
            .with(lang, &[&n, &format::date_full(*last, lang)]);
        add(both!("催办", "Urged").to(lang), text);
    }
    if let Some((on, f)) = &e.fed_back {
        add(both!("反馈", "Fed back").to(lang), dated(*on, &f.text));
    }
    if let Some(on) = e.passed_on {
        add(both!("已告知反映人", "Told to the citizen").to(lang), day(on, lang));
    }
    Some(BetweenView { rows: rows.0, file: file(matter, e, &handed.to, lang) })
}

fn file(matter: &Matter, e: &Exchange, to: &str, lang: Lang) -> Option<HandOverView> {
    if e.is_upper {
        let has_news = e.signed.is_some() || e.returned.is_some();
        return has_news.then(|| HandOverView {
            is_up: false,
            to: e.other_unit.clone(),
            word: both!("存反馈文件", "Save the feedback file").to(lang),
            hint: both!(
                "只带签收、退回、催办和反馈，不带本单位的办理记录，也不带联系方式。",
                "Only signing, returning, urging and feedback; nothing of this unit's own work, no contact."
            )
            .to(lang),
            file: "feedback",
        });
    }
    (matter.stage() == Stage::HandedUp).then(|| HandOverView {
        is_up: true,
        to: to.to_owned(),
        word: both!("存上报文件", "Save the file to hand up").to(lang),
        hint: both!(
            "只带这一件的记录，拷给对方读入；催办以后再存一次，对方读入两遍也不会重复。",
            "Only this matter. After urging, save it again; reading it in twice doubles nothing."
        )
        .to(lang),
        file: "hand-up",
    })
}

/// What belongs to it.
pub(super) fn links(matter: &Matter, book: &Book, lang: Lang) -> Vec<LinkView> {
    let state = &matter.state;
    let view = |id: Id, number: &str, how| {
        let other = book.matter(id).filter(|m| m.is_registered());
        let title = other.and_then(|m| m.state.registered.as_ref()).map_or("", |r| &r.title);
        let number = other.map_or(number, |m| m.number());
        let text = format!("{number} {title}").trim().to_owned();
        LinkView { matter: other.map(|m| m.id), how, text }
    };
    let mut all: Vec<LinkView> = Vec::new();
    let mut moved: Vec<Id> = state.claims.iter().filter_map(|c| c.moved).collect();
    moved.dedup();
    all.extend(moved.into_iter().map(|id| view(id, "", both!("分出", "Split off").to(lang))));
    if let Some((_, joined)) = &state.joined {
        all.push(view(joined.into, &joined.number, both!("并到", "Joined into").to(lang)));
    }
    all.extend(state.links.iter().map(|l| view(l.other, &l.number, words::link_kind(l.how, lang))));
    all
}

/// Numbers elsewhere, and where one is still to be written.
pub(super) fn outside(matter: &Matter, rows: &mut Rows, lang: Lang) {
    for o in &matter.state.outside {
        let mark = words::outside_mark(o.mark, lang);
        let text = match o.mark {
            OutsideMark::Entered => format!("{} {mark}", o.number),
            OutsideMark::NotNeeded | OutsideMark::ToDo => mark.to_owned(),
        };
        rows.add(words::outside_system(o.system, lang), text);
    }
}
