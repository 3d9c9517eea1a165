//! 查账 and 校验码: what the page asks, and the line that stands on printed reports.

use super::{Both, Lang, both, format};
use jieyou_domain::Date;
use jieyou_store::audit::{Head, Writer};

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

/// Nothing is wrong.
pub const WELL: Both =
    both!("重新读了{}条记录，条条对得上。", "{} records were read anew; all of them check.");
/// The records check, a code does not.
pub const CODES_DIFFER: Both = both!(
    "重新读了{}条记录，条条对得上；填的校验码有对不上的，见下面。",
    "{} records were read anew; all of them check. Of the codes, some do not match."
);
/// Something is wrong.
pub const DAMAGED: Both = both!(
    "重新读了{}条记录，有对不上的，见下面。什么都没有改动。",
    "{} records were read anew; some do not check. Nothing was changed."
);
/// Behind an answer: another number stood in brackets. What was typed, and the code's own.
pub const OTHER_NUMBER: Both = both!(
    "括号里写的是{}，这个校验码却是第{}条的：数字抄错了，或者被改过。",
    " The number beside it was {}, but the code is of no. {}: it was miscopied, or changed."
);
/// Heads what to do.
pub const NEXT: Both = both!("下一步", "What to do next");
/// What to do where only a code does not match.
pub const NEXT_CODES: [Both; 2] = [
    both!("台账本身读得通，可以接着登记。", "The ledger itself reads; you can go on writing."),
    both!(
        "先对着打印的那张再看一遍校验码。确实没有抄错的，把那张报表和最近一份副本一起留好，请上级一起看。",
        "Compare the code with the printed page once more. If it was copied rightly, keep that page and the last copy, and look at them with the unit above."
    ),
];
/// What to do where the ledger on this computer does not check.
pub const NEXT_LEDGER: [Both; 5] = [
    both!(
        "先不要再登记：后面记的接在对不上的那条后面，重新打开时可能一起读不通。对得上的都还在，没有动。",
        "Write nothing more for now: it would follow on what does not check and may not read when the ledger is opened again. What checks is still there, untouched."
    ),
    both!(
        "现在就取出原始数据，存到U盘。这时存副本会停在对不上的那条。",
        "Take the raw data out now, to a USB stick. Saving a copy would stop at what does not check."
    ),
    both!(
        "不要清理浏览器数据，不要重装浏览器。",
        "Do not clear browser data, nor reinstall the browser."
    ),
    both!(
        "到“数据安全”拿最近一份核对过的副本做恢复演练，看那份能不能恢复、缺几条。",
        "On the page “Safety of the data” run a recovery drill with the last verified copy: whether it restores, and what it lacks."
    ),
    both!(
        "然后重新打开本页：程序会说哪里对不上。能相信的部分可以只看，也可以存成文件，到另一本新账里恢复。",
        "Then load this page anew: it says what is wrong. What can be believed can be read, and saved as a file to restore into another ledger."
    ),
];
/// What to do where a file does not check.
pub const NEXT_FILE: [Both; 2] = [
    both!(
        "这个文件不要当副本用，也先不要删。这台电脑里的台账没有动，可以接着登记。",
        "Do not rely on this file as a copy, and do not delete it yet. The ledger on this computer was not touched; you can go on writing."
    ),
    both!(
        "到“数据安全”另存一份副本，核对过再用。别人发来的，请对方重新存一份。",
        "Save another copy on the page “Safety of the data” and verify it. If somebody sent the file, ask for a fresh one."
    ),
];

/// How many codes stand on a report; a ledger of one computer has one.
const PRINTED: usize = 6;

/// How far it is.
pub fn progress(done: usize, all: usize, lang: Lang) -> String {
    both!("读了{}条，共{}条。", "{} of {} records read.")
        .with(lang, &[&done.to_string(), &all.to_string()])
}

/// Whose chain a code is of. A name stands in quotes, so that no digit of it is read as a part
/// of the code behind it.
pub fn whose(writer: &Writer, lang: Lang) -> String {
    match writer {
        Writer::Here => both!("本机", "this computer").to(lang).to_owned(),
        Writer::SameUnit => {
            both!("本单位另一台电脑或恢复以前", "this unit, another computer or before a restore")
                .to(lang)
                .to_owned()
        }
        Writer::Unit(unit) if unit.is_empty() => both!("别处", "elsewhere").to(lang).to_owned(),
        Writer::Unit(unit) => both!("来自“{}”", "from “{}”").with(lang, &[unit]),
    }
}

/// Beside a code on the page: whose chain it is, and the origin by which findings name it.
pub fn origin(head: &Head, writer: &Writer, lang: Lang) -> String {
    let origin: String = head.origin.to_string().chars().take(6).collect();
    both!("{}，来源{}", "{}, origin {}").with(lang, &[&whose(writer, lang), &origin])
}

/// The line on reports that leave the office; empty for an empty ledger.
pub fn printed(heads: &[(Head, Writer)], records: u32, today: Date, lang: Lang) -> String {
    let whole: Vec<_> = heads.iter().filter(|(head, _)| head.is_whole).collect();
    if whole.is_empty() {
        return String::new();
    }
    let code =
        |(head, writer): &&(Head, Writer)| format!("{} {}", whose(writer, lang), head.code());
    let mut codes: Vec<String> = whole.iter().take(PRINTED).map(code).collect();
    if whole.len() > PRINTED {
        let left = (whole.len() - PRINTED).to_string();
        codes.push(both!("另有{}个见“查账”", "{} more on the page Audit").with(lang, &[&left]));
    }
    let codes = codes.join(lang.pick("；", "; "));
    let day = format::date_full(today, lang);
    both!("校验码：{}（{}，共{}条记录）", "Head code: {} ({}, {} records)")
        .with(lang, &[&codes, &day, &records.to_string()])
}
