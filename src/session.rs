//! The only holder of truth on the page: the book, the day, the language; and the one
//! door for change, [`Session::submit`]. What is on screen is on disk.

mod ahead;
mod audit;
mod basis;
mod batch;
mod clearing;
mod copies;
pub(crate) mod curtain;
mod files;
mod idle;
mod merge;
mod private;
mod safety;

pub(crate) use clearing::{CLEARED, Going};
pub(crate) use copies::{Handed, Way};
pub(crate) use merge::ReadIn;

use crate::backend::Backend;
use crate::browser::chosen::Chosen;
use crate::browser::data::Brought;
use crate::browser::tabs::Tabs;
use crate::browser::{clock, crash, page, preferences, random, storage, task};
use crate::drafts::Drafts;
use crate::state::{Followed, State, derived};
use copies::{Copies, Outgoing};
use jieyou_domain::facts::By;
use jieyou_domain::ledger::{Book, Command};
use jieyou_domain::time::parse_date;
use jieyou_domain::{Date, EntryId, Id, Realm, Subject};
use jieyou_store::audit::{Head, Writer};
use jieyou_store::chain::Conflict;
use jieyou_store::contact::Contact;
use jieyou_store::event_store::StoreError;
use jieyou_store::journal::{Believed, Journal, SubmitError};
use jieyou_store::local::Came;
use jieyou_view::Lang;
use jieyou_view::forms::setup;
use jieyou_view::screens::Assessments;
use jieyou_view::screens::copies::Copied;
use jieyou_view::text::say;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// Key of the trainer's clock, kept with a training ledger.
const CLOCK: &str = "today";

/// What the status line says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Said {
    /// The words.
    pub(crate) text: String,
    /// Whether something went wrong.
    pub(crate) is_bad: bool,
    /// Where what was just recorded can be taken back; may be empty.
    pub(crate) undo: String,
}

/// Which ledger is open.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Opened {
    /// The database.
    pub(crate) database: String,
    /// Real or training.
    pub(crate) realm: Realm,
    /// Whether what is written outlives the page.
    pub(crate) is_kept: bool,
    /// What was found in it, where it is damaged and open only to be read.
    pub(crate) believed: Option<Believed>,
}

/// What every page may read, and the one thing it may ask for.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    /// What is true.
    pub(crate) book: Followed<Arc<Book>>,
    /// The civil date at UTC+8, or the trainer's.
    pub(crate) today: Followed<Date>,
    /// The language of the screen.
    pub(crate) lang: State<Lang>,
    /// What follows from the book today, matter by matter.
    pub(crate) assessed: Followed<Arc<Assessments>>,
    /// Which ledger is open.
    pub(crate) opened: StoredValue<Opened>,
    /// What the status line says.
    pub(crate) said: State<Option<Said>>,
    /// Whether that was said on the way to another page, which then still shows it.
    fresh: StoredValue<bool>,
    /// Drafts of forms that were not sent yet, by page address.
    pub(crate) drafts: Drafts,
    /// The file copies that were made.
    pub(crate) copies: Copies,
    /// What two computers wrote differently, and nobody has decided.
    pub(crate) conflicts: State<Vec<Conflict>>,
    /// How the entries that stand against each other came here.
    pub(crate) came: State<Vec<(EntryId, Came)>>,
    /// How safe the storage is.
    pub(crate) safety: State<storage::Safety>,
    /// Whether the last thing to be written was not.
    unsaved: State<bool>,
    /// Whether the last audit of what is on disk found damage.
    damaged: State<bool>,
    /// Whether the page is covered.
    pub(crate) curtain: State<bool>,
    /// What follows from a book and a day that are about to be shown.
    ahead: StoredValue<Option<Arc<Assessments>>>,
    set_book: State<Arc<Book>>,
    set_today: State<Date>,
    inner: StoredValue<Rc<Inner>, LocalStorage>,
}

