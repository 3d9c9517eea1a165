//! 事项回执（时限和权利告知）: what a citizen takes home. One page in plain words.

use super::{BLANK_DAY, Sheet, SheetLine, SheetPart, Size, day, named, owed, rights};
use crate::screens::Assessments;
use crate::text::{Both, Lang, both, format, words};
use jieyou_domain::facts::{CounterParty, UnitKind, UnitProfile};
use jieyou_domain::ledger::{Book, ClaimState, Matter};
use jieyou_domain::{Id, receipt};

/// Claims that have a line of their own; the page is one.
const CLAIMS: usize = 4;
/// Characters of a claim on its line.
const CLAIM_LINE: usize = 30;

/// Half-width characters of a whole line at the usual size.
const LINE: usize = 78;
/// Lines that the page holds at that size, without title and signatures.
const PLAIN: usize = 36;

/// The slip; `None` for a matter that is not registered, or before the unit is known.
pub fn slip(book: &Book, all: &Assessments, id: Id, lang: Lang) -> Option<Sheet> {
    let matter: &Matter = book.matter(id).filter(|m| m.is_registered())?;
    let unit = book.unit()?;
    let assessment = all.get(id).and_then(|h| h.assessment.as_deref());
    let mut owed = assessment.map_or_else(Vec::new, |a| owed::owed(a, matter, book, lang));
    if owed.is_empty() {
        let none = both!("目前没有正在走的期限。", "No time limit is running at present.");
        owed.push(SheetLine::said(none.to(lang)));
    }
    let part = |title, lines| SheetPart { title, lines };
    let mut sheet = Sheet {
        size: Size::Plain,
        title: both!("事项回执（时限和权利告知）", "Slip: time limits and rights").to(lang),
        unit: unit.name.clone(),
        head: head(matter, book, lang),
        lead: both!(
            "请留好这张回执：凭回执编号可以问办到哪一步，不用报姓名。",
            "Keep this slip: with its number you can ask about progress without giving a name."
        )
        .to(lang),
        parts: vec![
            part(both!("什么时候办什么", "What happens by when").to(lang), owed),
            part(
                both!("您可以做什么", "What you may do").to(lang),
                rights::rights(matter, assessment, book, unit, lang),
            ),
            part(both!("找谁问", "Whom to ask").to(lang), ask(matter, unit, lang)),
            part(both!("登记了哪些信息", "What is recorded").to(lang), named(&PRIVACY, lang)),
        ],
        signs: named(&SIGNS, lang),
        foot: "",
        missing: missing(unit, lang),
        ..Sheet::default()
    };
    if lines(&sheet) > PLAIN {
        sheet.size = Size::Small;
    }
    Some(sheet)
}

/// How many lines the rows and parts take at the usual size, about.
fn lines(sheet: &Sheet) -> usize {
    let long = |line: &SheetLine| {
        let both = format::width(&line.label) + format::width(&line.text);
        both.div_ceil(LINE).max(1)
    };
    let parts = sheet.parts.iter().map(|p| 1 + p.lines.iter().map(long).sum::<usize>());
    sheet.head.len() + parts.sum::<usize>()
}

