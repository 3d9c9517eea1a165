//! From an empty page to an open ledger, or to a page that says why not.

use crate::backend::Backend;
use crate::browser::data::{self, Brought};
use crate::browser::opening::{self, Opening, pace};
use crate::browser::{crash, files, page, preferences, random};
use crate::drafts::drops;
use crate::missed::{self, Missed, held};
use crate::session::{CLEARED, Session};
use jieyou_domain::Realm;
use jieyou_domain::compact::sort_by;
use jieyou_domain::ledger::Book;
use jieyou_store::event_store::{EventStore as _, Seq, StoreError, meta};
use jieyou_store::indexed_db;
use jieyou_store::journal::{About, Believed, Journal, NotOpened, Progress, Step};
use jieyou_store::script::{Script, play_between};
use jieyou_view::Lang;
use jieyou_view::screens::Assessments;
use jieyou_view::text::{frame, safety};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

/// Databases of real ledgers are named so, with a random id behind.
pub(crate) const REAL: &str = "jieyou-real-";
/// And databases of any ledger so.
const ANY: &str = "jieyou-";
/// The address at which no ledger is opened, and raw data can be taken out.
pub(crate) const RAW: &str = "/raw";
/// The tab's key for a damaged ledger that is open to be read.
const READ_ONLY: &str = "read-only";
/// How long opening waits for the browser to begin a new log, in milliseconds: another tab
/// may be frozen in the middle of the same.
const PATIENCE: i32 = 3_000;
/// The tab's key for the ledger that opening may make: somebody has just asked for it. Not
/// of the computer: what is noted there may be written late, and an older note that a
/// ledger may be made would put an empty one in the place of one that is lost.
const MAKES: &str = "makes";
/// How many matters are computed between two looks at the clock.
pub(crate) const COMPUTED: usize = 50;
/// The tab's key for a training ledger that is open in it.
const MODE: &str = "mode";

/// A ledger found on this computer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    /// Its database.
    pub(crate) database: String,
    /// The unit's name; empty while not written.
    pub(crate) unit: String,
    /// When the last record was written, in milliseconds.
    pub(crate) last_ms: u64,
}

/// What came of opening.
pub(crate) enum Booted {
    /// A ledger is open.
    Ready(Box<Session>),
    /// Several ledgers are here, or this file was not opened here before: ask.
    Choose(Vec<Found>),
    /// Ledgers that were here are no longer there.
    Gone(Gone),
    /// The ledger cannot be believed as a whole. It stays as it is.
    Damaged(Box<Damaged>),
    /// A newer program made the ledger.
    Newer {
        /// Its database.
        database: String,
        /// The version of its layout.
        found: u32,
    },
    /// Only raw data is asked for: of these.
    Raw(Vec<Found>),
    /// A ledger was just cleared from this computer: what is said of it, line by line.
    Cleared(String),
    /// The ledger cannot be opened at all.
    NotOpened(StoreError),
}

/// Ledgers that the browser no longer has.
#[derive(Clone, Debug)]
pub(crate) struct Gone {
    /// What was noted of them.
    pub(crate) missed: Vec<Missed>,
    /// The ledgers that are there.
    pub(crate) others: Vec<Found>,
}

/// A ledger that cannot be believed as a whole.
#[derive(Clone, Debug, Default)]
pub(crate) struct Damaged {
    /// Its database.
    pub(crate) database: String,
    /// What is wrong.
    pub(crate) believed: Believed,
    /// What can be believed.
    pub(crate) book: Arc<Book>,
}

/// The training ledgers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Training {
    /// A village.
    Village,
    /// Its township.
    Township,
}

impl Training {
    fn code(self) -> &'static str {
        match self {
            Self::Village => "village",
            Self::Township => "township",
        }
    }

    /// Its database.
    pub(crate) fn database(self) -> String {
        format!("jieyou-training-{}", self.code())
    }

    /// The one open in this tab.
    pub(crate) fn of_this_tab() -> Option<Self> {
        match preferences::tab(MODE)?.as_str() {
            "village" => Some(Self::Village),
            "township" => Some(Self::Township),
            _ => None,
        }
    }
}

/// The language before a session exists.
pub(crate) fn lang() -> Lang {
    let en = preferences::get::<String>("lang").is_some_and(|l| l == "en");
    if en { Lang::En } else { Lang::Zh }
}

/// Opens a training ledger in this tab, or leaves it; the page loads anew, so that
/// nothing of one ledger is left when the other opens.
pub(crate) fn switch(to: Option<Training>) {
    preferences::set_tab(MODE, to.map(Training::code));
    page::go("/today");
    page::reload();
}

