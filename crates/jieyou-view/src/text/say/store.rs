//! What the machine says.

use super::Notice;
use crate::text::{Lang, both};
use jieyou_domain::ledger::Trouble;
use jieyou_store::event_store::{Damage, StoreError};
use jieyou_store::journal::SubmitError;
use jieyou_store::record::RecordError;

/// A store's error.
pub fn store_error(error: &StoreError, lang: Lang) -> Notice {
    let safe = both!(
        "以前登记的都在。这一次没有存上。",
        "All earlier entries are safe. This one was not saved."
    );
    let (title, detail, next) = match error {
        StoreError::Full => (
            both!("这台电脑的空间满了。", "This computer has no room left."),
            safe,
            both!(
                "先存一份文件，再清理磁盘，然后重试。",
                "Save a file, free some disk space, try again."
            ),
        ),
        StoreError::Blocked => (
            both!("另一个窗口开着旧版本。", "Another tab holds an older version."),
            safe,
            both!("关掉其他打开本台账的窗口，再重试。", "Close the other tabs, then try again."),
        ),
        StoreError::Moved => (
            both!("另一个窗口刚写了一笔。", "Another tab has just written."),
            safe,
            both!("已经读到最新内容，请再按一次。", "The latest is loaded; press once more."),
        ),
        StoreError::NewerFormat => (
            both!("这份台账是新版本建的。", "A newer version made this ledger."),
            both!("数据没有动。", "Nothing was touched."),
            both!("请用新版本打开。", "Open it with the newer version."),
        ),
        StoreError::Damaged { at, why } => {
            let what = damage(why, lang);
            let title = both!("第{}条记录对不上：{}", "Record {} does not check: {}");
            let detail = both!(
                "其余记录没有动过，也不会被覆盖。",
                "The rest is untouched and will not be overwritten."
            );
            let next = both!(
                "先把原始数据存成文件，再用最近的备份恢复，或交给维护人员。",
                "Save the raw data first, then restore the last copy or ask a maintainer."
            );
            let title = title.with(lang, &[&at.to_string(), what]);
            return Notice::new(error.code(), title, detail.to(lang), next.to(lang));
        }
        StoreError::Unavailable => (
            both!("这个浏览器现在不让存数据。", "This browser does not allow storage now."),
            both!("这一次没有存上。", "Nothing was saved this time."),
            both!(
                "如果是无痕窗口，请换普通窗口；如果另一个窗口刚升级过，请刷新。",
                "Leave the private window; reload if another tab was just updated."
            ),
        ),
        StoreError::Clock => (
            both!(
                "电脑的日期可能不对，这一次没有记。",
                "The computer's date may be wrong, so this was not recorded."
            ),
            both!(
                "电脑的日期比台账里最后一笔记的日子还早。以前登记的都在，没写完的还在页面上。",
                "It lies before the day on which the last entry was written. All earlier entries are safe; what you typed is still here."
            ),
            both!(
                "请把电脑的日期和时间改对，再刷新页面。日期本来就对的，到“数据安全”页按“电脑的日期没有错”，再记。",
                "Correct the computer's date and time, then reload. If it is right, say so on the page “Safety of the data”, then record again."
            ),
        ),
        StoreError::Stopped => (
            both!("已经停下。", "Stopped."),
            both!("数据没有动。", "Nothing was touched."),
            both!("要打开台账，请重新加载页面。", "Load the page again to open the ledger."),
        ),
        StoreError::ReadOnly => (
            both!("现在是只看，不能登记。", "This ledger is only read."),
            both!("数据没有动，这一次没有存上。", "Nothing was touched; this was not saved."),
            both!(
                "要接着登记，请从备份恢复到一本新账。",
                "To go on, restore a copy into a new ledger."
            ),
        ),
        StoreError::Unread => (
            both!("写进去了，但没能读回来核对。", "It was written, but could not be read back."),
            both!(
                "以前登记的都在。这一次存没存上，还不能确定。",
                "All earlier entries are safe. Whether this one was saved is not certain."
            ),
            both!(
                "请重新加载页面看一看：已经有了，就不用再登记；没有，再登记一次。",
                "Load the page again and look: record it once more only if it is not there."
            ),
        ),
        StoreError::Other(_) => (
            both!("浏览器没能存上。", "The browser could not save."),
            safe,
            both!("再试一次；还不行就先存一份文件。", "Try again; else save a file first."),
        ),
    };
    let mut notice = Notice::new(error.code(), title.to(lang), detail.to(lang), next.to(lang));
    if let StoreError::Other(words) = error {
        notice.next.push_str(both!("浏览器的说明：", " The browser says: ").to(lang));
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
        Damage::Hole => both!("少了一条。", "one is missing.").to(lang),
        Damage::OtherRealm => {
            both!("演练和正式的记录混在一起了。", "training and real records are mixed.").to(lang)
        }
        Damage::BrokenLink => {
            both!("和前一条接不上。", "it does not follow from the one before.").to(lang)
        }
        Damage::Sum => both!("总数核对不上。", "the running sum does not match.").to(lang),
        Damage::ReadBack => {
            both!("写进去和读出来不一样。", "what was written reads back differently.").to(lang)
        }
    }
}

/// Why a line is not a record.
pub fn record_error(error: &RecordError, lang: Lang) -> &'static str {
    match error {
        RecordError::Line => both!("这一行不完整。", "the line is not complete.").to(lang),
        RecordError::Head => both!("记录的开头读不出来。", "its head does not read.").to(lang),
        RecordError::Newer { .. } => {
            both!("是新版本程序写的。", "a newer version wrote it.").to(lang)
        }
        RecordError::BodyHash => both!("内容被改动过。", "its content was changed.").to(lang),
        RecordError::BodyMissing => both!("缺了内容。", "its content is missing.").to(lang),
        RecordError::Body => both!("内容读不出来。", "its content does not read.").to(lang),
    }
}

/// An adopted text that does not read.
pub fn trouble(trouble: &Trouble, lang: Lang) -> &'static str {
    match trouble {
        Trouble::Pack(_) => both!(
            "启用的规则包读不出来，继续用之前的。",
            "An adopted rule pack does not read; the one before stays in force."
        )
        .to(lang),
        Trouble::Calendar(_) => both!(
            "启用的节假日历读不出来，继续用之前的。",
            "An adopted calendar does not read; the one before stays in force."
        )
        .to(lang),
    }
}