fn head(matter: &Matter, book: &Book, lang: Lang) -> Vec<SheetLine> {
    let Some(r) = &matter.state.registered else { return Vec::new() };
    let mut rows = vec![SheetLine {
        is_number: true,
        ..SheetLine::of(
            both!("回执编号", "Receipt number").to(lang),
            receipt::receipt(matter.number()),
        )
    }];
    if let Some(on) = matter.received_on() {
        let text = both!("{}，{}", "{}, {}")
            .with(lang, &[&day(on, lang), words::channel(r.channel, lang)]);
        rows.push(SheetLine::of(both!("收到", "Received").to(lang), text));
    }
    rows.push(SheetLine::of(both!("事项", "Matter").to(lang), r.title.clone()));
    let exchange = &matter.state.exchange;
    if let Some((on, handed)) = exchange.handed.as_ref().filter(|_| !exchange.is_upper) {
        let mut text = both!("{}报给{}", "{} to {}").with(lang, &[&day(*on, lang), &handed.to]);
        if !exchange.their_number.is_empty() {
            let number = receipt::receipt(&exchange.their_number);
            text.push_str(&both!("，那边的编号{}", ", number there {}").with(lang, &[&number]));
        }
        rows.push(SheetLine::of(both!("上报", "Handed up").to(lang), text));
    }
    let claims = &matter.state.claims;
    let mut lines: Vec<String> =
        claims.iter().take(CLAIMS).map(|c| shortened(&c.claim.text)).collect();
    if claims.len() > CLAIMS {
        let more = (claims.len() - CLAIMS).to_string();
        lines.push(both!("另有{}条，已一并登记", "{} more, all recorded").with(lang, &[&more]));
    }
    let label = both!("诉求", "Claims").to(lang);
    rows.extend(
        lines
            .into_iter()
            .enumerate()
            .map(|(at, text)| SheetLine::of(if at == 0 { label } else { "" }, text)),
    );
    rows.extend(ways(matter, book, lang));
    rows
}

/// The ways that were decided on, in a line: of a petition by article 31, of a dispute where
/// mediation fails. What is only proposed does not stand here.
fn ways(matter: &Matter, book: &Book, lang: Lang) -> Option<SheetLine> {
    let claims = &matter.state.claims;
    let fallback = |at: usize| {
        let claim = u16::try_from(at).ok();
        let (_, judged) = matter.state.judgement("fallback", claim)?;
        let answer = book.rules().table("fallback")?.answer(&judged.answer)?;
        Some(words_of(&answer.words, lang).to_owned())
    };
    let way = |(at, claim): (usize, &ClaimState)| {
        // Sent another way than was decided before: that way counts.
        let sent = claim.referred.as_ref().and_then(|(_, r)| r.item());
        let route = claim.route.filter(|route| sent.is_none_or(|item| item == *route));
        let route = route.map(|route| words::route(route, lang).to_owned());
        let told = claim.referred.as_ref().map(|(_, r)| words::legal_way(r.way, lang).to_owned());
        let way = route.or_else(|| fallback(at)).or(told)?;
        let number = (at + 1).to_string();
        Some(match claims.len() {
            1 => way,
            _ => both!("第{}条诉求{}", "claim {}: {}").with(lang, &[&number, &way]),
        })
    };
    let all: Vec<String> = claims.iter().enumerate().filter_map(way).collect();
    let is_routed = claims.iter().any(|c| c.route.is_some());
    let label = match is_routed {
        true => both!("办理途径", "Route"),
        false => both!("调解不成时的途径", "If mediation fails"),
    };
    (!all.is_empty()).then(|| SheetLine::of(label.to(lang), all.join(lang.pick("；", "; "))))
}

fn words_of(text: &jieyou_domain::rules::Words, lang: Lang) -> &str {
    crate::text::words(text, lang)
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= CLAIM_LINE {
        return text.to_owned();
    }
    let mut cut: String = text.chars().take(CLAIM_LINE - 1).collect();
    cut.push('…');
    cut
}

