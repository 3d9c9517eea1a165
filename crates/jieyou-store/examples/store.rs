//! Measures what opening, writing to and exporting a large ledger costs in a browser, with
//! `IndexedDB` under it: `cargo xtask bench store`. The ledgers are exports of `jieyou
//! sample`, which are put into a database before any clock runs.
//!
//! The page calls these steps and holds the clock; on other machines there is nothing to
//! run.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod filling;

#[cfg(target_arch = "wasm32")]
mod browser {
    use crate::filling::Filling;
    use jieyou_domain::classify::{Assessment, assess};
    use jieyou_domain::facts::{Acted, ActivityKind, By};
    use jieyou_domain::ledger::{Book, Command, Entry, Event};
    use jieyou_domain::time::parse_date;
    use jieyou_domain::{Date, Id, Realm};
    use jieyou_store::backup::Part;
    use jieyou_store::chain::{Link, Weave};
    use jieyou_store::event_store::{EventStore as _, Seq};
    use jieyou_store::hash::hash;
    use jieyou_store::indexed_db::{IndexedDb, delete_database};
    use jieyou_store::journal::{Progress, Step};
    use jieyou_store::record::{Body, Record, entries};
    use jieyou_store::{Export, Journal, Purpose, SubmitError};
    use std::cell::{Cell, RefCell};
    use std::pin::Pin;
    use std::rc::Rc;
    use std::sync::Arc;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Work between two breaths of the page, in milliseconds, as the app has it.
    const WORK: f64 = 40.0;

    type Ledger = Journal<IndexedDb>;

