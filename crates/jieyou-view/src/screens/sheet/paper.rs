//! Papers of a matter beside the slip, and their addresses.

use super::{Sheet, declined, objection, referral, second};
use crate::screens::Assessments;
use crate::text::Lang;
use jieyou_domain::facts::Kind;
use jieyou_domain::ledger::{Book, Matter};
use jieyou_domain::{Date, Id};

/// A paper of a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 依法分类处理（法定途径）告知书, or the ways where mediation fails: of one claim.
    Referral(usize),
    /// 不予受理告知书
    Declined,
    /// 异议函
    Objection,
    /// 三不限三重新复核表: which of them.
    Second(usize),
}

impl Paper {
    /// Its code in addresses.
    pub fn code(self) -> String {
        match self {
            Self::Referral(claim) => format!("referral-{claim}"),
            Self::Declined => "declined".to_owned(),
            Self::Objection => "objection".to_owned(),
            Self::Second(at) => format!("second-{at}"),
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        let (name, at) = code.split_once('-').unwrap_or((code, ""));
        match name {
            "referral" => at.parse().ok().map(Self::Referral),
            "declined" if at.is_empty() => Some(Self::Declined),
            "objection" if at.is_empty() => Some(Self::Objection),
            "second" => at.parse().ok().map(Self::Second),
            _ => None,
        }
    }
}

/// The paper, one sheet a copy; `None` where there is nothing to say on it.
pub fn paper(
    book: &Book,
    all: &Assessments,
    (id, which): (Id, Paper),
    today: Date,
    lang: Lang,
) -> Option<Vec<Sheet>> {
    let matter: &Matter = book.matter(id).filter(|m| m.is_registered())?;
    let assessment = all.get(id).and_then(|h| h.assessment.as_deref())?;
    match which {
        Paper::Referral(claim) => referral::referral(book, matter, assessment, claim, today, lang),
        Paper::Declined => declined::declined(book, matter, lang),
        Paper::Objection => objection::objection(book, matter, assessment, lang).map(|s| vec![s]),
        Paper::Second(at) => second::second(book, matter, at, lang).map(|s| vec![s]),
    }
}

/// A paper that a matter has now, with the words of the link to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperLink {
    /// Which.
    pub paper: Paper,
    /// The words, with the claim it is about where there are several.
    pub word: String,
}

/// The papers of a matter: where a person decided on a way, objected, looked anew.
pub fn papers(book: &Book, all: &Assessments, id: Id, today: Date, lang: Lang) -> Vec<PaperLink> {
    let (Some(matter), Some(held)) = (book.matter(id), all.get(id)) else { return Vec::new() };
    let Some(assessment) = held.assessment.as_deref() else { return Vec::new() };
    let mut links = Vec::new();
    let claims = matter.state.claims.len();
    for way in referral::ways(book, matter, assessment, today) {
        // Of a dispute the ways may be told before anybody decides on one.
        if !way.is_decided && assessment.kind.answer != Kind::Dispute {
            continue;
        }
        let name = referral::name(assessment.kind.answer, lang);
        let word = match claims {
            0 | 1 => name.to_owned(),
            _ => format!("{name} · {}", way.claim + 1),
        };
        links.push(PaperLink { paper: Paper::Referral(way.claim), word });
    }
    if declined::recorded(matter).is_some() {
        let word = declined::TITLE.to(lang).to_owned();
        links.push(PaperLink { paper: Paper::Declined, word });
    }
    if objection::recorded(matter).is_some() {
        let word = objection::TITLE.to(lang).to_owned();
        links.push(PaperLink { paper: Paper::Objection, word });
    }
    for at in 0..matter.state.reexamined.len() {
        let word = second::TITLE.to(lang).to_owned();
        links.push(PaperLink { paper: Paper::Second(at), word });
    }
    links
}
