//! Words for files read in, for what of them was not let in, and for what two computers
//! wrote differently.

use super::{Both, Lang, both, format};
use jieyou_domain::Date;
use jieyou_store::chain::Field;

/// The page of conflicts.
pub const CONFLICTS: Both = both!("不一致，待裁定", "To be decided");
/// What the page is for.
pub const CONFLICTS_LEAD: Both = both!(
    "同一项内容在两台电脑上各写各的，写的时候互相都不知道。两次都留着，请商量后定一个。",
    "Two computers wrote the same thing differently, neither knowing of the other. Both are kept; please agree on one."
);
/// None are open.
pub const NO_CONFLICTS: Both = both!("现在没有不一致的地方。", "Nothing is to be decided.");
/// 今日: how many.
pub const REMINDER: Both = both!(
    "有{}处两台电脑写得不一致，等人裁定。",
    "{} things were written differently on two computers and wait for a decision."
);
/// A matter: how many.
pub const REMINDER_OF: Both = both!(
    "本件有{}处两台电脑写得不一致，等人裁定。",
    "Of this matter {} things were written differently and wait for a decision."
);
/// To the page.
pub const GO_DECIDE: Both = both!("去裁定", "Decide");
/// A number for two matters.
pub const NUMBER_OF: Both = both!("编号{}用在了两件事上", "Number {} on two matters");
/// A correction: day and kind of the entry.
pub const CORRECTION_OF: Both = both!("{}“{}”的更正", "the correction of {}, {}");
/// Preview: what, and the matter here that it is about.
pub const PREVIEW_NUMBER: Both = both!("{}，本机的一件是“{}”", "{}; the one here is “{}”");
/// Who, day, time of day.
pub const WRITTEN: Both = both!("{}，{} {}写入", "{}, written {} at {}");
/// Neither unit nor post stands there.
pub const NO_AUTHOR: Both = both!("没有记单位和岗位", "No unit or post noted");
/// Written on this computer.
pub const CAME_HERE: Both = both!("本机登记的", "Written on this computer");
/// Came with a file: which.
pub const CAME_WITH: Both = both!("读入文件带来的：{}", "Came with a file: {}");
/// Was in the ledger when it was restored.
pub const CAME_BEFORE: Both =
    both!("本机恢复台账时就有的", "Was in the ledger when it was restored here");
/// Name, edition, how many rules.
pub const EDITION: Both = both!("{}，{}版，{}条规则", "{}, edition {}, {} rules");
/// An overlay.
pub const DROPPED: Both = both!("停用规则包{}", "Took the pack {} off");
/// What the ledger goes by now.
pub const SHOWN: Both = both!("现在按这一次", "In use now");
/// Taken back on the other computer.
pub const TAKEN_BACK: Both = both!("已撤销，现在不算", "Taken back, not in use");
/// Two decisions that took back each other's choice.
pub const CROSSED: Both = both!(
    "两台电脑各裁定了一次，定得相反，撤销了对方选的，所以下面的现在都不算。请重新定一次：选中的恢复，理由记在里面。",
    "Two computers decided differently and took back each other's choice, so none of these is in use. Please decide again: the one that is chosen is restored, with the reason."
);
/// A decision in the time line of a matter.
pub const DECIDED: Both = both!("裁定不一致", "Decided between two writes");
/// What was written differently.
pub const DECIDED_WHAT: Both =
    both!("{}在两台电脑上写得不一致。", "{}: two computers wrote it differently.");
/// What stands.
pub const DECIDED_STANDS: Both = both!("以这一次为准", "Stands");
/// What does not.
pub const DECIDED_OTHER: Both = both!("没有采用", "Not kept");
/// Above the form that takes a decision back.
pub const UNDECIDE: Both = both!(
    "撤销裁定以后，没有采用的一次也恢复，两次都在“不一致，待裁定”里重新定；这次裁定还留着备查。",
    "What was not kept comes back, and both wait for a decision again; this decision stays on record."
);
/// More lines could not tell the writes apart: the mark of the entry.
pub const OTHERWISE: Both =
    both!("这里没有列出的内容不同，记录标识{}", "Differs in what is not listed here; entry {}");
