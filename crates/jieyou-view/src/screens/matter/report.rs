//! A report of wrongdoing that stands in an open matter: an import brought it, or a ledger
//! of before. What is to be done, and where; nothing of what it says.

use crate::text::{Lang, both};
use jieyou_domain::classify::{Wrongdoing, wrongdoing};
use jieyou_domain::facts::UnitKind;
use jieyou_domain::ids::EntryId;
use jieyou_domain::ledger::{Book, Event, Matter};

/// What is said, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportNote {
    /// What to do.
    pub text: &'static str,
    /// The button to where it belongs.
    pub away: &'static str,
    /// Whether that leads to recording by number; else to the blank receipt.
    pub by_number: bool,
    /// The registration, where this unit wrote it.
    pub registration: Option<EntryId>,
    /// The button that takes the registration back.
    pub strike: &'static str,
    /// The button that corrects it, where other claims stay; else empty.
    pub correct: &'static str,
}

/// What is to be said of the matter; nothing where no wrongdoing is reported.
pub(super) fn report(matter: &Matter, book: &Book, lang: Lang) -> Option<ReportNote> {
    let found = wrongdoing(&matter.state, book.rules());
    if found == Wrongdoing::None || !matter.is_registered() {
        return None;
    }
    let is_village = book.unit().is_none_or(|u| u.kind == UnitKind::Village);
    let is_part = found == Wrongdoing::Part;
    let text = if is_part { PART } else { WHOLE };
    let away = if is_village {
        both!("打印密封移交回执", "Print the receipt for a sealed letter")
    } else {
        both!("到少记记编号", "Record a number")
    };
    let mut own = matter.entries().iter().filter(|e| matter.is_own(e));
    let registration = own.find(|e| matches!(e.event, Some(Event::Registered(_))));
    let correct = both!("更正登记，删掉举报的部分", "Correct it, leaving the report out");
    Some(ReportNote {
        text: text.to(lang),
        away: away.to(lang),
        by_number: !is_village,
        registration: registration.map(|e| e.id),
        strike: both!("撤销登记", "Take the registration back").to(lang),
        correct: if is_part { correct.to(lang) } else { "" },
    })
}

const WHOLE: crate::text::Both = both!(
    "这件事记着是举报违纪违法，不该留在这里：先到“少记”另记一个编号（村里不记，给密封移交回执），再撤销这条登记。信里另有诉求的，撤销后按原来收到的日子重新登记那条诉求，不写举报。记错了的，更正“查明情况”那一笔。认定说明不打印，内容谁也不告诉。",
    "This is noted as a report of wrongdoing and must not stay here: record a number on its own page first (a village gives a receipt for the sealed letter), then take this registration back. Where the letter holds a claim too, register that claim anew under the day it came, without the report. If it was noted by mistake, correct that entry. The decisions are not printed, and nobody is told."
);
const PART: crate::text::Both = both!(
    "有一部分诉求记着是举报违纪违法，不该留在这里：先到“少记”另记一个编号（村里不记，给密封移交回执），再更正登记、删掉举报的部分，并撤销“查明情况”里说是举报的那一笔；删不干净的，撤销登记，其他诉求按原来收到的日子重新登记。其他诉求照常办。认定说明不打印，内容谁也不告诉。",
    "Some claims are noted as reports of wrongdoing and must not stay here: record a number on its own page first (a village gives a receipt for the sealed letter), then correct the registration, leaving that part out, and take back the fact that says so; where that is not enough, take the registration back and register the other claims anew under the day they came. The other claims go on. The decisions are not printed, and nobody is told."
);
