//! Why a file is not imported.

use super::{Notice, record_error, store_error};
use crate::text::Lang;
use jieyou_domain::Realm;
use jieyou_store::backup::{ImportError, ImportFailed};

/// Why an import did not happen.
pub fn import_failed(failed: &ImportFailed, lang: Lang) -> Notice {
    match failed {
        ImportFailed::File(error) => import_error(error, lang),
        ImportFailed::Store(error) => store_error(error, lang),
    }
}

/// What is wrong with a file.
pub fn import_error(error: &ImportError, lang: Lang) -> Notice {
    let safe = lang.pick(
        "什么都没有读入，原来的台账没有动。",
        "Nothing was imported; the ledger is untouched.",
    );
    let place = |line: usize, column: usize| match lang {
        Lang::Zh => format!("（第{line}行第{column}个字符附近）"),
        Lang::En => format!(" (near line {line}, column {column})"),
    };
    let again = lang.pick(
        "从原来的电脑重新存一份，再读入。",
        "Save it again on the first computer, then import.",
    );
    let (title, next) = match error {
        ImportError::NotJson { is_cut_off: true, .. } => (
            lang.pick("文件不完整，后面断了。", "The file is cut off.").to_owned(),
            lang.pick(
                "可能没有拷完：重新拷贝一次。",
                "It may not have been copied to the end: copy it again.",
            ),
        ),
        ImportError::NotJson { line, column, is_cut_off: false } => (
            lang.pick("这不是台账文件", "This is not a ledger file").to_owned()
                + &place(*line, *column)
                + lang.pick("。", "."),
            lang.pick(
                "请选“存一份完整的台账文件”存出来的那个文件。",
                "Choose a file that “Save a file” made.",
            ),
        ),
        ImportError::OtherProgram => (
            lang.pick("这是别的程序的文件。", "Another program made this file.").to_owned(),
            lang.pick(
                "请选“存一份完整的台账文件”存出来的那个文件。",
                "Choose a file that “Save a file” made.",
            ),
        ),
        ImportError::Newer { .. } => (
            lang.pick("这份文件是新版本存的。", "A newer version saved this file.").to_owned(),
            lang.pick("先换用新版本，再读入。", "Use the newer version, then import."),
        ),
        ImportError::Shape { line, column } => (
            lang.pick("文件里有一处格式不对", "The file is malformed").to_owned()
                + &place(*line, *column)
                + lang.pick("。", "."),
            again,
        ),
        ImportError::OtherRealm { file: Realm::Training } => (
            lang.pick("这是演练台账的文件。", "This file is of a training ledger.").to_owned(),
            lang.pick("演练的记录不能进正式台账。", "Training records never enter a real ledger."),
        ),
        ImportError::OtherRealm { file: Realm::Real } => (
            lang.pick("这是正式台账的文件。", "This file is of a real ledger.").to_owned(),
            lang.pick(
                "正式的记录不能进演练台账，请先退出演练。",
                "Real records never enter a training ledger.",
            ),
        ),
        ImportError::Record { number, why, .. } => (
            match lang {
                Lang::Zh => format!("文件里第{number}条记录不对：{}", record_error(why, lang)),
                Lang::En => format!("Record {number} of the file: {}", record_error(why, lang)),
            },
            again,
        ),
        ImportError::Sum { suspect } => (sum(suspect.as_ref().map(|s| s.1), lang), again),
        ImportError::Contact { number } => (
            match lang {
                Lang::Zh => format!("文件里第{number}份联系方式读不出来。"),
                Lang::En => format!("Contact {number} of the file does not read."),
            },
            again,
        ),
    };
    Notice::new(error.code(), title, safe, next)
}

fn sum(suspect: Option<u64>, lang: Lang) -> String {
    match (suspect, lang) {
        (Some(n), Lang::Zh) => {
            format!("文件的总数核对不上：有记录被改过、少了或多了，多半在第{n}条前后。")
        }
        (None, Lang::Zh) => "文件的总数核对不上：有记录被改过、少了或多了。".to_owned(),
        (Some(n), Lang::En) => {
            format!(
                "The file's sum does not match: a record was changed, is missing or was added, most likely near no. {n}."
            )
        }
        (None, Lang::En) => {
            "The file's sum does not match: a record was changed, is missing or was added."
                .to_owned()
        }
    }
}
