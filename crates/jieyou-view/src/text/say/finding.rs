//! Findings: what a strict reader would object to.

use super::Notice;
use crate::text::Lang;
use jieyou_domain::ledger::FindingCode;
use jieyou_store::chain::{ChainFinding, Field};

/// A finding of the ledger's audit.
pub fn finding(code: FindingCode, lang: Lang) -> Notice {
    let (title, next) = match code {
        FindingCode::DuplicateNumber => lang.pick(
            ("两件事用了同一个编号。", "更正其中一件的编号，并在纸质材料上注明。"),
            ("Two matters carry one number.", "Correct the number of one, and note it on paper."),
        ),
        FindingCode::NoRegistration => lang.pick(
            ("有记录，但没有对应的登记。", "登记可能在另一台电脑上：把那边的文件读入。"),
            ("Entries without a registration.", "Import the file of the computer that has it."),
        ),
        FindingCode::RegisteredTwice => lang.pick(
            ("同一件事登记了两次，以第一次为准。", "核对后撤销多出的一次。"),
            ("Registered twice; the first stands.", "Check, and take the second one back."),
        ),
        FindingCode::BeforeReceived => lang.pick(
            ("有一笔的日期早于收到日期。", "更正收到日期，或更正这一笔的日期。"),
            ("An entry lies before the day received.", "Correct one of the two days."),
        ),
        FindingCode::TargetMissing => lang.pick(
            ("更正或撤销的那一笔不在这里。", "把另一台电脑上的文件读入。"),
            ("A correction of an entry that is not here.", "Import the other computer's file."),
        ),
        FindingCode::NewerRecord => lang.pick(
            ("有新版本程序写的记录，本版本读不懂，已原样保存。", "换用新版本打开。"),
            ("Written by a newer version; kept as it is.", "Open it with the newer version."),
        ),
        FindingCode::WrongSubject => lang.pick(
            ("有一笔记在了不对的地方，没有采用。", "把这份台账的文件交给维护人员看。"),
            (
                "An entry stands in the wrong place and is not used.",
                "Show the file to a maintainer.",
            ),
        ),
        FindingCode::UnreadableText => lang.pick(
            ("启用的规则包或日历读不出来，继续用之前的。", "重新启用一份完整的规则包或日历。"),
            ("An adopted pack or calendar does not read.", "Adopt a complete one again."),
        ),
        FindingCode::NotHeard => lang.pick(
            (
                "作出答复前没有听取陈述的记录（条例第31条第（六）项）。",
                "听取过的补登一笔；没有听取的，尽快听取。",
            ),
            (
                "Answered without the citizen having been heard (art. 31(6)).",
                "Record the hearing, or hear them now.",
            ),
        ),
    };
    Notice::new(code.code(), title, kept(lang), next)
}

fn kept(lang: Lang) -> &'static str {
    lang.pick("记录都在，没有丢失。", "Nothing is lost.")
}

/// A finding about the chains of records.
pub fn chain_finding(finding: &ChainFinding, lang: Lang) -> Notice {
    let (title, next) = match finding {
        ChainFinding::Fork { .. } => lang.pick(
            (
                "同一份台账在两处各自写了下去。",
                "两边的记录都保留；以后只在一处写，另一处用文件合并。",
            ),
            (
                "One ledger was written on in two places.",
                "Both are kept. Write in one, merge by file.",
            ),
        ),
        ChainFinding::Gap { .. } => lang.pick(
            ("中间缺了一段记录。", "找到缺的那份文件，读入就能补齐。"),
            ("Some records between are missing.", "Import the file that holds them."),
        ),
        ChainFinding::BrokenLink { .. } => lang.pick(
            ("有一条记录写好以后被改动过。", "用另一份文件核对，并告诉维护人员。"),
            (
                "A record was changed after it was written.",
                "Compare with another file; tell a maintainer.",
            ),
        ),
        ChainFinding::SeenMissing { .. } => lang.pick(
            ("有记录提到另一台电脑写的内容，这里还没有。", "把那台电脑的文件读入。"),
            ("A record refers to another computer's entry.", "Import that computer's file."),
        ),
        ChainFinding::FarFuture { .. } => lang.pick(
            ("有记录的时间远在将来。", "看一下两台电脑的时钟是否准确。"),
            ("A record's time lies far ahead.", "Check the clocks of both computers."),
        ),
    };
    Notice::new(finding.code(), title, kept(lang), next)
}

/// What was written twice without knowing of each other.
pub fn conflict(field: &Field, lang: Lang) -> Notice {
    let what = match field {
        Field::Correction(..) => lang.pick("同一笔记录的更正", "the correction of one entry"),
        Field::Duty(_) => lang.pick("责任落实", "the duty"),
        Field::Classification(..) => lang.pick("分类和办理途径", "class and route"),
        Field::Unit(_) => lang.pick("单位资料", "the unit's profile"),
        Field::Tier(_) => lang.pick("清单调整", "the list"),
        Field::Reply(..) => lang.pick("一条诉求的答复", "the answer to a claim"),
        Field::Pack(_) => lang.pick("规则包", "the rule pack"),
        Field::Calendar(_) => lang.pick("节假日历", "the calendar"),
        Field::Number(_) => lang.pick("事项编号", "a matter's number"),
    };
    match lang {
        Lang::Zh => Notice::new(
            field.code(),
            format!("{what}在两台电脑上各写了一次。"),
            "两次都保留着，现在按后写的显示。",
            "请商量后再登记一次，以那一次为准。",
        ),
        Lang::En => Notice::new(
            field.code(),
            format!("Two computers wrote {what}."),
            "Both are kept; the later one is shown.",
            "Agree on one and record it again.",
        ),
    }
}
