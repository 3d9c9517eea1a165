//! What an entry says, as a title and a few lines.

mod judge;
mod law;
mod life;
mod rest;

use super::{Both, Lang, both, format, words};
use jieyou_domain::facts::{Hindered, MediationResult, Owes, Registered, Tier, Tri};
use jieyou_domain::ledger::{Book, Event, Matter};

/// An entry in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryText {
    /// Its title.
    pub title: String,
    /// What it says; may be empty.
    pub lines: Vec<String>,
}

/// Lines of one entry. Empty values are left out.
struct Lines {
    lang: Lang,
    lines: Vec<String>,
}

impl Lines {
    fn text(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.lines.push(text.to_owned());
        }
    }

    fn pair(&mut self, name: Both, value: &str) {
        if !value.trim().is_empty() {
            self.lines.push(format::labelled(name.to(self.lang), value, self.lang));
        }
    }

    fn day(&mut self, name: Both, day: jieyou_domain::Date) {
        let day = format::date_full(day, self.lang);
        self.pair(name, &day);
    }

    /// A subject by its words; by its id where the rules in force do not have it.
    fn subject(&mut self, id: Option<&str>, book: &Book) {
        let Some(id) = id else { return };
        let known = book.rules().category(id).map(|c| super::words(&c.words, self.lang));
        self.pair(both!("事项分类", "Subject"), known.unwrap_or(id));
    }

    fn told(&mut self, is_told: bool) {
        self.text(if is_told {
            both!("已告知救济途径和期限", "Remedies and their days were told").to(self.lang)
        } else {
            both!("还没有告知救济途径和期限", "Remedies were not told yet").to(self.lang)
        });
    }
}

