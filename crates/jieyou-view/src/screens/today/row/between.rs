//! Rows about the way between units, about routes outside, and appointments.

use super::{ActView, AgendaRow, waited};
use crate::screens::today::gather::About;
use crate::text::{Lang, both, format, words};
use jieyou_domain::Date;
use jieyou_domain::facts::{MeetingKind, Tier};
use jieyou_domain::ledger::{Action, AppointmentState, Matter};

/// Words a row and gives its key.
pub(super) fn fill(
    about: &About<'_>,
    row: &mut AgendaRow,
    matter: &Matter,
    today: Date,
    lang: Lang,
    allowed: &dyn Fn(Action) -> bool,
) -> String {
    let state = &matter.state;
    let act = |action, word| Some(ActView::of(action, word)).filter(|_| allowed(action));
    let wait = |on: Date| waited((today - on).num_days(), lang);
    match about {
        About::Forwarded(on) => {
            let to = state.forwarded.as_ref().map_or("", |(_, f)| f.to.as_str());
            row.duty = both!("已转给{}，等答复", "Sent on to {}, waiting").with(lang, &[to]);
            let by = state.forwarded.as_ref().and_then(|(_, f)| f.feedback_by);
            row.note = by.map_or_else(|| wait(*on), |by| wanted(by, today, lang));
            row.main = act(Action::Urge, both!("催办", "Ask again").to(lang));
            row.other = act(Action::TakeAnswer, both!("收到答复", "Answered").to(lang));
            "forwarded".to_owned()
        }
        About::Fall(day, is_asked) => {
            let text = if *is_asked {
                both!("申请下调，等会诊或包案领导确认", "Asked to leave list 3: to be confirmed")
            } else {
                both!(
                    "够二级了，下调等会诊或包案领导确认",
                    "On list 2 by the criteria: the fall is to be confirmed"
                )
            };
            row.duty = text.to(lang).to_owned();
            let day = format::date(*day, today, lang);
            row.note = both!("{}前会诊", "consult by {}").with(lang, &[&day]);
            let act = act(Action::SetTier, both!("确认下调", "Confirm the fall").to(lang));
            row.main = act.map(|act| act.with("tier", Tier::Two.code()));
            "fall".to_owned()
        }
        About::OnRoute(on) => {
            row.duty =
                both!("走法定途径，等结果", "On a statutory route, waiting").to(lang).to_owned();
            row.note = wait(*on);
            row.main = act(Action::EndRoute, both!("有结果了", "Decided").to(lang));
            "on-route".to_owned()
        }
        About::ToTell(on) => {
            let text = both!(
                "上级已反馈结果，还没告知反映人",
                "The result is here, the citizen is to be told"
            );
            row.duty = text.to(lang).to_owned();
            row.note = came(*on, today, lang);
            row.main = act(Action::PassOn, both!("告知了", "Told").to(lang));
            "to-tell".to_owned()
        }
        About::SentBack(on) => {
            let why = state.exchange.returned.as_ref().map_or("", |(_, r)| r.why.as_str());
            row.duty = both!("被退回：{}", "Returned: {}").with(lang, &[why]);
            row.note = came(*on, today, lang);
            row.main = act(Action::HandUp, both!("再上报", "Hand up again").to(lang));
            "sent-back".to_owned()
        }
        About::Urged(on) => {
            let unit = state.exchange.other_unit.as_str();
            row.duty = both!("{}来催办", "{} asks for an answer").with(lang, &[unit]);
            row.note = came(*on, today, lang);
            row.main = act(Action::FeedBack, both!("反馈", "Feed back").to(lang));
            "urged".to_owned()
        }
        About::ToDecide(on) => {
            let post = state.delist_asked.as_ref().map_or("", |(_, a)| a.post.as_str());
            row.duty = both!(
                "{}申请销号，等另一岗位核准",
                "{} applied to delist, to be decided by another post"
            )
            .with(lang, &[post]);
            row.note = came(*on, today, lang);
            row.main = act(Action::Delist, both!("核准", "Approve").to(lang));
            row.other = act(Action::RefuseDelist, both!("不予销号", "Refuse").to(lang));
            "to-decide".to_owned()
        }
        About::Meeting(meeting) => {
            row.duty = meeting_words(meeting, lang);
            row.note = day_words(meeting.appointed.day, today, lang);
            row.main = act(Action::Act, both!("记结果", "Record it").to(lang))
                .map(|main| main.with("activity", activity(meeting.appointed.what)));
            row.other = act(Action::Appoint, both!("改日子", "Another day").to(lang));
            format!("meeting{}", meeting.entry)
        }
        About::Owed(_) | About::HandedUp(_) | About::Missing(_) => String::new(),
    }
}

/// The day an answer is wanted by, and how it stands.
fn wanted(by: Date, today: Date, lang: Lang) -> String {
    let day = format::date(by, today, lang);
    match (today - by).num_days() {
        ..=0 => both!("要求{}前反馈", "answer wanted by {}").with(lang, &[&day]),
        late => both!("要求{}前反馈，已过{}", "answer wanted by {}, {} ago")
            .with(lang, &[&day, &format::days(late, lang)]),
    }
}

fn came(on: Date, today: Date, lang: Lang) -> String {
    match (today - on).num_days() {
        ..=0 => both!("今天到的", "since today").to(lang).to_owned(),
        days => both!("已过{}", "{} ago").with(lang, &[&format::days(days, lang)]),
    }
}

fn day_words(day: Date, today: Date, lang: Lang) -> String {
    if day == today {
        both!("今天", "today").to(lang).to_owned()
    } else if day < today {
        let on = format::date(day, today, lang);
        both!("{}约过，还没记结果", "was on {}, nothing recorded").with(lang, &[&on])
    } else {
        format::date(day, today, lang)
    }
}

fn meeting_words(meeting: &AppointmentState, lang: Lang) -> String {
    let a = &meeting.appointed;
    let kind = words::meeting_kind(a.what, lang);
    let parts = [a.time.as_str(), kind, a.place.as_str(), a.who.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    parts.join(lang.pick("，", ", "))
}

/// The kind of activity that an appointment usually becomes.
fn activity(kind: MeetingKind) -> &'static str {
    use jieyou_domain::facts::ActivityKind as A;
    match kind {
        MeetingKind::Reception => A::Contact,
        MeetingKind::SiteVisit => A::SiteVisit,
        MeetingKind::Consult => A::Meeting,
        MeetingKind::Mediation | MeetingKind::FollowUp | MeetingKind::Other => A::Other,
    }
    .code()
}
