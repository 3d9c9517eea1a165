//! A ledger on a page of its own, for `cargo xtask soak`: written to through the journal by
//! one tab or five until somebody kills the browser, and asked afterwards what is there. On
//! other machines there is nothing to run.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod browser {
    use jieyou_domain::facts::*;
    use jieyou_domain::ledger::Command;
    use jieyou_domain::{Date, EntryId, Id, Realm, Subject};
    use jieyou_store::contact::{Contact, Party};
    use jieyou_store::event_store::{EventStore as _, Seq, StoreError, meta};
    use jieyou_store::hash::hash;
    use jieyou_store::indexed_db::IndexedDb;
    use jieyou_store::journal::{Journal, SubmitError};
    use wasm_bindgen::prelude::wasm_bindgen;

    /// How many records one large command writes.
    const MANY: u32 = 300;
    const NOW: u64 = 1_780_000_000_000;

    /// An open ledger and the dice of this tab.
    #[expect(missing_debug_implementations, reason = "it is a handle for a page")]
    #[wasm_bindgen]
    pub struct Ledger {
        journal: Journal<IndexedDb>,
        dice: u64,
    }

    fn roll(dice: &mut u64, bytes: &mut [u8]) {
        for byte in bytes {
            let state = dice.wrapping_mul(6_364_136_223_846_793_005);
            *dice = state.wrapping_add(1_442_695_040_888_963_407);
            *byte = (*dice >> 33).to_le_bytes()[0];
        }
    }

    fn said(error: &StoreError) -> String {
        error.to_string()
    }

    fn by() -> By {
        By { post: "综治专干".to_owned(), unit: "双柳村".to_owned() }
    }

    fn register(id: Id) -> Command {
        let claim = Claim { text: "清沟".to_owned(), against: CounterParty::Neighbour };
        let facts = Registered {
            number: String::new(),
            registered_on: Date::default(),
            danger: Danger::No,
            channel: Channel::Visit,
            outside: None,
            order: None,
            place: None,
            spot: String::new(),
            title: "水渠堵了".to_owned(),
            story: String::new(),
            claims: vec![claim],
            households: None,
            people: None,
            reply_by: ReplyBy::InPerson,
            kind: None,
            class: None,
            category: None,
            must_by: None,
            answers: jieyou_domain::compact::Map::new(),
            split_from: None,
        };
        Command::Register { id, on: Date::default(), facts: Box::new(facts), then: Vec::new() }
    }

    #[wasm_bindgen]
    impl Ledger {
        /// Opens a ledger: everything is verified and folded.
        ///
        /// # Errors
        ///
        /// Returns why it does not open.
        pub async fn open(database: String, seed: u32) -> Result<Ledger, String> {
            let store = IndexedDb::open(&database, |_| {}).await.map_err(|e| said(&e))?;
            let opened = Journal::open(store, Realm::Real).await;
            let journal = opened.map_err(|failed| said(&failed.error))?;
            Ok(Self { journal, dice: u64::from(seed).wrapping_mul(0x9e37_79b9_7f4a_7c15) })
        }

        fn post(&mut self) -> Command {
            let mut name = [0; 8];
            roll(&mut self.dice, &mut name);
            let id = format!("{:016x}", u64::from_be_bytes(name));
            let post = Post { id: id.clone(), name: id, open: true };
            Command::ListPosts(PostsListed { posts: vec![post] })
        }

        /// Writes something of the `kind`, and resolves once it is on disk: to the ids of
        /// the records, shortened, with blanks between them.
        ///
        /// # Errors
        ///
        /// Returns why nothing was written.
        pub async fn write(&mut self, kind: u32) -> Result<String, String> {
            let mut id = [0; 10];
            roll(&mut self.dice, &mut id);
            let id = Id::from_bytes(id);
            let many = if kind % 8 == 7 { MANY } else { 1 };
            let commands: Vec<Command> = (0..many).map(|_| self.post()).collect();
            let mut dice = self.dice;
            let random = |bytes: &mut [u8]| roll(&mut dice, bytes);
            let day = Date::default();
            let written = match kind % 8 {
                0 | 1 => self.journal.submit(register(id), day, by(), NOW, random).await,
                2 => {
                    let party = Party { name: "某某".to_owned(), ..Party::default() };
                    let with = (Subject::matter(id), Contact { parties: vec![party] });
                    let command = register(id);
                    self.journal.submit_with_contact(command, with, day, by(), NOW, random).await
                }
                3 => {
                    let kept = self.journal.remember("copied", &id.to_string()).await;
                    kept.map(|()| Vec::new()).map_err(SubmitError::Store)
                }
                _ => self.journal.submit_all(commands, None, day, by(), NOW, random).await,
            };
            self.dice = dice;
            written.map(|ids| short(&ids)).map_err(|e| e.to_string())
        }

        /// Takes in what other tabs wrote.
        ///
        /// # Errors
        ///
        /// Returns what is wrong.
        pub async fn refresh(&mut self) -> Result<bool, String> {
            self.journal.refresh().await.map_err(|e| said(&e))
        }

        /// Puts the oldest lines into a segment, where there are enough.
        ///
        /// # Errors
        ///
        /// Returns what is wrong.
        pub async fn seal(&mut self) -> Result<bool, String> {
            self.journal.store().seal().await.map_err(|e| said(&e))
        }

        /// Those of some shortened ids that are not here, with blanks between them.
        pub fn missing(&self, ids: &str) -> String {
            let mut here: Vec<String> = self.journal.weave().links().map(|l| cut(l.id)).collect();
            here.sort_unstable();
            let is_lost =
                |id: &&str| here.binary_search_by(|known| known.as_str().cmp(id)).is_err();
            ids.split_whitespace().filter(is_lost).collect::<Vec<_>>().join(" ")
        }

        /// What the ledger comes to, the same in every tab that knows of everything: how many
        /// records, a hash over all of them and the book, the sum on disk, and what a strict
        /// reader would object to.
        ///
        /// # Errors
        ///
        /// Returns what is wrong.
        pub async fn state(&self) -> Result<String, String> {
            let beside = self.journal.store().load_after(Seq::MAX).await.map_err(|e| said(&e))?;
            let mut ids: Vec<String> = self.journal.weave().links().map(|l| cut(l.id)).collect();
            ids.sort_unstable();
            let book = self.journal.book();
            let matters: Vec<String> = book
                .matters()
                .map(|m| format!("{} {} {}", m.id, m.number(), m.entries().len()))
                .collect();
            let contacts = format!("{:?}", beside.contacts);
            let posts = book.posts().count();
            let text = format!("{ids:?} {matters:?} {posts} {contacts}");
            let all = serde_json::json!({
                "records": self.journal.seq(),
                "hash": hash(&text).to_string(),
                "sum": beside.meta.get(meta::SUM),
                "chains": self.journal.weave().tips().count(),
                "findings": self.journal.findings(NOW).len() + self.journal.conflicts().len(),
            });
            Ok(all.to_string())
        }
    }

    fn cut(id: EntryId) -> String {
        id.to_string().chars().take(20).collect()
    }

    fn short(ids: &[EntryId]) -> String {
        ids.iter().map(|id| cut(*id)).collect::<Vec<_>>().join(" ")
    }
}