struct Inner {
    /// Out while a command is under way: one at a time.
    journal: RefCell<Option<Journal<Backend>>>,
    tabs: RefCell<Option<Tabs>>,
    brought: Brought,
    /// Another tab wrote while the journal was out.
    is_behind: Cell<bool>,
    /// How many chains, files read in and files taken back there were when conflicts were
    /// looked for.
    merged: Cell<(usize, usize, usize)>,
    /// The head codes as they were last known, for while the journal is out.
    heads: RefCell<Vec<(Head, Writer)>>,
    /// How many records there are, and the milliseconds of the last.
    shape: Cell<(u32, u64)>,
    /// The milliseconds of the first record, once there is one.
    first: Cell<Option<u64>>,
    /// What of files is not in the ledger.
    apart: State<(u32, u32)>,
    /// How many records of this unit are not here, at least.
    missing: State<u32>,
    /// The file that copies are written to.
    chosen: RefCell<Option<Chosen>>,
    /// A copy that waits for a file to be chosen.
    ready: RefCell<Option<Outgoing>>,
    /// The copies verified since the page was opened.
    verified: RefCell<Vec<Copied>>,
}

impl Inner {
    /// Takes note of how much the ledger holds.
    fn measure(&self, journal: &Journal<Backend>) {
        self.shape.set((journal.seq(), journal.last_ms()));
        let apart = merge::apart(journal);
        // What is noted may change where the book does not.
        if self.apart.get_untracked() != apart {
            self.apart.set(apart);
        }
        if self.first.get().is_none() {
            self.first.set(journal.first_ms());
        }
    }
}

impl Session {
    /// Today when a ledger is opened: the computer's day, or the trainer's.
    pub(crate) fn first_day(journal: &Journal<Backend>) -> Date {
        let moved = journal.recall(CLOCK).and_then(parse_date);
        let moved = moved.filter(|_| journal.realm() == Realm::Training);
        moved.unwrap_or_else(clock::today)
    }

    /// Takes an open journal over, with what was computed about its matters already.
    pub(crate) fn new(
        journal: Journal<Backend>,
        assessed: Assessments,
        database: String,
        brought: Brought,
    ) -> Self {
        let realm = journal.realm();
        let (is_kept, believed) = (journal.store().is_kept(), journal.believed().cloned());
        let keeps_drafts = is_kept && believed.is_none();
        crash::saved(journal.seq(), journal.last_ms());
        let copies = Copies::new(&journal, |name| format!("{database}:{name}"));
        let shape = Cell::new((journal.seq(), journal.last_ms()));
        let first_ms = Cell::new(journal.first_ms());
        let apart = merge::apart(&journal);
        let aside = merge::aside(&journal.imports());
        let set_today = State::new(Self::first_day(&journal));
        let set_book = State::new(Arc::clone(journal.book()));
        let book = set_book.read_only();
        let today = set_today.read_only();
        let lang = preferences::get::<String>("lang").filter(|l| l == "en");
        let lang = State::new(if lang.is_some() { Lang::En } else { Lang::Zh });
        let first = Arc::new(assessed);
        let ahead = StoredValue::new(None::<Arc<Assessments>>);
        let assessed = derived(move |old: Option<&Arc<Assessments>>| {
            let (book, today) = (book.get(), today.get());
            let ready = ahead.get_value().filter(|all| all.is_of(&book, today));
            let mut all = Assessments::clone(ready.as_ref().or(old).unwrap_or(&first));
            all.refresh(&book, today);
            Arc::new(all)
        });
        let inner = Inner {
            journal: RefCell::new(Some(journal)),
            tabs: RefCell::new(None),
            brought,
            is_behind: Cell::new(false),
            merged: Cell::new((0, 0, aside)),
            shape,
            first: first_ms,
            apart: State::new(apart),
            missing: State::new(0),
            chosen: RefCell::new(None),
            ready: RefCell::new(None),
            verified: RefCell::new(Vec::new()),
            heads: RefCell::default(),
        };
        let session = Self {
            book,
            today,
            lang,
            assessed,
            opened: StoredValue::new(Opened {
                database: database.clone(),
                realm,
                is_kept,
                believed,
            }),
            said: State::new(None),
            fresh: StoredValue::new(false),
            copies,
            conflicts: State::new(Vec::new()),
            came: State::new(Vec::new()),
            drafts: Drafts::new(&database, keeps_drafts),
            safety: State::new(storage::Safety::default()),
            curtain: State::new(false),
            unsaved: State::new(false),
            damaged: State::new(false),
            ahead,
            set_book,
            set_today,
            inner: StoredValue::new_local(Rc::new(inner)),
        };
        if let Some(journal) = &*session.inner().journal.borrow() {
            session.note_what_is_held(journal);
        }
        session.listen(&database);
        session
    }

