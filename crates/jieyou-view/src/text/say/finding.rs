//! Findings: what a strict reader would object to.

use super::Notice;
use crate::text::{Lang, both};
use jieyou_domain::ledger::FindingCode;
use jieyou_store::chain::{ChainFinding, Field};

/// A finding of the ledger's audit.
pub fn finding(code: FindingCode, lang: Lang) -> Notice {
    let (title, next) = match code {
        FindingCode::DuplicateNumber => (
            both!("两件事用了同一个编号。", "Two matters carry one number."),
            both!(
                "更正其中一件的编号，并在纸质材料上注明。",
                "Correct the number of one, and note it on paper."
            ),
        ),
        FindingCode::NoRegistration => (
            both!("有记录，但没有对应的登记。", "Entries without a registration."),
            both!(
                "登记可能在另一台电脑上：把那边的文件读入。",
                "Import the file of the computer that has it."
            ),
        ),
        FindingCode::RegisteredTwice => (
            both!("同一件事登记了两次，以第一次为准。", "Registered twice; the first stands."),
            both!("核对后撤销多出的一次。", "Check, and take the second one back."),
        ),
        FindingCode::BeforeReceived => (
            both!("有一笔的日期早于收到日期。", "An entry lies before the day received."),
            both!("更正收到日期，或更正这一笔的日期。", "Correct one of the two days."),
        ),
        FindingCode::TargetMissing => (
            both!("更正或撤销的那一笔不在这里。", "A correction of an entry that is not here."),
            both!("把另一台电脑上的文件读入。", "Import the other computer's file."),
        ),
        FindingCode::NewerRecord => (
            both!(
                "有新版本程序写的记录，本版本读不懂，已原样保存。",
                "Written by a newer version; kept as it is."
            ),
            both!("换用新版本打开。", "Open it with the newer version."),
        ),
        FindingCode::WrongSubject => (
            both!(
                "有一笔记在了不对的地方，没有采用。",
                "An entry stands in the wrong place and is not used."
            ),
            both!("把这份台账的文件交给维护人员看。", "Show the file to a maintainer."),
        ),
        FindingCode::UnreadableText => (
            both!(
                "启用的规则包或日历读不出来，继续用之前的。",
                "An adopted pack or calendar does not read."
            ),
            both!("重新启用一份完整的规则包或日历。", "Adopt a complete one again."),
        ),
        FindingCode::NotHeard => (
            both!(
                "作出答复前没有听取陈述的记录（条例第31条第（六）项）。",
                "Answered without the citizen having been heard (art. 31(6))."
            ),
            both!(
                "听取过的补登一笔；没有听取的，尽快听取。",
                "Record the hearing, or hear them now."
            ),
        ),
    };
    Notice::new(code.code(), title.to(lang), kept(lang), next.to(lang))
}

fn kept(lang: Lang) -> &'static str {
    both!("这里有的记录一条没动。", "What is here is as it was written.").to(lang)
}

/// A finding about the chains of records.
pub fn chain_finding(finding: &ChainFinding, lang: Lang) -> Notice {
    let (title, next) = match finding {
        ChainFinding::Fork { .. } => (
            both!("同一份台账在两处各自写了下去。", "One ledger was written on in two places."),
            both!(
                "两边的记录都保留；以后只在一处写，另一处用文件合并。",
                "Both are kept. Write in one, merge by file."
            ),
        ),
        ChainFinding::Gap { .. } => (
            both!("中间缺了一段记录。", "Some records between are missing."),
            both!("找到缺的那份文件，读入就能补齐。", "Import the file that holds them."),
        ),
        ChainFinding::BrokenLink { .. } => (
            both!("有一条记录写好以后被改动过。", "A record was changed after it was written."),
            both!(
                "用另一份文件核对，并告诉维护人员。",
                "Compare with another file; tell a maintainer."
            ),
        ),
        ChainFinding::SeenMissing { .. } => (
            both!(
                "有记录提到前面写过的一条，这里没有。",
                "A record refers to an earlier one that is not here."
            ),
            both!(
                "可能写在另一台电脑上，也可能文件不完整：找到完整的副本，读入就补齐。",
                "It may be on another computer, or the file is incomplete: a whole copy, read in, fills the gap."
            ),
        ),
        ChainFinding::Partial { .. } => (
            both!("有一部分记录来自另一个单位。", "Some records came from another unit."),
            both!(
                "随上报或反馈文件带来的，属正常；如果是本单位的记录，请找出缺的那一份读入。",
                "Usual where matters were handed over; if they are this unit's own, import the missing copy."
            ),
        ),
        ChainFinding::FarFuture { .. } => (
            both!("有记录的时间比今天晚很多。", "A record's time lies far ahead."),
            both!("看一下两台电脑的时钟是否准确。", "Check the clocks of both computers."),
        ),
    };
    Notice::new(finding.code(), title.to(lang), kept(lang), next.to(lang))
}

/// What a field is.
pub fn field(field: &Field, lang: Lang) -> &'static str {
    match field {
        Field::Correction(..) => both!("同一笔记录的更正", "the correction of one entry").to(lang),
        Field::Duty(_) => both!("责任落实", "the duty").to(lang),
        Field::Classification(..) => both!("分类和办理途径", "class and route").to(lang),
        Field::Unit(_) => both!("单位资料", "the unit's profile").to(lang),
        Field::Tier(_) => both!("清单调整", "the list").to(lang),
        Field::Judgement(..) => both!("人工认定", "what a person decided").to(lang),
        Field::Reply(..) => both!("一条诉求的答复", "the answer to a claim").to(lang),
        Field::Pack(..) => both!("规则包", "the rule pack").to(lang),
        Field::Calendar(..) => both!("节假日历", "the calendar").to(lang),
        Field::Number(_) => both!("事项编号", "a matter's number").to(lang),
    }
}

/// What was written twice without knowing of each other; `what` says it in words.
pub fn conflict(field: &Field, what: &str, lang: Lang) -> Notice {
    let text = match field {
        Field::Number(_) => both!("{}。", "{}."),
        _ => both!("{}在两台电脑上各写了一次。", "Two computers wrote {}."),
    };
    Notice::new(
        field.code(),
        text.with(lang, &[what]),
        both!("两次都保留着。", "Both are kept.").to(lang),
        both!(
            "读入后到“不一致，待裁定”里定一个。",
            "Once it is read in, decide on the page of what is to be decided."
        )
        .to(lang),
    )
}
