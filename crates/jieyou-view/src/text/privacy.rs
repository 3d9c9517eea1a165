//! What is said when a part of an entry is redacted, when contacts are wiped, and by the
//! curtain.

use super::{Both, Lang, both};

/// 遮蔽
pub const REDACT: Both = both!("遮蔽个人信息", "Redact personal data");
/// What the page is for.
pub const REDACT_TEXT: Both = both!(
    "把记录里的姓名、电话、住址等个人信息去掉，换成“〔已遮蔽〕”。只能遮蔽文字，不能改写；日期、选项、编号和期限都不变。存上以后原文不再留在本台账里，不能恢复。",
    "Takes names, telephone numbers, addresses and the like out of what was recorded; a mark stands in their place. Texts can only be hidden, never rewritten; days, choices, numbers and deadlines stay. Once saved, the old text is gone from this ledger for good."
);
/// What it does not reach.
pub const REDACT_LIMITS: Both = both!(
    "以前存出的文件、打印的纸和交给别的单位的文件里还有原文，要另外收回或销毁。以后再读入旧文件，不会把原文带回来。别的事项里写过的，要到那件事里遮蔽；联系方式不在这里，另外清除。",
    "Files saved before, printed papers and files handed to other units still hold the old text: collect or destroy them. Reading an old file in does not bring it back. What other matters say is redacted there; contacts are apart and wiped apart."
);
/// The box for words.
pub const WORDS: Both = both!("要遮蔽的字词", "Words to hide");
/// How to fill it in.
pub const WORDS_HINT: Both = both!(
    "一行一个，例如姓名、电话号码。本事项所有记录里的都会遮蔽，更正以前的写法也在内。",
    "One a line, for instance a name or a telephone number. They are hidden in every entry of this matter, also in what stood before a correction."
);
/// A whole text.
pub const WHOLE: Both = both!("整段遮蔽", "Hide all of it");
/// What would change.
pub const CHANGES: Both = both!("会这样遮蔽", "What would be hidden");
/// Folded: every text, to be ticked.
pub const ALL_TEXTS: Both = both!("整段遮蔽某一处文字", "Hide a whole text");
/// Nothing is chosen yet.
pub const NOTHING: Both = both!(
    "还没有要遮蔽的：写上字词，或者勾选整段。字词要和记录里写的一样。",
    "Nothing to hide yet: type a word as it stands there, or tick a whole text."
);
/// The reason.
pub const WHY: Both = both!("遮蔽的理由", "Why it is redacted");
/// What a reason is.
pub const WHY_HINT: Both = both!(
    "写事由，不写姓名。例如：本人要求删除；与办理无关的个人信息。",
    "The ground, without names: for instance, asked for by the person; personal data that the handling does not need."
);
/// The post.
pub const POST: Both = both!("谁遮蔽（岗位）", "Who redacts (post)");
/// Goes on to the second question.
pub const REDACT_NEXT: Both = both!("遮蔽", "Redact");
/// The second question.
pub const REDACT_SURE: Both = both!("确定遮蔽，原文不能恢复", "Yes, redact it for good");
/// Leaves it.
pub const LEAVE: Both = both!("先不", "Not now");
/// A box is empty.
pub const WHY_MISSING: Both = both!("请写理由。", "Say why.");
/// A box is empty.
pub const POST_MISSING: Both = both!("请写岗位。", "Say which post.");
/// A word of one character.
pub const WORD_SHORT: Both = both!(
    "要遮蔽的字词至少两个字，单个字会把别的词也遮掉。",
    "A word to hide has at least two characters; a single one would hide parts of other words."
);
/// What it becomes.
pub const BECOMES: Both = both!("遮蔽后：", "Becomes: ");

/// 联系方式
pub const CONTACTS: Both = both!("联系方式", "Contacts");
/// What is not touched by wiping.
pub const CONTACTS_LIMITS: Both = both!(
    "清除的是联系方式一栏（姓名、电话、住址）。记录里写进去的文字不动，要用“遮蔽”；以前存出的文件、打印的纸、交给别的单位的联系方式也不动。清除后不能恢复，以后读入旧文件也不会回来。",
    "This wipes contacts: names, telephone numbers, addresses. What entries say is not touched (see “Redact”), nor are files saved before, printed papers, and contacts handed to other units. It cannot be undone, and no old file brings them back."
);
/// Which.
pub const CONTACTS_WHICH: Both = both!("清除哪些", "Which to wipe");
/// Those of closed matters.
pub const CONTACTS_OLD: Both = both!(
    "已办结、销号超过下面天数的，和导入撤回后台账里不再有的事项",
    "Of matters closed for longer than this, or gone with a file that was taken back"
);
/// All of them.
pub const CONTACTS_ALL: Both = both!("全部", "All");
/// How many days.
pub const CONTACTS_DAYS: Both = both!("天数", "Days");
/// Asks.
pub const CONTACTS_WIPE: Both = both!("清除", "Wipe");
/// There are none to wipe.
pub const CONTACTS_NONE: Both = both!("没有这样的联系方式，不用清除。", "There are none to wipe.");

