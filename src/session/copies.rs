//! File copies of the open ledger: handed over, read back, noted.
//! A copy is called verified only after its file was read and found the same.

use super::files::Whole;
use super::{Inner, Session};
use crate::backend::Backend;
use crate::browser::chosen::{self, Chosen, Failed};
use crate::browser::files::Parts;
use crate::browser::{files, preferences};
use crate::missed;
use crate::state::State;
use jieyou_domain::Date;
use jieyou_domain::time::parse_date;
use jieyou_store::event_store::StoreError;
use jieyou_store::hash::{Hashing, hash_bytes};
use jieyou_store::journal::Journal;
use jieyou_view::screens::copies::{self, Copied, Trouble};
use jieyou_view::screens::gone::Seen;
use jieyou_view::screens::lamp::Place;
use jieyou_view::text::frame;
use leptos::prelude::*;

/// Key of the list of copies, beside the ledger.
const COPIES: &str = "copies";
/// Key of the day of the last recovery drill that succeeded, beside the ledger.
pub(super) const DRILLED: &str = "drilled";
/// Preference of this ledger: the day on which the reminder was put off.
pub(super) const PUT_OFF: &str = "put-off";
/// Preference of this ledger: the last record's day when the clock was called right.
pub(super) const CLOCK_RIGHT: &str = "clock-right";

/// What is known about the copies of the open ledger.
#[derive(Clone, Copy)]
pub(crate) struct Copies {
    /// Those that were made.
    pub(crate) list: State<Vec<Copied>>,
    /// Whether they go to a chosen file.
    pub(crate) place: State<Place>,
    pub(super) drilled: State<Option<Date>>,
    pub(super) put_off: State<Option<Date>>,
    pub(super) clock_right: State<Option<Date>>,
    /// How many records the browser lost, at least, while they are not all here.
    pub(super) lost: State<u32>,
}

/// Something to be handed over as a file: a text or bytes of any kind.
#[derive(Debug)]
pub(crate) struct Outgoing {
    /// The name to suggest.
    pub(crate) name: String,
    /// The MIME type.
    pub(crate) kind: &'static str,
    /// How the name ends, with the dot.
    pub(crate) ending: &'static str,
    /// All of it.
    pub(crate) parts: Parts,
    /// The hash of its bytes.
    pub(crate) hash: String,
    /// How many records it holds.
    pub(crate) records: u32,
}

/// Which way something is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// As a download.
    Download,
    /// To the file that was chosen before.
    Chosen,
    /// To a file that is chosen now.
    Choose,
}

/// What came of handing over.
pub(crate) enum Handed {
    /// Written to the chosen file, read back and the same.
    Written(Copied),
    /// A download under this name, and why it is not in the chosen file.
    Download(String, Option<Trouble>),
    /// It is ready; a file can be chosen only right after another press.
    Ready,
    /// The person closed the picker: nothing was done.
    Left,
    /// The browser did not take the download, in its words.
    Failed(String),
}

impl Copies {
    pub(super) fn new(journal: &Journal<Backend>, key: impl Fn(&str) -> String) -> Self {
        let day = |name| preferences::get::<String>(&key(name)).and_then(|d| parse_date(&d));
        let place = if chosen::can_choose() { Place::Open } else { Place::Impossible };
        let copies = Self {
            list: State::new(Vec::new()),
            place: State::new(place),
            drilled: State::new(None),
            put_off: State::new(day(PUT_OFF)),
            clock_right: State::new(day(CLOCK_RIGHT)),
            lost: State::new(0),
        };
        copies.read(journal);
        copies
    }

    /// Takes in what is noted beside the ledger; another tab may have written it.
    pub(super) fn read(self, journal: &Journal<Backend>) {
        let list = copies::list(journal.recall(COPIES).unwrap_or_default());
        if self.list.with_untracked(|known| *known != list) {
            self.list.set(list);
        }
        self.drilled.set(journal.recall(DRILLED).and_then(parse_date));
    }
}

impl Inner {
    pub(super) fn chosen(&self) -> Option<Chosen> {
        self.chosen.borrow().clone()
    }
}

impl Session {
    /// The name of a file of a kind that is made now.
    pub(crate) fn file_name(self, what: &str, ending: &str) -> String {
        let unit = self.book.with_untracked(|b| b.unit().map(|u| u.name.clone()));
        let whose = (unit.as_deref().unwrap_or_default(), self.is_training());
        let now = (self.real_today(), self.time_of_day());
        frame::file_name(what, whose, (now.0, &now.1), ending, self.lang.get_untracked())
    }

