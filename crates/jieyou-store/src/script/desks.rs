//! A play on several desks: every unit has a ledger of its own, and what one writes about a
//! matter between two units reaches the other as a file, as in life.

use super::{Script, ScriptError, ScriptWhy, at_work, begin_ledger, in_order};
use crate::backup::{Export, Purpose};
use crate::event_store::EventStore;
use crate::journal::Journal;
use crate::memory::Memory;
use jieyou_domain::compact;
use jieyou_domain::facts::UnitProfile;
use jieyou_domain::{Date, Id};

/// Plays a script as [`play`](super::play) does, and the steps of other units on desks of
/// their own, which live only as long as the play.
///
/// # Errors
///
/// Returns the step that was refused; the steps played before it stay.
pub async fn play_between<S: EventStore>(
    script: &Script,
    journal: &mut Journal<S>,
    texts: (&str, &str),
    mut random: impl FnMut(&mut [u8]),
) -> Result<compact::Map<String, Id>, ScriptError> {
    let begin = |why| ScriptError { at: 0, why };
    if journal.realm() != script.realm {
        return Err(begin(ScriptWhy::OtherRealm));
    }
    begin_ledger(script, &script.unit, journal, texts, &mut random).await?;
    let mut desks: Vec<(&UnitProfile, Journal<Memory>)> = Vec::new();
    for unit in &script.others {
        let opened = Journal::open(Memory::new(), script.realm).await;
        let no_desk = |_| begin(ScriptWhy::NoSuchUnit(unit.name.clone()));
        let mut desk = opened.map_err(no_desk)?;
        begin_ledger(script, unit, &mut desk, texts, &mut random).await?;
        desks.push((unit, desk));
    }
    let mut matters = compact::Map::new();
    for (at, step) in in_order(script) {
        let wrong = |why| ScriptError { at, why };
        let place = desks.iter().position(|(unit, _)| unit.name == step.by);
        let day = step.written();
        if let Some(place) = place {
            let (unit, desk) = &mut desks[place];
            step.play(unit, desk, &mut matters, &mut random).await.map_err(wrong)?;
        } else {
            let played = step.play(&script.unit, journal, &mut matters, &mut random).await;
            played.map_err(wrong)?;
        }
        let Some(id) = matters.get(&step.matter).copied() else { continue };
        // What one desk says is carried to the other on the same day.
        if let Some(place) = place {
            let letter = letter(&desks[place].1, id, day).await.map_err(wrong)?;
            let Some((to, text)) = letter else { continue };
            if to == script.unit.name {
                read(journal, &text, day).await.map_err(wrong)?;
            } else if let Some((_, desk)) = desks.iter_mut().find(|(unit, _)| unit.name == to) {
                read(desk, &text, day).await.map_err(wrong)?;
            }
        } else if let Some((to, text)) = letter(journal, id, day).await.map_err(wrong)?
            && let Some((_, desk)) = desks.iter_mut().find(|(unit, _)| unit.name == to)
        {
            read(desk, &text, day).await.map_err(wrong)?;
        }
    }
    Ok(matters)
}

/// The file about a matter for the other unit, if it is between two units.
async fn letter<S: EventStore>(
    journal: &Journal<S>,
    id: Id,
    day: Date,
) -> Result<Option<(String, String)>, ScriptWhy> {
    let Some(matter) = journal.book().matter(id) else { return Ok(None) };
    let exchange = &matter.state.exchange;
    let (to, purpose) = if exchange.is_upper {
        (exchange.other_unit.clone(), Purpose::FedBack)
    } else if let Some((_, handed)) = &exchange.handed {
        (handed.to.clone(), Purpose::HandedUp)
    } else {
        return Ok(None);
    };
    let export = Export { app: "script", exported_on: day, purpose };
    let text = journal.hand_over(export, &[id], false).await;
    text.map(|text| Some((to, text))).map_err(|e| ScriptWhy::NotHandedOver(e.to_string()))
}

async fn read<S: EventStore>(
    journal: &mut Journal<S>,
    text: &str,
    day: Date,
) -> Result<(), ScriptWhy> {
    let lost = |e: &dyn std::fmt::Display| ScriptWhy::NotHandedOver(e.to_string());
    let plan = journal.plan_import(text, at_work(day)).await.map_err(|e| lost(&e))?;
    journal.apply_import(&plan, day).await.map_err(|e| lost(&e))
}