    thread_local! {
        static FILLING: RefCell<Option<Filling>> = const { RefCell::new(None) };
        static LEDGER: RefCell<Option<Ledger>> = const { RefCell::new(None) };
        /// As the app keeps them.
        static KEPT: RefCell<Vec<Arc<Assessment>>> = const { RefCell::new(Vec::new()) };
    }

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = performance)]
        fn now() -> f64;
        /// Lets the page answer.
        #[wasm_bindgen(js_namespace = bench)]
        async fn breathe();
        /// Forgets what was taken of an export.
        #[wasm_bindgen(js_namespace = bench)]
        fn begun();
        /// Takes a part of an export.
        #[wasm_bindgen(js_namespace = bench)]
        fn part(text: &str);
    }

    fn said(error: impl std::fmt::Debug) -> String {
        format!("{error:?}")
    }

    async fn store(name: &str) -> Result<IndexedDb, String> {
        IndexedDb::open(name, |_| {}).await.map_err(said)
    }

    /// Makes an empty database for lines.
    #[expect(unreachable_pub, reason = "wasm-bindgen asks for it")]
    #[wasm_bindgen]
    pub async fn begin(name: String) -> Result<(), String> {
        delete_database(&name).await.map_err(said)?;
        let filling = Filling::new(store(&name).await?);
        FILLING.set(Some(filling));
        Ok(())
    }

    /// Writes lines of an export into the database; the last call has none. Returns how
    /// many records are there.
    #[expect(unreachable_pub, reason = "wasm-bindgen asks for it")]
    #[wasm_bindgen]
    pub async fn fill(lines: String) -> Result<u32, String> {
        let mut filling = FILLING.take().ok_or("not begun")?;
        filling.take(&lines)?;
        filling.write(lines.is_empty()).await?;
        let seq = filling.seq();
        FILLING.set(Some(filling).filter(|_| !lines.is_empty()));
        Ok(seq)
    }

    /// When the page last answered.
    #[derive(Clone)]
    struct Breath(Rc<Cell<f64>>);

    impl Breath {
        async fn breathe(self) -> bool {
            if now() - self.0.get() > WORK {
                breathe().await;
                self.0.set(now());
            }
            true
        }
    }

    /// What the page holds for the program, in bytes; it only ever grows.
    fn heap() -> f64 {
        core::arch::wasm32::memory_size::<0>() as f64 * 65_536.0
    }

    /// Opens the ledger as the app does, and keeps it. Returns milliseconds: read and
    /// verified, laid to their matters, folded, assessed; and the heap before the last.
    #[expect(unreachable_pub, reason = "wasm-bindgen asks for it")]
    #[wasm_bindgen]
    pub async fn open(name: String, today: String) -> Result<Vec<f64>, String> {
        let store = store(&name).await?;
        let (start, breath) = (now(), Breath(Rc::new(Cell::new(now()))));
        let marks = Rc::new(Cell::new((None::<f64>, None::<f64>)));
        let mut watch = {
            let (marks, breath) = (Rc::clone(&marks), breath.clone());
            move |progress: Progress| -> Pin<Box<dyn Future<Output = bool>>> {
                let (read, laid) = marks.get();
                marks.set(match progress.step {
                    Step::Reading if progress.done < progress.all => (None, None),
                    Step::Reading => (read.or_else(|| Some(now())), None),
                    Step::Folding => (read, laid.or_else(|| Some(now()))),
                });
                Box::pin(breath.clone().breathe())
            }
        };
        let opened = Journal::open_watched(store, Realm::Training, &mut watch).await;
        let ledger = opened.map_err(|e| said(e.all))?;
        let (folded, held) = (now(), heap());
        let kept = assessed(ledger.book(), day(&today), breath).await;
        let (read, laid) = marks.get();
        let (read, laid) = (read.unwrap_or(start), laid.unwrap_or(folded));
        let times = vec![read - start, laid - read, folded - laid, now() - folded, held];
        KEPT.set(kept);
        LEDGER.set(Some(ledger));
        Ok(times)
    }

    fn day(text: &str) -> Date {
        parse_date(text).unwrap_or_default()
    }

    async fn assessed(book: &Book, today: Date, breath: Breath) -> Vec<Arc<Assessment>> {
        let mut kept = Vec::new();
        for matter in book.matters() {
            kept.extend(assess(matter, book, today).map(Arc::new));
            breath.clone().breathe().await;
        }
        kept
    }

    /// Does what opening does with the lines, one thing after another. Returns
    /// milliseconds: read, made records, of that hashed, woven, made events.
    #[expect(unreachable_pub, reason = "wasm-bindgen asks for it")]
    #[wasm_bindgen]
    pub async fn steps(name: String) -> Result<Vec<f64>, String> {
        let store = store(&name).await?;
        let (mut times, mut weave, mut seq) = (vec![0.0; 5], Weave::default(), 0);
        loop {
            let start = now();
            let lines: Vec<(Seq, String)> = store.part(seq).await.map_err(said)?;
            let read = now();
            let Some((last, _)) = lines.last() else { return Ok(times) };
            seq = *last;
            let records: Result<Vec<Record>, _> =
                lines.iter().map(|(_, line)| Record::read(line)).collect();
            let records = records.map_err(said)?;
            let parsed = now();
            hashed(&records);
            let again = now();
            for record in &records {
                weave.add(Link::of(record));
            }
            let woven = now();
            let made: Vec<Arc<Entry>> = entries(&records);
            let folded = now() - woven;
            drop(made);
            let spent = [read - start, parsed - read, again - parsed, woven - again, folded];
            times.iter_mut().zip(spent).for_each(|(time, spent)| *time += spent);
        }
    }

    /// Hashes what has to be hashed of records.
    fn hashed(records: &[Record]) {
        for record in records {
            let body = match &record.body {
                Body::Present(text) => text.as_str(),
                Body::Withheld | Body::Redacted { .. } => "",
            };
            std::hint::black_box((hash(&record.head_text), hash(body)));
        }
    }

    /// Records `n` facts, one after another, each of another matter. Returns milliseconds
    /// for one.
    #[expect(unreachable_pub, reason = "wasm-bindgen asks for it")]
    #[wasm_bindgen]
    pub async fn append(n: usize, today: String) -> Result<f64, String> {
        let mut ledger = LEDGER.take().ok_or("not open")?;
        let ids: Vec<Id> = ledger.book().matters().map(|matter| matter.id).collect();
        let (today, mut done, mut spent) = (day(&today), 0, 0.0);
        for (at, id) in (0_u64..).zip(ids) {
            let start = now();
            let by =
                By { post: "信访专干".to_owned(), unit: "青禾镇人民政府".to_owned() };
            let time = 1_790_000_000_000 + at;
            let random = |bytes: &mut [u8]| bytes.fill(7);
            match ledger.submit(acted(id, today), today, by, time, random).await {
                Ok(_) => spent += now() - start,
                // It ended long ago.
                Err(SubmitError::Rejected(_)) => continue,
                Err(error) => return Err(said(error)),
            }
            done += 1;
            if done == n {
                break;
            }
        }
        LEDGER.set(Some(ledger));
        Ok(spent / f64::from(u32::try_from(done).unwrap_or(u32::MAX)))
    }

    fn acted(matter: Id, on: Date) -> Command {
        let note = "电话里说已经修好".to_owned();
        let acted = Acted { activity: ActivityKind::Hear, note };
        Command::Record { matter, facts: vec![(on, Event::Acted(acted))] }
    }

    /// Writes the whole ledger out, part by part into the page. Returns milliseconds.
    #[expect(unreachable_pub, reason = "wasm-bindgen asks for it")]
    #[wasm_bindgen]
    pub async fn write_out(today: String) -> Result<f64, String> {
        let mut ledger = LEDGER.take().ok_or("not open")?;
        // As the app does.
        ledger.set_pace(|| Box::pin(breathe()));
        let start = now();
        let exported_on = day(&today);
        let export = Export { app: "bench", exported_on, purpose: Purpose::Copy };
        let mut take = |next: Part<'_>| match next {
            Part::Begin => begun(),
            Part::Text(text) => part(text),
        };
        ledger.export_in_parts(export, &mut take).await.map_err(said)?;
        LEDGER.set(Some(ledger));
        Ok(now() - start)
    }
}
