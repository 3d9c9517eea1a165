//! Random facts, and the usual way of a petition among them.

use super::wide::pack;
use super::{day, today};
use chrono::Days;
use jieyou_domain::Date;
use jieyou_domain::compact::Map;
use jieyou_domain::facts::*;
use jieyou_domain::ledger::{Event, Matter};
use jieyou_domain::rules::QuestionKind;
use proptest::prelude::*;
use std::sync::Arc;

/// What a random draft is made of: a day, a kind of fact and a few bits.
pub(super) type Draft = (u64, u8, u8);

/// The way a petition goes to its end, as kinds and bits: random facts alone seldom get
/// past the first steps.
const WAY: [(u8, u8); 14] = [
    (2, 3),
    (2, 7),
    (4, 1),
    (6, 1),
    (9, 3),
    (12, 3),
    (12, 7),
    (14, 1),
    (15, 1),
    (16, 1),
    (14, 3),
    (17, 1),
    (18, 2),
    (23, 1),
];

/// How many kinds of facts there are.
const KINDS: u8 = 54;

/// The way between two desks: handed up, signed for, handled, fed back, told; the odd
/// numbers are the upper desk's.
const BETWEEN: [(u8, u8); 9] =
    [(41, 2), (42, 3), (2, 7), (6, 1), (9, 3), (45, 3), (26, 2), (43, 3), (40, 2)];

/// The same as [`drafts`] for a matter on two desks.
pub(super) fn between() -> impl Strategy<Value = Vec<Draft>> {
    let random = prop::collection::vec((0_u64..90, 0_u8..KINDS, any::<u8>()), 0..30);
    (0..=BETWEEN.len(), 1_u64..6, random).prop_map(|(steps, apart, random)| {
        let way = (1..).zip(&BETWEEN[..steps]).map(|(n, (kind, bits))| (n * apart, *kind, *bits));
        [way.collect(), random].concat()
    })
}

/// Some of the way, a few days apart, and random facts before, between and after.
pub(super) fn drafts() -> impl Strategy<Value = Vec<Draft>> {
    let random = prop::collection::vec((0_u64..90, 0_u8..KINDS, any::<u8>()), 0..30);
    (0..=WAY.len(), 1_u64..6, random, any::<bool>()).prop_map(|(steps, apart, random, first)| {
        let way = (1..).zip(&WAY[..steps]).map(|(n, (kind, bits))| (n * apart, *kind, *bits));
        let (way, random): (Vec<Draft>, Vec<Draft>) = (way.collect(), random);
        if first { [way, random].concat() } else { [random, way].concat() }
    })
}

fn text(bits: u8) -> String {
    format!("第{bits}笔")
}

