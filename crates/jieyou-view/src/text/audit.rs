//! 查账 and 校验码: what the page asks, and the line that stands on printed reports.

use super::{Both, Lang, both, format};
use jieyou_domain::Date;
use jieyou_store::audit::Head;

/// The page.
pub const TITLE: Both = both!("查账", "Audit");
/// What it is for.
pub const LEAD: Both = both!(
    "把台账从头到尾重新读一遍，逐条核对；有以前打印的校验码，再看那以前的有没有变过。",
    "Reads the whole ledger anew and checks every record; with head codes printed earlier, also whether anything before them changed."
);
/// Leads there, in the settings.
pub const WHY: Both = both!(
    "报表上印着校验码。谁手里有以前的报表，就能查出台账后来有没有被改过。",
    "Reports carry head codes. Whoever holds an earlier report can find out whether the ledger was changed since."
);
/// Heads the codes of today.
pub const NOW: Both = both!("现在的校验码", "Head codes now");
/// What to do with them.
pub const NOW_HINT: Both = both!(
    "打印这一页，或者抄下来，交给不管这台电脑的人保管（比如上级、监督委员会）。只放在这台电脑里没有用。",
    "Print this page or write the codes down, and give them to somebody who does not keep this computer. Kept here alone they prove nothing."
);
/// In front of all digits.
pub const FULL: Both = both!("全码", "All digits");
/// Beside a chain that is here in part.
pub const PARTIAL: Both = both!(
    "（外单位随事项带来的，这里只有一部分）",
    " (of another unit; only what came with matters is here)"
);
/// Heads what is asked.
pub const CHECK: Both = both!("核对", "Check");
/// The box for codes.
pub const CODES: Both =
    both!("以前打印的校验码（可以不填）", "Head codes printed earlier (optional)");
/// How they may be written.
pub const CODES_HINT: Both = both!(
    "16位，空格、大小写不要紧；括号里的条数也写上。可以填几个，一行一个。",
    "Sixteen digits; spaces and capitals do not matter. Add the number in brackets. Several: one a line."
);
/// Audits what is on disk.
pub const DISK: Both = both!("核对这台电脑里的台账", "Check the ledger on this computer");
/// Audits a file.
pub const FILE: Both = both!("或者核对一个台账文件", "Or check a ledger file");
/// What happens to it.
pub const FILE_HINT: Both = both!(
    "只看，不读入；还会和这台电脑里的台账比一比。",
    "It is only looked at, not read in; and compared with the ledger here."
);
/// Prints the codes.
pub const PRINT: Both = both!("打印校验码", "Print the codes");
/// Stops.
pub const STOP: Both = both!("停下", "Stop");
/// No code was found in what was typed.
pub const NO_CODE: Both = both!(
    "没有认出校验码：要有16位，只用数字和字母a到f。看看是不是抄漏了。",
    "No head code was recognised: sixteen digits, 0 to 9 and a to f. Perhaps one was left out."
);

/// How many codes stand on a report; a ledger of one computer has one.
const PRINTED: usize = 6;

/// How far it is.
pub fn progress(done: usize, all: usize, lang: Lang) -> String {
    both!("读了{}条，共{}条。", "{} of {} records read.")
        .with(lang, &[&done.to_string(), &all.to_string()])
}

/// The line on reports that leave the office; empty for an empty ledger.
pub fn printed(heads: &[Head], records: u32, today: Date, lang: Lang) -> String {
    let whole: Vec<&Head> = heads.iter().filter(|head| head.is_whole).collect();
    if whole.is_empty() {
        return String::new();
    }
    let mut codes: Vec<String> = whole.iter().take(PRINTED).map(|head| head.code()).collect();
    if whole.len() > PRINTED {
        let left = (whole.len() - PRINTED).to_string();
        codes.push(both!("另有{}个见“查账”", "{} more on the page Audit").with(lang, &[&left]));
    }
    let codes = codes.join(lang.pick("；", "; "));
    let day = format::date_full(today, lang);
    both!("校验码：{}（{}，共{}条记录）", "Head code: {} ({}, {} records)")
        .with(lang, &[&codes, &day, &records.to_string()])
}
