//! How often the proposed subject is the right one, on described matters; and that names,
//! addresses and numbers change nothing. `subjects/README.md` says how the rows were made.
//! Of the measured part nothing is printed but counts and pairs of subjects.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use crate::support::PACK;
use jieyou_domain::classify::{Suggester, Suggestion};
use jieyou_domain::rules::RuleSet;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Where nothing speaks for any subject, nothing is proposed: the right answer for these.
const NONE: &str = "gov.other";

struct Row {
    id: String,
    hard: String,
    text: String,
}

fn rows(part: &str) -> Vec<Row> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("subjects");
    let text = std::fs::read_to_string(folder.join(part)).unwrap();
    let row = |line: &str| {
        let mut columns = line.split('\t').map(str::to_owned);
        let mut next = || columns.next().unwrap_or_default();
        Row { id: next(), hard: next(), text: next() }
    };
    text.lines().skip(1).filter(|line| !line.is_empty()).map(row).collect()
}

fn base() -> RuleSet {
    RuleSet::from_json(PACK).unwrap()
}

/// How many of how many were right at once, and right among three.
#[derive(Clone, Copy, Default)]
struct Count {
    all: u32,
    first: u32,
    three: u32,
}

impl Count {
    fn add(&mut self, row: &Row, found: &[Suggestion]) {
        // What is none of the others is said, or nothing is proposed.
        let is_silent = row.id == NONE && found.is_empty();
        let place = found.iter().take(3).position(|s| s.category == row.id);
        let place = if is_silent { Some(0) } else { place };
        self.all += 1;
        self.first += u32::from(place == Some(0));
        self.three += u32::from(place.is_some());
    }

    fn percent(n: u32, of: u32) -> f64 {
        100.0 * f64::from(n) / f64::from(of.max(1))
    }

    fn say(self) -> String {
        let (first, three) =
            (Self::percent(self.first, self.all), Self::percent(self.three, self.all));
        format!("{first:.1} % right, {three:.1} % right among three, of {}", self.all)
    }
}

#[test]
fn the_right_subject_is_proposed() {
    let suggester = Suggester::new(&base());
    let mut work = Count::default();
    // Every tenth: it was learned from, and says little; the rest of the time is better spent.
    for row in rows("work.tsv").iter().step_by(10) {
        work.add(row, &suggester.suggest(&row.text));
    }
    println!("subjects, every tenth of the part to work with: {}", work.say());
    let mut all = Count::default();
    let mut by_hard: BTreeMap<String, Count> = BTreeMap::new();
    let mut confused: BTreeMap<(String, String), u32> = BTreeMap::new();
    for row in rows("measured.tsv") {
        let found = suggester.suggest(&row.text);
        all.add(&row, &found);
        by_hard.entry(row.hard.clone()).or_default().add(&row, &found);
        let first = found.first().map_or(NONE, |s| s.category.as_str());
        if first != row.id {
            *confused.entry((row.id, first.to_owned())).or_default() += 1;
        }
    }
    println!("subjects, the measured part: {}", all.say());
    for (hard, count) in &by_hard {
        println!("  {}: {}", if hard.is_empty() { "plain" } else { hard }, count.say());
    }
    let mut pairs: Vec<_> = confused.into_iter().collect();
    pairs.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    for ((is, said), n) in pairs {
        println!("  {is} -> {said}: {n}");
    }
    assert!(all.all >= 400, "{} rows", all.all);
    assert!(Count::percent(all.first, all.all) >= 85.0, "{}", all.say());
    assert!(Count::percent(all.three, all.all) >= 96.0, "{}", all.say());
}

/// What the clerk reads as reasons, of texts that led to broken ones.
const REASONS: [(&str, &str); 5] = [
    ("老旧小区改造后垃圾没人清", "urb.renew 老旧小区,小区改造"),
    ("两家为排水沟吵了几句，没动手", "neigh.water 两家,排水沟"),
    ("征地款没发", "acq.pay 征地款,没发"),
    ("楼里不供热", "urb.heat 不供热"),
    ("孩子的事", "fam.child "),
];

