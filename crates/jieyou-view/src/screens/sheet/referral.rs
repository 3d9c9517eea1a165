//! 依法分类处理（法定途径）告知书, and for a dispute the ways where mediation fails: which
//! way, why, where and by when, what the office still owes, whom to ask. No day stands here
//! that the rules did not compute, and nothing that no verified text says.

mod which;

pub(super) use which::DISAGREE;
pub(crate) use which::source;

use super::{BLANK_DAY, Sheet, SheetLine, SheetPart, Size, day, owed, rights};
use crate::text::{Both, Lang, both, format, rules as rule_text, say, words};
use jieyou_domain::Date;
use jieyou_domain::classify::{Assessment, Used, Verdict, verdicts};
use jieyou_domain::facts::{CounterParty, Kind, Owes, Route, Told, UnitProfile};
use jieyou_domain::ledger::{Book, ClaimState, Matter, Trigger};
use jieyou_domain::rules::{Decided, Effect, Row, Rule, RuleTerm, Setting, TableAnswer, applies};

/// Duties of the office on the page; the slip has them all.
const OWED_MAX: usize = 4;
/// General terms on the page, where nobody has named the days yet.
const TERMS_MAX: usize = 5;

/// The way that a claim goes.
pub(super) struct Way<'a> {
    pub(super) claim: usize,
    /// Whether a person decided on it, or told the citizen of it already.
    pub(super) is_decided: bool,
    answer: Option<&'a TableAnswer>,
    row: Option<&'a Row>,
    /// A person's own reason.
    why: String,
    /// What the rules went by.
    used: Vec<Used>,
    state: &'a ClaimState,
}

/// The ways of the claims that go one: of a petition the items (一) to (五) of article 31, of
/// a dispute those where mediation fails.
pub(super) fn ways<'a>(
    book: &'a Book,
    matter: &'a Matter,
    assessment: &Assessment,
    today: Date,
) -> Vec<Way<'a>> {
    let table = if assessment.kind.answer == Kind::Dispute { "fallback" } else { "route" };
    let found = verdicts(matter, book, today, assessment);
    let claims = matter.state.claims.iter().enumerate();
    let kept = claims.filter(|(_, c)| c.moved.is_none() && c.withdrawn.is_none());
    kept.filter_map(|(at, state)| {
        let of_claim = |v: &&Verdict| v.table == table && v.claim == Some(at);
        way(book, table, at, state, found.iter().find(of_claim))
    })
    .collect()
}

fn way<'a>(
    book: &'a Book,
    table: &str,
    claim: usize,
    state: &'a ClaimState,
    verdict: Option<&Verdict>,
) -> Option<Way<'a>> {
    let is_told = state.referred.is_some();
    let table = book.rules().table(table);
    let answer = verdict.and_then(|v| table?.answer(&v.decision.answer));
    let goes = answer.is_some_and(|a| is_way(&a.code));
    if !goes && !is_told {
        return None;
    }
    let answer = answer.filter(|_| goes);
    let rules = verdict.filter(|v| v.decision.answer == v.decision.computed);
    let row = rules.and_then(|v| v.decision.because.first());
    let row = row.and_then(|r| book.rules().row(&r.rule)).map(|(_, row)| row);
    let by = verdict.and_then(|v| v.decision.overridden_by.as_ref());
    let is_decided = is_told || verdict.is_some_and(|v| v.is_confirmed);
    let why = by.map(|by| by.why.clone()).unwrap_or_default();
    let reason = verdict.and_then(|v| v.decision.because.first());
    let used = reason.map(|r| r.used.clone()).unwrap_or_default();
    Some(Way { claim, is_decided, answer, row: row.filter(|_| goes), why, used, state })
}

/// Whether an answer sends the citizen somewhere.
pub(crate) fn is_way(code: &str) -> bool {
    let stays = Route::from_code(code).is_some_and(|route| route == Route::R6);
    !stays && !matches!(code, "s29" | "s30" | "none_yet")
}

