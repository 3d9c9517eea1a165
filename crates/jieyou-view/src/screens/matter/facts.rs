//! What is known about a matter, as labels and values.

use crate::text::deadline::Frame;
use crate::text::terms::TagView;
use crate::text::{Lang, format, words};
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
struct Rows(Vec<FactRow>);

impl Rows {
    fn add(&mut self, label: &str, value: impl Into<String>) {
        let value = value.into();
        if !value.trim().is_empty() {
            self.0.push(FactRow { label: label.to_owned(), value });
        }
    }
}

fn day(on: Date, lang: Lang) -> String {
    let (date, weekday) = (format::date_full(on, lang), format::weekday(on, lang));
    match lang {
        Lang::Zh => format!("{date}（{weekday}）"),
        Lang::En => format!("{date} ({weekday})"),
    }
}

/// The facts of the registration, and what was decided since.
pub(super) fn facts(matter: &Matter, frame: Frame<'_>) -> Vec<FactRow> {
    let lang = frame.lang;
    let state = &matter.state;
    let Some(r) = &state.registered else { return Vec::new() };
    let mut rows = Rows(Vec::new());
    if let Some(on) = state.received_on {
        rows.add(lang.pick("收到", "Received"), day(on, lang));
        if r.registered_on != on {
            rows.add(lang.pick("登记", "Registered"), day(r.registered_on, lang));
        }
    }
    rows.add(lang.pick("来源", "Channel"), words::channel(r.channel, lang));
    outside(&mut rows, r, lang);
    rows.add(lang.pick("地点", "Place"), place(r, frame.book));
    rows.add(lang.pick("危险", "Danger"), words::danger(r.danger, lang));
    rows.add(lang.pick("经过", "Course"), r.story.clone());
    rows.add(lang.pick("涉及", "Concerns"), scale(r, lang));
    if let Some(must) = &r.must_by {
        let text = match lang {
            Lang::Zh => format!("{}前：{}", day(must.on, lang), must.what),
            Lang::En => format!("before {}: {}", day(must.on, lang), must.what),
        };
        rows.add(lang.pick("必须赶在", "Must be"), text);
    }
    rows.add(lang.pick("答复方式", "To be answered"), words::reply_by(r.reply_by, lang));
    if let Some(category) = state.category.as_deref().and_then(|id| frame.book.rules().category(id))
    {
        rows.add(lang.pick("类别", "Category"), crate::text::words(&category.words, lang));
    }
    answers(&mut rows, r, frame);
    if let Some((on, plan)) = state.plans.last() {
        let text = match lang {
            Lang::Zh => format!(
                "{}（{}定，到{}）",
                plan.measure,
                format::date_full(*on, lang),
                format::date_full(plan.due, lang)
            ),
            Lang::En => format!(
                "{} (made {}, until {})",
                plan.measure,
                format::date_full(*on, lang),
                format::date_full(plan.due, lang)
            ),
        };
        rows.add(lang.pick("方案", "Plan"), text);
    }
    rows.0
}

fn outside(rows: &mut Rows, r: &Registered, lang: Lang) {
    if let Some(outside) = &r.outside {
        let on = outside.on.map(|d| format!(" {}", format::date_full(d, lang)));
        let text = format!("{}{}", outside.number, on.unwrap_or_default());
        rows.add(lang.pick("外部编号", "Outside number"), text);
    }
    if let Some(order) = &r.order {
        rows.add(lang.pick("交办文号", "Order"), order.doc.clone());
        if let Some(by) = order.feedback_by {
            rows.add(lang.pick("要求反馈", "Result wanted by"), day(by, lang));
        }
    }
}

