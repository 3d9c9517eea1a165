//! Ledgers for tests: a script played into memory.

use jieyou_cli::wait::wait;
use jieyou_domain::compact::Map;
use jieyou_domain::{Id, Realm};
use jieyou_store::script::{Script, play_between};
use jieyou_store::{Journal, Memory};

pub(crate) use jieyou_cli::due::CALENDAR;
pub(crate) use jieyou_cli::sample::PACK;

/// A script that was played.
pub(crate) struct Played {
    pub(crate) journal: Journal<Memory>,
    /// The matters by their short names.
    pub(crate) matters: Map<String, Id>,
}

/// Plays a script, or says what is wrong with it.
pub(crate) fn played(text: &str) -> Result<Played, String> {
    let script = Script::from_json(text).map_err(|e| e.to_string())?;
    let opened = wait(Journal::open(Memory::new(), Realm::Training));
    let mut journal = opened.map_err(|e| e.error.to_string())?;
    // Bytes that differ are all the randomness a test needs.
    let mut calls = 0_u64;
    let random = |bytes: &mut [u8]| {
        calls += 1;
        for (byte, count) in bytes.iter_mut().zip(calls.to_be_bytes().iter().rev().cycle()) {
            *byte = *count;
        }
    };
    let matters = wait(play_between(&script, &mut journal, (PACK, CALENDAR), random));
    Ok(Played { matters: matters.map_err(|e| e.to_string())?, journal })
}