/// The name of the paper.
pub(super) fn name(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Dispute => both!("调解不成时的途径告知书", "Notice: ways where mediation fails"),
        Kind::Petition | Kind::Inquiry => {
            both!("依法分类处理（法定途径）告知书", "Notice of a statutory route")
        }
    }
    .to(lang)
}

/// The two copies.
pub(super) fn referral(
    book: &Book,
    matter: &Matter,
    assessment: &Assessment,
    claim: usize,
    today: Date,
    lang: Lang,
) -> Option<Vec<Sheet>> {
    let unit = book.unit()?;
    let ways = ways(book, matter, assessment, today);
    let way = ways.iter().find(|way| way.claim == claim)?;
    let kind = assessment.kind.answer;
    let is_dispute = kind == Kind::Dispute;
    let part = |title: Both, lines| SheetPart { title: title.to(lang), lines };
    let parts = vec![
        part(
            both!("走哪条途径，为什么", "Which way, and why"),
            which::which(way, is_dispute, book, lang),
        ),
        part(
            both!("您怎么办、最迟到哪天", "What you do, and by when"),
            by_when(matter, assessment, book, today, lang),
        ),
        part(
            both!("途径已告知，欠办的照办", "What is still owed here"),
            still_owed(matter, assessment, is_dispute, book, lang),
        ),
        part(both!("找谁问", "Whom to ask"), ask(matter, is_dispute, unit, lang)),
    ];
    let is_draft = !way.is_decided && !is_dispute;
    let first = Sheet {
        size: Size::Small,
        title: name(kind, lang),
        unit: unit.name.clone(),
        head: head(matter, way, lang),
        lead: if is_dispute { LEAD_DISPUTE } else { LEAD }.to(lang),
        parts,
        signs: signs(&SIGNS, lang),
        foot: "",
        copy: both!("第一联　交反映人", "Copy 1, for the petitioner").to(lang),
        draft: if is_draft { DRAFT.to(lang) } else { "" },
        missing: super::slip::missing(unit, lang),
        ..Sheet::default()
    };
    let mut second = first.clone();
    second.copy = both!("第二联　存卷", "Copy 2, for the file").to(lang);
    if let Some(line) = objection(matter, assessment, book, lang) {
        second.parts.push(part(both!("本单位的异议", "The unit's objection"), vec![line]));
    }
    second.signs = file_signs(way, lang);
    Some(vec![first, second])
}

const LEAD: Both = both!(
    "您的这条诉求走法定途径办。走哪条、到哪里、最迟哪天、还能找谁，写在下面。",
    "This claim of yours goes a statutory route. Which one, where, by when and whom to ask stands below."
);
const LEAD_DISPUTE: Both = both!(
    "调解自愿。调解不成，或者您不愿意调解，可以走下面的途径；正在调解，也不妨碍您走。",
    "Mediation is voluntary. If it fails, or you do not want it, these ways are open; they are open while it goes on, too."
);
const DRAFT: Both = both!(
    "这条途径只是规则的建议，还没有人认定，不能作为告知书交出去。先在“分类”里认定。",
    "This route is only proposed by the rules; nobody has decided on it. It is no notice to give out: classify the claim first."
);

fn head(matter: &Matter, way: &Way<'_>, lang: Lang) -> Vec<SheetLine> {
    let number = jieyou_domain::receipt::receipt(matter.number());
    let number = SheetLine {
        is_number: true,
        ..SheetLine::of(both!("回执编号", "Receipt number").to(lang), number)
    };
    let title = matter.state.registered.as_ref().map_or("", |r| r.title.as_str());
    let on = matter.received_on().map(|on| day(on, lang)).unwrap_or_default();
    vec![
        number,
        SheetLine::of(both!("事项", "Matter").to(lang), title),
        SheetLine::of(both!("诉求", "Claim").to(lang), way.state.claim.text.clone()),
        SheetLine::of(both!("收到", "Received").to(lang), on),
    ]
}

fn words_of(text: &jieyou_domain::rules::Words, lang: Lang) -> &str {
    crate::text::words(text, lang)
}

