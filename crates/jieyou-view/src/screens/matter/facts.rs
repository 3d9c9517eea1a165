//! What is known about a matter, as labels and values.

use crate::text::deadline::Frame;
use crate::text::terms::TagView;
use crate::text::{Both, Lang, both, format, words};
use jieyou_domain::Date;
use jieyou_domain::classify::Assessment;
use jieyou_domain::facts::{Kind, Outcome, Registered};
use jieyou_domain::ledger::{Book, ClaimState, Matter};
use jieyou_domain::rules::QuestionKind;
use jieyou_domain::time::parse_date;

/// A label and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactRow {
    /// The label.
    pub label: String,
    /// The value.
    pub value: String,
}

/// A claim and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimView {
    /// As put by the citizen.
    pub title: String,
    /// Against whom, class, route, body.
    pub lines: Vec<String>,
    /// The answer's word; `None` while open.
    pub outcome: Option<TagView>,
    /// The answer with its day; may be empty.
    pub reply: String,
}

/// Collects rows; empty values are left out.
pub(super) struct Rows(pub(super) Vec<FactRow>);

impl Rows {
    pub(super) fn add(&mut self, label: &str, value: impl Into<String>) {
        let value = value.into();
        if !value.trim().is_empty() {
            self.0.push(FactRow { label: label.to_owned(), value });
        }
    }
}

pub(super) fn day(on: Date, lang: Lang) -> String {
    let (date, weekday) = (format::date_full(on, lang), format::weekday(on, lang));
    both!("{}（{}）", "{} ({})").with(lang, &[&date, weekday])
}

/// The facts of the registration, and what was decided since.
pub(super) fn facts(matter: &Matter, frame: Frame<'_>) -> Vec<FactRow> {
    let lang = frame.lang;
    let state = &matter.state;
    let Some(r) = &state.registered else { return Vec::new() };
    let mut rows = Rows(Vec::new());
    if let Some(on) = state.received_on {
        rows.add(both!("收到", "Received").to(lang), day(on, lang));
        if r.registered_on != on {
            rows.add(both!("登记", "Registered").to(lang), day(r.registered_on, lang));
        }
    }
    rows.add(both!("来源", "Channel").to(lang), words::channel(r.channel, lang));
    outside(&mut rows, r, lang);
    super::between::outside(matter, &mut rows, lang);
    situation(&mut rows, r, frame.book, lang);
    rows.add(both!("经过", "Course").to(lang), r.story.clone());
    wishes(&mut rows, r, lang);
    if let Some(category) = state.category.as_deref().and_then(|id| frame.book.rules().category(id))
    {
        rows.add(both!("类别", "Category").to(lang), crate::text::words(&category.words, lang));
    }
    answers(&mut rows, matter, frame);
    if let Some((on, plan)) = state.plans.last() {
        let text = both!("{}（{}定，到{}）", "{} (made {}, until {})").with(
            lang,
            &[&plan.measure, &format::date_full(*on, lang), &format::date_full(plan.due, lang)],
        );
        rows.add(both!("方案", "Plan").to(lang), text);
    }
    rows.0
}

/// What a registration says beside its number, title, story, channel and claims.
pub(crate) fn registration(r: &Registered, book: &Book, lang: Lang) -> Vec<FactRow> {
    let mut rows = Rows(Vec::new());
    outside(&mut rows, r, lang);
    situation(&mut rows, r, book, lang);
    wishes(&mut rows, r, lang);
    rows.0
}

fn situation(rows: &mut Rows, r: &Registered, book: &Book, lang: Lang) {
    rows.add(both!("地点", "Place").to(lang), place(r, book));
    rows.add(both!("危险", "Danger").to(lang), words::danger(r.danger, lang));
}

fn wishes(rows: &mut Rows, r: &Registered, lang: Lang) {
    rows.add(both!("涉及", "Concerns").to(lang), scale(r, lang));
    if let Some(must) = &r.must_by {
        let text =
            both!("{}前：{}", "before {}: {}").with(lang, &[&day(must.on, lang), &must.what]);
        rows.add(both!("必须赶在", "Must be").to(lang), text);
    }
    rows.add(both!("答复方式", "To be answered").to(lang), words::reply_by(r.reply_by, lang));
}

