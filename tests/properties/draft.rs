//! Random facts, and the usual way of a petition among them.

use super::{day, today};
use jieyou_domain::facts::*;
use jieyou_domain::ledger::{Event, Matter};
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

/// Some of the way, a few days apart, and random facts before, between and after.
pub(super) fn drafts() -> impl Strategy<Value = Vec<Draft>> {
    let random = prop::collection::vec((0_u64..90, 0_u8..26, any::<u8>()), 0..30);
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
            category: None,
        }),
        4 => Event::Notified(Notified {
            notice: NoticeKind::Accepted,
            told: Told::Written,
            proof: String::new(),
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
        }),
        20 => Event::Agreed(Agreed {
            replaces: false,
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
        _ => Event::Reopened(Reopened { reason: ReopenReason::Recurred, note: text(bits) }),
    }
}

pub(super) fn registered(bits: u8) -> Registered {
    let against = if bits.is_multiple_of(2) { "government" } else { "neighbour" };
    let channel = if bits.is_multiple_of(3) { "assigned" } else { "visit" };
    let claims = vec![serde_json::json!({ "text": "办好", "against": against }); 2];
    let danger = if bits.is_multiple_of(7) { "yes" } else { "no" };
    serde_json::from_value(serde_json::json!({
        "number": "", "registered_on": today(), "danger": danger, "channel": channel,
        "order": { "feedback_by": "2026-04-30" },
        "title": "一件事", "claims": claims, "reply_by": "phone",
    }))
    .unwrap()
}