/// A matter with another number: title, number before, number, receipt number.
pub const RENUMBERED: Both = both!(
    "“{}”原编号{}，现在改为{}，回执编号{}。请收回原来的回执，换一份新的；纸质材料上的编号也要改。",
    "“{}” had the number {} and now has {}, receipt number {}. Take the old slip back and hand out a new one; change the number on paper, too."
);
/// The reason.
pub const WHY: Both = both!("裁定的理由", "Why");
/// The reason is missing.
pub const WHY_MISSING: Both = both!("请写上理由。", "Please say why.");
/// Chooses a write.
pub const CHOOSE: Both = both!("以这一次为准", "This one holds");
/// Chooses a matter that keeps the number.
pub const CHOOSE_NUMBER: Both = both!("这一件留用编号", "This one keeps the number");
/// To the form for what neither says.
pub const NEITHER: Both = both!("两次都不对，重新写", "Neither: write it anew");
/// The same for numbers.
pub const NEITHER_NUMBER: Both = both!("自己写编号", "Give a number by hand");

/// What deciding does.
pub const fn lead(field: &Field) -> Both {
    match field {
        Field::Number(_) => both!(
            "定一件留用，其余的改用后面的编号，纸质材料上也要改。",
            "One keeps it; the others get the next number. Change it on paper, too."
        ),
        Field::Unit(_) | Field::Pack(..) | Field::Calendar(..) => {
            both!("定了以后，选中的一次会重新登记。", "The one that is chosen is recorded again.")
        }
        Field::Reply(..) => both!(
            "定了以后，另一次会撤销，理由记在里面；留下的还有错，再更正它。送达的是哪一份，也请核对。",
            "The other is taken back, with the reason; what stays can be corrected. Check which one was delivered."
        ),
        _ => both!(
            "定了以后，另一次会撤销，理由记在里面。",
            "The other is taken back, with the reason."
        ),
    }
}

/// The page of files read in.
pub const IMPORTS: Both = both!("导入记录", "Files read in");
/// What the page is for.
pub const IMPORTS_LEAD: Both = both!(
    "读入过的文件、没有并入的记录，都在这里。撤回导入不会删除记录，随时可以恢复。",
    "Files that were read in, and what of them was not let in. Taking one back deletes nothing and can be undone."
);
/// None yet.
pub const NO_IMPORTS: Both = both!("还没有读入过文件。", "No file was read in yet.");
/// A whole ledger: unit, day.
pub const A_COPY: Both = both!("{}的整本台账，{}存出", "The whole ledger of {}, saved {}");
/// A file handed up.
pub const HANDED_UP: Both = both!("{}的上报文件，{}存出", "Handed up by {}, saved {}");
/// A file fed back.
pub const FED_BACK: Both = both!("{}的反馈文件，{}存出", "Fed back by {}, saved {}");
/// A unit without a name.
pub const NO_UNIT: Both = both!("没写单位", "a unit without a name");
/// Day, new, known.
pub const COUNTS: Both =
    both!("{}读入：新记录{}条，原来就有{}条", "Read in {}: {} new entries, {} here before");
