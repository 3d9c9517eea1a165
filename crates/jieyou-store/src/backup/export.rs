//! Writing an export. The lines are copied as they are stored; nothing is written anew.

use super::envelope::{ContactLine, FORMAT, Front, Purpose, UnitLabel, VERSION, sum};
use crate::event_store::{Damage, EventStore, StoreError};
use crate::journal::{Held, Journal};
use crate::record::Record;
use jieyou_domain::Date;
use jieyou_domain::compact::Map;

/// What an export says about itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Export<'a> {
    /// The program and its version.
    pub app: &'a str,
    /// Today.
    pub exported_on: Date,
    /// What it is for.
    pub purpose: Purpose,
}

impl<S: EventStore> Journal<S> {
    /// Writes everything on disk as one text: what other tabs wrote is in it.
    ///
    /// # Errors
    ///
    /// Returns what the machine says, or what is wrong with the stored lines.
    pub async fn export(&self, export: Export<'_>) -> Result<String, StoreError> {
        let loaded = self.store().load().await?;
        let held = Held::build(&loaded, self.realm()).map_err(|mut all| all.swap_remove(0))?;
        let mut records = Vec::with_capacity(loaded.records.len());
        for (at, line) in &loaded.records {
            let damaged = |e| StoreError::Damaged { at: *at, why: Damage::Record(e) };
            records.push(Record::read(line).map_err(damaged)?);
        }
        let contacts = match export.purpose {
            Purpose::Copy => loaded.contacts,
            Purpose::HandedUp => Map::new(),
        };
        let mut tips = Map::new();
        for origin in held.weave.tips().map(|link| link.origin) {
            if let Some(tip) = held.weave.tip(origin) {
                tips.insert(origin, tip.id);
            }
        }
        let front = Front {
            format: FORMAT,
            version: VERSION,
            app: export.app,
            exported_on: export.exported_on,
            realm: self.realm(),
            purpose: export.purpose,
            unit: held.book.unit().map(|unit| UnitLabel::of(unit)),
            tips,
        };
        let sum = sum(&records, contacts.iter().map(|(s, t)| (s.as_str(), t.as_str())));
        // Plain structs with text keys: writing them cannot fail.
        let mut text = serde_json::to_string(&front).unwrap_or_default();
        text.truncate(text.len().saturating_sub(1));
        text.push_str(",\"records\":[");
        push_lines(&mut text, loaded.records.iter().map(|(_, line)| line.clone()));
        text.push_str("],\"contacts\":[");
        push_lines(
            &mut text,
            contacts.into_iter().map(|(subject, text)| {
                serde_json::to_string(&ContactLine { subject, text }).unwrap_or_default()
            }),
        );
        text.push_str("],\"sum\":\"");
        text.push_str(&sum.to_string());
        text.push_str("\"}\n");
        Ok(text)
    }
}

fn push_lines(text: &mut String, lines: impl Iterator<Item = String>) {
    for (at, line) in lines.enumerate() {
        text.push_str(if at == 0 { "\n" } else { ",\n" });
        text.push_str(&line);
    }
    text.push('\n');
}
