//! 密封移交回执: a blank receipt for a report of wrongdoing that is passed on unopened. It
//! holds no content, is filled in by hand, and nothing of it is stored (practice P0-2).

use super::{BLANK_DAY, Sheet, SheetPart, Size, named, said};
use crate::text::{Both, Lang, both};
use jieyou_domain::ledger::Book;

/// The blank form.
pub fn sealed(book: &Book, lang: Lang) -> Sheet {
    Sheet {
        size: Size::Large,
        title: both!("密封材料移交回执", "Receipt for sealed letters passed on").to(lang),
        unit: book.unit().map(|u| u.name.clone()).unwrap_or_default(),
        head: named(&HEAD, lang),
        lead: both!(
            "上述材料由本单位原样移交：未拆封，未查看，未抄录，未留存。",
            "These letters were passed on as they came: not opened, not read, not copied, not kept."
        )
        .to(lang),
        parts: vec![SheetPart {
            title: both!("说明", "Notes").to(lang),
            lines: said(&NOTES, lang),
        }],
        signs: named(&SIGNS, lang),
        foot: both!(
            "这张表只在纸上填，电脑里不留记录。",
            "Filled in on paper only; nothing of it is stored."
        )
        .to(lang),
        ..Sheet::default()
    }
}

/// What is written by hand.
const HEAD: [(Both, Both); 5] = [
    (both!("收到日期", "Received on"), BLANK_DAY),
    (both!("封数", "Envelopes"), both!("共　　　　封，未拆封", "________, unopened")),
    (both!("移交给（机关）", "Passed on to (organ)"), Both::NONE),
    (both!("移交日期", "Passed on on"), BLANK_DAY),
    (both!("接收机关的收件编号", "Number given by that organ"), Both::NONE),
];

/// What the one who brings them should know.
const NOTES: [Both; 3] = [
    both!(
        "检举、揭发材料不得透露或者转给被检举、揭发的人员或者单位。（信访工作条例第30条）",
        "Reports of wrongdoing are neither shown nor passed to whom they are about (Petition Regulations 30)."
    ),
    both!(
        "交件人可以不写姓名，可以自己直接交纪检监察机关、巡察组，或者打12388。",
        "Who brings them need give no name, and may also go to discipline inspection or call 12388."
    ),
    both!(
        "本回执只写日期、封数和去向，不写内容；交件人、移交单位、接收机关各留一份。",
        "This receipt says days, number and where to, never the content; one copy each for bringer, unit and organ."
    ),
];

/// Who signs.
const SIGNS: [(Both, Both); 3] = [
    (both!("交件人（可以不签）", "Brought by (optional)"), Both::NONE),
    (both!("移交人签名（盖章）", "Passed on by (seal)"), Both::NONE),
    (both!("接收人签名（盖章）", "Received by (seal)"), Both::NONE),
];
