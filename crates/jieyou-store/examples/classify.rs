//! Measures what it costs to decide everything about many matters, natively and in a
//! browser with the same code: `cargo xtask bench classify`. The ledgers are exports of
//! `jieyou sample`, and are read before any clock runs; nothing is written anywhere.
//!
//! Natively the steps are asked for on standard input, a line each, and answered in JSON.
//! In a browser the page calls the same steps, with its own clock.

mod read;

use jieyou_domain::Date;
use jieyou_domain::classify::{Assessment, Suggestion, Verdict, assess, verdicts};
use jieyou_domain::ledger::{Book, Event, Matter};
use read::Ledger;
use std::hint::black_box;

/// Everything decided about a matter, and the subjects proposed.
type Decided = (Assessment, Vec<Verdict>, Vec<Suggestion>);

/// A ledger as it was read, and what is measured of it.
#[derive(Default)]
struct Bench {
    ledger: Ledger,
    /// What is measured now.
    book: Book,
    /// What was measured first: the others are measured beside it, round by round.
    base: Option<Book>,
    today: Date,
    /// Decisions that are kept, as a screen may keep them.
    kept: Vec<Decided>,
}

impl Bench {
    /// Ends the reading.
    fn sort(&mut self, today: Date) {
        self.ledger.sort();
        self.today = today;
    }

    /// Folds `n` matters, evenly out of all; nothing when there are too few. The first size
    /// is kept beside the others.
    fn prepare(&mut self, n: usize) -> Option<()> {
        self.kept = Vec::new();
        self.book = Book::new();
        self.book = self.ledger.folded(n)?;
        self.base.get_or_insert_with(|| self.book.clone());
        Some(())
    }

    fn decided(&self, book: &Book, matter: &Matter) -> Option<Decided> {
        let assessment = assess(matter, book, self.today)?;
        let verdicts = verdicts(matter, book, self.today, &assessment);
        Some((assessment, verdicts, book.suggester().of(&matter.state)))
    }

    /// Decides everything about each matter of a book; returns how many decisions.
    fn classify(&self, book: &Book) -> usize {
        let decided = book.matters().filter_map(|matter| self.decided(book, matter));
        decided.map(|d| black_box(d).1.len() + 2).sum()
    }

    /// Only what is owed, kind and list.
    fn assess(&self) -> usize {
        let assessed = self.book.matters().filter_map(|m| assess(m, &self.book, self.today));
        assessed.map(|a| black_box(a).obligations.len()).sum()
    }

    /// Only the subjects that the words of each matter speak of.
    fn suggest(&self) -> usize {
        let suggester = self.book.suggester();
        self.book.matters().map(|m| black_box(suggester.of(&m.state)).len()).sum()
    }

    /// Writes the facts of each matter as JSON text and reads them back: what nobody can do
    /// without who keeps them in a file.
    fn json(&self) -> usize {
        let entries = self.book.matters().flat_map(|m| m.entries());
        let events = entries.filter_map(|entry| entry.event.as_ref());
        let again = events.filter_map(|event| {
            let text = event.data().to_string();
            let data = serde_json::from_str(&text).ok()?;
            Event::from_parts(event.kind().code(), data).ok()
        });
        again.filter(|event| !black_box(event).kind().code().is_empty()).count()
    }

    /// Decides everything and keeps it; returns how many decisions.
    fn keep(&mut self) -> usize {
        let decided = self.book.matters().filter_map(|m| self.decided(&self.book, m));
        self.kept = decided.collect();
        self.kept.iter().map(|(_, verdicts, _)| verdicts.len() + 2).sum()
    }

    fn base(&self) -> usize {
        self.base.as_ref().map_or(0, |book| self.classify(book))
    }

    /// One of the steps, by name.
    fn step(&mut self, step: &str) -> usize {
        match step {
            "base" => self.base(),
            "classify" => self.classify(&self.book),
            "assess" => self.assess(),
            "json" => self.json(),
            "suggest" => self.suggest(),
            _ => self.keep(),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), String> {
    native::main()
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::Bench;
    use jieyou_domain::time::parse_date;
    use std::io::{BufRead as _, BufReader};
    use std::time::Instant;

    pub(super) fn main() -> Result<(), String> {
        let mut arguments = std::env::args().skip(1);
        let (Some(file), Some(today)) = (arguments.next(), arguments.next()) else {
            return Err("classify FILE DAY; then `prepare N` and steps as input".to_owned());
        };
        let mut bench = Bench::default();
        let file = std::fs::File::open(&file).map_err(|e| format!("{file}: {e}"))?;
        for line in BufReader::new(file).lines() {
            bench.ledger.take(&line.map_err(|e| e.to_string())?)?;
        }
        bench.sort(parse_date(&today).ok_or("no such day")?);
        for line in std::io::stdin().lines() {
            let line = line.map_err(|e| e.to_string())?;
            let (step, n) = line.split_once(' ').ok_or("no number")?;
            let n: usize = n.parse().map_err(|_e| "no number")?;
            if step == "prepare" {
                bench.prepare(n).ok_or("fewer matters than asked for")?;
                println!("{{}}");
            } else {
                println!("{}", timed(&mut bench, step, n));
            }
        }
        Ok(())
    }

    /// Milliseconds of a step done `n` times, and what one came to.
    fn timed(bench: &mut Bench, step: &str, n: usize) -> serde_json::Value {
        #[expect(clippy::disallowed_methods, reason = "it measures; nothing of it is shipped")]
        let start = Instant::now();
        let found: usize = (0..n).map(|_| bench.step(step)).sum();
        let time = start.elapsed().as_secs_f64() * 1000.0;
        serde_json::json!({ "time": time / n as f64, "found": found / n })
    }
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::Bench;
    use jieyou_domain::time::parse_date;
    use std::cell::RefCell;
    use wasm_bindgen::prelude::wasm_bindgen;

    thread_local! {
        static BENCH: RefCell<Bench> = RefCell::default();
    }

    /// Reads lines of the export.
    #[expect(unreachable_pub, reason = "wasm-bindgen asks for it")]
    #[wasm_bindgen]
    pub fn take(lines: &str) -> Result<(), String> {
        BENCH.with_borrow_mut(|bench| bench.ledger.take(lines))
    }

    /// Ends the reading.
    #[expect(unreachable_pub, reason = "wasm-bindgen asks for it")]
    #[wasm_bindgen]
    pub fn sort(today: &str) {
        BENCH.with_borrow_mut(|bench| bench.sort(parse_date(today).unwrap_or_default()));
    }

    /// Folds so many matters; says whether there are as many.
    #[expect(unreachable_pub, reason = "wasm-bindgen asks for it")]
    #[wasm_bindgen]
    pub fn prepare(n: usize) -> bool {
        BENCH.with_borrow_mut(|bench| bench.prepare(n).is_some())
    }

    /// Does a step so many times; returns what all came to.
    #[expect(unreachable_pub, reason = "wasm-bindgen asks for it")]
    #[wasm_bindgen]
    pub fn step(step: &str, n: usize) -> usize {
        BENCH.with_borrow_mut(|bench| (0..n).map(|_| bench.step(step)).sum())
    }
}
