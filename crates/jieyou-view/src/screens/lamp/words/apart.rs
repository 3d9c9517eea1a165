//! What belongs to the ledger, or came with files, and is not in it.

use super::{Facts, Level, Reason, silent};
use crate::text::{Both, Lang, both};

pub(in crate::screens::lamp) fn waiting(n: u32, lang: Lang) -> Reason {
    let words = [
        both!("有{}笔暂缓", "{} entries wait"),
        both!(
            "读入的文件里有{}笔写的日子比今天晚得多，先暂缓，还不在台账里。",
            "Of a file that was read in {} entries lie far ahead of today; they wait and are not in the ledger yet."
        ),
        both!(
            "请先核对电脑的日期。日期没错的，到“导入记录”看是谁记的：到了日子自己并入，看过没有问题也可以现在并入。",
            "Check the computer's date first. If it is right, see under “Files read in” whose they are: they come in on their day, or when somebody lets them in."
        ),
    ];
    apart("waiting", n, words, lang)
}

pub(in crate::screens::lamp) fn stopped(n: u32, lang: Lang) -> Reason {
    let words = [
        both!("有{}条没有并进来", "{} lines were not let in"),
        both!(
            "读入的文件里有{}条对不上，没有并进来，单独留着。",
            "Of files that were read in {} lines do not check; they were not let in and are kept apart."
        ),
        both!(
            "到“导入记录”看是哪个文件；请对方重新存一份发来，读入后自己就补上了。",
            "See under “Files read in” of which file; ask for a fresh copy: read in, it fills the gap."
        ),
    ];
    apart("stopped", n, words, lang)
}

/// Of what waits or was stopped its own words say what to do.
pub(in crate::screens::lamp) fn missing(facts: &Facts, lang: Lang) -> Reason {
    let is_told = facts.missing <= facts.apart.0.saturating_add(facts.apart.1);
    let words = [
        both!("台账缺记录", "Records are missing"),
        both!(
            "台账缺记录：至少有{}条不在这里。多半是从不完整的文件恢复的，这几条里的事项也可能整件不在。",
            "Records are missing: at least {} are not here. Most likely the ledger was restored from an incomplete file; whole matters may be missing with them."
        ),
        both!(
            "现有的照常可以记。等找到完整的副本，再读入就补齐；原来那台电脑上的数据先不要清。",
            "What is here can be used as usual. When a whole copy is found, reading it in fills the gap; until then, clear nothing on the computer it came from."
        ),
    ];
    apart("missing", if is_told { 0 } else { facts.missing }, words, lang)
}

pub(in crate::screens::lamp) fn lost(n: u32, lang: Lang) -> Reason {
    let words = [
        both!("原台账还没补全", "Entries not yet restored"),
        both!(
            "浏览器丢过这本台账，丢的至少有{}笔，还不全在这里；没补上的，今日、期限和报表里都没有。",
            "The browser lost this ledger, at least {} entries of it, and not all are here yet; what is missing is in no list, deadline or report."
        ),
        both!(
            "照“今日”上面的提示补：先读入副本，再照登记本和回执存根补记。补完了在那里点一下，这一条就不再提。",
            "Follow the notice on “Today”: read the copy in, then record the rest again by the receipts and papers. Press the button there when all is recorded."
        ),
    ];
    apart("lost", n, words, lang)
}

/// So much of what files brought is not in the ledger.
fn apart(id: &'static str, n: u32, words: [Both; 3], lang: Lang) -> Reason {
    if n == 0 {
        return silent(id);
    }
    let [short, text, next] = words.map(|words| words.with(lang, &[&n.to_string()]));
    Reason { id, level: Level::Note, short, text, next, step: None }
}
