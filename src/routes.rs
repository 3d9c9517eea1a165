//! Addresses: everything after `#`. Where a person is stands here and nowhere else,
//! so that back, forward and a bookmark work, on `file://` too.

use jieyou_domain::ledger::Action;
use jieyou_domain::time::parse_date;
use jieyou_domain::{Date, EntryId, Id};
use jieyou_view::screens::sheet::Paper;

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// 今日
    Today,
    /// 建账, with its query.
    Ledger(String),
    /// 登记一件事
    Register,
    /// A matter.
    Matter(Id),
    /// The slip of a matter, to print.
    Slip(Id),
    /// The decisions about a matter with their reasons, to print.
    Verdicts(Id),
    /// Another paper of a matter, to print.
    Paper(Id, Paper),
    /// The ledger to print, with its query.
    PrintLedger(String),
    /// A blank receipt for sealed letters, to print.
    SealedReceipt,
    /// The recovery card of the sealed copy saved on a day, to print.
    RecoveryCard(Date),
    /// Something is done to a matter.
    Act(Id, Action),
    /// How to reach the parties of a matter.
    Contact(Id),
    /// Personal data is taken out of what was recorded of a matter.
    Redact(Id),
    /// An entry of a matter is corrected.
    Correct(Id, EntryId),
    /// An entry of a matter is taken back.
    Strike(Id, EntryId),
    /// 少记
    Sealed,
    /// A matter is recorded by number only.
    SealedNew,
    /// How one of them went on.
    SealedFollow(Id),
    /// 粘贴旧台账
    Paste,
    /// 规则
    Rules,
    /// One rule.
    Rule(String),
    /// 判断表
    Tables,
    /// One of them.
    Table(String),
    /// 三级清单标准
    Lists,
    /// 事项分类
    Subjects,
    /// 设置
    Settings,
    /// 导入记录
    Imports,
    /// 不一致，待裁定
    Conflicts,
    /// 数据安全
    Safety,
    /// 查账
    Audit,
    /// 节假日历
    Calendar,
    /// No such page.
    NotFound,
}

impl Route {
    /// Reads an address.
    pub(crate) fn read(hash: &str) -> Self {
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let parts: Vec<&str> = path.split('/').filter(|p| !p.is_empty()).collect();
        let read = match parts.as_slice() {
            [] | ["today"] => Some(Self::Today),
            ["ledger"] => Some(Self::Ledger(query.to_owned())),
            ["register"] => Some(Self::Register),
            ["paste"] => Some(Self::Paste),
            ["settings"] => Some(Self::Settings),
            ["imports"] => Some(Self::Imports),
            ["conflicts"] => Some(Self::Conflicts),
            ["safety"] => Some(Self::Safety),
            ["rules"] => Some(Self::Rules),
            ["rules", "tables"] => Some(Self::Tables),
            ["rules", "tables", id] => Some(Self::Table((*id).to_owned())),
            ["rules", "subjects"] => Some(Self::Subjects),
            ["rules", "lists"] => Some(Self::Lists),
            ["rules", id] => Some(Self::Rule((*id).to_owned())),
            ["audit"] => Some(Self::Audit),
            ["calendar"] => Some(Self::Calendar),
            ["sealed"] => Some(Self::Sealed),
            ["sealed", "new"] => Some(Self::SealedNew),
            ["sealed", id] => id.parse().ok().map(Self::SealedFollow),
            ["matter", id] => id.parse().ok().map(Self::Matter),
            ["matter", id, "slip"] => id.parse().ok().map(Self::Slip),
            ["matter", id, "verdicts"] => id.parse().ok().map(Self::Verdicts),
            ["matter", id, "paper", code] => {
                id.parse().ok().zip(Paper::from_code(code)).map(|(i, p)| Self::Paper(i, p))
            }
            ["print", "ledger"] => Some(Self::PrintLedger(query.to_owned())),
            ["print", "sealed-receipt"] => Some(Self::SealedReceipt),
            ["print", "recovery-card", day] => parse_date(day).map(Self::RecoveryCard),
            ["matter", id, "contact"] => id.parse().ok().map(Self::Contact),
            ["matter", id, "redact"] => id.parse().ok().map(Self::Redact),
            ["matter", id, "do", action] => {
                id.parse().ok().zip(Action::from_code(action)).map(|(i, a)| Self::Act(i, a))
            }
            ["matter", id, "correct", entry] => {
                id.parse().ok().zip(entry.parse().ok()).map(|(i, e)| Self::Correct(i, e))
            }
            ["matter", id, "strike", entry] => {
                id.parse().ok().zip(entry.parse().ok()).map(|(i, e)| Self::Strike(i, e))
            }
            _ => None,
        };
        read.unwrap_or(Self::NotFound)
    }

    /// What kind of paper the page is printed on; empty for the usual one.
    pub(crate) fn paper(&self) -> &'static str {
        match self {
            Self::Today => "day",
            Self::Slip(_) | Self::Paper(..) | Self::SealedReceipt => "slip",
            Self::RecoveryCard(_) => "card",
            Self::Verdicts(_) => "verdicts",
            Self::PrintLedger(_) => "ledger",
            Self::Table(_) => "across",
            _ => "",
        }
    }

    /// The address, with `#`.
    pub(crate) fn href(&self) -> String {
        match self {
            Self::Today | Self::NotFound => "#/today".to_owned(),
            Self::Ledger(query) if query.is_empty() => "#/ledger".to_owned(),
            Self::Ledger(query) => format!("#/ledger?{query}"),
            Self::Register => "#/register".to_owned(),
            Self::Paste => "#/paste".to_owned(),
            Self::Settings => "#/settings".to_owned(),
            Self::Imports => "#/imports".to_owned(),
            Self::Conflicts => "#/conflicts".to_owned(),
            Self::Safety => "#/safety".to_owned(),
            Self::Rules => "#/rules".to_owned(),
            Self::Rule(id) => format!("#/rules/{id}"),
            Self::Tables => "#/rules/tables".to_owned(),
            Self::Table(id) => format!("#/rules/tables/{id}"),
            Self::Subjects => "#/rules/subjects".to_owned(),
            Self::Lists => "#/rules/lists".to_owned(),
            Self::Audit => "#/audit".to_owned(),
            Self::Calendar => "#/calendar".to_owned(),
            Self::Sealed => "#/sealed".to_owned(),
            Self::SealedNew => "#/sealed/new".to_owned(),
            Self::SealedFollow(id) => format!("#/sealed/{id}"),
            Self::Matter(id) => format!("#/matter/{id}"),
            Self::Slip(id) => format!("#/matter/{id}/slip"),
            Self::Verdicts(id) => format!("#/matter/{id}/verdicts"),
            Self::Paper(id, paper) => format!("#/matter/{id}/paper/{}", paper.code()),
            Self::PrintLedger(query) if query.is_empty() => "#/print/ledger".to_owned(),
            Self::PrintLedger(query) => format!("#/print/ledger?{query}"),
            Self::SealedReceipt => "#/print/sealed-receipt".to_owned(),
            Self::RecoveryCard(day) => format!("#/print/recovery-card/{day}"),
            Self::Contact(id) => format!("#/matter/{id}/contact"),
            Self::Redact(id) => format!("#/matter/{id}/redact"),
            Self::Act(id, action) => format!("#/matter/{id}/do/{}", action.code()),
            Self::Correct(id, entry) => format!("#/matter/{id}/correct/{entry}"),
            Self::Strike(id, entry) => format!("#/matter/{id}/strike/{entry}"),
        }
    }
}