/// Words an entry of `matter`.
pub fn entry(event: &Event, matter: &Matter, book: &Book, lang: Lang) -> EntryText {
    let mut title = words::event_type(event.kind(), lang).to_owned();
    let mut l = Lines { lang, lines: Vec::new() };
    match event {
        Event::Registered(r) => registered(&mut l, r),
        Event::HandledAtOnce(e) => {
            l.text(&e.what);
            l.pair(both!("告知方式", "Told"), words::told(e.told, lang));
        }
        Event::Reported(e) => l.pair(both!("报给", "To"), &e.to),
        Event::Classified(e) => {
            claim(&mut l, matter, e.claim);
            l.pair(both!("性质", "Kind"), words::kind(e.kind, lang));
            l.pair(both!("类别", "Class"), e.class.map_or("", |c| words::class(c, lang)));
            l.pair(both!("办理途径", "Route"), e.route.map_or("", |r| words::route(r, lang)));
            l.pair(both!("有权处理机关", "Deciding body"), &e.body);
            l.subject(e.category.as_deref(), book);
            l.pair(both!("理由", "Why"), &e.why);
            l.pair(both!("岗位", "Post"), &e.post);
        }
        Event::FactsNoted(_) | Event::Judged(_) | Event::Reexamined(_) => {
            judge::lines(&mut l, event, matter, book);
        }
        Event::Notified(e) => {
            l.text(words::notice_kind(e.notice, lang));
            l.pair(both!("理由", "Why"), &e.why);
            l.pair(both!("依据", "Under"), &e.basis);
            l.pair(both!("有权处理的机关、单位", "Competent body"), &e.body);
            l.pair(both!("方式", "How"), words::told(e.told, lang));
            l.pair(both!("凭据", "Proof"), &e.proof);
        }
        Event::Objected(e) => {
            l.pair(both!("向", "To"), &e.to);
            l.text(&e.why);
        }
        Event::Accepted(e) => l.pair(both!("文号", "Number"), &e.doc),
        Event::DutySet(e) => {
            l.pair(both!("承办单位", "Handling body"), &e.body);
            l.pair(both!("岗位", "Post"), &e.post);
            l.pair(both!("包案领导", "Responsible leader"), &e.leader);
            l.pair(both!("属事部门", "Competent body"), &e.competent);
        }
        Event::Planned(e) => {
            l.text(&e.measure);
            l.day(both!("时限", "Until"), e.due);
        }
        Event::Acted(e) => {
            words::activity_kind(e.activity, lang).clone_into(&mut title);
            l.text(&e.note);
        }
        Event::Extended(e) => {
            l.pair(both!("天数", "Days"), &e.days.to_string());
            l.pair(both!("理由", "Reason"), &e.reason);
            l.pair(both!("批准", "Approved by"), &e.approved_by);
        }
        Event::Replied(e) => {
            claim(&mut l, matter, e.claim);
            l.pair(both!("结果", "Outcome"), words::outcome(e.outcome, lang));
            l.text(&e.text);
            l.pair(both!("文号", "Number"), &e.doc);
            if let Some(by) = e.carry_out_by {
                l.day(both!("落实期限", "To be carried out by"), by);
            }
        }
        Event::Delivered(e) => {
            l.text(words::delivery(e.what, lang));
            l.pair(both!("方式", "How"), words::told(e.told, lang));
            l.pair(both!("凭据", "Proof"), &e.proof);
            l.told(e.remedies_told);
        }
        Event::ReviewAsked(e) | Event::RecheckAsked(e) => l.text(&e.note),
        Event::ReviewAnswered(e) | Event::RecheckAnswered(e) => {
            l.text(&e.text);
            l.pair(both!("文号", "Number"), &e.doc);
        }
        Event::HearingHeld(e) => l.day(both!("到", "Until"), e.to),
        Event::Mediated(e) => {
            l.pair(both!("调解人", "Mediator"), &e.mediator);
            l.pair(both!("结果", "Result"), words::mediation_result(e.result, lang));
            if let Some(day) = e.asked_on {
                l.day(both!("申请调解", "Mediation asked for"), day);
            }
            l.text(&e.note);
            if e.result != MediationResult::Ongoing {
                l.told(e.remedies_told);
            }
        }
        Event::Agreed(e) => {
            words::agreement_form(e.form, lang).clone_into(&mut title);
            l.text(&e.text);
            if e.replaces {
                l.text(
                    both!("以前没履行的约定作废", "Takes the place of what was promised before")
                        .to(lang),
                );
            }
            for term in &e.terms {
                l.text(&performance(&term.what, term.due, term.owes, lang));
            }
        }
        Event::Performed(e) | Event::NotPerformed(e) => {
            let promise = matter.state.promises.iter().find(|p| p.key == e.promise);
            l.text(promise.map_or("", |p| p.what.as_str()));
            l.text(&e.note);
        }
        Event::HandedUp(e) => {
            l.pair(both!("报给", "To"), &e.to);
            l.text(&e.why);
        }
        Event::Resolved(e) => {
            l.text(&e.how);
            l.pair(both!("凭据", "Evidence"), &e.evidence);
        }
        Event::FollowedUp(e) => {
            tri(&mut l, both!("方案落实了吗", "Carried out"), e.carried_out);
            tri(&mut l, both!("又发生过吗", "Happened again"), e.recurred);
            l.pair(both!("还要我们做什么", "Wish"), &e.wish);
            l.pair(both!("回访岗位", "Post"), &e.post);
        }
        Event::Reopened(e) => {
            l.text(words::reopen_reason(e.reason, lang));
            l.text(&e.note);
        }
        Event::TierSet(e) => {
            l.text(words::tier(e.tier, lang));
            if e.tier == Tier::Two && !e.confirms {
                l.text(both!("申请下调，没有确认", "asked for, not confirmed").to(lang));
            }
            l.text(&e.why);
            l.pair(both!("岗位", "Post"), &e.post);
        }
        Event::Hindered(e) => hindered(&mut l, e, matter, book),
        Event::UnitProfiled(e) => l.text(&e.name),
        Event::PlacesListed(e) => l.text(&e.places.len().to_string()),
        Event::PostsListed(e) => l.text(&e.posts.len().to_string()),
        Event::PackAdopted(e) | Event::CalendarAdopted(e) => l.text(&e.name),
        Event::PackDropped(e) => {
            l.text(&e.id);
            l.text(&e.why);
        }
        Event::RightNoted(e) => law::right(&mut l, e, book),
        Event::ProcedureSet(e) => law::procedure(&mut l, e),
        Event::SealedRecorded(_) | Event::SealedFollowed(_) | Event::SealedStruck(_) => {}
        Event::Split(_)
        | Event::Joined(_)
        | Event::Linked(_)
        | Event::Forwarded(_)
        | Event::AnswerCame(_)
        | Event::Referred(_)
        | Event::RouteEnded(_)
        | Event::Withdrawn(_)
        | Event::LawfullyClosed(_)
        | Event::SupportReferred(_)
        | Event::DelistAsked(_)
        | Event::DelistRefused(_)
        | Event::Delisted(_)
        | Event::Appointed(_)
        | Event::OutsideNoted(_)
        | Event::SignedFor(_)
        | Event::Returned(_)
        | Event::Urged(_)
        | Event::FedBack(_)
        | Event::PassedOn(_)
        | Event::ContactHanded(_) => life::lines(&mut l, event, matter),
        // The timeline folds these into the entry they are about.
        Event::Corrected(e) => l.text(&e.why),
        Event::Struck(e) => l.text(&e.why),
    }
    EntryText { title, lines: l.lines }
}

