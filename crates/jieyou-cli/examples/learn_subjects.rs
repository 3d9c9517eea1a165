//! Learns how characters and pairs of characters lean to subjects, from the part of the
//! described matters that is there to work with, and writes it into the base pack:
//!
//! ```text
//! cargo run --release -p jieyou-cli --example learn_subjects
//! ```
//!
//! What the words of the pack say already is taken as known; only what they miss is
//! learned, by a softmax over subjects with small weights pressed to nothing. The measured
//! part is never read here.

use jieyou_domain::classify::Suggester;
use jieyou_domain::compact::Map;
use jieyou_domain::rules::{Category, Fold, RuleSet};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

const PACK: &str = "rules/base/pack.json";
const ROWS: &str = "tests/subjects/work.tsv";
/// Surnames by themselves say nothing: a proposal must not depend on a name.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

const ROUNDS: usize = 500;
const BATCH: usize = 1_500;
const RATE: f32 = 0.03;
/// How hard weights are pressed to nothing.
const PRESS: f32 = 0.1;
/// How much a point of the signs counts, and one step of a written weight.
const SIGNS: f32 = 0.02;
const STEP: f32 = 0.24;
/// Weights below this are not written.
const LEAST: f32 = 0.15;

struct Row {
    subject: usize,
    pairs: Vec<usize>,
    signs: Vec<f32>,
    weight: f32,
}

fn main() {
    let text = fs::read_to_string(PACK).expect("the base pack");
    let mut rules = RuleSet::from_json(&text).expect("a pack that reads");
    rules.leans = Map::new();
    // What is none of the others has no words, and leans all the same.
    let is_subject = |c: &&Category| c.id.contains('.') && !c.by_number;
    let subjects: Vec<String> =
        rules.categories.iter().filter(is_subject).map(|c| c.id.clone()).collect();
    let (rows, pairs) = rows(&rules, &subjects);
    let weights = learn(&rows, pairs.len(), subjects.len());
    let leans = written(&weights, &pairs, &subjects);
    let line = format!("\"leans\": {}", serde_json::to_string_pretty(&leans).expect("plain text"));
    let head = text.split(",\n\"leans\": {").next().expect("a text").trim_end();
    let head = head.strip_suffix('}').unwrap_or(head).trim_end();
    fs::write(PACK, format!("{head},\n{}\n}}\n", line.replace("\n  ", "\n"))).expect("written");
    let count: usize = leans.values().map(|text| text.split(' ').count()).sum();
    println!("{} rows, {} characters and pairs, {count} leans written", rows.len(), pairs.len());
}

/// Described matters, what the signs say of each, and which pairs stand in two or more.
fn rows(rules: &RuleSet, subjects: &[String]) -> (Vec<Row>, Vec<String>) {
    let (suggester, fold) = (Suggester::new(rules), Fold::new(&rules.alike));
    let text = fs::read_to_string(ROWS).expect("the described matters");
    let told: Vec<(usize, &str, f32)> = text
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let (id, hard, text) = (cells.next()?, cells.next()?, cells.next()?);
            let subject = subjects.iter().position(|s| s == id)?;
            Some((subject, text, if hard == "word" { 0.3 } else { 1.0 }))
        })
        .collect();
    let mut often: BTreeMap<String, usize> = BTreeMap::new();
    for (_, text, _) in &told {
        for pair in pairs(text, &fold) {
            *often.entry(pair).or_default() += 1;
        }
    }
    let known: Vec<String> = often.into_iter().filter(|(_, n)| *n > 1).map(|(p, _)| p).collect();
    let rows = told.into_iter().map(|(subject, text, weight)| {
        let mut signs = vec![0.0; subjects.len()];
        for found in suggester.suggest(text) {
            let at = subjects.iter().position(|s| *s == found.category);
            // A word by itself, out of the thesaurus, may be a sign already.
            let Some(at) = at else { continue };
            signs[at] = if weight < 1.0 {
                0.0
            } else {
                SIGNS * f32::from(i16::try_from(found.score).unwrap_or(i16::MAX))
            };
        }
        let pairs = pairs(text, &fold);
        let pairs = pairs.iter().filter_map(|pair| known.binary_search(pair).ok()).collect();
        Row { subject, pairs, signs, weight }
    });
    (rows.collect(), known)
}