fn ask(matter: &Matter, unit: &UnitProfile, lang: Lang) -> Vec<SheetLine> {
    let mut lines = vec![
        SheetLine::of(both!("接待", "Reception").to(lang), unit.reception.clone()),
        SheetLine::of(both!("电话", "Telephone").to(lang), unit.phone.clone()),
    ];
    let progress = if unit.kind == UnitKind::Village {
        both!(
            "报回执编号就行，随时可以问。村里上报以后，也可以拿这个编号问乡镇（街道）办得怎样。",
            "Give the receipt number, at any time; after handing up, the township can be asked too."
        )
    } else {
        both!(
            "报回执编号就行，进展和结果都可以查询。（信访工作条例第18条、第21条）",
            "Give the receipt number; progress and result can be asked (Petition Regulations 18, 21)."
        )
    };
    lines.push(SheetLine::of(both!("问进展", "Progress").to(lang), progress.to(lang)));
    let help: Vec<&str> = unit.help.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    if !help.is_empty() {
        let label = both!("还可以找", "Also").to(lang);
        lines.push(SheetLine::of(label, help.join(lang.pick("；", "; "))));
    }
    let is_labour = matter.state.claims.iter().any(|c| c.claim.against == CounterParty::Employer);
    let advice = if is_labour {
        // Legal Aid Law 42(3): no proof of hardship for wages and work injury.
        both!(
            "12348，可以申请法律援助；进城务工人员要工资、工伤赔偿的，免予核查经济困难状况。（法律援助法第42条）",
            "12348, also for legal aid; migrant workers claiming wages or for a work injury need no proof of hardship (Legal Aid Law 42)."
        )
    } else {
        both!("12348，可以申请法律援助。", "12348, also for legal aid.")
    };
    lines.push(SheetLine::of(both!("法律咨询", "Legal advice").to(lang), advice.to(lang)));
    let wrong = both!(
        "12388，或者直接交纪检监察机关、巡察组。这类材料本单位不拆看、不登记内容。",
        "12388, or straight to discipline inspection. This unit neither opens nor records it."
    );
    lines.push(SheetLine::of(both!("举报违纪违法", "Wrongdoing").to(lang), wrong.to(lang)));
    lines
}

/// Who signs, and when.
const SIGNS: [(Both, Both); 3] = [
    (both!("反映人签名", "Signature"), Both::NONE),
    (both!("经办人签名（盖章）", "For the unit (seal)"), Both::NONE),
    (both!("日期", "Date"), BLANK_DAY),
];

/// The notice of the Personal Information Protection Law, 17 and 35.
const PRIVACY: [(Both, Both); 4] = [
    (
        both!("记了什么", "What"),
        both!(
            "事情经过、诉求和办理情况；不记身份证号、银行卡号。联系方式可以不留。",
            "The matter, the claims and what was done; no identity or card number. A contact is optional."
        ),
    ),
    (
        both!("为什么记", "Why"),
        both!(
            "办理这件事、告知和送达。联系方式只作这个用，和台账分开存。",
            "To handle this matter, to tell you and to deliver. A contact serves only this and is kept apart."
        ),
    ),
    (
        both!("存多久", "How long"),
        both!(
            "存在本单位电脑和备份文件里。联系方式到不再需要告知、送达时清除；办理记录作为工作记录保存。",
            "On this unit's computer and in its copies. A contact is wiped when no longer needed; the record of the work is kept."
        ),
    ),
    (
        both!("您的权利", "Your rights"),
        both!(
            "可以要求查看、复制、更正，要求删除联系方式，找上面的接待处。（个人信息保护法第17、35、45至47条）",
            "You may ask to see, copy and correct it and to have your contact wiped: ask at the reception above (Personal Information Protection Law 17, 35, 45-47)."
        ),
    ),
];

/// What the profile lacks for a paper that says whom to ask; empty where nothing.
pub(super) fn missing(unit: &UnitProfile, lang: Lang) -> String {
    let lacks: Vec<&str> = [
        (&unit.reception, both!("接待时间、地点", "reception")),
        (&unit.phone, both!("电话", "telephone")),
    ]
    .into_iter()
    .filter(|(text, _)| text.is_empty())
    .map(|(_, name)| name.to(lang))
    .collect();
    if lacks.is_empty() {
        return String::new();
    }
    both!(
        "单位信息里还没有填{}，会印成空线，可以手写，也可以到“设置”里补上。",
        "The unit's profile lacks {}; a line to write on is printed. It can be filled in under Settings."
    )
    // Inside a sentence: nothing stronger than its own marks.
    .with(lang, &[&lacks.join(lang.pick("、", ", "))])
}