/// The days that run, then the general terms of what nobody has named a day of.
fn by_when(
    matter: &Matter,
    assessment: &Assessment,
    book: &Book,
    today: Date,
    lang: Lang,
) -> Vec<SheetLine> {
    let mut lines = rights::windows(assessment, matter, book, lang);
    lines.extend(terms(matter, assessment, book, today, lang));
    if lines.is_empty() {
        lines.push(SheetLine::said(NO_TERM.to(lang)));
    } else {
        lines.push(SheetLine::said(NO_STOP.to(lang)));
    }
    lines
}

const NO_TERM: Both = both!(
    "期限以那边的机关告知的为准。请尽快去问，也可以先打12348。",
    "The limits are those that body tells you. Ask soon, or call 12348 first."
);
const NO_STOP: Both = both!(
    "拿不准从哪天起算的，尽快打12348问清。等答复不会停住行政复议、行政诉讼的期限。",
    "If unsure from which day a limit runs, call 12348 soon. Waiting for an answer does not stop the limits of reconsideration or an administrative suit."
);

/// 「申请仲裁：一年内（《劳动争议调解仲裁法》第27条第一款）」 of each right that is
/// proposed and whose days nobody has noted.
fn terms(
    matter: &Matter,
    assessment: &Assessment,
    book: &Book,
    today: Date,
    lang: Lang,
) -> Vec<SheetLine> {
    let Some(unit) = book.unit() else { return Vec::new() };
    let (rules, calendar) = (&**book.rules(), &**book.calendar());
    let setting = Setting { unit: unit.kind, name: &unit.name, rules, calendar, today };
    let tier = assessment.tier.answer.tier();
    let decided = Decided { kind: assessment.kind.answer, tier };
    let mut lines = Vec::new();
    for proposed in assessment.unasked(&matter.state) {
        let is_of = |key: &String| key.split('.').next() == Some(proposed.ground.as_str());
        let starts = |r: &Rule| is_of(&r.start_key) || r.start_keys.iter().any(is_of);
        let counts = |r: &&Rule| {
            r.owes == Owes::Citizen
                && r.effect == Effect::Clock
                && !r.window
                && matches!(r.term, RuleTerm::Count { .. })
        };
        let mine = rules.rules.iter().filter(counts).filter(|r| starts(r) && r.in_force(today));
        for rule in mine.filter(|r| applies(r, &matter.state, decided, setting)) {
            let term = rule_text::term(rule.term, rule.kind, lang);
            let cite = say::cite(&rule.cite, lang);
            let text = both!(
                "一般{}（{}），起算的日子请尽快问清",
                "in general {} ({}); ask soon from which day"
            );
            let text = text.with(lang, &[&term, &cite]);
            lines.push(SheetLine::of(words_of(&rule.duty, lang), text));
        }
    }
    lines.truncate(TERMS_MAX);
    lines
}

/// What the office owes all the same, and that the claim may come back.
fn still_owed(
    matter: &Matter,
    assessment: &Assessment,
    is_dispute: bool,
    book: &Book,
    lang: Lang,
) -> Vec<SheetLine> {
    let mut lines = owed::owed(assessment, matter, book, lang);
    lines.truncate(OWED_MAX);
    if !is_dispute {
        lines.push(SheetLine::said(OWES.to(lang)));
    }
    lines.push(SheetLine::said(BACK.to(lang)));
    lines
}

const OWES: Both = both!(
    "告知了途径，不等于不办：本单位欠付的照付，该履行的照履行。",
    "Telling the route ends nothing: what this unit has to pay or do it still pays and does."
);
const BACK: Both = both!(
    "那边没有受理，或者有了结果没有落实，拿回执编号回来，接着原来的办。",
    "If it is not taken up there, or its result is not carried out, come back with the receipt number; it goes on here."
);

