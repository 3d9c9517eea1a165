//! Which rights may run out beside a matter: proposed, confirmed or ruled out, with the
//! days they run from; and what else is to be known.

use crate::text::deadline::Frame;
use crate::text::forms::law as t;
use crate::text::{both, format, say, words};
use jieyou_domain::classify::Assessment;
use jieyou_domain::ledger::{Matter, RightState};
use jieyou_domain::rules::{Ground, Words};
use jieyou_domain::time::parse_date;

/// A right that may run out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RightView {
    /// The ground, for the form.
    pub ground: String,
    /// Its name.
    pub name: String,
    /// `data-state` of its tag: `waiting` while it is to be confirmed.
    pub state: &'static str,
    /// The word on the tag.
    pub word: &'static str,
    /// Why it is proposed, or why it does not apply; may be empty.
    pub why: String,
    /// The days noted, in words.
    pub days: Vec<String>,
    /// How and when the citizen was told, or that this is open; may be empty.
    pub told: String,
    /// The word of the button.
    pub act: &'static str,
}

/// Something to know, without a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidView {
    /// The rule.
    pub rule: String,
    /// What it says.
    pub text: String,
    /// What it means here.
    pub means: String,
    /// 「《信访工作条例》第34条」 and how well it was checked.
    pub article: String,
    /// Its words.
    pub quote: String,
}

/// Those to confirm first, then confirmed ones, then those ruled out.
pub(super) fn rights(assessment: &Assessment, matter: &Matter, frame: Frame<'_>) -> Vec<RightView> {
    let rules = frame.book.rules();
    let (mut open, mut noted, mut out) = (Vec::new(), Vec::new(), Vec::new());
    for ground in &rules.grounds {
        let why = assessment.proposed.iter().find(|p| p.ground == ground.id);
        let why = why.and_then(|p| rules.why(&p.ground, p.reason));
        match (matter.state.rights.get(&ground.id), why) {
            (None, None) => {}
            (None, Some(why)) => open.push(to_confirm(ground, why, frame)),
            (Some(right), _) if right.ruled_out => out.push(ruled_out(ground, frame)),
            (Some(right), _) => noted.push(confirmed(ground, right, frame)),
        }
    }
    open.extend(noted);
    open.extend(out);
    open
}

fn blank(ground: &Ground, frame: Frame<'_>) -> RightView {
    RightView {
        ground: ground.id.clone(),
        name: words(&ground.name, frame.lang).to_owned(),
        state: "waiting",
        word: both!("待确认", "to confirm").to(frame.lang),
        why: String::new(),
        days: Vec::new(),
        told: String::new(),
        act: both!("登记起算的日子", "Note its days").to(frame.lang),
    }
}

fn to_confirm(ground: &Ground, why: &Words, frame: Frame<'_>) -> RightView {
    let why = both!("建议：{}", "Proposed: {}").with(frame.lang, &[words(why, frame.lang)]);
    RightView { why, ..blank(ground, frame) }
}

fn ruled_out(ground: &Ground, frame: Frame<'_>) -> RightView {
    let word = both!("不适用", "does not apply").to(frame.lang);
    let act = both!("改为适用", "It applies after all").to(frame.lang);
    RightView { state: "ended", word, act, ..blank(ground, frame) }
}

fn confirmed(ground: &Ground, right: &RightState, frame: Frame<'_>) -> RightView {
    let lang = frame.lang;
    let day = |text: &str| {
        parse_date(text).map_or_else(|| text.to_owned(), |d| format::date_full(d, lang))
    };
    let mut days = Vec::new();
    for ask in &ground.asks {
        let question = words(&ask.words, lang);
        match (right.days.get(&ask.key), right.days.get(&format!("{}_to", ask.key))) {
            (Some(from), Some(to)) => {
                let span = both!("{}至{}", "{} to {}").with(lang, &[&day(from), &day(to)]);
                days.push(format::labelled(question, &span, lang));
            }
            (Some(from), None) if from == "yes" => days.push(question.to_owned()),
            (Some(from), None) => days.push(format::labelled(question, &day(from), lang)),
            (None, _) => {}
        }
    }
    let told = match right.told {
        Some((on, how)) => {
            let on = format::date_full(on, lang);
            let how = crate::text::words::told(how, lang);
            both!("{}已告知（{}）", "Told on {} ({})").with(lang, &[&on, how])
        }
        None => t::NOT_TOLD.to(lang).to_owned(),
    };
    RightView {
        state: if right.told.is_some() { "met" } else { "soon" },
        word: both!("已确认", "confirmed").to(lang),
        days,
        told,
        act: both!("补登日子、告知", "Add days or notice").to(lang),
        ..blank(ground, frame)
    }
}

/// What is to be known besides the days.
pub(super) fn said(assessment: &Assessment, frame: Frame<'_>) -> Vec<SaidView> {
    let (book, lang) = (frame.book, frame.lang);
    let found = assessment.said.iter().filter_map(|said| {
        let rule = book.rules().rule(&said.rule)?;
        let (cite, level) = (say::cite(&rule.cite, lang), say::level(rule.cite.verified, lang).1);
        Some(SaidView {
            rule: rule.id.clone(),
            text: words(&rule.duty, lang).to_owned(),
            means: words(&rule.expiry, lang).to_owned(),
            article: both!("{}（{}）", "{} ({})").with(lang, &[&cite, level]),
            quote: rule.cite.quote.clone(),
        })
    });
    found.collect()
}
