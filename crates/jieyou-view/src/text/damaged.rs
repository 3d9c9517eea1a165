//! What is said of a ledger that cannot be read whole, of one that is only read, of the
//! raw data, and when the program stopped.

use super::{Both, Lang, both, format, say, words};
use jieyou_domain::Date;
use jieyou_domain::ledger::EventType;
use jieyou_store::event_store::StoreError;
use jieyou_store::journal::{About, Believed};

/// Opens what can be believed.
pub const READ: Both =
    both!("只看读得通的部分（不能登记）", "Look at what can be believed (nothing can be recorded)");
/// What that means.
pub const READ_HINT: Both = both!(
    "对不上的和接在它后面的记录看不到，其余的照常看、照常打印，也可以存成文件，到新账里恢复。什么都不写。",
    "What does not check, and what follows on it, is not shown; the rest can be read, printed, and saved as a file to restore into another ledger. Nothing is written."
);
/// Nothing can be believed.
pub const READ_NONE: Both =
    both!("没有读得通的事项可看。", "No matter is left that can be believed.");
/// The raw data, as a file.
pub const SAVE_RAW: Both = both!("把原始数据存成文件", "Save the raw data as a file");
/// What is in it.
pub const RAW_HINT: Both = both!(
    "原始数据是存着的全部内容，原样取出，不核对也不改动，里面有联系方式。",
    "The raw data is everything stored, as it lies there, unchecked and unchanged. It holds contacts."
);
/// Being read.
pub const RAW_BUSY: Both = both!("正在取原始数据…", "Reading the raw data…");
/// A new ledger, to restore a copy into.
pub const BESIDE: Both = both!(
    "另立一本新账，从备份恢复（这一本留着）",
    "Start another ledger and restore a copy into it (this one stays)"
);
/// How to come back to the damaged one.
pub const BESIDE_HINT: Both = both!(
    "新账里选“从文件恢复”。要再看这一本，到新账“数据安全”页最下面点“取出原始数据”。",
    "Choose “Restore it” there. To come back to this one, press “Take the raw data out” at the end of its page “Safety of the data”."
);
/// A newer program made it.
pub const NEWER: Both = both!("这本台账要用新版本打开", "This ledger needs a newer version");
/// The page of raw data.
pub const RAW_TITLE: Both = both!("取出原始数据", "Take the raw data out");
/// What it is for.
pub const RAW_TEXT: Both = both!(
    "程序打不开台账时，在这里把存着的数据原样取出来。这一页不打开台账，也不改动数据。",
    "When the program cannot open a ledger, its data can be taken out here as it lies. This page opens no ledger and changes nothing."
);
/// What lies there besides, on the page about safety.
pub const RAW_ALL: Both = both!(
    "这个浏览器里的每一本台账都列在那里，另立新账以前的那本也在：可以取出原始数据，也可以再打开。",
    "Every ledger in this browser is listed there, also one from before another was started: its raw data can be taken out, and it can be opened again."
);
/// Beside the ledger that opens here.
pub const RAW_OPEN: Both = both!("现在打开的是这本", "This is the one that opens now");
/// There is no ledger.
pub const RAW_NONE: Both =
    both!("这个浏览器里没有找到台账。", "No ledger was found in this browser.");
/// Back to the program.
pub const RAW_BACK: Both = both!("回到台账", "Back to the ledger");
/// In the place of every form then.
pub const NOT_SAVED: Both = both!(
    "现在是只看，不能登记，这里的表收起来了。",
    "This ledger is only read: nothing can be recorded, and the form is put away."
);
/// Heads what can be believed, on the page about safety.
pub const BELIEVED: Both = both!("能相信的部分", "What can be believed");
/// Saves it as a file.
pub const SAVE_BELIEVED: Both =
    both!("把能相信的部分存成文件（不完整）", "Save what can be believed as a file (incomplete)");
/// What that file is.
pub const BELIEVED_HINT: Both = both!(
    "这个文件不是完整的副本：对不上的和接在它后面的记录不在里面。里面有联系方式，请放好。只在没有核对过的副本可恢复时用它：另立一本新账，从它恢复；以后找到完整的副本，再读入就补齐。",
    "This file is no whole copy: what does not check, and what follows on it, is not in it. It holds contacts; keep it safe. Use it where there is no verified copy to restore: start another ledger and restore it there; a whole copy found later, read in, fills the rest."
);
/// Back to what is wrong.
pub const SEE_WRONG: Both = both!("看哪里对不上", "See what is wrong");
/// The crash page's words for taking the data out.
pub const CRASH_RAW: Both = both!("取出原始数据", "Take the raw data out");
/// Copies the report.
pub const CRASH_COPY: Both = both!("复制给维护人员的说明", "Copy the report for a maintainer");
/// What is in it.
pub const CRASH_HINT: Both = both!(
    "说明里只有程序版本、出错的位置、浏览器和笔数，没有台账内容。",
    "The report has the version, the place of the error, the browser and counts; nothing of the ledger."
);

