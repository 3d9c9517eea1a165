//! What came of a copy, of a drill, and of clearing a computer.

use super::say::Notice;
use super::{Both, Lang, both, format};
use crate::screens::copies::{Copied, Trouble};
use jieyou_domain::Date;
use jieyou_store::backup::{DrillFailed, Drilled, ImportFailed};

/// A copy was written to the chosen file and read back.
pub fn written(copy: &Copied, lang: Lang) -> String {
    both!(
        "副本写进了“{}”，读回来核对过，一字不差，共{}笔。",
        "The copy was written to “{}”, read back and found the same to the letter: {} entries."
    )
    .with(lang, &[&copy.name, &copy.records.to_string()])
}

/// A copy was handed to the browser; nobody knows yet whether it is there.
pub fn handed_over(name: &str, lang: Lang) -> String {
    both!(
        "已交给浏览器下载：{}。还没有核对，请到“数据安全”页“核对副本”选一下这个文件。",
        "Handed to the browser as a download: {}. Not verified yet: choose that file under “Verify a copy” on the page “Safety of the data”."
    )
    .with(lang, &[name])
}

/// A file was read and is a copy.
pub fn verified(copy: &Copied, today: Date, lang: Lang) -> String {
    both!(
        "核对过了：和{}交出去的一字不差，共{}笔。",
        "Verified: the same to the letter as what was handed over on {}, {} entries."
    )
    .with(lang, &[&format::date(copy.on, today, lang), &copy.records.to_string()])
}

/// Why a copy does not count.
pub fn trouble(trouble: &Trouble, lang: Lang) -> Notice {
    let safe = both!("台账没有动。", "The ledger is untouched.");
    let (title, detail, next) = match trouble {
        Trouble::Refused => (
            both!("浏览器没有得到写这个文件的允许。", "The browser may not write to this file."),
            both!("台账没有动，文件也没有动。", "The ledger and the file are untouched."),
            both!(
                "存的时候浏览器会问，请点允许；或者换一个文件。",
                "Allow it when the browser asks, or choose another file."
            ),
        ),
        Trouble::Gone => (
            both!("选好的文件不在了。", "The chosen file is gone."),
            safe,
            both!(
                "可能挪走了，或者U盘没有插。插好再存，或者换一个文件。",
                "It was moved, or the USB stick is not in. Try again, or choose another file."
            ),
        ),
        Trouble::NotWritten(_) => (
            both!("没能写进选好的文件。", "The chosen file could not be written."),
            both!(
                "台账没有动。那个文件里的内容靠不住，不算副本。",
                "The ledger is untouched. What that file holds now is no copy."
            ),
            both!(
                "看看磁盘满没满、能不能写，再存一次，或者换一个文件。",
                "See whether the disk is full or locked, then save again or choose another file."
            ),
        ),
        Trouble::Differs => (
            both!("写进文件的，读回来不一样。", "What was written reads back differently."),
            both!(
                "台账没有动。那个文件不算副本。",
                "The ledger is untouched. That file is no copy."
            ),
            both!("换一个文件或者换一个U盘再存。", "Choose another file or another disk."),
        ),
        Trouble::NotRead(_) => (
            both!("浏览器没能读出这个文件。", "The browser could not read this file."),
            safe,
            both!(
                "看看文件还在不在、U盘有没有拔，再选一次。",
                "See whether it is still there, then choose it again."
            ),
        ),
        Trouble::Unknown => (
            both!(
                "这个文件不是从这里存出的任何一份副本，没有算核对过。",
                "This file is none of the copies that were saved from here, so nothing was verified."
            ),
            safe,
            both!(
                "别的电脑存出的、恢复时用的那份，请用下面的“恢复演练”看它好不好。是这里存出的，看看是不是选错了文件，或者没有下载完；找不到就再存一份。",
                "A copy of another computer, or the one that was restored from, is tried with the recovery drill below. One saved here: perhaps it is another file, or the download was cut off; else save another copy."
            ),
        ),
    };
    let mut next = next.to(lang).to_owned();
    if let Trouble::NotWritten(words) | Trouble::NotRead(words) = trouble
        && !words.is_empty()
    {
        next.push_str(&both!("浏览器的说明：{}", " The browser says: {}").with(lang, &[words]));
    }
    let (title, detail) = (title.to(lang).to_owned(), detail.to(lang).to_owned());
    Notice { title, detail, next, code: trouble.code() }
}

