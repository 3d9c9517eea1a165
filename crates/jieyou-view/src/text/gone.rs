//! What is said of a ledger that the browser lost.

use super::{Both, Lang, both, format};
use crate::screens::copies::Copied;
use jieyou_domain::Date;

/// The page.
pub const TITLE: Both = both!("台账不见了", "The ledger is gone");
/// Who did not do it, and what was not done either.
pub const NOT_US: Both = both!(
    "不是本程序删的，也没有另立一本空账顶替它。",
    "This program did not delete it, and has put no empty ledger in its place."
);
/// Heads the causes.
pub const WHY: Both = both!("多半是这样没的", "What probably happened");
/// The causes.
pub const CAUSES: [Both; 2] = [
    both!(
        "浏览器的数据被清掉了：清除过浏览数据，用过清理软件，或者电脑开机自动还原。",
        "The browser's data was cleared: by hand, by a cleaning program, or by a computer that restores itself when it starts."
    ),
    both!(
        "磁盘满过，或者断过电、死过机：浏览器认定自己存数据的文件坏了，会整个丢掉。",
        "The disk was full, or the power failed: a browser that finds its own files damaged throws all of them away."
    ),
];
/// Heads what to do.
pub const STEPS: Both = both!("怎么办", "What to do");
/// Where the copy is read in.
pub const RESTORE_IT: Both = both!(
    "找到以后另立一本新账，在第一页“从文件恢复”那里选这个文件。",
    "Then start a new ledger and choose that file on its first page, under “Restore it”."
);
/// The same, on that first page.
pub const RESTORE_HERE: Both = both!(
    "找到以后在下面“从文件恢复”那里选这个文件。",
    "Then choose that file below, under “Restore it”."
);
/// No copy was noted.
pub const NO_COPY: Both = both!(
    "没有记下存过副本。先在U盘、下载文件夹和别的电脑上找一找；报过上级的事项，上级的台账里有。",
    "No copy was noted. Look on USB sticks, among the downloads and on other computers; matters handed up are in the ledger above."
);
/// There is nothing to restore from.
pub const BY_PAPER: Both = both!(
    "哪里都没有副本，就照回执存根、登记本和纸件重新登记，日期写当时的日期。",
    "Where there is no copy at all, register again by the receipts and papers, with the dates of then."
);
/// A new ledger, to restore into.
pub const RESTORE: Both =
    both!("另立一本新账，从副本恢复", "Start a new ledger and restore a copy");
/// Looks once more whether it is there.
pub const AGAIN: Both = both!("再找一次", "Look again");
/// The other ledgers of this browser.
pub const OTHERS: Both = both!("看看这台电脑上别的台账", "See the other ledgers on this computer");

/// Which ledger, and how much was in it. `last` is day and time of the last record; may be
/// empty.
pub fn lead(unit: &str, records: u32, last: &str, lang: Lang) -> String {
    let n = records.to_string();
    let what = match (unit.is_empty(), records, last.is_empty()) {
        (_, 0, _) => both!(
            "这个页面在这台电脑上打开过一本台账。",
            "This page had a ledger open on this computer."
        )
        .to(lang)
        .to_owned(),
        (true, _, _) => both!(
            "这台电脑上原有一本台账，共{}笔。",
            "There was a ledger on this computer, with {} entries."
        )
        .with(lang, &[&n]),
        (false, _, true) => both!(
            "这台电脑上原有“{}”的台账，共{}笔。",
            "The ledger of “{}” was on this computer, with {} entries."
        )
        .with(lang, &[unit, &n]),
        (false, _, false) => both!(
            "这台电脑上原有“{}”的台账，共{}笔，最后一笔存于{}。",
            "The ledger of “{}” was on this computer, with {} entries; the last was saved {}."
        )
        .with(lang, &[unit, &n, last]),
    };
    let now = both!("现在浏览器里没有它了。", " The browser no longer has it.");
    what + now.to(lang)
}

/// The copy to go by.
pub fn copy(copy: &Copied, today: Date, lang: Lang) -> String {
    let text = match copy.verified {
        Some(_) => both!(
            "先找最近的副本：“{}”，{}存的，共{}笔，核对过。",
            "Find the latest copy: “{}”, saved on {}, {} entries, verified."
        ),
        None => both!(
            "先找最近的副本：“{}”，{}存的，共{}笔，没有核对过。",
            "Find the latest copy: “{}”, saved on {}, {} entries, never verified."
        ),
    };
    let day = format::date(copy.on, today, lang);
    text.with(lang, &[&copy.name, &day, &copy.records.to_string()])
}

/// What was recorded after the copy.
pub fn since(records: u32, lang: Lang) -> String {
    both!(
        "这份副本以后还记过{}笔，里面没有。照回执存根、登记本和纸件补记，日期写当时的日期。",
        "{} entries were made after that copy and are not in it. Record them again by the receipts and papers, with the dates of then."
    )
    .with(lang, &[&records.to_string()])
}