fn place(r: &Registered, book: &Book) -> String {
    let named = r.place.as_deref().and_then(|id| book.place(id)).map_or("", |p| p.name.as_str());
    [named, r.spot.as_str()].iter().filter(|p| !p.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

fn scale(r: &Registered, lang: Lang) -> String {
    let count = |n: Option<u32>, zh: &str, en: &str| match (n, lang) {
        (Some(n), Lang::Zh) => format!("{n}{zh}"),
        (Some(n), Lang::En) => format!("{n} {en}"),
        (None, Lang::Zh) => format!("{zh}数不清楚"),
        (None, Lang::En) => format!("{en} not known"),
    };
    let parts = [count(r.households, "户", "households"), count(r.people, "人", "people")];
    parts.join(lang.pick("，", ", "))
}

/// Answers to the deciding questions, in the order of the pack.
fn answers(rows: &mut Rows, r: &Registered, frame: Frame<'_>) {
    for question in &frame.book.rules().questions {
        let Some(answer) = r.answers.get(&question.id) else { continue };
        let chosen = question.choices.iter().find(|(code, _)| code == answer);
        let date = (question.kind == QuestionKind::Date).then(|| parse_date(answer)).flatten();
        let value = match (chosen, date) {
            (Some((_, w)), _) => crate::text::words(w, frame.lang).to_owned(),
            (None, Some(on)) => day(on, frame.lang),
            (None, None) => answer.clone(),
        };
        rows.add(crate::text::words(&question.words, frame.lang), value);
    }
}

/// Each claim.
pub(super) fn claims(matter: &Matter, frame: Frame<'_>) -> Vec<ClaimView> {
    matter.state.claims.iter().map(|c| claim(c, frame.lang)).collect()
}

fn claim(c: &ClaimState, lang: Lang) -> ClaimView {
    let labelled = |zh: &str, en: &str, value: &str| match lang {
        Lang::Zh => format!("{zh}：{value}"),
        Lang::En => format!("{en}: {value}"),
    };
    let mut lines = vec![labelled("对", "Against", words::counter_party(c.claim.against, lang))];
    lines.extend(c.class.map(|x| labelled("类别", "Class", words::class(x, lang))));
    lines.extend(c.route.map(|x| labelled("办理途径", "Route", words::route(x, lang))));
    if !c.body.is_empty() {
        lines.push(labelled("有权处理机关", "Deciding body", &c.body));
    }
    let reply = c.reply.as_ref().map_or_else(String::new, |(on, r)| {
        let mut text =
            labelled(&format::date_full(*on, lang), &format::date_full(*on, lang), &r.text);
        if !r.doc.is_empty() {
            text.push_str(&format!(" {}", r.doc));
        }
        if let Some(by) = r.carry_out_by {
            text.push_str(&match lang {
                Lang::Zh => format!("（{}前落实）", format::date_full(by, lang)),
                Lang::En => format!(" (to be carried out by {})", format::date_full(by, lang)),
            });
        }
        text
    });
    let outcome = c.reply.as_ref().map(|(_, r)| TagView {
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
    });
    ClaimView { title: c.claim.text.clone(), lines, outcome, reply }
}

/// Who is responsible; empty when nobody is.
pub(super) fn duty(matter: &Matter, lang: Lang) -> Vec<FactRow> {
    let Some((on, duty)) = &matter.state.duty else { return Vec::new() };
    let mut rows = Rows(Vec::new());
    rows.add(lang.pick("承办单位", "Handling body"), duty.body.clone());
    rows.add(lang.pick("承办岗位", "Post"), duty.post.clone());
    rows.add(lang.pick("包案领导", "Responsible leader"), duty.leader.clone());
    let competent = if duty.competent.is_empty() {
        lang.pick("待定", "to be fixed")
    } else {
        duty.competent.as_str()
    };
    rows.add(lang.pick("属事部门", "Competent body"), competent);
    let interest = if duty.no_interest {
        lang.pick("问过，没有直接利害关系", "asked: no direct interest")
    } else {
        lang.pick("还没有问", "not asked yet")
    };
    rows.add(lang.pick("回避", "Interest"), interest);
    rows.add(lang.pick("落实日期", "Set on"), day(*on, lang));
    rows.0
}

/// Where the citizen may turn after an answer, out of the unit's profile.
pub(super) fn remedies(assessment: Option<&Assessment>, book: &Book, lang: Lang) -> Vec<FactRow> {
    let mut rows = Rows(Vec::new());
    if assessment.is_some_and(|a| a.kind.answer == Kind::Petition)
        && let Some(unit) = book.unit()
    {
        rows.add(lang.pick("复查机关", "Reviewing body"), unit.review_body.clone());
        rows.add(lang.pick("复核机关", "Rechecking body"), unit.recheck_body.clone());
    }
    rows.0
}
