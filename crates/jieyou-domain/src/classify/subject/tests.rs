//! What a text leads to, with a small pack of its own.

use super::*;
use crate::rules::Category;

fn suggester(subjects: &[(&str, &[&str])]) -> Suggester {
    let categories = subjects.iter().map(|(id, signs)| Category {
        id: (*id).to_owned(),
        signs: signs.iter().map(|s| (*s).to_owned()).collect(),
        ..Category::default()
    });
    let alike = vec!["账帐".to_owned(), "赔陪".to_owned()];
    Suggester::new(&RuleSet { categories: categories.collect(), alike, ..RuleSet::default() })
}

/// The subjects with their scores and words, one after the other.
fn said(of: &Suggester, text: &str) -> String {
    let all = of.suggest(text);
    let all = all.iter().map(|s| format!("{} {} {}", s.category, s.score, s.words.join(",")));
    all.collect::<Vec<_>>().join("; ")
}

#[test]
fn words_add_up_and_the_likeliest_comes_first() {
    let of = suggester(&[("a", &["排水", "滴水*3"]), ("b", &["水沟", "菜窖*1", "土豆*5"])]);
    assert_eq!(said(&of, "排水，滴水"), "a 5 滴水,排水");
    assert_eq!(said(&of, "排水进菜窖，土豆泡了"), "b 6 土豆,菜窖; a 2 排水");
    assert_eq!(said(&of, "排水排水排水"), "a 2 排水", "a word counts once");
    assert_eq!(said(&of, "进了菜窖"), "", "one weak word is none");
    assert_eq!(said(&of, ""), "");
    assert_eq!(said(&suggester(&[]), "排水"), "");
}

#[test]
fn of_equals_the_first_of_the_pack_comes_first() {
    let of = suggester(&[("z", &["水费"]), ("a", &["水费"])]);
    assert_eq!(said(&of, "水费"), "z 2 水费; a 2 水费");
}

#[test]
fn a_word_within_a_longer_one_does_not_count() {
    let of = suggester(&[("a", &["水费*3"]), ("b", &["自来水费", "自来水"])]);
    assert_eq!(said(&of, "自来水费"), "b 2 自来水费");
    assert_eq!(said(&of, "自来水费和水费"), "a 3 水费; b 2 自来水费", "elsewhere it does");
    // Overlapping is not within.
    let of = suggester(&[("a", &["承包费"]), ("b", &["土地承包"])]);
    assert_eq!(said(&of, "土地承包费"), "a 2 承包费; b 2 土地承包");
}

#[test]
fn of_a_sum_all_parts_must_stand_there() {
    let of = suggester(&[("a", &["狗+咬*4"]), ("b", &["咬伤"])]);
    assert_eq!(said(&of, "狗叫"), "");
    assert_eq!(said(&of, "被咬伤，是邻居的狗"), "a 4 狗,咬; b 2 咬伤", "within a longer one too");
}

#[test]
fn a_part_hides_no_shorter_word() {
    let of = suggester(&[("a", &["楼上漏水+赔"]), ("b", &["漏水"])]);
    assert_eq!(said(&of, "楼上漏水"), "b 2 漏水");
}

#[test]
fn what_speaks_against_takes_away() {
    let of = suggester(&[("a", &["工钱*3", "-工地*2"]), ("b", &["工地*3"])]);
    assert_eq!(said(&of, "工钱"), "a 3 工钱");
    assert_eq!(said(&of, "工地的工钱"), "b 3 工地");
}

#[test]
fn words_are_given_as_they_stand() {
    let of = suggester(&[("a", &["账目", "赔偿", "wifi"])]);
    assert_eq!(said(&of, "😀帐目，陪偿，ＷｉFi"), "a 6 帐目,陪偿,ＷｉFi");
}

#[test]
fn what_the_pack_says_twice_counts_once() {
    let of = suggester(&[("a", &["账目", "帐目*9", "bad sign", "水"])]);
    assert_eq!(said(&of, "账目"), "a 2 账目");
}