/// Day, post, why.
pub const ASIDE: Both = both!("{}撤回（{}）：{}", "Taken back {} ({}): {}");
/// The same, where other files brought all of it again: day, post, why.
pub const ASIDE_BACK: Both = both!(
    "{}撤回（{}）：{}。后来又读入过同样的记录，现在照常算。",
    "Taken back {} ({}): {}. The same entries were read in again since, and count."
);
/// On the page of a matter of which nothing is here.
pub const MATTER_GONE: Both = both!(
    "台账里现在没有这件事。可能带来它的文件已撤回导入：记录还存着，在“导入记录”里可以恢复。",
    "The ledger does not hold this matter now. The file it came with may have been taken back: its entries are still stored, and “Files read in” lets them in again."
);
/// On the page of a matter without its registration.
pub const MATTER_CUT: Both = both!(
    "这件事的登记现在不在台账里：带来它的文件已撤回导入，或者没有全部并入。记录还存着，到“导入记录”可以恢复；下面是本台账里后来登记的。",
    "The ledger does not hold this matter's registration now: the file it came with was taken back, or not all of it was let in. It is still stored, and “Files read in” lets it in again; below stands what was recorded here since."
);
/// A finding about what is not here, where a file is taken back.
pub const FINDING_ASIDE: Both = both!(
    "有文件撤回了导入，缺的多半在那里面。要用，到“导入记录”恢复导入；确实不要，就点进这件事核对，把后来登记的撤销。撤回以前就缺的，找到完整的副本读入。",
    "A file that was read in is taken back, and what is missing is most likely in it. If it is needed, take the file in again under “Files read in”; if not, look at the matter and take back what was recorded since. What was missing before comes with a whole copy."
);
/// The heading of such a page.
pub const MATTER_UNNAMED: Both = both!("登记不在台账里的事项", "A matter without its registration");
/// How many contacts came with it, and where they are wiped.
pub const ASIDE_CONTACTS: Both = both!(
    "这份文件带来过联系方式{}份。撤回导入不清除联系方式，也不改回原来的；不该留的，到“设置”页的“联系方式”清除。",
    "This file brought {} contacts. Taking it back does not wipe them, nor bring back what they replaced; wipe what should not stay under “Contacts” in the settings."
);
/// Takes a file back.
pub const TAKE_BACK: Both = both!("撤回导入", "Take it back");
/// Takes it in again.
pub const RESTORE: Both = both!("恢复导入", "Take it in again");
/// What taking back does.
pub const ASIDE_LEAD: Both = both!(
    "撤回后，这份文件带来的记录还存着，但台账里不再算；别的文件也带来过的照常算。",
    "What the file brought stays stored and no longer counts; what another file brought as well still does."
);
/// What builds on it.
pub const BUILDING: Both = both!(
    "读入以后，这些事项上又登记过{}笔，撤回后这些还在，请先核对：",
    "{} entries were made since on these matters. They stay; please check first:"
);
/// What is no matter builds on it.
pub const BUILDING_BESIDE: Both = both!(
    "读入以后，事项以外的内容（单位资料、规则、节假日历等）又登记过{}笔，撤回后这些还在。",
    "{} entries were made since beside matters (profile, rules, calendar). They stay."
);
/// Nothing builds on it.
pub const NOTHING_BUILDS: Both =
    both!("读入以后，这上面没有再登记过。", "Nothing was recorded on it since.");
/// The post.
pub const POST: Both = both!("岗位", "Post");
/// The reason for taking back.
pub const ASIDE_WHY: Both = both!("撤回的理由", "Why");
/// Post or reason is missing.
pub const ASIDE_MISSING: Both = both!("请写上岗位和理由。", "Please name the post and say why.");
/// Taken back.
pub const DONE_ASIDE: Both =
    both!("已撤回，记录都还存着。", "Taken back; everything is still stored.");
/// Taken in again.
pub const DONE_RESTORED: Both = both!("已恢复。", "Taken in again.");
/// Section of quarantine.
pub const QUARANTINE: Both = both!("隔离", "Quarantine");
/// What it is.
pub const QUARANTINE_LEAD: Both = both!(
    "这些记录和写的时候不一样，没有并入，也没有丢。请原单位重新存一份文件，读入以后会自动补齐。",
    "These records are not as they were written: not let in, and not lost. Ask the unit for the file again; reading it in fills the gap."
);
/// How many.
pub const QUARANTINED: Both = both!("{}读入时隔离{}条", "{}: {} entries in quarantine");
/// Came in with another file.
pub const SETTLED: Both =
    both!("{}已由另一份文件补齐，可以丢弃。", "Filled by another file {}; may be dropped.");
