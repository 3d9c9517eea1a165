//! One file a page. Pages read the session, draw models, and ask the session.

mod act;
mod choose;
mod correct;
mod damaged;
mod ledger;
mod matter;
mod register;
mod settings;
mod setup;
mod today;
mod work;

pub(crate) use act::ActPage;
pub(crate) use choose::ChoosePage;
pub(crate) use correct::{CorrectPage, StrikePage};
pub(crate) use damaged::{DamagedPage, NotOpenedPage};
pub(crate) use ledger::LedgerPage;
pub(crate) use matter::MatterPage;
pub(crate) use register::RegisterPage;
pub(crate) use settings::SettingsPage;
pub(crate) use setup::SetupPage;
pub(crate) use today::TodayPage;