/// Which ledger a box is about.
pub fn ledger(unit: &str, is_training: bool, lang: Lang) -> String {
    let text = match (is_training, unit.is_empty()) {
        (false, false) => both!("正式台账：{}", "Real ledger: {}"),
        (false, true) => both!("正式台账，还没写单位", "Real ledger without a unit"),
        (true, false) => both!("演练台账：{}", "Training ledger: {}"),
        (true, true) => both!("演练台账，还没写单位", "Training ledger without a unit"),
    };
    text.with(lang, &[unit])
}

/// How much does not check, and how much can be believed.
pub fn lead(wrong: usize, all: usize, stand: usize, lang: Lang) -> String {
    let n = |n: usize| n.to_string();
    both!(
        "存着{}条记录，对不上的有{}处；能相信的有{}条。",
        "{} records are stored; {} do not check, and {} can be believed."
    )
    .with(lang, &[&n(all), &n(wrong), &n(stand)])
}

/// On every page of a ledger that is only read, on paper too.
pub fn incomplete(believed: &Believed, lang: Lang) -> String {
    let n = |n: usize| n.to_string();
    both!(
        "台账不完整：存着{}条记录，对不上的有{}处，这里只有能相信的{}条。",
        "The ledger is incomplete: of {} stored records some do not check ({} places); only the {} that can be believed are here."
    )
    .with(lang, &[&n(believed.all), &n(believed.wrong.len()), &n(believed.stand)])
}

/// Behind that, on the screen.
pub const ONLY_READ: Both = both!(
    "现在只能看和打印：登记、办理的按钮都收起来了，不会写入任何东西。",
    " It can be read and printed only: the buttons that record something are put away, and nothing is written."
);

/// One that does not check: which, why, and what it is about. `number` is the number of its
/// matter, where that is known.
pub fn wrong(about: &About, number: &str, today: Date, lang: Lang) -> String {
    let why = match &about.why {
        StoreError::Damaged { why, .. } => say::damage(why, lang).to_owned(),
        other => say::store_error(other, lang).title,
    };
    let mut said = both!("第{}条：{}", "Record {}: {}").with(lang, &[&about.at.to_string(), &why]);
    let kind = EventType::from_code(&about.code).map(|kind| words::event_type(kind, lang));
    let mut parts: Vec<String> = Vec::new();
    parts.extend(about.on.map(|on| format::date(on, today, lang)));
    parts.extend(kind.map(|kind| both!("“{}”", "“{}”").with(lang, &[kind])));
    if !number.is_empty() {
        parts.push(both!("事项{}", "matter {}").with(lang, &[number]));
    }
    if !parts.is_empty() {
        let parts = parts.join(lang.pick("，", ", "));
        said.push_str(&both!("（{}）", " ({})").with(lang, &[&parts]));
    }
    said
}

/// More of them than are listed.
pub fn more(n: usize, lang: Lang) -> String {
    both!("还有{}处。", "And {} more.").with(lang, &[&n.to_string()])
}

/// Which version is needed; `known` is the one that this program knows.
pub fn newer(found: u32, known: u32, lang: Lang) -> String {
    both!(
        "存数据的格式是第{}版，这个程序只认到第{}版。数据没有动。请换用认得第{}版的新程序；急用就先把原始数据存出来，或者另立一本新账从备份恢复。",
        "Its data is stored in format {}; this program knows formats up to {}. Nothing was touched. Use a program that knows format {}; meanwhile the raw data can be saved, or a copy be restored into another ledger."
    )
    .with(lang, &[&found.to_string(), &known.to_string(), &found.to_string()])
}

/// When the program stopped: what is on the disk. `last` is day and time of the last record,
/// empty when there is none.
pub fn crash_saved(records: u32, last: &str, lang: Lang) -> String {
    let n = records.to_string();
    match last.is_empty() {
        true => {
            both!("本机这本台账存着{}条记录。", "{} records of this ledger are on this computer.")
                .with(lang, &[&n])
        }
        false => both!(
            "本机这本台账存着{}条记录，最后一条存于{}。",
            "{} records of this ledger are on this computer; the last was saved {}."
        )
        .with(lang, &[&n, last]),
    }
}
