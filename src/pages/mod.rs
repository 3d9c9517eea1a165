//! One file a page. Pages read the session, draw models, and ask the session.

mod act;
mod alike;
mod audit;
mod between;
mod calendar;
mod choose;
mod codes;
mod conflicts;
mod damaged;
mod files;
mod gone;
mod imports;
mod ledger;
mod matter;
mod paper;
mod paste;
mod private;
mod redact;
mod register;
mod rights;
mod rules;
mod safety;
mod sealed;
mod sealed_copy;
mod settings;
mod setup;
mod today;
mod work;

pub(crate) use act::{Deed, act_page, contact_page};
pub(crate) use audit::audit_page;
pub(crate) use calendar::calendar_page;
pub(crate) use choose::choose_page;
pub(crate) use conflicts::conflicts_page;
pub(crate) use damaged::{damaged_page, newer_page, not_opened_page, raw_page};
pub(crate) use gone::gone_page;
pub(crate) use imports::imports_page;
pub(crate) use ledger::ledger_page;
pub(crate) use matter::matter_page;
pub(crate) use paper::{
    ledger_print_page, paper_page, recovery_card_page, sealed_receipt_page, slip_page,
    verdicts_page,
};
pub(crate) use paste::paste_page;
pub(crate) use redact::redact_page;
pub(crate) use register::register_page;
pub(crate) use rules::{lists_page, rule_page, rules_page, subjects_page, table_page, tables_page};
pub(crate) use safety::{cleared_page, safety_page};
pub(crate) use sealed::{sealed_follow_page, sealed_new_page, sealed_page};
pub(crate) use settings::settings_page;
pub(crate) use setup::setup_page;
pub(crate) use today::today_page;