/// One fact of any type; promises are named by the matter's own keys where it has any.
pub(super) fn event((offset, kind, bits): Draft, matter: Option<&Arc<Matter>>) -> Event {
    let later = day(offset + u64::from(bits % 40));
    let promises = matter.map(|m| m.state.promises.as_slice()).unwrap_or_default();
    let at = usize::from(bits) % promises.len().max(1);
    let promise = promises.get(at).map_or_else(|| text(bits), |p| p.key.clone());
    let checked = PerformanceChecked { promise, note: String::new() };
    let claim = u16::from(bits % 3);
    let one = |n: u8| bits % n == 0;
    match kind {
        0 => Event::HandledAtOnce(HandledAtOnce { what: text(bits), told: Told::Phone }),
        1 => Event::Reported(Reported { to: text(bits) }),
        2 | 3 => Event::Classified(Classified {
            claim,
            kind: Kind::Petition,
            class: Some(if one(5) { Class::Suggestion } else { Class::Appeal }),
            route: Some(if one(4) { Route::R5 } else { Route::R6 }),
            body: String::new(),
            category: one(9).then(|| "farm.water".to_owned()),
            against: one(11).then_some(CounterParty::Employer),
            why: String::new(),
            post: text(1),
        }),
        4 => Event::Notified(Notified {
            notice: NoticeKind::Accepted,
            told: Told::Written,
            proof: String::new(),
            why: String::new(),
            basis: String::new(),
            body: String::new(),
        }),
        5 => Event::Objected(Objected { to: text(bits), why: text(bits) }),
        6 => Event::Accepted(Accepted { doc: String::new() }),
        7 => Event::DutySet(DutySet {
            body: text(bits),
            post: text(bits),
            leader: String::new(),
            competent: if one(2) { text(bits) } else { String::new() },
            no_interest: true,
        }),
        8 => Event::Planned(Planned { measure: text(bits), due: later }),
        9 | 10 => Event::Acted(Acted {
            activity: if one(3) { ActivityKind::Hear } else { ActivityKind::Contact },
            note: text(bits),
        }),
        11 => Event::Extended(Extended {
            days: u32::from(bits % 31),
            reason: text(bits),
            approved_by: text(bits),
        }),
        12 | 13 => Event::Replied(Replied {
            claim,
            outcome: Outcome::Explained,
            text: text(bits),
            doc: String::new(),
            carry_out_by: one(2).then_some(later),
        }),
        14 => Event::Delivered(Delivered {
            what: if one(3) { Delivery::Review } else { Delivery::Reply },
            told: Told::Written,
            proof: String::new(),
            remedies_told: one(2),
        }),
        15 => Event::ReviewAsked(Asked::default()),
        16 => Event::ReviewAnswered(Answered { text: text(bits), doc: String::new() }),
        17 => Event::RecheckAsked(Asked::default()),
        18 => Event::HearingHeld(HearingHeld { to: later }),
        19 => Event::Mediated(Mediated {
            mediator: text(bits),
            result: if one(4) { MediationResult::Failed } else { MediationResult::Ongoing },
            note: String::new(),
            remedies_told: false,
            asked_on: None,
        }),
        20 => Event::Agreed(Agreed {
            replaces: one(4),
            form: AgreementForm::Oral,
            text: text(bits),
            terms: (0..bits % 3)
                .map(|n| Performance {
                    what: text(n),
                    due: later,
                    owes: if n == 0 { Owes::Party } else { Owes::Office },
                })
                .collect(),
        }),
        21 => Event::Performed(checked),
        22 => Event::NotPerformed(checked),
        23 => Event::Resolved(Resolved { how: text(bits), evidence: String::new() }),
        24 => Event::FollowedUp(FollowedUp {
            carried_out: Tri::Yes,
            recurred: Tri::No,
            wish: String::new(),
            post: text(bits),
        }),
        25 => Event::Reopened(Reopened { reason: ReopenReason::Recurred, note: text(bits) }),
        _ => life(kind, bits, claim, (day(offset), later)),
    }
}

/// A fact of the later life, or of the way between two units.
fn life(kind: u8, bits: u8, claim: u16, (on, later): (Date, Date)) -> Event {
    let one = |n: u8| bits.is_multiple_of(n);
    let number = String::new();
    match kind {
        26 => Event::PassedOn(PassedOn { text: text(bits), told: Told::Phone }),
        27 => Event::Forwarded(Forwarded {
            how: Forwarding::Assign,
            to: text(bits),
            doc: String::new(),
            feedback_by: one(2).then_some(later),
        }),
        28 => Event::AnswerCame(AnswerCame { from: text(bits), text: text(bits) }),
        29 => Event::Referred(Referred {
            claim,
            way: LegalWay::Court,
            body: text(bits),
            told: Told::Written,
            proof: String::new(),
            route: None,
            why: if one(4) { text(bits) } else { String::new() },
            post: String::new(),
        }),
        30 => Event::RouteEnded(RouteEnded {
            claim,
            result: if one(2) { RouteResult::Settled } else { RouteResult::NotCarriedOut },
            text: text(bits),
        }),
        31 => Event::Withdrawn(Withdrawn {
            claim: one(2).then_some(claim),
            words: text(bits),
            present: text(bits),
            told_may_return: true,
        }),
        32 => Event::LawfullyClosed(LawfullyClosed {
            ground: CloseGround::WindowsClosed,
            text: text(bits),
            told: Told::Written,
            visits: one(2),
        }),
        33 => Event::SupportReferred(SupportReferred {
            to: text(bits),
            need: Need::LegalAid,
            consent: true,
            note: String::new(),
        }),
        34 => Event::DelistAsked(DelistAsked { post: text(1), evidence: text(bits) }),
        35 => Event::DelistRefused(DelistRefused { post: text(2), why: text(bits) }),
        36 => Event::Delisted(Delisted { post: text(3), note: String::new() }),
        37 => Event::Appointed(Appointed {
            what: MeetingKind::SiteVisit,
            day: later.max(on),
            time: String::new(),
            place: String::new(),
            who: String::new(),
        }),
        38 => Event::OutsideNoted(OutsideNoted {
            system: if one(2) { OutsideSystem::Hotline } else { OutsideSystem::Petition },
            mark: OutsideMark::Entered,
            number: text(bits),
        }),
        39 => Event::ContactHanded(ContactHanded { to: text(bits), purpose: text(bits) }),
        40 => Event::Resolved(Resolved { how: text(bits), evidence: String::new() }),
        41 => {
            Event::HandedUp(HandedUp { to: "青禾镇".to_owned(), why: text(bits), place: number })
        }
        42 => Event::SignedFor(SignedFor { number, place: None }),
        43 => Event::FedBack(FedBack {
            kind: if one(4) { FeedbackKind::Progress } else { FeedbackKind::Result },
            text: text(bits),
        }),
        44 => Event::Returned(Returned { why: text(bits) }),
        46 => Event::RightNoted(right(on, bits)),
        47 => Event::ProcedureSet(ProcedureSet {
            simple: one(2),
            ground: Some(SimpleGround::Clear),
            why: text(bits),
        }),
        45 => Event::Urged(Urged { to: text(bits), text: String::new() }),
        48 => Event::TierSet(TierSet {
            tier: [Tier::Two, Tier::Three][usize::from(bits) % 2],
            why: text(bits),
            post: text(1),
            confirms: one(3),
            despite: Vec::new(),
        }),
        49 | 50 => Event::FactsNoted(noted(claim, bits)),
        51 => Event::Judged(judged(claim, bits)),
        52 => Event::Reexamined(Reexamined {
            findings: Second { old: text(bits), new: text(bits) },
            post: text(1),
            ..Reexamined::default()
        }),
        _ => Event::Hindered(Hindered {
            rule: ["CN-contact", "CN-plan", "LX-idle", "XF-34a"][usize::from(bits) % 4].to_owned(),
            key: String::new(),
            cause: Hindrance::Conditions,
            why: text(bits),
            again_by: one(2).then_some(later.max(on)),
            post: text(1),
        }),
    }
}