/// Which.
pub const LOOK: Both = both!("看是哪些", "Which ones");
/// Saves them.
pub const SAVE_LINES: Both = both!("存成文件", "Save as a file");
/// Drops them.
pub const DROP: Both = both!("丢弃", "Drop");
/// Asked again.
pub const DROP_SURE: Both = both!("再点一次就丢弃，不能恢复", "Press again to drop them for good");
/// Dropped.
pub const DROPPED_DONE: Both = both!("已丢弃。", "Dropped.");
/// Number in the file, why.
pub const STOPPED: Both = both!("文件里第{}条：{}", "Record {} of the file: {}");
/// Number of its writer, why.
pub const STOPPED_AT: Both = both!("写它的电脑上第{}条：{}", "Record {} of its writer: {}");
/// Section of what waits.
pub const WAITING: Both = both!("暂缓并入", "Held back");
/// What it is.
pub const WAITING_LEAD: Both = both!(
    "这些记录的时间比今天晚很多，多半是写它的电脑时钟不准。先不并入，本机的时间不受影响；到了那天会自动并入。",
    "These are dated far ahead, most likely by a wrong clock. They wait, and this computer's own time is not moved; on that day they come in by themselves."
);
/// How many, until when.
pub const WAITS: Both = both!("{}条，最晚的在{}", "{} entries, the last on {}");
/// Lets them in.
pub const LET_IN: Both = both!("时钟没错，现在并入", "The clock was right: let them in");
/// Let in.
pub const LET_IN_DONE: Both =
    both!("暂缓的记录已并入{}条。", "{} entries that waited were let in.");
/// Section of forks.
pub const FORKS: Both =
    both!("同一本台账在两处各自写了下去", "One ledger written on in two places");
/// What they are.
pub const FORKS_LEAD: Both = both!(
    "拷贝了整个浏览器数据，或者恢复了旧系统，就会这样。两边的记录都保留、都算；以后只在一处写，另一处用文件读入。",
    "This comes from copying a browser's data or restoring an old system. Both sides are kept and count; write in one place and bring the other in as a file."
);
/// Who, day, number, mark.
pub const FORK: Both = both!(
    "{}写的台账（标识{}），从{}的第{}条起分成了{}支",
    "The ledger written by {} (mark {}) parts on {} at record {} into {}"
);

/// Preview: how many records the ledger lacks with this file, at least.
pub const PREVIEW_MISSING: Both = both!(
    "这份文件不完整：至少有{}条记录不在里面，读入以后台账还缺这些，有的事项可能整件没有。有完整的副本，请改用完整的；没有，可以先读入，找到以后再读入就补齐。",
    "This file is incomplete: at least {} records are not in it, and the ledger will lack them; whole matters may be missing. If there is a whole copy, use that; if not, this can be read in first, and a whole one later fills the gap."
);
/// Preview: how many are not let in, how many are.
pub const PREVIEW_STOPPED: Both = both!(
    "有{}条记录核对不上，先隔离存放、不并入：{}。",
    "{} records do not check; they are kept in quarantine: {}."
);
/// Preview: what to do about it.
pub const PREVIEW_ASK: Both = both!(
    "其余核对得上的照常读入。请原单位重新存一份文件，读入后会自动补齐。",
    "The rest is read in. Ask the unit for the file again; reading it in fills the gap."
);
/// Preview: something is missing, and nothing tells what.
pub const PREVIEW_SUM: Both = both!(
    "文件的总数核对不上：可能少了记录。核对得上的照常读入，请原单位重新存一份。",
    "The file's sum does not match: records may be missing. What checks is read in; ask the unit for the file again."
);
/// Preview: what is wrong with a file that brings nothing.
pub const PREVIEW_WRONG: Both = both!(
    "{}其中核对得上的，本机都有了，读入不会改变什么，台账没有动。",
    "{} What checks of it is here already; nothing would change, and the ledger is untouched."
);
/// Preview: how many had been taken back and come again.
pub const PREVIEW_BACK: Both = both!(
    "其中{}条以前读入后又撤回了（见“导入记录”）；再读入，这些就恢复，照常算。",
    "{} of these were read in before and taken back (see “Files read in”); reading the file in brings them back."
);
/// Preview: contacts that nothing vouches for.
pub const PREVIEW_CONTACTS: Both =
    both!("联系方式{}份无法核对，没有读入。", "{} contacts cannot be checked and are not read in.");
