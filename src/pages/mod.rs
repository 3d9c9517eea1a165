//! One file a page. Pages read the session, draw models, and ask the session.

mod act;
mod choose;
mod correct;
mod damaged;
mod files;
mod ledger;
mod matter;
mod register;
mod settings;
mod setup;
mod today;
mod work;

pub(crate) use act::ActPage;
pub(crate) use choose::choose_page;
pub(crate) use correct::{CorrectPage, StrikePage};
pub(crate) use damaged::{damaged_page, not_opened_page};
pub(crate) use ledger::ledger_page;
pub(crate) use matter::matter_page;
pub(crate) use register::RegisterPage;
pub(crate) use settings::SettingsPage;
pub(crate) use setup::SetupPage;
pub(crate) use today::today_page;
