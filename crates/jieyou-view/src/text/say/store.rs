//! What the machine says.

use super::Notice;
use crate::text::Lang;
use jieyou_domain::ledger::Trouble;
use jieyou_store::event_store::{Damage, StoreError};
use jieyou_store::journal::SubmitError;
use jieyou_store::record::RecordError;

/// A store's error.
pub fn store_error(error: &StoreError, lang: Lang) -> Notice {
    let safe = lang.pick(
        "以前登记的都在。这一次没有存上。",
        "All earlier entries are safe. This one was not saved.",
    );
    let (title, detail, next) = match error {
        StoreError::Full => lang.pick(
            ("这台电脑的空间满了。", safe, "先存一份文件，再清理磁盘，然后重试。"),
            (
                "This computer has no room left.",
                safe,
                "Save a file, free some disk space, try again.",
            ),
        ),
        StoreError::Blocked => lang.pick(
            ("另一个窗口开着旧版本。", safe, "关掉其他打开本台账的窗口，再重试。"),
            ("Another tab holds an older version.", safe, "Close the other tabs, then try again."),
        ),
        StoreError::Moved => lang.pick(
            ("另一个窗口刚写了一笔。", safe, "已经读到最新内容，请再按一次。"),
            ("Another tab has just written.", safe, "The latest is loaded; press once more."),
        ),
        StoreError::NewerFormat => lang.pick(
            ("这份台账是新版本建的。", "数据没有动。", "请用新版本打开。"),
            (
                "A newer version made this ledger.",
                "Nothing was touched.",
                "Open it with the newer version.",
            ),
        ),
        StoreError::Damaged { at, why } => {
            let what = damage(why, lang);
            return match lang {
                Lang::Zh => Notice::new(
                    error.code(),
                    format!("第{at}条记录对不上：{what}"),
                    "其余记录没有动过，也不会被覆盖。",
                    "先把原始数据存成文件，再用最近的备份恢复，或交给维护人员。",
                ),
                Lang::En => Notice::new(
                    error.code(),
                    format!("Record {at} does not check: {what}"),
                    "The rest is untouched and will not be overwritten.",
                    "Save the raw data first, then restore the last copy or ask a maintainer.",
                ),
            };
        }
        StoreError::Unavailable => lang.pick(
            (
                "这个浏览器现在不让存数据。",
                "没有东西丢失，也没有存上。",
                "如果是无痕窗口，请换普通窗口；如果另一个窗口刚升级过，请刷新。",
            ),
            (
                "This browser does not allow storage now.",
                "Nothing is lost and nothing was saved.",
                "Leave the private window; reload if another tab was just updated.",
            ),
        ),
        StoreError::Other(_) => lang.pick(
            ("浏览器没能存上。", safe, "再试一次；还不行就先存一份文件。"),
            ("The browser could not save.", safe, "Try again; else save a file first."),
        ),
    };
    let mut notice = Notice::new(error.code(), title, detail, next);
    if let StoreError::Other(words) = error {
        notice.next.push_str(lang.pick("浏览器的说明：", " The browser says: "));
        notice.next.push_str(words);
    }
    notice
}

/// Why a command left no trace, in one paragraph.
pub fn submit_error(error: &SubmitError, lang: Lang) -> String {
    match error {
        SubmitError::Rejected(rejection) => crate::forms::refusal::say(rejection, lang),
        SubmitError::Store(error) => store_error(error, lang).line(lang),
    }
}

/// What is wrong with stored data.
pub fn damage(damage: &Damage, lang: Lang) -> &'static str {
    match damage {
        Damage::Record(why) => record_error(why, lang),
        Damage::Hole => lang.pick("少了一条。", "one is missing."),
        Damage::OtherRealm => {
            lang.pick("演练和正式的记录混在一起了。", "training and real records are mixed.")
        }
        Damage::BrokenLink => {
            lang.pick("和前一条接不上。", "it does not follow from the one before.")
        }
        Damage::Sum => lang.pick("总数核对不上。", "the running sum does not match."),
        Damage::ReadBack => {
            lang.pick("写进去和读出来不一样。", "what was written reads back differently.")
        }
    }
}

/// Why a line is not a record.
pub fn record_error(error: &RecordError, lang: Lang) -> &'static str {
    match error {
        RecordError::Line => lang.pick("这一行不完整。", "the line is not complete."),
        RecordError::Head => lang.pick("记录的开头读不出来。", "its head does not read."),
        RecordError::Newer { .. } => lang.pick("是新版本程序写的。", "a newer version wrote it."),
        RecordError::BodyHash => lang.pick("内容被改动过。", "its content was changed."),
        RecordError::BodyMissing => lang.pick("缺了内容。", "its content is missing."),
        RecordError::Body => lang.pick("内容读不出来。", "its content does not read."),
    }
}

/// An adopted text that does not read.
pub fn trouble(trouble: &Trouble, lang: Lang) -> &'static str {
    match trouble {
        Trouble::Pack(_) => lang.pick(
            "启用的规则包读不出来，继续用之前的。",
            "An adopted rule pack does not read; the one before stays in force.",
        ),
        Trouble::Calendar(_) => lang.pick(
            "启用的节假日历读不出来，继续用之前的。",
            "An adopted calendar does not read; the one before stays in force.",
        ),
    }
}
