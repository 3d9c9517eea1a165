//! Why a file is not imported.

use super::{Notice, record_error, store_error};
use crate::text::{Lang, both};
use jieyou_domain::Realm;
use jieyou_store::backup::{Broken, ImportError, ImportFailed};

/// Why an import did not happen.
pub fn import_failed(failed: &ImportFailed, lang: Lang) -> Notice {
    match failed {
        ImportFailed::File(error) => import_error(error, lang),
        ImportFailed::Store(error) => store_error(error, lang),
    }
}

/// What is wrong with a file.
pub fn import_error(error: &ImportError, lang: Lang) -> Notice {
    let safe = both!(
        "什么都没有读入，原来的台账没有动。",
        "Nothing was imported; the ledger is untouched."
    )
    .to(lang);
    let again = both!(
        "从原来的电脑重新存一份，再读入。",
        "Save it again on the first computer, then import."
    )
    .to(lang);
    let (title, next) = match error {
        ImportError::NotJson { how: Broken::Empty, .. } => (
            both!("这个文件是空的，里面什么都没有。", "The file is empty.").to(lang).to_owned(),
            both!(
                "可能没有拷成：从原来的电脑重新拷贝一次，或者选另一个文件。",
                "It may not have been copied: copy it again, or choose another file."
            )
            .to(lang),
        ),
        ImportError::NotJson { line, how: Broken::Line, .. } => (
            both!(
                "这是台账文件，但第{}行坏了，读不下去。",
                "This is a ledger file, but line {} is broken."
            )
            .with(lang, &[&line.to_string()]),
            both!(
                "多半是拷贝时出了错，或者有人改过它：重新拷贝一次；还不行，从原来的电脑重新存一份。",
                "Most likely copying failed or somebody edited it: copy it again, or save it again on the first computer."
            )
            .to(lang),
        ),
        ImportError::NotJson { how: Broken::CutOff, .. } => (
            both!("文件不完整，后面断了。", "The file is cut off.").to(lang).to_owned(),
            both!(
                "可能没有拷完：重新拷贝一次。",
                "It may not have been copied to the end: copy it again."
            )
            .to(lang),
        ),
        ImportError::NotJson { how: Broken::Foreign, .. } => (
            both!("这不是台账文件。", "This is not a ledger file.").to(lang).to_owned(),
            both!(
                "请选“存一份完整的台账文件”存出来的那个文件。",
                "Choose a file that “Save a file” made."
            )
            .to(lang),
        ),
        ImportError::OtherProgram => (
            both!("这是别的程序的文件。", "Another program made this file.").to(lang).to_owned(),
            both!(
                "请选“存一份完整的台账文件”存出来的那个文件。",
                "Choose a file that “Save a file” made."
            )
            .to(lang),
        ),
        ImportError::Newer { .. } => (
            both!("这份文件是新版本存的。", "A newer version saved this file.").to(lang).to_owned(),
            both!("先换用新版本，再读入。", "Use the newer version, then import.").to(lang),
        ),
        ImportError::Shape { line, column } => (
            both!(
                "这是台账文件，但第{}行第{}个字符附近格式不对。",
                "This is a ledger file, malformed near line {}, column {}."
            )
            .with(lang, &[&line.to_string(), &column.to_string()]),
            again,
        ),
        ImportError::OtherRealm { file: Realm::Training } => (
            both!("这是演练台账的文件。", "This file is of a training ledger.").to(lang).to_owned(),
            both!("演练的记录不能进正式台账。", "Training records never enter a real ledger.")
                .to(lang),
        ),
        ImportError::OtherRealm { file: Realm::Real } => (
            both!("这是正式台账的文件。", "This file is of a real ledger.").to(lang).to_owned(),
            both!(
                "正式的记录不能进演练台账，请先退出演练。",
                "Real records never enter a training ledger."
            )
            .to(lang),
        ),
        ImportError::Record { number, why, .. } => (
            both!("文件里第{}条记录不对：{}", "Record {} of the file: {}")
                .with(lang, &[&number.to_string(), record_error(why, lang)]),
            again,
        ),
        ImportError::Sum { suspect } => (sum(suspect.as_ref().map(|s| s.1), lang), again),
        ImportError::NoUnit => (
            both!(
                "这是上报或反馈文件，不是整本台账。",
                "A file between two units, not a whole ledger."
            )
            .to(lang)
            .to_owned(),
            both!(
                "先填好本单位资料，再到设置里读入它。",
                "Describe this unit first, then read it in from the settings."
            )
            .to(lang),
        ),
        ImportError::NotOfMatters => (
            both!(
                "这份上报文件里混进了别的记录。",
                "This file between two units holds other records."
            )
            .to(lang)
            .to_owned(),
            again,
        ),
        ImportError::Contact { number } => (
            both!("文件里第{}份联系方式读不出来。", "Contact {} of the file does not read.")
                .with(lang, &[&number.to_string()]),
            again,
        ),
    };
    Notice::new(error.code(), title, safe, next)
}

fn sum(suspect: Option<u64>, lang: Lang) -> String {
    let text = match suspect {
        Some(_) => both!(
            "文件的总数核对不上：有记录被改过、少了或多了，多半在第{}条前后。",
            "The file's sum does not match: a record was changed, is missing or was added, most likely near no. {}."
        ),
        None => both!(
            "文件的总数核对不上：有记录被改过、少了或多了。",
            "The file's sum does not match: a record was changed, is missing or was added."
        ),
    };
    text.with(lang, &[&suspect.unwrap_or_default().to_string()])
}
