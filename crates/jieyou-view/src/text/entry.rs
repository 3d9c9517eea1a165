//! What an entry says, as a title and a few lines.

use super::{Lang, format, words};
use jieyou_domain::facts::{MediationResult, Owes, Registered, Tri};
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

    fn pair(&mut self, zh: &str, en: &str, value: &str) {
        if !value.trim().is_empty() {
            self.lines.push(match self.lang {
                Lang::Zh => format!("{zh}：{value}"),
                Lang::En => format!("{en}: {value}"),
            });
        }
    }

    fn day(&mut self, zh: &str, en: &str, day: jieyou_domain::Date) {
        let day = format::date_full(day, self.lang);
        self.pair(zh, en, &day);
    }

    fn told(&mut self, is_told: bool) {
        self.text(if is_told {
            self.lang.pick("已告知救济途径和期限", "Remedies and their days were told")
        } else {
            self.lang.pick("还没有告知救济途径和期限", "Remedies were not told yet")
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
            l.pair("告知方式", "Told", words::told(e.told, lang));
        }
        Event::Reported(e) => l.pair("报给", "To", &e.to),
        Event::Classified(e) => {
            claim(&mut l, matter, e.claim);
            l.pair("性质", "Kind", words::kind(e.kind, lang));
            l.pair("类别", "Class", e.class.map_or("", |c| words::class(c, lang)));
            l.pair("办理途径", "Route", e.route.map_or("", |r| words::route(r, lang)));
            l.pair("有权处理机关", "Deciding body", &e.body);
            let category = e.category.as_deref().and_then(|id| book.rules().category(id));
            l.pair("事项分类", "Subject", category.map_or("", |c| super::words(&c.words, lang)));
        }
        Event::Notified(e) => {
            l.text(words::notice_kind(e.notice, lang));
            l.pair("方式", "How", words::told(e.told, lang));
            l.pair("凭据", "Proof", &e.proof);
        }
        Event::Objected(e) => {
            l.pair("向", "To", &e.to);
            l.text(&e.why);
        }
        Event::Accepted(e) => l.pair("文号", "Number", &e.doc),
        Event::DutySet(e) => {
            l.pair("承办单位", "Handling body", &e.body);
            l.pair("岗位", "Post", &e.post);
            l.pair("包案领导", "Responsible leader", &e.leader);
            l.pair("属事部门", "Competent body", &e.competent);
        }
        Event::Planned(e) => {
            l.text(&e.measure);
            l.day("时限", "Until", e.due);
        }
        Event::Acted(e) => {
            words::activity_kind(e.activity, lang).clone_into(&mut title);
            l.text(&e.note);
        }
        Event::Extended(e) => {
            l.pair("天数", "Days", &e.days.to_string());
            l.pair("理由", "Reason", &e.reason);
            l.pair("批准", "Approved by", &e.approved_by);
        }
        Event::Replied(e) => {
            claim(&mut l, matter, e.claim);
            l.pair("结果", "Outcome", words::outcome(e.outcome, lang));
            l.text(&e.text);
            l.pair("文号", "Number", &e.doc);
            if let Some(by) = e.carry_out_by {
                l.day("落实期限", "To be carried out by", by);
            }
        }
        Event::Delivered(e) => {
            l.text(words::delivery(e.what, lang));
            l.pair("方式", "How", words::told(e.told, lang));
            l.pair("凭据", "Proof", &e.proof);
            l.told(e.remedies_told);
        }
        Event::ReviewAsked(e) | Event::RecheckAsked(e) => l.text(&e.note),
        Event::ReviewAnswered(e) | Event::RecheckAnswered(e) => {
            l.text(&e.text);
            l.pair("文号", "Number", &e.doc);
        }
        Event::HearingHeld(e) => l.day("到", "Until", e.to),
        Event::Mediated(e) => {
            l.pair("调解人", "Mediator", &e.mediator);
            l.pair("结果", "Result", words::mediation_result(e.result, lang));
            l.text(&e.note);
            if e.result != MediationResult::Ongoing {
                l.told(e.remedies_told);
            }
        }
        Event::Agreed(e) => {
            words::agreement_form(e.form, lang).clone_into(&mut title);
            l.text(&e.text);
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
            l.pair("报给", "To", &e.to);
            l.text(&e.why);
        }
        Event::Resolved(e) => {
            l.text(&e.how);
            l.pair("凭据", "Evidence", &e.evidence);
        }
        Event::FollowedUp(e) => {
            tri(&mut l, "方案落实了吗", "Carried out", e.carried_out);
            tri(&mut l, "又发生过吗", "Happened again", e.recurred);
            l.pair("还要我们做什么", "Wish", &e.wish);
            l.pair("回访岗位", "Post", &e.post);
        }
        Event::Reopened(e) => {
            l.text(words::reopen_reason(e.reason, lang));
            l.text(&e.note);
        }
        Event::TierSet(e) => {
            l.text(words::tier(e.tier, lang));
            l.text(&e.why);
            l.pair("岗位", "Post", &e.post);
        }
        Event::UnitProfiled(e) => l.text(&e.name),
        Event::PlacesListed(e) => l.text(&e.places.len().to_string()),
        Event::PostsListed(e) => l.text(&e.posts.len().to_string()),
        Event::PackAdopted(e) | Event::CalendarAdopted(e) => l.text(&e.name),
        // The timeline folds these into the entry they are about.
        Event::Corrected(e) => l.text(&e.why),
        Event::Struck(e) => l.text(&e.why),
    }
    EntryText { title, lines: l.lines }
}

fn registered(l: &mut Lines, r: &Registered) {
    l.pair("编号", "Number", &r.number);
    l.text(&r.title);
    l.pair("来源", "Channel", words::channel(r.channel, l.lang));
    l.text(&r.story);
    for claim in &r.claims {
        let against = words::counter_party(claim.against, l.lang);
        let text = match l.lang {
            Lang::Zh => format!("诉求：{}（对{against}）", claim.text),
            Lang::En => format!("Claim: {} (against: {against})", claim.text),
        };
        l.lines.push(text);
    }
}

/// Which claim, where there is more than one.
fn claim(l: &mut Lines, matter: &Matter, at: u16) {
    if matter.state.claims.len() > 1
        && let Some(claim) = matter.state.claims.get(usize::from(at))
    {
        l.pair("诉求", "Claim", &claim.claim.text);
    }
}

fn performance(what: &str, due: jieyou_domain::Date, owes: Owes, lang: Lang) -> String {
    let day = format::date_full(due, lang);
    let who = words::owes(owes, lang);
    match lang {
        Lang::Zh => format!("{day}前：{what}（{who}）"),
        Lang::En => format!("by {day}: {what} ({who})"),
    }
}

fn tri(l: &mut Lines, zh: &str, en: &str, value: Tri) {
    let word = words::tri(value, l.lang);
    l.lines.push(match l.lang {
        Lang::Zh => format!("{zh}：{word}"),
        Lang::En => format!("{en}: {word}"),
    });
}