#[test]
fn a_reason_is_a_whole_word_of_the_pack() {
    let rules = base();
    let suggester = Suggester::new(&rules);
    for (text, expected) in REASONS {
        let first = suggester.suggest(text).into_iter().next().unwrap();
        assert_eq!(format!("{} {}", first.category, first.words.join(",")), expected, "{text}");
    }
    let signs = rules.categories.iter().flat_map(|c| c.signs()).map(|(_, sign)| sign.unwrap());
    let words = signs.flat_map(|sign| sign.parts).flatten();
    let groups = rules.groups.iter().flat_map(|(_, words)| words.clone());
    let known: BTreeSet<String> = words.chain(groups).collect();
    let is_known = |word: &str| {
        known.contains(word)
            || rules.negations.chars().any(|c| known.contains(&format!("{word}{c}")))
    };
    // Where something is mistyped, it is quoted as it stands.
    let plain = |row: &&Row| row.hard.is_empty();
    for row in rows("work.tsv").iter().filter(plain).step_by(20) {
        for word in suggester.suggest(&row.text).iter().flat_map(|s| &s.words) {
            let is_like = rules.alike.iter().any(|all| word.chars().any(|c| all.contains(c)));
            assert!(word.chars().count() > 1, "{word}: {}", row.text);
            assert!(is_like || is_known(word), "{word}: {}", row.text);
        }
    }
}

/// Texts in which people, places and numbers are left open.
const OPEN: [&str; 7] = [
    "{name}反映邻居{other}垫高院子，雨水倒灌进{place}{number}号的菜窖，要求清沟。",
    "{place}的{name}等人在工地干活，{other}欠工资，到现在没给。",
    "{name}家住{place}{number}号，说{other}种地占了两垄，要求重新丈量。",
    "{name}借给{other}钱，借条到期没还，家在{place}。",
    "{place}{number}号楼供热不热，{name}要求退费。",
    "{name}的低保被取消，{place}没说原因，要求{other}答复。",
    "{name}被{other}家的狗咬了，在{place}打的疫苗。",
];
/// Name, another name, place, number.
const FILLED: [[&str; 4]; 5] = [
    ["张建国", "李秀英", "柳树屯", "3"],
    ["王某", "赵某某", "靠山村二组", "118"],
    ["欧阳明", "司马静", "青禾镇幸福路", "46"],
    ["郑淑珍", "孙大伟", "双河乡永胜村", "7"],
    ["吴桂芝", "周志强", "城关社区光明小区", "2009"],
];

#[test]
fn names_addresses_and_numbers_change_nothing() {
    let suggester = Suggester::new(&base());
    for open in OPEN {
        let said = FILLED.map(|[name, other, place, number]| {
            let text = open.replace("{name}", name).replace("{other}", other);
            suggester.suggest(&text.replace("{place}", place).replace("{number}", number))
        });
        // A place may be called after what is there (靠山村, 柳树屯); the first is the same.
        for found in &said[1..] {
            let first = |found: &[Suggestion]| found.first().map(|s| s.category.clone());
            assert_eq!(first(found), first(&said[0]), "{open}");
        }
    }
}

/// The hundred commonest surnames, and those of two characters that are common.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
const LONG_SURNAMES: [&str; 6] = ["欧阳", "司马", "上官", "诸葛", "尉迟", "皇甫"];

#[test]
fn no_sign_is_a_name_a_place_or_a_number() {
    let rules = base();
    let signs = rules.categories.iter().flat_map(|c| c.signs()).map(|(_, sign)| sign.unwrap());
    let words = signs.filter(|sign| sign.parts.len() == 1).flat_map(|sign| sign.parts);
    let words = words.flatten().chain(rules.groups.values().flatten().cloned());
    for word in words.filter(|word| word.chars().count() > 1) {
        let mut letters = word.chars();
        let (first, rest) = (letters.next().unwrap(), letters.as_str());
        let is_somebody = SURNAMES.contains(first) && ["某", "某某", "家", "姓"].contains(&rest);
        assert!(!is_somebody && !LONG_SURNAMES.contains(&word.as_str()), "{word}");
        let ends = ["省", "县", "镇", "乡"];
        // Gone home, or out into the villages: no place.
        let is_going = ["回乡", "返乡", "下乡", "还乡"].iter().any(|going| word.ends_with(going));
        let is_named = ends.iter().any(|end| word.ends_with(end)) && word.chars().count() > 2;
        let is_place = is_named && !is_going;
        // The number of an office is its name.
        let is_number = word != "12315" && word.chars().all(|c| c.is_ascii_digit());
        assert!(!is_place && !is_number, "{word}");
    }
}