/// Characters and pairs of a text, what is alike made the same.
fn pairs(text: &str, fold: &Fold) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let mut before: Option<char> = None;
    for c in text.chars().map(|c| fold.of(c)) {
        let letter = ('\u{4e00}'..='\u{9fff}').contains(&c).then_some(c);
        if let Some(c) = letter {
            if !SURNAMES.contains(c) {
                all.insert(c.to_string());
            }
            all.extend(before.map(|before| [before, c].iter().collect::<String>()));
        }
        before = letter;
    }
    all
}

/// The same numbers on every computer.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % n as u64).expect("below n")
    }
}

/// One weight a pair and subject.
fn learn(rows: &[Row], pairs: usize, subjects: usize) -> Vec<f32> {
    let size = pairs * subjects;
    let (mut w, mut m, mut v) = (vec![0_f32; size], vec![0_f32; size], vec![0_f32; size]);
    let mut dice = Dice(20_261_122);
    for round in 1..=ROUNDS {
        let mut g = vec![0_f32; size];
        for _ in 0..BATCH {
            let row = &rows[dice.roll(rows.len())];
            // Left out at random, so that no pair leans on another.
            let heard: Vec<usize> =
                row.pairs.iter().copied().filter(|_| dice.roll(10) >= 4).collect();
            let is_deaf = dice.roll(100) < 15;
            let mut says = if is_deaf { vec![0.0; subjects] } else { row.signs.clone() };
            for pair in &heard {
                for (says, w) in says.iter_mut().zip(&w[pair * subjects..]) {
                    *says += w / 0.6;
                }
            }
            let most = says.iter().copied().fold(f32::MIN, f32::max);
            let sum: f32 = says.iter().map(|x| (x - most).exp()).sum();
            for (subject, says) in says.iter().enumerate() {
                let wrong = (says - most).exp() / sum - f32::from(u8::from(subject == row.subject));
                let wrong = wrong * row.weight / (0.6 * BATCH as f32);
                heard.iter().for_each(|pair| g[pair * subjects + subject] += wrong);
            }
        }
        let (c1, c2) = (1.0 - 0.9_f32.powi(round as i32), 1.0 - 0.99_f32.powi(round as i32));
        for at in 0..size {
            m[at] = 0.9 * m[at] + 0.1 * g[at];
            v[at] = 0.99 * v[at] + 0.01 * g[at] * g[at];
            let next = w[at] - RATE * (m[at] / c1) / ((v[at] / c2).sqrt() + 1e-5);
            w[at] = next.signum() * (next.abs() - PRESS * RATE).max(0.0);
        }
    }
    w
}

/// By subject the heaviest first: a weight, and what has it.
fn written(w: &[f32], pairs: &[String], subjects: &[String]) -> BTreeMap<String, String> {
    let mut leans = BTreeMap::new();
    for (subject, id) in subjects.iter().enumerate() {
        let mut by_weight: BTreeMap<i32, Vec<&str>> = BTreeMap::new();
        for (at, pair) in pairs.iter().enumerate() {
            let weight = w[at * subjects.len() + subject];
            if weight.abs() > LEAST {
                let step = (weight / STEP).round().clamp(-9.0, 9.0) as i32;
                by_weight.entry(step).or_default().push(pair);
            }
        }
        by_weight.remove(&0);
        let told = by_weight.iter().rev().map(|(n, pairs)| format!("{n} {}", pairs.join(" ")));
        leans.insert(id.clone(), told.collect::<Vec<_>>().join(" "));
    }
    leans
}