/// Preview: how many contacts are not the same here and in the file.
pub const CONTACTS_DIFFER: Both = both!(
    "有{}份联系方式和本机的不一样，列在下面，请先逐份选定再读入。没选中的一边读入后就没有了，撤回导入也找不回来。",
    "{} contacts differ from those here and are listed below: choose for each before reading in. The side that is not chosen is gone then, and taking the file back does not bring it back."
);
/// Preview: how many contacts were wiped on the other computer.
pub const CONTACTS_WIPED: Both = both!(
    "有{}份联系方式在另一台电脑上已清除，读入后本机的也清除，找不回来；列在下面，还要用的请选保留。",
    "{} contacts were wiped on the other computer; reading in wipes them here for good. They are listed below: keep what is still needed."
);
/// Preview, a contact: what stands here.
pub const CONTACT_HERE: Both = both!("本机的", "On this computer");
/// Preview, a contact: what stands in the file.
pub const CONTACT_THERE: Both = both!("文件里的", "In the file");
/// Preview, a contact: wiped in the file.
pub const CONTACT_GONE: Both = both!("已清除", "Wiped");
/// Preview, a contact: keeps it.
pub const CONTACT_KEEP: Both = both!("保留本机的", "Keep the one here");
/// Preview, a contact: takes the file's.
pub const CONTACT_TAKE: Both = both!("按文件里较新的改", "Take the later one of the file");
/// Preview, a contact: wipes it.
pub const CONTACT_WIPE: Both = both!("按文件清除", "Wipe it, as in the file");
/// Preview: contacts are not chosen yet.
pub const CONTACTS_CHOOSE: Both = both!(
    "还有联系方式没有选定，没有读入。请在上面每一份里选一边。",
    "Nothing was read in: choose one side for each contact above first."
);
/// Preview: nothing of what is here goes.
pub const PREVIEW_STAYS: Both = both!(
    "本机已有的记录一条也不会删改；读入两遍和读入一遍一样。",
    "No entry here is deleted or changed; reading it twice is the same as once."
);
/// Preview: nothing else of what is here goes.
pub const PREVIEW_REST_STAYS: Both = both!(
    "本机其余的记录一条也不会删改；读入两遍和读入一遍一样。",
    "No other entry here is deleted or changed; reading it twice is the same as once."
);
/// Preview: how many wait, the last day, today.
pub const PREVIEW_FAR: Both = both!(
    "有{}条记录的时间比今天晚很多，最晚的是{}，今天是{}。先核对两台电脑的日期：多半是写它的电脑时钟不准，这些先暂缓并入，到了那天自动并入。",
    "{} records are dated far ahead, the last on {}; today is {}. Check the date of both computers: most likely the writer's clock was wrong. They wait and come in on that day."
);
/// Preview: the same, into an empty ledger.
pub const PREVIEW_FAR_EMPTY: Both = both!(
    "也可能是这台电脑的日期慢了：先看页面上方的日期对不对，改对了再读入。确认日期没错，也可以全部读入。",
    "Or this computer's date is behind: check the date at the top, and put it right first. If it is right, everything can be read in all the same."
);
/// Preview: all the same.
pub const PREVIEW_ACCEPT: Both =
    both!("时钟没错，全部读入", "The clocks are right: read all of it in");
/// How many of a kind.
pub const OF_KIND: Both = both!("{}{}条", "{} {}");
/// Preview: held in quarantine, held back.
pub const SUM_STOPPED: Both = both!("隔离", "in quarantine");
/// Preview: held back.
pub const SUM_FAR: Both = both!("暂缓", "held back");
/// In the status line.
pub const UNDO: Both = both!("撤回这一笔", "Take this back");

/// The day of a fact, as a line.
pub fn day(on: Date, lang: Lang) -> String {
    format::labelled(both!("日期", "Day").to(lang), &format::date_full(on, lang), lang)
}

/// Why a line is not let in.
pub fn why(code: &str, lang: Lang) -> &'static str {
    let text = match code {
        "record/body-hash" => both!("内容被改动过", "content changed"),
        "record/body-missing" => both!("缺了内容", "content missing"),
        "record/body" => both!("内容读不出来", "content does not read"),
        "record/line" => both!("这一行不完整", "line not complete"),
        "chain/broken-link" => both!("和前一条接不上", "does not follow from the one before"),
        "chain/far-future" => both!("时间比今天晚很多", "dated far ahead"),
        "import/sum" => both!("这条或它前面有改动，核对不上", "changed here or before"),
        _ => both!("开头读不出来", "head does not read"),
    };
    text.to(lang)
}
