//! Findings: what a strict reader would object to.

use super::Notice;
use crate::text::Lang;
use jieyou_domain::ledger::FindingCode;

/// A finding of the ledger's audit.
pub fn finding(code: FindingCode, lang: Lang) -> Notice {
    let (title, next) = match code {
        FindingCode::DuplicateNumber => lang.pick(
            ("两件事用了同一个编号。", "更正其中一件的编号，并在纸质材料上注明。"),
            ("Two matters carry one number.", "Correct the number of one, and note it on paper."),
        ),
        FindingCode::NoRegistration => lang.pick(
            ("有记录，但没有对应的登记。", "登记可能在另一台电脑上：把那边的文件导入进来。"),
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
            ("更正或撤销的那一笔不在这里。", "把另一台电脑上的文件导入进来。"),
            ("A correction of an entry that is not here.", "Import the other computer's file."),
        ),
        FindingCode::NewerRecord => lang.pick(
            ("有新版本程序写的记录，本版本读不懂，已原样保存。", "换用新版本打开。"),
            ("Written by a newer version; kept as it is.", "Open it with the newer version."),
        ),
        FindingCode::WrongSubject => lang.pick(
            ("有一笔记在了不对的地方，没有采用。", "把这份台账的文件交给维护人员看。"),
            ("An entry stands in the wrong place and is not used.", "Show the file to a maintainer."),
        ),
        FindingCode::UnreadableText => lang.pick(
            ("启用的规则包或日历读不出来，继续用之前的。", "重新启用一份完整的规则包或日历。"),
            ("An adopted pack or calendar does not read.", "Adopt a complete one again."),
        ),
        FindingCode::NotHeard => lang.pick(
            ("作出答复前没有听取陈述的记录（条例第31条第（六）项）。", "听取过的补登一笔；没有听取的，尽快听取。"),
            ("Answered without the citizen having been heard (art. 31(6)).", "Record the hearing, or hear them now."),
        ),
    };
    Notice::new(title, kept(lang), next)
}

fn kept(lang: Lang) -> &'static str {
    lang.pick("记录都在，没有丢失。", "Nothing is lost.")
}
