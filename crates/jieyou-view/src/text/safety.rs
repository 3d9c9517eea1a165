//! 数据安全: file copies, the recovery drill, closing and clearing; and the words for
//! "saved", said only when it is.

use super::{Both, Lang, both};

/// The page, and the lamp's name.
pub const TITLE: Both = both!("数据安全", "Safety of the data");
/// The lamp in the header.
pub const LAMP: Both = both!("安全灯", "Safety lamp");
/// Section of the facts.
pub const NOW: Both = both!("现在的情况", "How things stand");
/// Section of the copies.
pub const COPIES: Both = both!("文件副本", "File copies");
/// What a copy is.
pub const COPIES_HINT: Both = both!(
    "副本是整本台账的一个文件，里面有联系方式，请放好。最好放在U盘或另一台电脑上；读回来核对过的才算数。",
    "A copy is one file with the whole ledger. It holds contacts; keep it safe, best on a USB stick or another computer. Only what was read back counts."
);
/// Saves a copy.
pub const SAVE: Both = both!("存副本", "Save a copy");
/// Hands a copy over as a download, where a file can be chosen too.
pub const DOWNLOAD: Both = both!("下载一份", "Download one");
/// Between what went wrong and what was done instead.
pub const INSTEAD: Both = both!("改用下载。", " A download instead. ");
/// The picker was closed.
pub const NOT_CHOSEN: Both =
    both!("没有选文件，没有存。", "No file was chosen; nothing was saved.");
/// Asks the browser to keep the data.
pub const KEEP: Both = both!("请浏览器长期保留", "Ask the browser to keep it");
/// It did not promise.
pub const NOT_KEPT: Both = both!(
    "浏览器这次没有答应。台账照常用，副本要勤存。",
    "The browser did not promise it. The ledger works as usual; save copies often."
);
/// The computer's clock is right.
pub const CLOCK_RIGHT: Both = both!("电脑的日期没有错", "The computer's date is right");
/// Saves a copy, being busy.
pub const SAVING: Both = both!("正在存…", "Saving…");
/// Chooses a file for the copies and writes at once.
pub const CHOOSE: Both = both!("选一个文件，存到里面", "Choose a file and save to it");
/// Chooses another.
pub const CHOOSE_OTHER: Both = both!("换一个文件", "Choose another file");
/// The copy is made; the browser lets a file be chosen only right after a press.
pub const CHOOSE_READY: Both =
    both!("副本备好了，再按一次选文件", "The copy is ready: press again to choose the file");
/// Forgets the chosen file.
pub const FORGET: Both = both!("以后不写这个文件", "No longer write to this file");
/// It is forgotten.
pub const FORGOTTEN: Both = both!(
    "以后不写这个文件了，文件本身没有动。",
    "It is no longer written to; the file itself was not touched."
);
/// Puts the reminder off.
pub const PUT_OFF: Both = both!("今天先不提醒", "Not today");
/// The label of the field for verifying.
pub const CHECK: Both = both!("核对副本", "Verify a copy");
/// What it does.
pub const CHECK_HINT: Both = both!(
    "选刚下载的那份文件，读一遍，看和交出去的是不是一字不差。只读，不改。",
    "Choose the file that was downloaded: it is read and compared to the letter with what was handed over. Nothing is changed."
);
/// Being read.
pub const READING: Both = both!("正在读…", "Reading…");
/// Section of past copies.
pub const PAST: Both = both!("存过的副本", "Copies made");
/// None yet.
pub const PAST_NONE: Both = both!("还没有存过副本。", "No copy was made yet.");
/// Section of the drill.
pub const DRILL: Both = both!("恢复演练", "Recovery drill");
/// What it does.
pub const DRILL_HINT: Both = both!(
    "把副本在内存里从头恢复一遍，和现在的台账比一比。不碰台账，随时可以做。",
    "Restores a copy in memory from its first entry and compares it with the ledger. The ledger is not touched; run it any time."
);
/// Runs it with the chosen file.
pub const DRILL_CHOSEN: Both = both!("用选好的文件演练", "Run it with the chosen file");
/// The label of the field for the drill.
pub const DRILL_FILE: Both = both!("选一份副本来演练", "Choose a copy for the drill");
/// Section of closing.
pub const CLEAR: Both = both!("关闭并清空本机", "Close and clear this computer");
/// What it does.
pub const CLEAR_HINT: Both = both!(
    "电脑要交还、换人或者报废时用：把这本台账从这台电脑上清掉。先要有一份刚核对过、现在的一笔不少的副本。",
    "For when the computer is handed on: clears this ledger from it. It takes a copy verified just now that holds everything."
);
/// Begins it.
pub const CLEAR_BEGIN: Both = both!("我要关闭并清空", "Close and clear");
/// There is no such copy.
pub const CLEAR_NO_COPY: Both = both!(
    "还不能清：这次打开以后，没有一份核对过、和现在一样的副本。请先在上面存副本并核对，再来清。什么都没有动。",
    "Not yet: since this page was opened no copy was verified that holds what there is now. Save and verify one above first. Nothing was touched."
);
/// Another tab has the ledger open.
pub const CLEAR_OTHER_TAB: Both = both!(
    "这本台账在另一个标签页里还开着。请先关掉那一页，再来清。什么都没有动。",
    "This ledger is open in another tab. Close that tab first. Nothing was touched."
);
/// Another tab did not let go.
pub const CLEAR_BLOCKED: Both = both!(
    "另一个标签页没有放开这本台账，浏览器要等它关掉才能清。请关掉别的标签页，再刷新本页看清掉没有。副本还在您存的地方。",
    "Another tab holds on to this ledger; the browser clears it once that tab is closed. Close the other tabs, then reload to see. The copy is where you saved it."
);
/// The field of the second question.
pub const CLEAR_TYPE: Both = both!(
    "要清空，请写上单位名称，或者事项的件数",
    "To clear, type the unit's name or the number of matters"
);
/// What was typed is not it.
pub const CLEAR_WRONG: Both = both!(
    "写的和单位名称、事项件数都对不上，没有清。",
    "That is neither the unit's name nor the number of matters. Nothing was cleared."
);
/// Does it.
pub const CLEAR_DO: Both = both!("清空，不能撤回", "Clear it for good");
/// Does not.
pub const CLEAR_LEAVE: Both = both!("不清了", "Leave it");
/// The last page.
pub const CLEARED: Both = both!("已经清空", "Cleared");
/// Begins anew, from the last page.
pub const CLEARED_ON: Both = both!("重新开始，或者从副本恢复", "Begin anew or restore a copy");

/// "Saved on this computer": only after the disk answered.
pub fn saved(time: &str, lang: Lang) -> String {
    both!("已存到本机，{}。", "Saved on this computer, {}.").with(lang, &[time])
}

/// Nothing outlives the page here.
pub fn not_kept(lang: Lang) -> String {
    both!("这个浏览器不让保存（可能是无痕窗口）：关掉页面就没有了。要留下来，请存一份文件。", "This browser keeps nothing (a private window, perhaps): it is gone when the page is closed. Save a file to keep it.").to(lang)
    .to_owned()
}