pub(super) fn ask(
    matter: &Matter,
    is_dispute: bool,
    unit: &UnitProfile,
    lang: Lang,
) -> Vec<SheetLine> {
    let mut lines = vec![
        SheetLine::of(both!("接待", "Reception").to(lang), unit.reception.clone()),
        SheetLine::of(both!("电话", "Telephone").to(lang), unit.phone.clone()),
        SheetLine::of(
            both!("法律咨询", "Legal advice").to(lang),
            both!("12348，可以申请法律援助。", "12348, also for legal aid.").to(lang),
        ),
    ];
    let is_labour = matter.state.claims.iter().any(|c| c.claim.against == CounterParty::Employer);
    if is_labour {
        lines.push(SheetLine::said(LABOUR.to(lang)));
    }
    if !is_dispute {
        lines.push(SheetLine::said(NO_REPRISAL.to(lang)));
    }
    lines
}

/// Legal Aid Law 42(3).
const LABOUR: Both = both!(
    "进城务工人员要工资、工伤赔偿的，申请法律援助免予核查经济困难状况。（法律援助法第42条）",
    "Migrant workers claiming wages or for a work injury need no proof of hardship for legal aid (Legal Aid Law 42)."
);
/// Petition Regulations 18(4).
const NO_REPRISAL: Both = both!(
    "反映问题受保护：「任何组织和个人不得打击报复信访人」。（信访工作条例第18条第四款）",
    "Nobody may be made to suffer for petitioning (Petition Regulations 18(4))."
);

/// The office's own right where it was transferred or assigned; on its copy only.
fn objection(
    matter: &Matter,
    assessment: &Assessment,
    book: &Book,
    lang: Lang,
) -> Option<SheetLine> {
    let (o, rule) = super::objection::window(assessment, book)?;
    let cite = which::source(&rule.cite, lang);
    let label = both!("异议", "Objection").to(lang);
    let done = matter.state.last(Trigger::Objected);
    let text = match (done, o.due.day()) {
        (Some(on), _) => both!("已于{}提出。{}", "Made on {}. {}").with(lang, &[&day(on, lang), &cite]),
        (None, Some(due)) => both!("不属本单位职权的，最迟{}提出。{}", "If not within this unit's powers, to be made by {}. {}")
            .with(lang, &[&day(due, lang), &cite]),
        (None, None) => both!("放假安排没有公布，算不出5个工作日，请尽快提出。{}", "The days off are not published, so the 5 working days cannot be counted: object soon. {}")
            .with(lang, &[&cite]),
    };
    Some(SheetLine::of(label, text))
}

pub(super) fn signs(rows: &[(Both, Both)], lang: Lang) -> Vec<SheetLine> {
    super::named(rows, lang)
}

pub(super) const SIGNS: [(Both, Both); 2] = [
    (both!("经办人签名（盖章）", "For the unit (seal)"), Both::NONE),
    (both!("告知日期", "Told on"), BLANK_DAY),
];

/// What the file keeps of the delivery.
fn file_signs(way: &Way<'_>, lang: Lang) -> Vec<SheetLine> {
    let told = way.state.referred.as_ref();
    delivery(told.map(|(on, r)| (*on, r.told, r.proof.as_str())), lang)
}

/// How it was told, on which day, by what it is shown; and the signatures.
pub(super) fn delivery(told: Option<(Date, Told, &str)>, lang: Lang) -> Vec<SheetLine> {
    let how = told.map_or("", |(_, told, _)| words::told(told, lang));
    let on =
        told.map_or_else(|| BLANK_DAY.to(lang).to_owned(), |(on, ..)| format::date_full(on, lang));
    let proof = told.map_or("", |(.., proof)| proof);
    vec![
        SheetLine::of(both!("送达方式", "How delivered").to(lang), how),
        SheetLine::of(both!("送达日期", "Delivered on").to(lang), on),
        SheetLine::of(both!("凭证", "Proof").to(lang), proof),
        SheetLine::of(both!("收件人签名（只表示收到）", "Received by (receipt only)").to(lang), ""),
        SheetLine::of(both!("经办人签名（盖章）", "For the unit (seal)").to(lang), ""),
    ]
}
