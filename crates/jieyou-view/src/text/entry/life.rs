//! What the entries of the later life and of the way between units say.

use super::{Lines, claim};
use crate::text::{both, words};
use jieyou_domain::facts::LinkKind;
use jieyou_domain::ledger::{Event, Matter};

/// Words one of these entries.
pub(super) fn lines(l: &mut Lines, event: &Event, matter: &Matter) {
    let lang = l.lang;
    match event {
        Event::Split(e) => {
            for at in &e.claims {
                if let Some(claim) = matter.state.claims.get(usize::from(*at)) {
                    l.pair(both!("诉求", "Claim"), &claim.claim.text);
                }
            }
            l.pair(both!("分到", "Into"), &e.number);
            l.text(&e.why);
        }
        Event::Joined(e) => {
            l.pair(both!("并到", "Into"), &e.number);
            l.text(&e.why);
        }
        Event::Linked(e) => {
            let name = match e.how {
                LinkKind::Split => both!("由此分出", "Split from"),
                LinkKind::Merged => both!("并入本件", "Joined into this"),
                LinkKind::Same | LinkKind::Cause => both!("另一件", "Other matter"),
            };
            l.pair(name, &e.number);
            if !matches!(e.how, LinkKind::Split | LinkKind::Merged) {
                l.text(words::link_kind(e.how, lang));
            }
            l.text(&e.note);
        }
        Event::Forwarded(e) => {
            l.pair(both!("方式", "How"), words::forwarding(e.how, lang));
            l.pair(both!("转给", "To"), &e.to);
            l.pair(both!("文号", "Number"), &e.doc);
            if let Some(by) = e.feedback_by {
                l.day(both!("要求反馈", "Answer wanted by"), by);
            }
        }
        Event::AnswerCame(e) => {
            l.pair(both!("答复单位", "From"), &e.from);
            l.text(&e.text);
        }
        Event::Referred(e) => {
            claim(l, matter, e.claim);
            l.pair(both!("途径", "Route"), words::legal_way(e.way, lang));
            l.pair(both!("条例31条", "Article 31"), e.route.map_or("", |r| words::route(r, lang)));
            l.pair(both!("办理机关", "Body"), &e.body);
            l.pair(both!("理由", "Why"), &e.why);
            l.pair(both!("岗位", "Post"), &e.post);
            l.pair(both!("告知方式", "Told"), words::told(e.told, lang));
            l.pair(both!("凭证", "Proof"), &e.proof);
        }
        Event::RouteEnded(e) => {
            claim(l, matter, e.claim);
            l.text(words::route_result(e.result, lang));
            l.text(&e.text);
        }
        Event::Withdrawn(e) => {
            if let Some(at) = e.claim {
                claim(l, matter, at);
            }
            l.pair(both!("本人原话", "In the citizen's words"), &e.words);
            l.pair(both!("在场", "Present"), &e.present);
        }
        Event::LawfullyClosed(e) => {
            l.text(words::close_ground(e.ground, lang));
            l.text(&e.text);
            l.pair(both!("告知方式", "Told"), words::told(e.told, lang));
        }
        Event::SupportReferred(e) => {
            l.pair(both!("转到", "To"), &e.to);
            l.pair(both!("帮什么", "Help"), words::need(e.need, lang));
            l.text(&e.note);
        }
        _ => rest(l, event),
    }
}

fn rest(l: &mut Lines, event: &Event) {
    let lang = l.lang;
    match event {
        Event::DelistAsked(e) => {
            l.pair(both!("申请岗位", "Applied by"), &e.post);
            l.pair(both!("凭据", "Evidence"), &e.evidence);
        }
        Event::DelistRefused(e) => {
            l.pair(both!("岗位", "Post"), &e.post);
            l.text(&e.why);
        }
        Event::Delisted(e) => {
            l.pair(both!("核准岗位", "Approved by"), &e.post);
            l.text(&e.note);
        }
        Event::Appointed(e) => {
            l.text(words::meeting_kind(e.what, lang));
            l.day(both!("日子", "Day"), e.day);
            l.pair(both!("时间", "Time"), &e.time);
            l.pair(both!("地点", "Where"), &e.place);
            l.pair(both!("参加", "Who"), &e.who);
        }
        Event::OutsideNoted(e) => {
            l.text(words::outside_system(e.system, lang));
            l.text(words::outside_mark(e.mark, lang));
            l.pair(both!("编号", "Number"), &e.number);
        }
        Event::SignedFor(e) => l.pair(both!("签收编号", "Number there"), &e.number),
        Event::Returned(e) => l.text(&e.why),
        Event::Urged(e) => {
            l.pair(both!("催", "Whom"), &e.to);
            l.text(&e.text);
        }
        Event::FedBack(e) => {
            l.text(words::feedback_kind(e.kind, lang));
            l.text(&e.text);
        }
        Event::PassedOn(e) => {
            l.text(&e.text);
            l.pair(both!("告知方式", "Told"), words::told(e.told, lang));
        }
        Event::ContactHanded(e) => {
            l.pair(both!("交给", "To"), &e.to);
            l.pair(both!("用途", "Purpose"), &e.purpose);
        }
        _ => {}
    }
}