/// Everything that an entry says, to be compared with another version of it.
pub fn whole(event: &Event, matter: &Matter, book: &Book, lang: Lang) -> Vec<String> {
    let said = entry(event, matter, book, lang);
    let mut l = Lines { lang, lines: said.lines };
    // Of some events a field is the title.
    if matches!(event, Event::Acted(_) | Event::Agreed(_)) {
        l.lines.insert(0, said.title);
    }
    rest::lines(&mut l, event, matter, book);
    l.lines
}

fn registered(l: &mut Lines, r: &Registered) {
    l.pair(both!("编号", "Number"), &r.number);
    l.text(&r.title);
    l.pair(both!("来源", "Channel"), words::channel(r.channel, l.lang));
    l.text(&r.story);
    for claim in &r.claims {
        let against = words::counter_party(claim.against, l.lang);
        let text = both!("诉求：{}（对{}）", "Claim: {} (against: {})")
            .with(l.lang, &[&claim.text, against]);
        l.lines.push(text);
    }
}

fn hindered(l: &mut Lines, e: &Hindered, matter: &Matter, book: &Book) {
    let rule = book.rules().rule(&e.rule);
    l.text(&crate::screens::today::duty_of(&e.rule, &e.key, rule, matter, l.lang));
    l.pair(both!("卡在哪儿", "In the way"), words::hindrance(e.cause, l.lang));
    l.pair(both!("办不了，因为", "It cannot be done, because"), &e.why);
    if let Some(day) = e.again_by {
        l.day(both!("再看的日子", "To look again on"), day);
    }
    l.pair(both!("岗位", "Post"), &e.post);
}

/// Which claim, where there is more than one.
fn claim(l: &mut Lines, matter: &Matter, at: u16) {
    if matter.state.claims.len() > 1
        && let Some(claim) = matter.state.claims.get(usize::from(at))
    {
        l.pair(both!("诉求", "Claim"), &claim.claim.text);
    }
}

fn performance(what: &str, due: jieyou_domain::Date, owes: Owes, lang: Lang) -> String {
    let day = format::date_full(due, lang);
    let who = words::owes(owes, lang);
    both!("{}前：{}（{}）", "by {}: {} ({})").with(lang, &[&day, what, who])
}

fn tri(l: &mut Lines, name: Both, value: Tri) {
    l.pair(name, words::tri(value, l.lang));
}