    /// Follows other tabs, the night, and the storage.
    fn listen(self, database: &str) {
        let inner = self.inner();
        *inner.tabs.borrow_mut() = Some(Tabs::open(database, move || self.catch_up()));
        page::on_document("visibilitychange", move || {
            self.look_at_clock();
            self.catch_up();
        });
        page::every(60_000, move || self.look_at_clock());
        self.tidy_up_when_idle();
        self.watch_for_idleness();
        self.look_at_storage();
        // After the first page is drawn.
        page::after(200, move || self.let_in_due());
    }

    fn inner(self) -> Rc<Inner> {
        self.inner.get_value()
    }

    /// Whether it is open only to be read.
    pub(crate) fn is_read_only(self) -> bool {
        self.opened.with_value(|o| o.believed.is_some())
    }

    /// Whether what is written outlives the page.
    pub(crate) fn is_kept(self) -> bool {
        self.opened.with_value(|o| o.is_kept)
    }

    /// Whether this is a training ledger.
    pub(crate) fn is_training(self) -> bool {
        self.opened.with_value(|o| o.realm == Realm::Training)
    }

    /// The data the page brought along.
    pub(crate) fn brought(self) -> Brought {
        self.inner().brought.clone()
    }

    /// Takes the journal, waiting for a command under way.
    async fn take(self) -> Journal<Backend> {
        loop {
            if let Some(journal) = self.inner().journal.borrow_mut().take() {
                return journal;
            }
            page::sleep(15).await;
        }
    }

    /// Shows what is now on disk and gives the journal back.
    async fn give_back(self, journal: Journal<Backend>) {
        self.give_back_on(journal, None).await;
    }

    /// The same, on another day where there is one.
    async fn give_back_on(self, journal: Journal<Backend>, today: Option<Date>) {
        let book = Arc::clone(journal.book());
        if !Arc::ptr_eq(&book, &self.book.get_untracked()) {
            self.look_for_conflicts(&journal).await;
        }
        crash::saved(journal.seq(), journal.last_ms());
        let inner = self.inner();
        inner.measure(&journal);
        self.show(book, today.unwrap_or_else(|| self.today.get_untracked())).await;
        self.note_what_is_held(&journal);
        *inner.journal.borrow_mut() = Some(journal);
        if inner.is_behind.take() {
            self.catch_up();
        }
    }

    /// Reads what another tab wrote.
    fn catch_up(self) {
        let inner = self.inner();
        let Some(mut journal) = inner.journal.borrow_mut().take() else {
            inner.is_behind.set(true);
            return;
        };
        task::start(async move {
            // A refresh that fails leaves the book as it was; the next write says why.
            let moved = match journal.refresh().await {
                Ok(_) => journal.recall(CLOCK).and_then(parse_date),
                Err(_) => None,
            };
            let today = moved.filter(|_| self.is_training());
            self.copies.read(&journal);
            self.give_back_on(journal, today).await;
        });
    }

    /// The computer's own day, also in training: for the names of files.
    pub(crate) fn real_today(self) -> Date {
        clock::today()
    }

    /// The moment of writing; in training on the trainer's day.
    fn now(self) -> u64 {
        let day = self.is_training().then(|| self.today.get_untracked());
        day.map_or_else(clock::now_ms, clock::now_on)
    }

    /// The computer's time of day, for "saved at".
    pub(crate) fn time_of_day(self) -> String {
        clock::time_of_day()
    }

    /// Who writes: the post chosen on this computer, and the unit.
    pub(crate) fn by(self) -> By {
        let unit = self.book.with_untracked(|b| b.unit().map(|u| u.name.clone()));
        By { post: self.post(), unit: unit.unwrap_or_default() }
    }

    /// The post chosen on this computer; empty when none is.
    pub(crate) fn post(self) -> String {
        preferences::get(&self.key("post")).unwrap_or_default()
    }