/// Opens a training ledger in this tab.
pub(crate) fn train() {
    switch(Some(Training::Village));
}

/// Opens this ledger from now on when the page is opened here.
pub(crate) fn choose(database: &str) {
    preferences::set(&format!("ledger:{}", page::path()), &database);
    page::go("/today");
    page::reload();
}

/// Whether this ledger opens when the page is opened here.
pub(crate) fn is_chosen(database: &str) -> bool {
    preferences::get::<String>(&format!("ledger:{}", page::path())).as_deref() == Some(database)
}

/// Opens what can be believed of a damaged ledger, in this tab, to be read only; or shows
/// again what is wrong with it.
pub(crate) fn read_only(database: Option<&str>) {
    preferences::set_tab(READ_ONLY, database);
    page::go("/today");
    page::reload();
}

/// Hands everything in a database to the browser as a file, whatever it is worth.
///
/// # Errors
///
/// Returns what the browser says.
pub(crate) async fn save_raw(database: &str, name: &str) -> Result<(), String> {
    let mut parts = files::Parts::default();
    indexed_db::raw(database, |text: &str| parts.push(text)).await.map_err(|e| e.to_string())?;
    files::download_parts(name, "text/plain;charset=utf-8", &parts)
}

/// Starts a new ledger beside the ones that are here.
pub(crate) fn choose_new() {
    choose_made(&new_database());
}

/// Opens a ledger that opening makes.
pub(crate) fn choose_made(database: &str) {
    preferences::set_tab(MAKES, Some(database));
    choose(database);
}

/// The name of a new real ledger's database.
pub(crate) fn new_database() -> String {
    format!("{REAL}{}", random::id())
}

/// Opens what is to be opened here.
pub(crate) async fn boot() -> Result<Booted, String> {
    let brought = data::brought().await?;
    crash::ready(&brought.version);
    // A browser that throws its databases away does so now, not behind the list.
    page::within(PATIENCE, indexed_db::begin_log()).await;
    if page::hash() == RAW {
        let here = indexed_db::list_databases(REAL).await;
        here.iter().for_each(|here| missed::look(here));
        return Ok(Booted::Raw(describe(ANY).await));
    }
    if let Some(lines) = preferences::tab(CLEARED) {
        // Said once; loaded again, the page opens as ever.
        preferences::set_tab(CLEARED, None);
        return Ok(Booted::Cleared(lines));
    }
    if let Some(training) = Training::of_this_tab() {
        page::set_root("data-realm", "training");
        return Ok(open_training(training, brought).await);
    }
    page::set_root("data-realm", "real");
    let key = format!("ledger:{}", page::path());
    let database = match place(&key, brought.single).await {
        Ok(Place::Open(database)) => database,
        Ok(Place::Choose) => return Ok(Booted::Choose(describe(REAL).await)),
        Ok(Place::Gone(missed)) => {
            return Ok(Booted::Gone(Gone { missed, others: describe(REAL).await }));
        }
        Ok(Place::Cleared(lines)) => return Ok(Booted::Cleared(lines)),
        Err(error) => return Ok(Booted::NotOpened(error)),
    };
    let booted = open(database.clone(), Realm::Real, brought).await;
    point(&key, &database, &booted);
    Ok(booted)
}

/// Notes which ledger opens here: one that is there.
fn point(key: &str, database: &str, booted: &Booted) {
    let is_there = match booted {
        Booted::Ready(session) => session.is_kept(),
        Booted::Damaged(_) | Booted::Newer { .. } => true,
        _ => false,
    };
    if is_there {
        preferences::set(key, &database);
        missed::clearing(database, None);
    }
    if is_there && preferences::tab(MAKES).as_deref() == Some(database) {
        preferences::set_tab(MAKES, None);
    }
}

/// What to open.
enum Place {
    /// This database.
    Open(String),
    /// What a person chooses.
    Choose,
    /// Nothing: these are not there.
    Gone(Vec<Missed>),
    /// Nothing: the ledger was cleared, of which this is said.
    Cleared(String),
}

