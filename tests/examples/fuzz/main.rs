//! Fuzzing of the import path: files that are wrong in every way a seed can think of, read
//! into ledgers in memory. Nothing may panic, be changed by half, take far more memory than
//! the file, or far more time.
//!
//! `fuzz --files N --seed S` runs N files, and says which fail; `fuzz --seed S --only K`
//! runs one of them again. Run by `cargo xtask test` and `cargo xtask soak`.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod garble;
mod judge;
mod reseal;
mod rng;
mod seeds;

use judge::Verdict;
use peak_alloc::PeakAlloc;
use rng::Rng;
use seeds::Seeds;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::{Duration, Instant};

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// What reading a file may take for each of its bytes, and besides. A list of noughts is
/// thirty times as large in memory as on disk, and twice that while it grows.
const BYTES_EACH: usize = 160;
const BYTES_BESIDES: usize = 24 << 20;
/// The machine may be busy with something else: only what is far beyond is a fault.
const TIME_EACH: Duration = Duration::from_micros(40);
const TIME_BESIDES: Duration = Duration::from_secs(10);
/// What fails is written out, so that it can become a test.
const OUT: &str = "target/fuzz";
/// More faults than anybody looks at.
const FAULTS_MAX: usize = 10;

/// The file that is being read, and since when.
static UNDER_WAY: Mutex<Option<(u64, Instant, usize)>> = Mutex::new(None);

#[derive(Default)]
struct Tally {
    files: u64,
    accepted: u64,
    /// By code.
    refused: BTreeMap<String, u64>,
    faults: Vec<(u64, String)>,
    /// The greatest share of what was allowed.
    memory: f64,
    time: f64,
}

struct Options {
    files: u64,
    seed: u64,
    only: Option<u64>,
}

fn options() -> Option<Options> {
    let mut options = Options { files: 1_500, seed: 1, only: None };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let number = words.next()?.parse().ok()?;
        match word.as_str() {
            "--files" => options.files = number,
            "--seed" => options.seed = number,
            "--only" => options.only = Some(number),
            _ => return None,
        }
    }
    Some(options)
}

#[expect(clippy::disallowed_methods, reason = "what takes too long is a fault")]
fn clock() -> Instant {
    Instant::now()
}

fn main() -> ExitCode {
    let Some(options) = options() else {
        eprintln!("usage: fuzz [--files N] [--seed S] [--only K]");
        return ExitCode::FAILURE;
    };
    let seeds = Seeds::new();
    // The faults are printed below, each with its file.
    std::panic::set_hook(Box::new(|_| {}));
    std::thread::spawn(watch);
    let mut tally = Tally::default();
    let range = options.only.map_or(0..options.files, |only| only..only + 1);
    for n in range {
        let mut rng = Rng::of(options.seed, n);
        let text = file(&seeds, &mut rng);
        tally.add(n, &text, &mut rng, &seeds);
        if tally.faults.len() >= FAULTS_MAX {
            break;
        }
    }
    tally.print(options.seed);
    if tally.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// One file that is wrong, or at least strange.
fn file(seeds: &Seeds, rng: &mut Rng) -> String {
    let seed = seeds.file(rng);
    let mut text = if rng.one_in(2) { reseal::reseal(seed, rng) } else { seed.to_owned() };
    // One that was sealed anew is mostly left as it is: it gets further.
    if !rng.one_in(4) || text == seed {
        for _ in 0..rng.up_to(3) {
            text = garble::garble(&text, seeds, rng);
        }
    }
    text
}

impl Tally {
    fn add(&mut self, n: u64, text: &str, rng: &mut Rng, seeds: &Seeds) {
        let start = clock();
        *UNDER_WAY.lock().unwrap() = Some((n, start, text.len()));
        HEAP.reset_peak_usage();
        let before = HEAP.current_usage();
        let judged = catch_unwind(AssertUnwindSafe(|| judge::judge(text, seeds, rng)));
        let took = HEAP.peak_usage().saturating_sub(before);
        let time = start.elapsed();
        *UNDER_WAY.lock().unwrap() = None;
        let fault = match judged {
            Ok(Ok(Verdict::Accepted)) => {
                self.accepted += 1;
                None
            }
            Ok(Ok(Verdict::Refused(code))) => {
                *self.refused.entry(code).or_default() += 1;
                None
            }
            Ok(Err(why)) => Some(why),
            Err(panic) => Some(format!("panic: {}", words(&*panic))),
        };
        let (bytes, limit) = (allowed_bytes(text.len()), allowed_time(text.len()));
        self.files += 1;
        self.memory = self.memory.max(share(took, bytes));
        self.time = self.time.max(time.as_secs_f64() / limit.as_secs_f64());
        let fault = fault
            .or_else(|| (took > bytes).then(|| format!("{took} bytes for {}", text.len())))
            .or_else(|| (time > limit).then(|| format!("{time:?} for {} bytes", text.len())));
        if let Some(why) = fault {
            println!("FAIL file {n}: {why} ({})", keep(n, text));
            self.faults.push((n, why));
        }
    }

    fn print(&self, seed: u64) {
        let refused: u64 = self.refused.values().sum();
        for (code, n) in &self.refused {
            println!("   {n:>7} {code}");
        }
        println!(
            "= fuzz: {} files, {} accepted, {refused} refused, {} faults; at most {:.0} % of the \
             memory and {:.0} % of the time allowed; seed {seed}",
            self.files,
            self.accepted,
            self.faults.len(),
            self.memory * 100.0,
            self.time * 100.0,
        );
        // A run that lets nothing in, or everything, looks at nothing.
        let is_even =
            self.files < 500 || self.accepted * 50 > self.files && refused * 50 > self.files;
        println!(
            "{} passed, {} failed",
            u64::from(self.faults.is_empty()) + u64::from(is_even),
            self.faults.len() + usize::from(!is_even)
        );
    }
}

fn allowed_bytes(len: usize) -> usize {
    len * BYTES_EACH + BYTES_BESIDES
}

fn allowed_time(len: usize) -> Duration {
    TIME_EACH * u32::try_from(len).unwrap_or(u32::MAX) + TIME_BESIDES
}

fn share(of: usize, all: usize) -> f64 {
    of as f64 / all as f64
}

fn words(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

/// Writes a file out; where to.
fn keep(n: u64, text: &str) -> String {
    let path = PathBuf::from(OUT).join(format!("file-{n}.json"));
    let written = std::fs::create_dir_all(OUT).and_then(|()| std::fs::write(&path, text));
    written.map_or_else(|why| why.to_string(), |()| path.display().to_string())
}

/// Ends a program that hangs or swallows the machine, and says at which file.
fn watch() {
    loop {
        std::thread::sleep(Duration::from_millis(50));
        let Some((n, start, len)) = *UNDER_WAY.lock().unwrap() else { continue };
        let (took, limit) = (start.elapsed(), allowed_time(len) * 6);
        let (held, most) = (HEAP.current_usage(), allowed_bytes(len) * 6 + (64 << 20));
        if took > limit || held > most {
            println!("FAIL file {n}: {took:?} and {held} bytes held for {len} bytes, and no end");
            println!("0 passed, 1 failed");
            std::process::exit(1);
        }
    }
}
