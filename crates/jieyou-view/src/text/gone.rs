//! What is said of a ledger that the browser lost.

use super::{Both, Lang, both, format};
use crate::screens::copies::Copied;
use jieyou_domain::Date;

/// The page.
pub const TITLE: Both = both!("台账不见了", "The ledger is gone");
/// What the program did not do.
pub const NOT_US: Both = both!(
    "没有用空账代替它。本程序只在点了“关闭并清空本机”、写明单位以后才删台账。",
    "No empty ledger was put in its place. This program deletes one only under “Close and clear this computer”, which asks first."
);
/// Heads the causes.
pub const WHY: Both = both!("可能的原因", "What may have happened");
/// The causes, the likeliest first: browsing data that somebody clears takes the note with
/// it, most of the time.
pub const CAUSES: [Both; 3] = [
    both!(
        "断过电、死过机，或者磁盘满过：浏览器存数据的文件坏了，它会全部删掉。",
        "The power failed, or the disk was full: a browser that finds its own files damaged throws all of them away."
    ),
    both!(
        "磁盘快满了，浏览器自己清掉了网页存的数据。",
        "The disk was nearly full, and the browser cleared what pages had stored."
    ),
    both!(
        "用过清理软件，或者清除过浏览数据。",
        "A cleaning program was run, or browsing data was cleared."
    ),
];
/// Heads what to do.
pub const STEPS: Both = both!("怎么办", "What to do");
/// Where the copy is read in.
pub const RESTORE_IT: Both = both!(
    "找到以后点“另立一本新账，从副本恢复”，在第一页选这个文件。",
    "Then press “Start a new ledger and restore a copy”, and choose that file on its first page."
);
/// The same, on that first page.
pub const RESTORE_HERE: Both = both!(
    "找到以后，在下面“读入台账文件”那里选这个文件。",
    "Then choose that file below, under “Read a ledger file”."
);
/// No copy was noted.
pub const NO_COPY: Both = both!(
    "没有记下存过副本。先在U盘、下载文件夹和别的电脑上找一找，文件名多半以“解忧台账”开头。和上级、下级之间报送过的事项，对方的台账里有。",
    "No copy was noted. Look for files of this program on USB sticks, among the downloads and on other computers. Matters that went to another unit, or came from one, are in that unit's ledger."
);
/// There is nothing to restore from.
pub const BY_PAPER: Both = both!(
    "哪里都没有副本，就照回执存根、登记本和纸件重新登记，日期写当时的日期。",
    "Where there is no copy at all, register again by the receipts and papers, with the dates of then."
);
/// A new ledger, to restore into.
pub const RESTORE: Both =
    both!("另立一本新账，从副本恢复", "Start a new ledger and restore a copy");
/// What was recorded last may be missing from what is noted.
pub const COMPARE: Both = both!(
    "存了副本以后可能还记过几笔，照登记本和回执存根对一下，缺的补记。",
    "A few entries may have followed the copy: compare with the receipts and papers, and record again what is missing."
);
/// Opens the form for a ledger without a copy.
pub const ANEW: Both =
    both!("没有副本，从头立账", "There is no copy: begin the ledger from nothing");
/// Looks once more whether it is there.
pub const AGAIN: Both = both!("再找一次", "Look again");
/// Heads the other ledgers of this browser.
pub const OTHERS: Both = both!("这个浏览器里还有", "Also in this browser");
/// Somebody recorded again what the copy lacks.
pub const RECORDED: Both =
    both!("补记完了，不再提示", "All recorded again, do not show this any more");
/// Gives a ledger up that is missed.
pub const GIVE_UP: Both = both!("不找了，不再提示", "Give it up, do not show it any more");
/// The same, after the first press.
pub const GIVE_UP_SURE: Both = both!(
    "真的不找了？再按一次，记着的都清掉",
    "Give it up? Press again: what is noted is deleted"
);
/// To the page of all ledgers, where others are missed.
pub const SEE_MISSED: Both = both!("去看看", "Look at it");