/// What to open. When the browser cannot say which databases there are, none is made: an
/// empty ledger would stand in the place of a full one.
async fn place(key: &str, is_single: bool) -> Result<Place, StoreError> {
    let known: Option<String> = preferences::get(key);
    let here = match indexed_db::list_databases(REAL).await {
        // Opened in memory, where nothing was here before.
        Err(StoreError::Unavailable) if missed::missed(&[]).is_empty() => {
            return Ok(Place::Open(new_database()));
        }
        listed => listed?,
    };
    let mut cleared = None;
    for database in missed::being_cleared() {
        if here.contains(&database) {
            // Opening waits for the tab that did not let go.
            opening::say(safety::CLEAR_BLOCKED.to(lang()));
        } else {
            cleared = missed::cleared(&database).await;
        }
    }
    missed::look(&here);
    if let Some(database) = known {
        if here.contains(&database) {
            return Ok(Place::Open(database));
        }
        if preferences::tab(MAKES).as_ref() == Some(&database) && held(&database).is_none() {
            return Ok(Place::Open(database));
        }
    }
    if let Some(lines) = cleared {
        return Ok(Place::Cleared(lines));
    }
    let missed = missed::others();
    if !missed.is_empty() {
        return Ok(Place::Gone(missed));
    }
    // Elsewhere an address has its own storage; local files share one in Chromium.
    Ok(match here.as_slice() {
        [] => Place::Open(new_database()),
        [only] if !is_single => Place::Open(only.clone()),
        _ => Place::Choose,
    })
}

async fn describe(prefix: &str) -> Vec<Found> {
    let mut all = Vec::new();
    let going = missed::being_cleared();
    let here = indexed_db::list_databases(prefix).await.unwrap_or_default();
    // What is being deleted would be made anew by looking into it.
    for database in here.into_iter().filter(|name| !going.contains(name)) {
        let texts = indexed_db::peek(&database).await.map(|(l, _)| l.meta).unwrap_or_default();
        let text = |key: &str| texts.get(key).cloned().unwrap_or_default();
        all.push(Found {
            unit: text(meta::UNIT),
            last_ms: text(meta::LAST).parse().unwrap_or_default(),
            database,
        });
    }
    sort_by(&mut all, |a, b| b.last_ms.cmp(&a.last_ms));
    all
}

/// An open ledger, and what follows today about each of its matters.
type Opened = (Journal<Backend>, Assessments);

/// Tells the page how far opening is.
fn watch(
    opening: &Rc<Opening>,
) -> impl FnMut(Progress) -> Pin<Box<dyn Future<Output = bool>>> + use<> {
    let opening = Rc::clone(opening);
    move |Progress { step, done, all }| {
        let opening = Rc::clone(&opening);
        Box::pin(async move { go_on(&opening, (step == Step::Folding).into(), done, all).await })
    }
}

async fn go_on(opening: &Opening, step: usize, done: usize, all: usize) -> bool {
    let lang = lang();
    let stop = frame::texts(lang).open_stop;
    opening.at(done, all, || frame::opening(step, done, all, lang), stop).await
}

/// Computes what follows about each matter, before the first page asks for all of it.
async fn assessed(mut journal: Journal<Backend>, opening: &Opening) -> Result<Opened, Booted> {
    journal.set_pace(pace);
    let (book, today) = (Arc::clone(journal.book()), Session::first_day(&journal));
    let (mut all, n) = (Assessments::new(), book.matters().count());
    while all.begin(&book, today, COMPUTED) {
        if !go_on(opening, 2, all.len(), n).await {
            return Err(Booted::NotOpened(StoreError::Stopped));
        }
    }
    Ok((journal, all))
}

/// Opens a journal; else what kept it from opening.
fn journal(
    database: String,
    realm: Realm,
) -> Pin<Box<dyn Future<Output = Result<Opened, Booted>>>> {
    // Boxed, so that the code of opening stands in the app once.
    Box::pin(async move {
        let store = match Backend::open(&database).await {
            Err(StoreError::NewerFormat) => {
                let found = indexed_db::version(&database).await.unwrap_or_default();
                return Err(Booted::Newer { database, found });
            }
            opened => opened.map_err(Booted::NotOpened)?,
        };
        // An empty ledger in memory never stands in the place of one that was here.
        if !store.is_kept() && !missed::missed(&[]).is_empty() {
            return Err(Booted::NotOpened(StoreError::Unavailable));
        }
        let opening = Rc::new(Opening::new());
        match Journal::open_watched(store, realm, &mut watch(&opening)).await {
            Ok(journal) => assessed(journal, &opening).await,
            Err(failed) if failed.error == StoreError::Stopped => {
                Err(Booted::NotOpened(failed.error))
            }
            // A training ledger is begun again, whatever is left of it.
            Err(_) if realm == Realm::Training => Err(Booted::Damaged(Box::default())),
            Err(failed)
                if matches!(failed.error, StoreError::Damaged { .. } | StoreError::NewerFormat) =>
            {
                believed(failed, database, &opening).await
            }
            // The machine failed, which says nothing about the lines.
            Err(failed) => Err(Booted::NotOpened(failed.error)),
        }
    })
}

