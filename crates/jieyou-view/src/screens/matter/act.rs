//! What can be done with a matter now, and why the rest cannot.

use crate::forms::refusal;
use crate::screens::today::main_act;
use crate::text::{Lang, both, words};
use jieyou_domain::classify::Assessment;
use jieyou_domain::compact::sort_by;
use jieyou_domain::facts::{Owes, UnitKind};
use jieyou_domain::ledger::{self, Action, Book, Matter, WhyNot};
use jieyou_domain::rules::Obligation;

/// A button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PossibleAct {
    /// The act.
    pub action: Action,
    /// The words on it.
    pub word: &'static str,
    /// Whether it meets the next duty of this office.
    pub is_main: bool,
}

/// An act that is not possible yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockedAct {
    /// Its name.
    pub word: &'static str,
    /// Why not, in a sentence.
    pub why: &'static str,
}

/// The acts on a matter.
#[derive(Default)]
pub(super) struct Acts {
    pub(super) can: Vec<PossibleAct>,
    pub(super) seldom: Vec<PossibleAct>,
    pub(super) cannot: Vec<BlockedAct>,
}

/// Acts that are possible on almost every matter and seldom wanted.
fn is_seldom(action: Action) -> bool {
    matches!(
        action,
        Action::SetTier
            | Action::ReferSupport
            | Action::Split
            | Action::Join
            | Action::Link
            | Action::NoteOutside
            | Action::SayCannot
            | Action::NoteRight
            | Action::Withdraw
            | Action::Forward
            | Action::Return
    )
}

/// Possible acts, the main one first, and blocked ones.
pub(super) fn acts(
    matter: &Matter,
    assessment: Option<&Assessment>,
    book: &Book,
    lang: Lang,
) -> Acts {
    let mut acts = Acts::default();
    let (Some(assessment), Some(unit)) = (assessment, book.unit()) else { return acts };
    if matter.has_unknown() {
        return acts;
    }
    let frame = ledger::Frame { unit: unit.kind, kind: assessment.kind.answer };
    let main = main_of(matter, assessment, book, frame, lang);
    let owes = assessment.obligations.iter().any(|o| o.may_be_hindered(book.rules()));
    for (action, answer) in ledger::actions(matter, frame) {
        // Whether anything is owed, the rules say and not the facts.
        let answer = answer.and(match action {
            Action::SayCannot if !owes => Err(WhyNot::NothingOwed),
            _ => Ok(()),
        });
        let word = words::action(action, lang);
        match answer {
            // The form asks for the route itself, and records both in one act.
            Err(WhyNot::RouteFirst) => acts.can.push(PossibleAct { action, word, is_main: false }),
            Ok(()) => {
                let act = PossibleAct { action, word, is_main: Some(action) == main };
                let seldom = is_seldom(action) && !act.is_main;
                if seldom { &mut acts.seldom } else { &mut acts.can }.push(act);
            }
            Err(why) if is_worth_saying(action, why) => {
                let why = match why {
                    // A village settles by agreement only.
                    WhyNot::NothingSettled if unit.kind == UnitKind::Village => {
                        both!("还没有达成协议，请先记协议。", "No agreement yet. Record it first.")
                            .to(lang)
                    }
                    why => refusal::why_not(why, lang),
                };
                acts.cannot.push(BlockedAct { word, why });
            }
            Err(_) => {}
        }
    }
    sort_by(&mut acts.can, |a, b| b.is_main.cmp(&a.is_main));
    acts
}

/// The act that meets the next open duty of this office.
fn main_of(
    matter: &Matter,
    assessment: &Assessment,
    book: &Book,
    frame: ledger::Frame,
    lang: Lang,
) -> Option<Action> {
    let mut open: Vec<&Obligation> = assessment
        .obligations
        .iter()
        .filter(|o| o.standing.is_open() && !o.elsewhere && o.owes != Owes::Citizen)
        .collect();
    let key = |o: &Obligation| (o.due.day().is_none(), o.due.day());
    sort_by(&mut open, |a, b| key(a).cmp(&key(b)));
    let allowed = |action: Action| ledger::allowed(action, matter, frame).is_ok();
    open.into_iter().find_map(|o| {
        let act = main_act(o, book.rules().rule(&o.rule), lang, &allowed)?;
        Action::from_code(act.action)
    })
}

/// Steps of other units and steps that were taken say nothing to the reader.
fn is_worth_saying(action: Action, why: WhyNot) -> bool {
    let is_own = !is_seldom(action) && action != Action::Appoint;
    is_own
        && !matches!(
            why,
            WhyNot::NotAVillageStep
                | WhyNot::OnlyPetitions
                | WhyNot::OnlyAppeals
                | WhyNot::OnlyVillages
                | WhyNot::OnlyTransferred
                | WhyNot::NoDanger
                | WhyNot::AlreadyDone
                | WhyNot::NoReview
                | WhyNot::NoRecheck
                | WhyNot::NoPromises
                | WhyNot::NotSettled
                | WhyNot::OnNoList
                | WhyNot::Settled
                | WhyNot::NotHandedToUs
                | WhyNot::NothingToUrge
                | WhyNot::NothingToPassOn
                | WhyNot::NoRoute
                | WhyNot::NotForwarded
                | WhyNot::NotObserved
                | WhyNot::NotAsked
                | WhyNot::SignFirst
                | WhyNot::ClaimGone
        )
}