/// What a drill showed, line by line; the first says whether it restores.
/// `is_read_only` says that the ledger itself is damaged and only read.
pub fn drilled(drilled: &Drilled, is_read_only: bool, today: Date, lang: Lang) -> Vec<String> {
    let Drilled { records, strange, since, matters, contacts, waiting, .. } = *drilled;
    let day = format::date(drilled.exported_on, today, lang);
    let held = both!(
        "这份副本是{}存的：{}笔，{}件事项，{}个联系方式，都能读出来，逐笔核对过。",
        "The copy is of {}: {} entries, {} matters and {} contacts, all read and checked one by one."
    );
    let n = [records, matters.0, contacts.0].map(|n| n.to_string());
    let held = held.with(lang, &[&day, &n[0], &n[1], &n[2]]);
    let mut lines = vec![both!("能恢复。", "It restores.").to(lang).to_owned(), held];
    let mut say = |n: [usize; 2], text: Both| {
        let [one, two] = n.map(|n| n.to_string());
        lines.push(text.with(lang, &[&one, &two]));
    };
    if waiting > 0 {
        say(
            [waiting, 0],
            both!(
                "另有{}笔写的日子比这台电脑的日期晚得多，恢复时先暂缓：到了日子自己并入，或者看过后由人并入。请先核对电脑的日期。",
                "{} more entries lie far ahead of this computer's date and would wait: until their day, or until somebody lets them in. Check the computer's date first."
            ),
        );
    }
    if since == 0 && strange == 0 && waiting == 0 {
        say(
            [0, 0],
            both!("和现在的台账一笔不差。", "It holds the same entries as the ledger now."),
        );
    }
    if contacts.0 != contacts.1 {
        say([contacts.1, 0], both!("联系方式现在有{}个。", "Of contacts there are {} now."));
    }
    if since > 0 {
        say(
            [since, matters.1],
            both!(
                "存了以后又记了{}笔，不在这份副本里；现在是{}件事项。",
                "{} entries came since and are not in it; there are {} matters now."
            ),
        );
    }
    if strange > 0 && is_read_only {
        say(
            [strange, 0],
            both!(
                "副本里有{}笔是这里读不出来的：先取出原始数据，再从上面“看哪里对不上”另立一本新账，用这份副本恢复，就都有了。",
                "It holds {} entries that cannot be read here. Take the raw data out, then start another ledger under “See what is wrong” above and restore this copy there: it has them."
            ),
        );
    } else if strange > 0 {
        say(
            [strange, 0],
            both!(
                "副本里有{}笔是这里没有的，可能是另一台电脑上记的；要并进来，到设置里读入。",
                "It holds {} entries that are not here, perhaps of another computer; read the file in under Settings to have them."
            ),
        );
    }
    lines
}

/// Why a drill failed.
pub fn drill_failed(failed: &DrillFailed, lang: Lang) -> Notice {
    let safe = both!(
        "演练只在内存里做，台账没有动。",
        "The drill ran in memory; the ledger is untouched."
    );
    let again =
        both!("请再存一份副本，用新的那份演练。", "Save another copy and run the drill with it.");
    let (title, next) = match failed {
        DrillFailed::Import(why) => {
            let said = super::say::import_failed(why, lang);
            (both!("不能恢复：{}", "It does not restore: {}").with(lang, &[&said.title]), again)
        }
        DrillFailed::Damaged { why, restores, lost } => {
            let why = ImportFailed::File(why.clone());
            let said = super::say::import_failed(&why, lang);
            let title = both!(
                "不能完整恢复：{}能恢复{}笔，有{}行恢复不了。",
                "It does not restore as a whole: {} {} entries restore, {} lines do not."
            );
            let counts = [restores.to_string(), lost.to_string()];
            (title.with(lang, &[&said.title, &counts[0], &counts[1]]), again)
        }
        DrillFailed::NotACopy => (
            both!(
                "这是上报或反馈用的文件，不是整本台账的副本。",
                "This file is for another unit; it is no copy of a ledger."
            )
            .to(lang)
            .to_owned(),
            both!("请选“存副本”存出来的文件。", "Choose a file that “Save a copy” made."),
        ),
        DrillFailed::OtherLedger { unit } => (
            both!(
                "这是另一本台账的副本（{}），和现在打开的没有一笔相同。",
                "This is a copy of another ledger ({}): it shares no entry with this one."
            )
            .with(lang, &[if unit.is_empty() { "—" } else { unit }]),
            both!("请选这本台账的副本。", "Choose a copy of this ledger."),
        ),
    };
    let (detail, next) = (safe.to(lang).to_owned(), next.to(lang).to_owned());
    Notice { title, detail, next, code: failed.code() }
}

/// What closing and clearing takes away, and what it leaves.
pub struct Clearing<'a> {
    /// The unit.
    pub unit: &'a str,
    /// How many matters.
    pub matters: usize,
    /// How many records.
    pub records: u32,
    /// The verified copy.
    pub copy: &'a str,
    /// The other ledgers on this computer, by unit; empty for one without a name.
    pub others: &'a [String],
}