/// Answers to a question of the pack: of a matter, or of one claim where it is asked there.
fn noted(claim: u16, bits: u8) -> FactsNoted {
    let questions = &pack().questions;
    let at = usize::from(bits) % questions.len();
    let question = &questions[at];
    let turn = usize::from(bits) / questions.len();
    let answer = match question.kind {
        QuestionKind::Date => day(u64::from(bits)).to_string(),
        QuestionKind::Text => text(bits),
        QuestionKind::Choice => question.choices[turn % question.choices.len()].0.clone(),
    };
    let mut answers = Map::new();
    // Now and then it is not known any more.
    answers.insert(question.id.clone(), if bits % 16 == 15 { String::new() } else { answer });
    FactsNoted { claim: question.per_claim.then_some(claim), answers, note: text(bits) }
}

/// A verdict of a person on any table of the pack.
fn judged(claim: u16, bits: u8) -> Judged {
    let own = ["kind", "class", "route", "tier"];
    let tables = pack().tables.iter().filter(|t| !own.contains(&t.id.as_str()));
    let tables: Vec<_> = tables.collect();
    let table = tables[usize::from(bits) % tables.len()];
    let turn = usize::from(bits) / tables.len() % (table.answers.len() + 1);
    Judged {
        table: table.id.clone(),
        claim: table.per_claim.then_some(claim),
        // Past the last answer the table decides again.
        answer: table.answers.get(turn).map(|a| a.code.clone()).unwrap_or_default(),
        why: text(bits),
        post: text(1),
    }
}

/// A civil claim with the days that start, interrupt and stay its clock.
fn right(on: Date, bits: u8) -> RightNoted {
    let day = |before: u64| on.checked_sub_days(Days::new(before)).unwrap_or(on).to_string();
    let mut days = Map::new();
    days.insert("known".to_owned(), day(u64::from(bits) * 4));
    if bits.is_multiple_of(2) {
        days.insert("demanded".to_owned(), day(u64::from(bits)));
    }
    let told = bits.is_multiple_of(3).then_some(Told::InPerson);
    let (ruled_out, note) = (bits.is_multiple_of(11), text(bits));
    RightNoted { ground: "civil".to_owned(), ruled_out, days, told, note }
}

pub(super) fn registered(bits: u8) -> Registered {
    let against = if bits.is_multiple_of(2) { "government" } else { "neighbour" };
    let channel = if bits.is_multiple_of(3) { "assigned" } else { "visit" };
    let claims = vec![serde_json::json!({ "text": "办好", "against": against }); 2];
    let danger = if bits.is_multiple_of(7) { "yes" } else { "no" };
    let counts = [None, Some(u32::from(bits % 12)), Some(u32::from(bits))];
    serde_json::from_value(serde_json::json!({
        "households": counts[usize::from(bits) % 3], "people": counts[usize::from(bits) / 4 % 3],
        "number": "", "registered_on": today(), "danger": danger, "channel": channel,
        "order": { "feedback_by": "2026-04-30" },
        "title": "一件事", "claims": claims, "reply_by": "phone",
    }))
    .unwrap()
}