/// What can be believed of a ledger: open, where that was asked for, else said.
async fn believed(
    failed: NotOpened<Backend>,
    database: String,
    opening: &Opening,
) -> Result<Opened, Booted> {
    match Journal::open_believed(failed.store.locked(), Realm::Real).await {
        Ok(journal) => {
            let book = Arc::clone(journal.book());
            let is_asked = preferences::tab(READ_ONLY).as_ref() == Some(&database);
            if is_asked && book.unit().is_some() {
                return assessed(journal, opening).await;
            }
            let believed = journal.believed().cloned().unwrap_or_default();
            Err(Booted::Damaged(Box::new(Damaged { database, believed, book })))
        }
        Err(none) if none.error == StoreError::NewerFormat => {
            let found = none.store.load_after(Seq::MAX).await.unwrap_or_default();
            let found = found.meta.get(meta::FORMAT).and_then(|v| v.parse().ok());
            Err(Booted::Newer { database, found: found.unwrap_or_default() })
        }
        Err(none) if matches!(none.error, StoreError::Damaged { .. }) => {
            let (subject, code, on) = Default::default();
            let wrong = vec![About { at: 0, why: none.error, subject, code, on }];
            let believed = Believed { wrong, ..Believed::default() };
            Err(Booted::Damaged(Box::new(Damaged { database, believed, book: Arc::default() })))
        }
        Err(none) => Err(Booted::NotOpened(none.error)),
    }
}

async fn open(database: String, realm: Realm, brought: Brought) -> Booted {
    // As it was before reading: another tab may write meanwhile.
    let noted = held(&database);
    match journal(database.clone(), realm).await {
        // It went after it was listed, and was made anew by opening it.
        Ok((journal, _)) if journal.seq() == 0 && noted.is_some() => {
            if let Some(lines) = missed::cleared(&database).await {
                drop(journal);
                drop(indexed_db::delete_database(&database).await);
                return Booted::Cleared(lines);
            }
            // It stays as it is: nobody asked for anything to be deleted.
            let missed = missed::missed(&[]).into_iter();
            let missed = missed.filter(|missed| missed.database == database).collect();
            Booted::Gone(Gone { missed, others: Vec::new() })
        }
        Ok((journal, all)) => {
            if let Some(noted) = noted.filter(|noted| noted.records > journal.seq()) {
                missed::fell_behind(&database, noted);
            }
            Booted::Ready(Box::new(Session::new(journal, all, database, brought)))
        }
        Err(booted) => booted,
    }
}

/// Opens a training ledger, playing its script when it is empty.
async fn open_training(training: Training, brought: Brought) -> Booted {
    let database = training.database();
    let (mut journal, all) = match journal(database.clone(), Realm::Training).await {
        Ok(opened) => opened,
        // Nothing of a training ledger is worth keeping: begin again.
        Err(Booted::Damaged(_)) => {
            drops(&database);
            drop(indexed_db::delete_database(&database).await);
            switch(Some(training));
            return Booted::NotOpened(StoreError::Unavailable);
        }
        Err(booted) => return booted,
    };
    if journal.book().unit().is_none() {
        let text = brought.text(&format!("training/{}.json", training.code()));
        let pack = brought.text("rules/base/pack.json");
        let calendar = brought.text("rules/calendar/cn.json");
        let played = match Script::from_json(&text) {
            Ok(script) => play_between(&script, &mut journal, (&pack, &calendar), random::fill)
                .await
                .map(|_| script.today)
                .map_err(|e| e.to_string()),
            Err(e) => Err(e.to_string()),
        };
        let kept = match played {
            Ok(today) => journal.remember("today", &today.to_string()).await,
            Err(why) => Err(StoreError::Other(why)),
        };
        if let Err(error) = kept {
            return Booted::NotOpened(error);
        }
    }
    Booted::Ready(Box::new(Session::new(journal, all, database, brought)))
}

/// Throws a training ledger away and plays it anew.
pub(crate) async fn reset_training(session: Session) {
    let Some(training) = Training::of_this_tab() else { return };
    session.drafts.close();
    drop(session.close().await);
    drop(indexed_db::delete_database(&training.database()).await);
    switch(Some(training));
}