/// Which ledger, and how much was in it. `last` is day and time of the last record; may be
/// empty.
pub fn lead(unit: &str, records: u32, last: &str, lang: Lang) -> String {
    let n = records.to_string();
    let mut said = match unit {
        "" => both!(
            "这个浏览器里原有一本台账，至少{}笔",
            "There was a ledger in this browser, of at least so many entries: {}"
        )
        .with(lang, &[&n]),
        unit => both!(
            "这个浏览器里原有“{}”的台账，至少{}笔",
            "The ledger of “{}” was in this browser, of at least so many entries: {}"
        )
        .with(lang, &[unit, &n]),
    };
    if !last.is_empty() {
        said.push_str(&both!("，最后一笔存于{}", "; the last was saved {}").with(lang, &[last]));
    }
    said + both!("。现在浏览器里没有它了。", ". The browser no longer has it.").to(lang)
}

/// A copy by its name, day and size, and whether somebody verified it.
fn named(copy: &Copied, today: Date, lang: Lang) -> String {
    let day = format::date(copy.on, today, lang);
    let mut said = both!("“{}”，{}存的，共{}笔，", "“{}”, saved on {}, entries: {}, ")
        .with(lang, &[&copy.name, &day, &copy.records.to_string()]);
    let is_verified = copy.verified.is_some() && copy.replaced.is_none();
    said.push_str(match is_verified {
        true => both!("核对过。", "verified.").to(lang),
        false => both!("没有核对过。", "never verified.").to(lang),
    });
    if copy.is_sealed() {
        said.push_str(
            both!(
                "它是加封的，打开要用口令，看看恢复卡在不在。",
                " It is sealed: its passphrase is needed; see whether the recovery card is there."
            )
            .to(lang),
        );
    }
    said
}

/// The copy to go by.
pub fn copy(copy: &Copied, today: Date, lang: Lang) -> String {
    both!("先找这份副本：", "Find this copy: ").to(lang).to_owned() + &named(copy, today, lang)
}

/// A later one that holds more.
pub fn later(copy: &Copied, today: Date, lang: Lang) -> String {
    let said = both!("后来还存过一份更全的：", "A fuller one was saved later: ");
    let then = both!(
        "找得到就先用它，读不进再用前一份。",
        " Use that first, and the other where it does not read in."
    );
    said.to(lang).to_owned() + &named(copy, today, lang) + then.to(lang)
}

/// What was recorded after the copy.
pub fn since(records: u32, lang: Lang) -> String {
    both!(
        "存了副本以后又记了至少{}笔，副本里没有。读入过的文件再读入一次；其余的照回执存根、登记本和纸件，按原来编号的先后补记，日期写当时的日期，补完再登新的事，编号才和回执对得上。后来遮蔽过的内容要再遮蔽一次，清掉的联系方式要再清一次。",
        "At least so many entries followed the copy and are not in it: {}. Read files in again. Record the rest again by the receipts and papers, in the order of their numbers and with the dates of then, before anything new is registered: so the numbers agree with the receipts. Redact and wipe again what was redacted and wiped since."
    )
    .with(lang, &[&records.to_string()])
}

/// On 今日 of a ledger that was begun in the place of one that is gone.
/// `records` is how many the one that is gone had.
pub fn left(records: u32, what: &str, lang: Lang) -> String {
    both!(
        "原来的台账不见了，至少有{}笔，还不全在这里。{}",
        "The former ledger is gone; of its entries (at least {}) not all are here yet. {}"
    )
    .with(lang, &[&records.to_string(), what])
}

/// On a printed list of such a ledger.
pub fn on_paper(records: u32, lang: Lang) -> String {
    both!(
        "注意：浏览器丢过这本台账，丢的至少有{}笔，还没有全部补上，本清单可能不全。",
        "Mind that the browser lost this ledger, at least {} entries of it, and that not all are recorded again: this list may be incomplete."
    )
    .with(lang, &[&records.to_string()])
}

/// Another ledger that is missed.
pub fn other(unit: &str, lang: Lang) -> String {
    match unit {
        "" => both!("还有一本台账不见了。", "Another ledger is gone.").to(lang).to_owned(),
        unit => both!("还有一本“{}”的台账不见了。", "The ledger of “{}” is gone as well.")
            .with(lang, &[unit]),
    }
}

/// A file is of another unit than the ledger that is gone.
pub fn other_unit(gone: &str, file: &str, lang: Lang) -> String {
    both!(
        "请看清：不见的是“{}”的台账，这份文件是“{}”的。",
        "Mind that the ledger of “{}” is gone, and that this file is of “{}”."
    )
    .with(lang, &[gone, file])
}
