//! What is said of a ledger that the browser lost.

use super::{Both, Lang, both, format};
use crate::screens::copies::Copied;
use jieyou_domain::Date;

/// The page.
pub const TITLE: Both = both!("台账不见了", "The ledger is gone");
/// What the program did not do.
pub const NOT_US: Both = both!(
    "没有另立空账顶替它。本程序只在点了“关闭并清空本机”时才删台账，那是要先问的。",
    "No empty ledger was put in its place. This program deletes one only under “Close and clear this computer”, which asks first."
);
/// Heads the causes.
pub const WHY: Both = both!("可能的原因", "What may have happened");
/// The causes, the likeliest first: browsing data that somebody clears takes the note with
/// it, most of the time.
pub const CAUSES: [Both; 3] = [
    both!(
        "断过电、死过机，或者磁盘满过：浏览器认定自己存数据的文件坏了，会整个丢掉。",
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
    "找到以后点下面的按钮，另立一本新账，在第一页选这个文件。",
    "Then press the button below and choose that file on the first page of a new ledger."
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
/// Opens the form for a ledger without a copy.
pub const ANEW: Both =
    both!("没有副本，从头立账", "There is no copy: begin the ledger from nothing");
/// Looks once more whether it is there.
pub const AGAIN: Both = both!("再找一次", "Look again");
/// Heads the other ledgers of this browser.
pub const OTHERS: Both = both!("这个浏览器里还有", "Also in this browser");
/// Somebody recorded again what the copy lacks.
pub const RECORDED: Both = both!("补记完了，不再提示", "That is done: say it no more");

/// Which ledger, and how much was in it. `last` is day and time of the last record; may be
/// empty.
pub fn lead(unit: &str, records: u32, last: &str, lang: Lang) -> String {
    let n = records.to_string();
    let mut said = match unit {
        "" => both!(
            "这台电脑上原有一本台账，共{}笔",
            "There was a ledger on this computer, entries: {}"
        )
        .with(lang, &[&n]),
        unit => both!(
            "这台电脑上原有“{}”的台账，共{}笔",
            "The ledger of “{}” was on this computer, entries: {}"
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
        "存了副本以后又记了{}笔，副本里没有：读入过的文件再读入一次；其余的照回执存根、登记本和纸件补记，日期写当时的日期；后来遮盖过的内容、清掉的联系方式，要再遮、再清一次。",
        "After the copy was saved came more, entries: {}. Read files in again; record the rest again by the receipts and papers, with the dates of then; redact and wipe again what was redacted and wiped since."
    )
    .with(lang, &[&records.to_string()])
}

/// On 今日 of a ledger that was begun in the place of one that is gone.
pub fn left(what: &str, lang: Lang) -> String {
    both!("原来那本台账不见了，这本是接着用的。{}", "This ledger goes on for one that is gone. {}")
        .with(lang, &[what])
}