fn outside(rows: &mut Rows, r: &Registered, lang: Lang) {
    if let Some(outside) = &r.outside {
        let on = outside.on.map(|d| format!(" {}", format::date_full(d, lang)));
        let text = format!("{}{}", outside.number, on.unwrap_or_default());
        rows.add(both!("外部编号", "Outside number").to(lang), text);
    }
    if let Some(order) = &r.order {
        rows.add(both!("交办文号", "Order").to(lang), order.doc.clone());
        if let Some(by) = order.feedback_by {
            rows.add(both!("要求反馈", "Result wanted by").to(lang), day(by, lang));
        }
    }
}

fn place(r: &Registered, book: &Book) -> String {
    let named = r.place.as_deref().and_then(|id| book.place(id)).map_or("", |p| p.name.as_str());
    [named, r.spot.as_str()].iter().filter(|p| !p.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

fn scale(r: &Registered, lang: Lang) -> String {
    let count = |n: Option<u32>, known: Both, open: Both| match n {
        Some(n) => known.with(lang, &[&n.to_string()]),
        None => open.to(lang).to_owned(),
    };
    let parts = [
        count(
            r.households,
            both!("{}户", "{} households"),
            both!("户数不清楚", "households not known"),
        ),
        count(r.people, both!("{}人", "{} people"), both!("人数不清楚", "people not known")),
    ];
    parts.join(lang.pick("，", ", "))
}

/// Answers to the deciding questions, as they hold now, in the order of the pack.
fn answers(rows: &mut Rows, matter: &Matter, frame: Frame<'_>) {
    for question in &frame.book.rules().questions {
        let Some(answer) = matter.state.answer(&question.id) else { continue };
        let chosen = question.choices.iter().find(|(code, _)| code == answer);
        let date = (question.kind == QuestionKind::Date).then(|| parse_date(answer)).flatten();
        let value = match (chosen, date) {
            (Some((_, w)), _) => crate::text::words(w, frame.lang).to_owned(),
            (None, Some(on)) => day(on, frame.lang),
            (None, None) => answer.to_owned(),
        };
        rows.add(crate::text::words(&question.words, frame.lang), value);
    }
}

/// Each claim.
pub(super) fn claims(matter: &Matter, frame: Frame<'_>) -> Vec<ClaimView> {
    matter.state.claims.iter().map(|c| claim(c, frame.lang)).collect()
}

fn claim(c: &ClaimState, lang: Lang) -> ClaimView {
    let labelled = |name: Both, value: &str| format::labelled(name.to(lang), value, lang);
    let mut lines =
        vec![labelled(both!("对", "Against"), words::counter_party(c.claim.against, lang))];
    lines.extend(c.class.map(|x| labelled(both!("类别", "Class"), words::class(x, lang))));
    // Sent another way meanwhile: that stands below.
    let route = c.route.filter(|_| {
        c.referred.as_ref().is_none_or(|(_, r)| r.item().is_none() || r.item() == c.route)
    });
    lines.extend(route.map(|x| labelled(both!("办理途径", "Route"), words::route(x, lang))));
    if !c.body.is_empty() {
        lines.push(labelled(both!("有权处理机关", "Deciding body"), &c.body));
    }
    lines.extend(back(c, lang));
    let reply = c.reply.as_ref().map_or_else(String::new, |(on, r)| {
        let mut text = format::labelled(&format::date_full(*on, lang), &r.text, lang);
        if !r.doc.is_empty() {
            text.push_str(&format!(" {}", r.doc));
        }
        if let Some(by) = r.carry_out_by {
            text.push_str(
                &both!("（{}前落实）", " (to be carried out by {})")
                    .with(lang, &[&format::date_full(by, lang)]),
            );
        }
        text
    });
    let gone = gone(c, lang);
    let outcome = gone.as_ref().map(|(tag, _)| *tag).or_else(|| answered(c, lang));
    let reply = gone.map(|(_, text)| text).filter(|t| !t.is_empty()).unwrap_or(reply);
    ClaimView { title: c.claim.text.clone(), lines, outcome, reply }
}

/// A claim on a statutory route keeps its place in the ledger.
const STILL_HERE: Both = both!(
    "诉求留在本台账，那边没有受理或者结果没有落实的，回来接着办",
    "the claim stays in this ledger and comes back if it is not taken up or not carried out there"
);

/// That a claim came back from its route.
fn back(c: &ClaimState, lang: Lang) -> Option<String> {
    let (on, ended) = c.route_result.as_ref().filter(|_| c.referred.is_none())?;
    let day = format::date_full(*on, lang);
    let what = words::route_result(ended.result, lang);
    let text = both!("{}从法定途径回来接着办：{}。{}", "{} back from its route: {}. {}");
    Some(text.with(lang, &[&day, what, &ended.text]))
}

/// How a claim left this desk, in a word and a line.
fn gone(c: &ClaimState, lang: Lang) -> Option<(TagView, String)> {
    let tag = |word: Both, state| TagView { word: word.to(lang), state };
    if c.moved.is_some() {
        return Some((tag(both!("已分案", "Split off"), "met"), String::new()));
    }
    if let Some(on) = c.withdrawn {
        let on = format::date_full(on, lang);
        return Some((tag(both!("本人撤回", "Withdrawn"), "met"), on));
    }
    let (on, r) = c.referred.as_ref()?;
    let day = format::date_full(*on, lang);
    let mut text = both!("{}转{}（{}）", "{} to {} ({})")
        .with(lang, &[&day, words::legal_way(r.way, lang), &r.body]);
    let settled = c.route_result.as_ref().filter(|(ended, _)| ended >= on);
    if settled.is_none() {
        text.push_str(lang.pick("；", "; "));
        text.push_str(STILL_HERE.to(lang));
    }
    if let Some((ended, result)) = settled {
        let line = format::labelled(&format::date_full(*ended, lang), &result.text, lang);
        text.push_str(lang.pick("；", "; "));
        text.push_str(&line);
    }
    let state = if settled.is_some() { "met" } else { "waiting" };
    Some((tag(both!("转入法定途径", "On a statutory route"), state), text))
}

fn answered(c: &ClaimState, lang: Lang) -> Option<TagView> {
    c.reply.as_ref().map(|(_, r)| TagView {
        word: words::outcome(r.outcome, lang),
        state: match r.outcome {
            Outcome::SupportedPending => "running",
            Outcome::LegalRoute => "waiting",
            Outcome::SupportedDone
            | Outcome::Explained
            | Outcome::NotSupported
            | Outcome::Settled
            | Outcome::Withdrawn => "met",
        },
    })
}

/// Who is responsible; empty when nobody is.
pub(super) fn duty(matter: &Matter, lang: Lang) -> Vec<FactRow> {
    let Some((on, duty)) = &matter.state.duty else { return Vec::new() };
    let mut rows = Rows(Vec::new());
    rows.add(both!("承办单位", "Handling body").to(lang), duty.body.clone());
    rows.add(both!("承办岗位", "Post").to(lang), duty.post.clone());
    rows.add(both!("包案领导", "Responsible leader").to(lang), duty.leader.clone());
    let competent = if duty.competent.is_empty() {
        both!("待定", "to be fixed").to(lang)
    } else {
        duty.competent.as_str()
    };
    rows.add(both!("属事部门", "Competent body").to(lang), competent);
    rows.add(both!("回避", "Interest").to(lang), interest(duty.no_interest, lang));
    rows.add(both!("落实日期", "Set on").to(lang), day(*on, lang));
    rows.0
}

/// Whether a direct interest was asked about.
pub(crate) fn interest(is_asked: bool, lang: Lang) -> &'static str {
    if is_asked {
        both!("问过，没有直接利害关系", "asked: no direct interest").to(lang)
    } else {
        both!("还没有问", "not asked yet").to(lang)
    }
}

/// Where the citizen may turn after an answer, out of the unit's profile.
pub(super) fn remedies(assessment: Option<&Assessment>, book: &Book, lang: Lang) -> Vec<FactRow> {
    let mut rows = Rows(Vec::new());
    if assessment.is_some_and(|a| a.kind.answer == Kind::Petition)
        && let Some(unit) = book.unit()
    {
        rows.add(both!("复查机关", "Reviewing body").to(lang), unit.review_body.clone());
        rows.add(both!("复核机关", "Rechecking body").to(lang), unit.recheck_body.clone());
    }
    rows.0
}
