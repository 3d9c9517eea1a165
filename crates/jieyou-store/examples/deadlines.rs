//! Measures what the obligations of many matters cost, natively and in a browser with the
//! same code: `cargo xtask bench deadlines`. The ledger is exports of `jieyou sample`, one
//! behind another, and is read before any clock runs; nothing is written anywhere.
//!
//! Natively the steps are asked for on standard input, a line each, and answered in JSON.
//! In a browser the page calls the same steps, with its own clock.

mod read;

use jieyou_domain::Date;
use jieyou_domain::classify;
use jieyou_domain::ledger::Book;
use jieyou_domain::rules::{Due, Obligation, RuleTerm};
use jieyou_domain::time::{Term, Unit, count};
use read::Ledger;
use std::hint::black_box;

/// A ledger as it was read, and what is measured of it.
#[derive(Default)]
struct Bench {
    ledger: Ledger,
    /// What is measured now.
    book: Book,
    /// What was measured first: the others are measured beside it, round by round.
    base: Option<Book>,
    today: Date,
    /// The working-day counts among the obligations: start, how many, end.
    additions: Vec<(Date, u32, Date)>,
}

impl Bench {
    /// Ends the reading.
    fn sort(&mut self, today: Date) {
        self.ledger.sort();
        self.today = today;
    }

    /// Folds `n` matters, evenly out of all, and notes which working days they ask for.
    /// Returns how many obligations they have, or nothing when there are too few matters.
    fn prepare(&mut self, n: usize) -> Option<usize> {
        // The last size makes room before the next one is made.
        (self.book, self.additions) = (Book::new(), Vec::new());
        let book = self.ledger.folded(n)?;
        let mut found = 0;
        for matter in book.matters() {
            let assessed = classify::assess(matter, &book, self.today)?;
            found += assessed.obligations.len();
            self.additions.extend(assessed.obligations.iter().filter_map(|o| addition(o, &book)));
        }
        self.base.get_or_insert_with(|| book.clone());
        self.book = book;
        Some(found)
    }

    /// Computes everything about each matter; returns how many obligations there are.
    fn assess(&self) -> usize {
        assess_all(&self.book, self.today)
    }

    /// The same for the first size.
    fn assess_base(&self) -> usize {
        self.base.as_ref().map_or(0, |book| assess_all(book, self.today))
    }

    /// Counts the working days again; returns how many ends are what they were.
    fn add(&self) -> usize {
        let calendar = self.book.calendar();
        let is_same = |(start, n, end): &&(Date, u32, Date)| {
            let term = Term { n: *n, unit: Unit::WorkingDays };
            count(*start, term, false, &[], calendar).is_ok_and(|counted| counted.due == *end)
        };
        self.additions.iter().filter(is_same).count()
    }
}

fn assess_all(book: &Book, today: Date) -> usize {
    let assessed = book.matters().map(|matter| classify::assess(matter, book, today));
    assessed.map(|a| black_box(a).map_or(0, |a| a.obligations.len())).sum()
}

/// The working days that an obligation counts, if it does.
fn addition(o: &Obligation, book: &Book) -> Option<(Date, u32, Date)> {
    let RuleTerm::Count { n, unit: Unit::WorkingDays } = book.rules().rule(&o.rule)?.term else {
        return None;
    };
    let Due::On(end) = o.due else { return None };
    Some((o.start?, n, end))
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
            return Err("deadlines FILE DAY; then `prepare N` and `round N` as input".to_owned());
        };
        let mut bench = Bench::default();
        let file = std::fs::File::open(&file).map_err(|e| format!("{file}: {e}"))?;
        for line in BufReader::new(file).lines() {
            bench.ledger.take(&line.map_err(|e| e.to_string())?)?;
        }
        bench.sort(parse_date(&today).ok_or("no such day")?);
        let mut found = 0;
        for line in std::io::stdin().lines() {
            let line = line.map_err(|e| e.to_string())?;
            let (word, n) = line.split_once(' ').ok_or("no number")?;
            let n: usize = n.parse().map_err(|_e| "no number")?;
            let answer = if word == "prepare" {
                found = bench.prepare(n).ok_or("fewer matters than asked for")?;
                serde_json::json!({ "obligations": found, "additions": bench.additions.len() })
            } else {
                round(&bench, n, found)?
            };
            println!("{answer}");
        }
        Ok(())
    }

    /// One round: the first size `again` times, the size of now, its additions.
    fn round(bench: &Bench, again: usize, found: usize) -> Result<serde_json::Value, String> {
        let of_base = bench.assess_base() * again;
        let base = timed(|| (0..again).map(|_| bench.assess_base()).sum(), of_base)?;
        let assess = timed(|| bench.assess(), found)?;
        let add = timed(|| bench.add(), bench.additions.len())?;
        Ok(serde_json::json!({ "base": base / again as f64, "assess": assess, "add": add }))
    }

    /// Milliseconds; what comes of it must be what came of it before.
    fn timed(run: impl FnOnce() -> usize, expected: usize) -> Result<f64, String> {
        #[expect(clippy::disallowed_methods, reason = "it measures; nothing of it is shipped")]
        let start = Instant::now();
        let got = run();
        let time = start.elapsed().as_secs_f64() * 1000.0;
        if got == expected { Ok(time) } else { Err(format!("{got} of {expected}")) }
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

    /// Folds so many matters; returns how many obligations they have.
    #[expect(unreachable_pub, reason = "wasm-bindgen asks for it")]
    #[wasm_bindgen]
    pub fn prepare(n: usize) -> Option<usize> {
        BENCH.with_borrow_mut(|bench| bench.prepare(n))
    }

    /// Computes everything about each matter.
    #[expect(unreachable_pub, reason = "wasm-bindgen asks for it")]
    #[wasm_bindgen]
    pub fn assess() -> usize {
        BENCH.with_borrow(Bench::assess)
    }

    /// The same for the first size.
    #[expect(unreachable_pub, reason = "wasm-bindgen asks for it")]
    #[wasm_bindgen]
    pub fn assess_base() -> usize {
        BENCH.with_borrow(Bench::assess_base)
    }

    /// Counts the working days again.
    #[expect(unreachable_pub, reason = "wasm-bindgen asks for it")]
    #[wasm_bindgen]
    pub fn add() -> usize {
        BENCH.with_borrow(Bench::add)
    }

    /// The working-day counts, one a line: start, how many, end.
    #[expect(unreachable_pub, reason = "wasm-bindgen asks for it")]
    #[wasm_bindgen]
    pub fn additions() -> String {
        let line = |(start, n, end): &(_, _, _)| format!("{start} {n} {end}\n");
        BENCH.with_borrow(|bench| bench.additions.iter().map(line).collect())
    }
}