    /// The whole ledger, ready to be handed over.
    async fn outgoing(self) -> Result<Outgoing, StoreError> {
        let Whole { parts, hash, records } = self.export().await?;
        Ok(Outgoing {
            name: self.file_name("copy", "json"),
            kind: "application/json",
            ending: ".json",
            records,
            hash: hash.to_string(),
            parts,
        })
    }

    /// Hands the whole ledger over and notes the copy.
    ///
    /// # Errors
    ///
    /// Returns what the disk says; nothing was handed over then.
    pub(crate) async fn save_copy(self, way: Way) -> Result<Handed, StoreError> {
        // What was made ready before goes first: the press must not wait for the ledger.
        let ready = self.inner().ready.take().filter(|r| r.records == self.size());
        let file = match (way, self.inner().chosen()) {
            (Way::Chosen, Some(file)) => Some((file.allow().await, file)),
            _ => None,
        };
        let outgoing = match ready {
            Some(ready) => ready,
            None => self.outgoing().await?,
        };
        Ok(match file {
            Some((true, file)) => self.write(outgoing, file).await,
            Some((false, _)) => self.download(outgoing, Some(Trouble::Refused)).await,
            None if way == Way::Choose => self.choose(outgoing).await,
            None => self.download(outgoing, None).await,
        })
    }

    /// Lets a file be chosen for what is ready, and writes it at once.
    async fn choose(self, outgoing: Outgoing) -> Handed {
        let Outgoing { name, kind, ending, .. } = &outgoing;
        match chosen::choose(name, kind, ending).await {
            Ok(file) => {
                let handed = self.write(outgoing, file.clone()).await;
                if matches!(handed, Handed::Written(_)) {
                    chosen::keep(&self.database(), &file).await;
                    *self.inner().chosen.borrow_mut() = Some(file);
                    self.look_at_place().await;
                }
                handed
            }
            Err(Failed::Left) => Handed::Left,
            Err(Failed::TooLate) => {
                *self.inner().ready.borrow_mut() = Some(outgoing);
                Handed::Ready
            }
            Err(why) => self.download(outgoing, Some(trouble(why))).await,
        }
    }

    /// Writes a file as a whole and reads it back; where that fails, hands a download over
    /// instead.
    async fn write(self, outgoing: Outgoing, file: Chosen) -> Handed {
        let written = match outgoing.parts.blob(outgoing.kind) {
            Ok(blob) => file.write(&blob).await,
            Err(words) => Err(Failed::Other(words)),
        };
        let mut hashing = Hashing::default();
        let read = match written {
            Ok(()) => file.read_in_parts(&mut |part| hashing.add(part)).await,
            Err(why) => Err(why),
        };
        let wrong = match read {
            Ok(()) if hashing.finish().to_string() == outgoing.hash => None,
            Ok(_) => Some(Trouble::Differs),
            Err(why) => Some(trouble(why)),
        };
        if !matches!(wrong, Some(Trouble::Refused | Trouble::Gone)) {
            self.replace(&file.name());
        }
        if wrong.is_some() {
            return self.download(outgoing, wrong).await;
        }
        let mut copy = self.copied(&outgoing, file.name(), true);
        copy.verified = Some(copy.on);
        self.inner().verified.borrow_mut().push(copy.clone());
        self.note(copy.clone()).await;
        self.look_at_place().await;
        Handed::Written(copy)
    }

    /// What the chosen file of this name held before counts no more.
    pub(super) fn replace(self, name: &str) {
        let mut list = self.copies.list.get_untracked();
        copies::replace(&mut list, name);
        self.copies.list.set(list);
        self.inner().verified.borrow_mut().retain(|c| !c.chosen || c.name != name);
    }

    /// Hands a download over and notes that nobody has verified it yet.
    async fn download(self, outgoing: Outgoing, why: Option<Trouble>) -> Handed {
        let Outgoing { name, kind, parts, .. } = &outgoing;
        if let Err(words) = files::download_parts(name, kind, parts) {
            return Handed::Failed(words);
        }
        self.note(self.copied(&outgoing, name.clone(), false)).await;
        Handed::Download(name.clone(), why)
    }

    /// Hands a sealed copy over as a download, and notes that nobody has verified it yet.
    ///
    /// # Errors
    ///
    /// Returns what the browser says; nothing was handed over then.
    pub(crate) async fn hand_sealed(
        self,
        name: &str,
        sealed: &[u8],
        records: u32,
    ) -> Result<(), String> {
        let mut parts = Parts::default();
        parts.push_bytes(sealed);
        let outgoing = Outgoing {
            name: name.to_owned(),
            kind: "application/octet-stream",
            ending: ".age",
            hash: hash_bytes(sealed).to_string(),
            parts,
            records,
        };
        match self.download(outgoing, None).await {
            Handed::Failed(why) => Err(why),
            _ => Ok(()),
        }
    }