/// 遮屏
pub const CURTAIN: Both = both!("遮屏", "Cover");
/// What it is.
pub const CURTAIN_TEXT: Both = both!(
    "离开一会儿，用一张白页盖住屏幕，点一下或按任意键接着用，没写完的都在。它不是加密，也没有密码：谁按一下都能看到。要防别人看，请锁定电脑。",
    "Covers the page with a plain sheet while you are away; a click or any key takes it off, and what was being typed is still there. It is no encryption and has no password: anybody can take it off. To keep others out, lock the computer."
);
/// How long nothing happens.
pub const CURTAIN_AFTER: Both = both!("多久没动就自动遮屏", "Cover by itself after");
/// Never by itself.
pub const CURTAIN_OFF: Both = both!("不自动遮", "Never");
/// On the curtain.
pub const CURTAIN_LIFT: Both = both!("点一下或按任意键继续", "Click or press any key to go on");

/// So many minutes.
pub fn minutes(n: u32, lang: Lang) -> String {
    both!("{}分钟", "{} minutes").with(lang, &[&n.to_string()])
}

/// How many matters have a contact.
pub fn contacts(n: usize, lang: Lang) -> String {
    match n {
        0 => both!("没有事项留着联系方式。", "No matter has a contact.").to(lang).to_owned(),
        1 => both!("有1件事项留着联系方式。", "One matter has a contact.").to(lang).to_owned(),
        _ => both!("有{}件事项留着联系方式。", "{} matters have a contact.")
            .with(lang, &[&n.to_string()]),
    }
}

/// The second question.
pub fn contacts_sure(n: usize, lang: Lang) -> String {
    match n {
        1 => both!("确定清除1件事项的联系方式，不能恢复", "Yes, wipe one contact for good")
            .to(lang)
            .to_owned(),
        _ => both!("确定清除{}件事项的联系方式，不能恢复", "Yes, wipe {} contacts for good")
            .with(lang, &[&n.to_string()]),
    }
}

/// Done.
pub fn contacts_wiped(n: usize, lang: Lang) -> String {
    both!("已清除{}件事项的联系方式。", "Wiped: {} contacts.").with(lang, &[&n.to_string()])
}

/// Done.
pub fn redacted(n: usize, lang: Lang) -> String {
    both!("已遮蔽，改了{}笔。", "Redacted: {} entries.").with(lang, &[&n.to_string()])
}

/// On the time line.
pub fn redacted_note(why: &str, who: &str, day: &str, lang: Lang) -> String {
    both!("已遮蔽：{}（{}，{}）", "Redacted: {} ({}, {})").with(lang, &[why, who, day])
}

/// Words that stand where nothing can be hidden.
pub fn left(fields: &[String], lang: Lang) -> String {
    let mut names: Vec<&str> = fields.iter().map(|field| field_name(field, lang)).collect();
    names.dedup();
    both!(
        "这些字词还在不能遮蔽的栏目里：{}。请先更正那一栏，再来遮蔽更正前的写法。",
        "The words also stand where nothing can be hidden: {}. Correct that first."
    )
    .with(lang, &[&names.join(lang.pick("、", ", "))])
}

/// The name of a text's field.
pub fn field_name(field: &str, lang: Lang) -> &'static str {
    let name = match field {
        "title" => both!("标题", "Title"),
        "story" => both!("事情经过", "How it came about"),
        "spot" | "place" => both!("地点", "Place"),
        "why" | "reason" => both!("理由", "Why"),
        "note" => both!("说明", "Note"),
        "what" | "how" | "measure" => both!("做法", "What is done"),
        "words" => both!("本人原话", "In their own words"),
        "evidence" | "proof" => both!("凭据", "Proof"),
        "basis" => both!("依据", "Basis"),
        "wish" => both!("还要做什么", "What is still wanted"),
        "mediator" | "present" | "who" => both!("在场的人", "Who took part"),
        "purpose" => both!("用途", "Purpose"),
        "old" => both!("原来的", "Before"),
        "new" => both!("现在的", "Now"),
        "number" | "doc" => both!("编号、文号", "Number"),
        "to" | "from" | "body" | "post" | "leader" | "competent" => {
            both!("单位、岗位", "Body or post")
        }
        _ => both!("内容", "Text"),
    };
    name.to(lang)
}