    /// Chooses the post.
    pub(crate) fn set_post(self, post: &str) {
        preferences::set(&self.key("post"), &post);
    }

    /// The key of a preference that belongs to this ledger.
    pub(crate) fn key(self, name: &str) -> String {
        self.opened.with_value(|o| format!("{}:{name}", o.database))
    }

    /// Asks the ledger to record something. The book changes only after it is on disk.
    ///
    /// # Errors
    ///
    /// Returns why nothing was written.
    pub(crate) async fn submit(
        self,
        command: Command,
        contact: Option<(Subject, Contact)>,
    ) -> Result<Vec<EntryId>, SubmitError> {
        self.check_clock()?;
        let mut journal = self.take().await;
        let (today, by, now) = (self.today.get_untracked(), self.by(), self.now());
        let first_matter = self.book.with_untracked(|b| b.matters().next().is_none());
        let result = match contact {
            Some(contact) => {
                journal.submit_with_contact(command, contact, today, by, now, random::fill).await
            }
            None => journal.submit(command, today, by, now, random::fill).await,
        };
        self.written(&result);
        self.after_writing(&journal, result.is_ok(), first_matter);
        self.give_back(journal).await;
        result
    }

    /// Tells other tabs, and asks the browser to keep the first matter.
    fn after_writing(self, journal: &Journal<Backend>, is_written: bool, first_matter: bool) {
        if !is_written {
            return;
        }
        if let Some(tabs) = &*self.inner().tabs.borrow() {
            tabs.say_written();
        }
        if first_matter && journal.book().matters().next().is_some() {
            self.ask_to_keep(false);
        }
    }

    /// A new random id.
    pub(crate) fn new_id(self) -> Id {
        random::id()
    }

    /// A code to suggest for a unit's numbers.
    pub(crate) fn new_code(self) -> String {
        let mut two = [0; 2];
        random::fill(&mut two);
        setup::suggested_code(two)
    }

    /// The contact of a matter.
    pub(crate) fn contact(self, subject: Subject) -> Option<Contact> {
        self.inner().journal.borrow().as_ref().and_then(|j| j.contact(subject))
    }

    /// Wipes the contact of a matter for good.
    pub(crate) async fn wipe_contact(self, subject: Subject) -> Result<(), StoreError> {
        let mut journal = self.take().await;
        let result = journal.set_contact(subject, None, self.now()).await;
        // No other tab goes on showing it.
        self.after_writing(&journal, result.is_ok(), false);
        self.give_back(journal).await;
        result
    }

    /// How many records there are.
    pub(crate) fn size(self) -> u32 {
        self.inner().shape.get().0
    }

    /// Closes the connection to the database, so that it can be deleted.
    pub(crate) async fn close(self) -> Journal<Backend> {
        self.inner().tabs.borrow_mut().take();
        self.take().await
    }

    /// Says something that the next page still shows.
    pub(crate) fn say_on_arrival(self, text: impl Into<String>) {
        self.say(text);
        self.fresh.set_value(true);
    }

    /// Says that something was recorded, and where it can be taken back.
    pub(crate) fn say_recorded(self, text: String, undo: String) {
        self.said.set(Some(Said { text, undo, ..Said::default() }));
        self.fresh.set_value(true);
    }

    /// Clears the status line on the way to another page.
    pub(crate) fn arrive(self) {
        if self.fresh.get_value() {
            self.fresh.set_value(false);
        } else {
            self.said.set(None);
        }
    }

    /// Says something in the status line.
    pub(crate) fn say(self, text: impl Into<String>) {
        self.said.set(Some(Said { text: text.into(), ..Said::default() }));
    }

    /// Says that something went wrong.
    pub(crate) fn say_bad(self, text: impl Into<String>) {
        self.said.set(Some(Said { text: text.into(), is_bad: true, ..Said::default() }));
    }

    /// Chooses the language.
    pub(crate) fn set_lang(self, lang: Lang) {
        preferences::set("lang", &lang.pick("zh", "en"));
        self.lang.set(lang);
    }

    /// Says why the disk refused.
    pub(crate) fn say_not_stored(self, why: &StoreError) {
        let lang = self.lang.get_untracked();
        self.say_bad(say::store_error(why, lang).line(lang));
    }
}
