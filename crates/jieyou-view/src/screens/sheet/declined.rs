//! 不予受理告知书: why it is not accepted, under which article, and which body is competent
//! (条例 23①). From what was recorded; what a ledger of before lacks is a line to write on.

use super::referral::{self, DISAGREE};
use super::{Sheet, SheetLine, SheetPart, Size, day};
use crate::text::{Both, Lang, both};
use jieyou_domain::Date;
use jieyou_domain::facts::{NoticeKind, Notified};
use jieyou_domain::ledger::{Book, Event, Matter, effective};

pub(super) const TITLE: Both = both!("不予受理告知书", "Notice: not accepted");

/// The notice that stands, with its day.
pub(super) fn recorded(matter: &Matter) -> Option<(Date, Notified)> {
    effective(matter.entries()).into_iter().rev().find_map(|fact| match fact.event {
        Event::Notified(n) if n.notice == NoticeKind::Declined => Some((fact.on, n.clone())),
        _ => None,
    })
}

/// The two copies; `None` where no such notice was recorded.
pub(super) fn declined(book: &Book, matter: &Matter, lang: Lang) -> Option<Vec<Sheet>> {
    let (unit, (on, notified)) = (book.unit()?, recorded(matter)?);
    let registered = matter.state.registered.as_ref()?;
    let of = |label: Both, text: String| SheetLine::of(label.to(lang), text);
    let received = matter.received_on().map(|on| day(on, lang)).unwrap_or_default();
    let claims: Vec<&str> = matter.state.claims_kept().map(|c| c.claim.text.as_str()).collect();
    let head = vec![
        of(both!("编号", "Number"), matter.number().to_owned()),
        of(both!("反映人", "Petitioner"), String::new()),
        of(both!("收到", "Received"), received),
        of(both!("事项", "Matter"), registered.title.clone()),
        of(both!("诉求", "Claims"), claims.join(lang.pick("；", "; "))),
    ];
    let part = |title: Both, lines| SheetPart { title: title.to(lang), lines };
    let parts = vec![
        part(
            both!("为什么不予受理", "Why it is not accepted"),
            vec![
                of(both!("理由", "Why"), notified.why.clone()),
                of(both!("依据", "Under"), notified.basis.clone()),
            ],
        ),
        part(
            both!("您找哪里、怎么办", "Where to turn, and what to do"),
            vec![
                of(both!("有权处理的机关、单位", "Competent body"), notified.body.clone()),
                of(both!("不同意的", "If you disagree"), DISAGREE.to(lang).to_owned()),
                SheetLine::said(NEW.to(lang)),
            ],
        ),
        part(both!("找谁问", "Whom to ask"), referral::ask(matter, false, unit, lang)),
    ];
    let first = Sheet {
        size: Size::Plain,
        title: TITLE.to(lang),
        unit: unit.name.clone(),
        head,
        lead: both!(
            "您反映的事项，经核对不属于本单位受理的范围，现告知如下。",
            "What you brought is not for this unit to accept, for the reasons below."
        )
        .to(lang),
        parts,
        signs: referral::signs(&referral::SIGNS, lang),
        copy: both!("第一联　交反映人", "Copy 1, for the petitioner").to(lang),
        ..Sheet::default()
    };
    let mut second = first.clone();
    second.copy = both!("第二联　存卷", "Copy 2, for the file").to(lang);
    second.signs = referral::delivery(Some((on, notified.told, &notified.proof)), lang);
    Some(vec![first, second])
}

const NEW: Both = both!(
    "有新的事实、新的理由，或者那边没有受理的，带上这张告知书再来登记。不予受理不影响困难帮扶和法律援助。",
    "With new facts or reasons, or where it is not taken up there, come again with this notice. Support and legal aid do not depend on it."
);
