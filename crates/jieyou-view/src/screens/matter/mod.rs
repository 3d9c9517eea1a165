//! The page of one matter: what it is, what is owed and why that day, why it stands on
//! its list, what was recorded, and what can be done now.

mod act;
mod between;
mod decided;
mod facts;
mod line;
mod owed;
mod report;
mod rights;
#[cfg(test)]
mod tests;
mod timeline;

pub use act::{BlockedAct, PossibleAct};
pub use between::{BetweenView, HandOverView, LinkView};
pub use facts::{ClaimView, FactRow};
pub(crate) use facts::{interest, registration};
pub use line::{LineRow, LineView};
pub use owed::ObligationView;
pub use report::ReportNote;
pub use rights::{RightView, SaidView};
pub use timeline::{EarlierVersion, TimelineItem, one_entry};

use super::Assessments;
use super::verdict::{VerdictsView, verdict_views};
use crate::text::deadline::Frame;
use crate::text::terms::{self, SealView, TagView};
use crate::text::{Lang, both, merge};
use jieyou_domain::facts::Registered;
use jieyou_domain::ledger::{Book, Event, Matter};
use jieyou_domain::{Date, Id, Realm, receipt};

/// The screen.
#[derive(Clone, Debug, PartialEq)]
pub struct MatterScreen {
    /// The matter.
    pub id: Id,
    /// Its number.
    pub number: String,
    /// The number on the citizen's slip: with its check character.
    pub receipt: String,
    /// Its title.
    pub title: String,
    /// Its list.
    pub seal: SealView,
    /// Where it stands.
    pub stage: TagView,
    /// A line above everything: the registration was taken back, or a newer program
    /// wrote here; may be empty.
    pub warning: &'static str,
    /// Whether its registration came with a file that was set aside, as far as is known.
    pub is_cut: bool,
    /// What to do where it reports wrongdoing.
    pub report: Option<ReportNote>,
    /// The facts, label and value.
    pub facts: Vec<FactRow>,
    /// The claims.
    pub claims: Vec<ClaimView>,
    /// Who is responsible; empty when nobody is yet.
    pub duty: Vec<FactRow>,
    /// Said when nobody is responsible yet; else empty.
    pub no_duty: &'static str,
    /// Bodies that review and recheck, where the matter may come to that.
    pub remedies: Vec<FactRow>,
    /// What is owed, open ones first.
    pub obligations: Vec<ObligationView>,
    /// Rights that may run out beside it.
    pub rights: Vec<RightView>,
    /// What else is to be known.
    pub said: Vec<SaidView>,
    /// The same of all who owe, on one line.
    pub line: Option<LineView>,
    /// What was decided about it, by rules and by people.
    pub verdicts: VerdictsView,
    /// How it stands between this unit and another.
    pub between: Option<BetweenView>,
    /// Matters that belong to it.
    pub links: Vec<LinkView>,
    /// What was recorded.
    pub timeline: Vec<TimelineItem>,
    /// What can be done now; the first is the main one.
    pub can: Vec<PossibleAct>,
    /// What can be done now and seldom is.
    pub seldom: Vec<PossibleAct>,
    /// What cannot be done yet, and why.
    pub cannot: Vec<BlockedAct>,
}

/// Builds the screen; `None` when the book knows no such matter.
///
/// In a training ledger the day an entry was written says nothing about lateness, since
/// the trainer moves the clock.
pub fn matter(
    book: &Book,
    all: &Assessments,
    id: Id,
    today: Date,
    realm: Realm,
    lang: Lang,
) -> Option<MatterScreen> {
    let matter: &Matter = book.matter(id)?;
    let frame = Frame { book, today, lang, with_year: true };
    let assessment = all.get(id).and_then(|h| h.assessment.as_deref());
    let acts = act::acts(matter, assessment, book, lang);
    let duty = facts::duty(matter, lang);
    Some(MatterScreen {
        id,
        number: matter.number().to_owned(),
        receipt: receipt::receipt(matter.number()),
        title: title(matter, lang),
        seal: assessment.map_or(terms::no_list(lang), |a| terms::seal(&a.tier.answer, lang)),
        stage: terms::stage(matter.stage(), lang),
        warning: warning(matter, lang),
        is_cut: is_cut(matter),
        report: report::report(matter, book, lang),
        facts: facts::facts(matter, frame),
        claims: facts::claims(matter, frame),
        no_duty: if duty.is_empty() {
            both!("还没有定承办单位和岗位。", "No body and post are in charge yet.").to(lang)
        } else {
            ""
        },
        duty,
        remedies: facts::remedies(assessment, book, lang),
        obligations: assessment.map_or_else(Vec::new, |a| owed::owed(a, matter, frame)),
        rights: assessment.map_or_else(Vec::new, |a| rights::rights(a, matter, frame)),
        said: assessment.map_or_else(Vec::new, |a| rights::said(a, frame)),
        line: assessment.and_then(|a| line::line(a, matter, frame)),
        verdicts: assessment.map(|a| verdict_views(matter, a, frame)).unwrap_or_default(),
        between: between::between(matter, frame),
        links: between::links(matter, book, lang),
        timeline: timeline::timeline(matter, frame, realm),
        can: acts.can,
        seldom: acts.seldom,
        cannot: acts.cannot,
    })
}

/// Whether its registration is not in the book at all, as where the file that it came with
/// was set aside.
fn is_cut(matter: &Matter) -> bool {
    !matter.has_unknown() && registered(matter).is_none()
}

/// What its registration says, also where that was taken back.
fn registered(matter: &Matter) -> Option<&Registered> {
    let written = matter.entries().iter().find_map(|e| match &e.event {
        Some(Event::Registered(registered)) => Some(registered),
        _ => None,
    });
    matter.state.registered.as_ref().or(written)
}

fn title(matter: &Matter, lang: Lang) -> String {
    registered(matter).map_or(merge::MATTER_UNNAMED.to(lang), |r| r.title.as_str()).to_owned()
}

fn warning(matter: &Matter, lang: Lang) -> &'static str {
    if is_cut(matter) {
        return merge::MATTER_CUT.to(lang);
    }
    if !matter.is_registered() {
        return both!(
            "这件事的登记已撤销，下面的记录只供查看。",
            "The registration was taken back; what follows is kept to be read."
        )
        .to(lang);
    }
    if matter.has_unknown() {
        return both!(
            "有新版本程序写的记录，本版本读不懂，也不能再往里记。请换用新版本。",
            "A newer version wrote here. Use it; this one cannot add entries."
        )
        .to(lang);
    }
    ""
}