/// What would be cleared, before it is; or what was, after.
pub fn clearing(what: &Clearing<'_>, is_done: bool, lang: Lang) -> Vec<String> {
    let goes = if is_done {
        both!(
            "“{}”的台账已从这台电脑的这个浏览器里清掉：{}件事项、{}笔记录，连同联系方式、没写完的和这本账的偏好设置。",
            "The ledger of {} was cleared from this browser on this computer: {} matters, {} entries, with contacts, drafts and its preferences."
        )
    } else {
        both!(
            "要清掉的是“{}”的台账：{}件事项、{}笔记录，连同联系方式、没写完的和这本账的偏好设置。清了就没有了，只能从副本恢复。",
            "What goes is the ledger of {}: {} matters, {} entries, with contacts, drafts and its preferences. It can only be restored from a copy then."
        )
    };
    let name = |unit: &String| {
        let none = both!("还没写单位的空账", "a ledger without a unit").to(lang);
        if unit.is_empty() { none.to_owned() } else { unit.clone() }
    };
    let others: Vec<String> = what.others.iter().map(name).collect();
    let left = if others.is_empty() {
        both!("这个浏览器里没有别的正式台账。", "No other real ledger is in this browser.")
            .to(lang)
            .to_owned()
    } else {
        both!("别的台账不动：{}。", "Other ledgers stay: {}.")
            .with(lang, &[&format::listed(&others, lang)])
    };
    let parts = [&what.matters.to_string(), &what.records.to_string()];
    vec![
        goes.with(lang, &[what.unit, parts[0], parts[1]]),
        both!(
            "副本在您存的文件里：{}。请确认它放在别处，不只在这台电脑上。",
            "The copy is the file you saved: {}. Make sure that it lies elsewhere too, not only on this computer."
        )
        .with(lang, &[what.copy]),
        left,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use jieyou_domain::time::parse_date;

    #[test]
    fn a_drill_says_what_is_in_the_ledger_since() {
        let today = parse_date("2026-04-20").unwrap();
        let mut it = Drilled {
            waiting: 0,
            exported_on: parse_date("2026-04-14").unwrap(),
            records: 25,
            strange: 0,
            since: 0,
            matters: (3, 3),
            contacts: (1, 1),
        };
        let said = drilled(&it, false, today, Lang::Zh);
        assert_eq!(said.len(), 3);
        assert_eq!((said[0].as_str(), said[2].as_str()), ("能恢复。", "和现在的台账一笔不差。"));
        (it.since, it.matters.1, it.contacts.1) = (5, 4, 2);
        let said = drilled(&it, false, today, Lang::Zh);
        assert_eq!(said[2], "联系方式现在有2个。");
        assert_eq!(said[3], "存了以后又记了5笔，不在这份副本里；现在是4件事项。");
        it.waiting = 8;
        assert!(drilled(&it, false, today, Lang::Zh)[2].starts_with("另有8笔写的日子比"));
        it.waiting = 0;
        it.strange = 2;
        assert!(drilled(&it, false, today, Lang::En)[4].contains("2 entries that are not here"));
        let damaged = drilled(&it, true, today, Lang::Zh);
        assert!(
            damaged[4].starts_with("副本里有2笔是这里读不出来的：先取出原始数据"),
            "{damaged:?}"
        );
    }

    #[test]
    fn every_trouble_says_what_is_safe_and_what_to_do() {
        for lang in [Lang::Zh, Lang::En] {
            for trouble in Trouble::all() {
                let said = super::trouble(&trouble, lang);
                assert!(![said.title, said.detail, said.next].iter().any(String::is_empty));
            }
            let why = jieyou_store::backup::ImportError::Sum { suspect: None };
            let failed = [
                DrillFailed::NotACopy,
                DrillFailed::OtherLedger { unit: String::new() },
                DrillFailed::Damaged { why, restores: 3, lost: 1 },
            ];
            for failed in failed {
                let said = drill_failed(&failed, lang);
                assert!(![said.title, said.detail, said.next].iter().any(String::is_empty));
            }
        }
    }

    #[test]
    fn clearing_names_what_goes_and_what_stays() {
        let others = ["双柳村".to_owned(), String::new()];
        let what = Clearing {
            unit: "柳树屯村",
            matters: 3,
            records: 30,
            copy: "副本.json",
            others: &others,
        };
        let said = clearing(&what, false, Lang::Zh);
        assert!(said[0].contains("柳树屯村") && said[0].contains("3件事项、30笔"));
        assert!(said[1].contains("副本.json"));
        assert_eq!(said[2], "别的台账不动：双柳村、还没写单位的空账。");
        let done = clearing(&Clearing { others: &[], ..what }, true, Lang::En);
        assert!(done[0].starts_with("The ledger of 柳树屯村 was cleared"));
        assert!(done[2].starts_with("No other"));
    }
}