    fn copied(self, outgoing: &Outgoing, name: String, chosen: bool) -> Copied {
        Copied {
            on: self.real_today(),
            records: outgoing.records,
            name,
            hash: outgoing.hash.clone(),
            chosen,
            verified: None,
            replaced: None,
        }
    }

    /// Notes a copy. One that cannot be noted is known until the page is closed.
    async fn note(self, copy: Copied) {
        let mut list = self.copies.list.get_untracked();
        list.push(copy);
        self.keep_copies(list).await;
    }

    pub(super) async fn keep_copies(self, list: Vec<Copied>) {
        let text = copies::kept(&list);
        self.copies.list.set(list);
        self.remember(COPIES, &text).await;
    }

    pub(super) async fn remember(self, key: &str, text: &str) {
        let mut journal = self.take().await;
        let kept = journal.remember(key, text).await;
        self.give_back(journal).await;
        if kept.is_ok()
            && let Some(tabs) = &*self.inner().tabs.borrow()
        {
            tabs.say_written();
        }
    }

    /// Compares a file with the copies that were handed over.
    ///
    /// # Errors
    ///
    /// Returns `Unknown` when it is none of them.
    pub(crate) async fn verify_copy(self, bytes: &[u8]) -> Result<Copied, Trouble> {
        let hash = hash_bytes(bytes).to_string();
        let mut list = self.copies.list.get_untracked();
        let today = self.real_today();
        let copy = copies::verify(&mut list, &hash, today).ok_or(Trouble::Unknown)?;
        self.inner().verified.borrow_mut().push(copy.clone());
        self.keep_copies(list).await;
        Ok(copy)
    }

    /// No longer writes to the chosen file. The file stays as it is.
    pub(crate) async fn forget_chosen(self) {
        if chosen::forget(&self.database()).await {
            self.inner().chosen.borrow_mut().take();
            self.copies.place.set(Place::Open);
        }
    }

    /// Reads the chosen file; needs a press where the browser has to ask.
    ///
    /// # Errors
    ///
    /// Returns why it could not be read.
    pub(crate) async fn read_chosen(self) -> Result<Vec<u8>, Trouble> {
        let file = self.inner().chosen().ok_or(Trouble::Gone)?;
        if !file.allow().await {
            return Err(Trouble::Refused);
        }
        file.read().await.map_err(|why| match trouble(why) {
            Trouble::NotWritten(words) => Trouble::NotRead(words),
            why => why,
        })
    }

    /// The name of the copy verified in this visit that holds everything there is now, to
    /// the letter; none where there is none.
    pub(super) async fn complete_copy(self) -> Result<Option<String>, StoreError> {
        let now = self.outgoing().await?.hash;
        let inner = self.inner();
        let verified = inner.verified.borrow();
        Ok(verified.iter().rfind(|c| c.hash == now).map(|c| c.name.clone()))
    }

    /// Notes outside the database how much there is and which copies to go by. Nothing where
    /// the connection is closed: the ledger may have been cleared.
    pub(super) fn note_what_is_held(self, journal: &Journal<Backend>) {
        if self.is_training() || !journal.store().is_open() {
            return;
        }
        let (records, last_ms) = (journal.seq(), journal.last_ms());
        let unit = journal.book().unit().map(|u| (u.name.clone(), u.code.clone()));
        let (unit, code) = unit.unwrap_or_default();
        let seen = Seen { unit, code, records, last_ms, ..Seen::default() };
        let note = |copies: &Vec<Copied>| missed::note(&self.database(), seen, copies);
        self.copies.list.with_untracked(note);
        self.look_for_lost();
    }

    /// How many records a ledger had at least that the browser lost, and in whose place this
    /// one was begun, while they are not all here; follows it.
    pub(crate) fn lost(self) -> u32 {
        self.copies.lost.get()
    }

    fn look_for_lost(self) {
        let left = missed::left(&self.database());
        let lost = left.iter().map(|(seen, _)| seen.records).max().unwrap_or_default();
        if self.copies.lost.get_untracked() != lost {
            self.copies.lost.set(lost);
        }
    }

    /// Everything that the browser lost is here again.
    pub(crate) fn is_made_up_for(self) {
        missed::forget_before(&self.database());
        self.look_for_lost();
    }

    /// The open ledger's database.
    pub(crate) fn database(self) -> String {
        self.opened.with_value(|o| o.database.clone())
    }
}

fn trouble(why: Failed) -> Trouble {
    match why {
        Failed::Refused => Trouble::Refused,
        Failed::Gone => Trouble::Gone,
        Failed::Other(words) => Trouble::NotWritten(words),
        Failed::Left | Failed::TooLate => Trouble::NotWritten(String::new()),
    }
}
