//! What a text leads to, with a small pack of its own.

use super::*;
use crate::rules::Category;

/// One that looks for words only.
fn suggester(subjects: &[(&str, &[&str])]) -> Suggester {
    leaning(subjects, &[])
}

fn leaning(subjects: &[(&str, &[&str])], leans: &[(&str, &str)]) -> Suggester {
    let categories = subjects.iter().map(|(id, signs)| Category {
        id: (*id).to_owned(),
        signs: signs.iter().map(|s| (*s).to_owned()).collect(),
        ..Category::default()
    });
    let alike = vec!["账帐".to_owned(), "赔陪".to_owned()];
    let mut rules = RuleSet { categories: categories.collect(), alike, ..RuleSet::default() };
    rules.leans = leans.iter().map(|(id, text)| ((*id).into(), (*text).into())).collect();
    rules.negations = "没不".to_owned();
    rules.groups.insert("狗".to_owned(), vec!["狗".to_owned(), "犬".to_owned()]);
    Suggester::new(&rules)
}

/// The subjects with their scores in halves of a sign's weight, and their words.
fn said(of: &Suggester, text: &str) -> String {
    let all = of.suggest(text);
    let all =
        all.iter().map(|s| format!("{} {} {}", s.category, s.score * 2 / UNIT, s.words.join(",")));
    all.collect::<Vec<_>>().join("; ")
}

#[test]
fn words_add_up_and_the_likeliest_comes_first() {
    let of = suggester(&[("a", &["排水", "滴水*3"]), ("b", &["水沟", "菜窖*1", "土豆*5"])]);
    assert_eq!(said(&of, "排水，滴水"), "a 10 滴水,排水");
    assert_eq!(said(&of, "排水进菜窖，土豆泡了"), "b 12 土豆,菜窖; a 4 排水");
    assert_eq!(said(&of, "排水排水排水"), "a 4 排水", "a word counts once");
    assert_eq!(said(&of, "进了菜窖"), "b 2 菜窖", "one weak word is all there is");
    assert_eq!(said(&of, ""), "");
    assert_eq!(said(&suggester(&[]), "排水"), "");
}

#[test]
fn of_equals_the_first_of_the_pack_comes_first() {
    let of = suggester(&[("z", &["水费"]), ("a", &["水费"])]);
    assert_eq!(said(&of, "水费"), "z 4 水费; a 4 水费");
}

#[test]
fn a_word_within_a_longer_one_does_not_count() {
    let of = suggester(&[("a", &["水费*3"]), ("b", &["自来水费", "自来水"])]);
    assert_eq!(said(&of, "自来水费"), "b 4 自来水费");
    assert_eq!(said(&of, "自来水费和水费"), "a 6 水费; b 4 自来水费", "elsewhere it does");
    // Overlapping is not within.
    let of = suggester(&[("a", &["承包费"]), ("b", &["土地承包"])]);
    assert_eq!(said(&of, "土地承包费"), "a 4 承包费; b 4 土地承包");
}

#[test]
fn of_a_sum_all_parts_must_stand_there() {
    let of = suggester(&[("a", &["狗+咬*4"]), ("b", &["咬伤"])]);
    assert_eq!(said(&of, "狗叫"), "");
    assert_eq!(said(&of, "被咬伤，是邻居的狗"), "a 8 ; b 4 咬伤", "within a longer one too");
}

#[test]
fn what_has_counted_counts_half() {
    let of = suggester(&[("a", &["狗咬*4", "狗+咬*3", "咬+医药费*2"])]);
    assert_eq!(said(&of, "狗咬"), "a 11 狗咬", "eight, and half of six");
    assert_eq!(said(&of, "狗咬，医药费"), "a 15 狗咬,医药费", "the last says something new");
}

#[test]
fn of_several_words_one_suffices() {
    let of = suggester(&[("a", &["#狗+咬/扑*4", "流浪犬/野狗"])]);
    assert_eq!(said(&of, "狗见人就扑"), "a 8 ");
    assert_eq!(said(&of, "流浪犬和野狗"), "a 4 流浪犬", "and counts once");
    assert_eq!(said(&of, "犬吠"), "");
}

#[test]
fn a_part_hides_no_shorter_word() {
    let of = suggester(&[("a", &["楼上漏水+赔"]), ("b", &["漏水"])]);
    assert_eq!(said(&of, "楼上漏水"), "b 4 漏水");
}

#[test]
fn what_speaks_against_takes_away() {
    let of = suggester(&[("a", &["工钱*3", "-工地*2"]), ("b", &["工地*3"])]);
    assert_eq!(said(&of, "工钱"), "a 6 工钱");
    assert_eq!(said(&of, "工地的工钱"), "b 6 工地; a 2 工钱");
}

#[test]
fn words_are_given_as_they_stand() {
    let of = suggester(&[("a", &["账目", "赔偿", "wifi"])]);
    assert_eq!(said(&of, "😀帐目，陪偿，ＷｉFi"), "a 12 帐目,陪偿,ＷｉFi");
}

#[test]
fn what_the_pack_says_twice_counts_once() {
    let of = suggester(&[("a", &["账目 帐目*9", "水 bad+"])]);
    assert_eq!(said(&of, "账目"), "a 4 账目");
}

#[test]
fn a_text_beyond_measure_is_read_so_far() {
    let of = suggester(&[("a", &["水沟"]), ("b", &["菜窖"])]);
    let far = format!("水沟{}菜窖", "啊".repeat(TEXT_MAX));
    assert_eq!(said(&of, &far), "a 4 水沟");
}

#[test]
fn what_leans_is_proposed_and_never_named() {
    let of = leaning(
        &[("heat", &["供热*3"]), ("water", &["供水*3"])],
        &[("heat", "3 不热 温 -2 水"), ("water", "2 水压 水 -1 温")],
    );
    let first = |text: &str| of.suggest(text).into_iter().next().map(|s| (s.category, s.words));
    let heat =
        |words: &[&str]| Some(("heat".to_owned(), words.iter().map(|w| (*w).to_owned()).collect()));
    assert_eq!(first("屋里不热，温度低"), heat(&[]));
    assert_eq!(of.suggest("账目"), [], "where nothing leans nothing is proposed");
    assert_eq!(first("供热，压不住温"), heat(&["供热"]), "a word and what leans there add up");
}

#[test]
fn what_speaks_plainly_against_is_no_guess() {
    let of = leaning(&[("a", &["租+地"])], &[("a", "1 沟 -9 狗 边")]);
    assert_eq!(of.suggest("沟").len(), 1);
    assert_eq!(of.suggest("沟边的狗"), []);
}

#[test]
fn a_word_that_is_denied_is_not_found() {
    let of = suggester(&[("fight", &["动手*3"]), ("water", &["排水"])]);
    assert_eq!(said(&of, "为排水吵，没动手"), "water 4 排水");
    assert_eq!(said(&of, "先没动手，后来动手了"), "fight 6 动手", "elsewhere it is");
    let of = suggester(&[("heat", &["不供热*3", "楼+供热"])]);
    assert_eq!(said(&of, "楼里不供热"), "heat 10 不供热", "a word may hold its negation");
}

#[test]
fn a_reason_names_whole_words_only() {
    let of = suggester(&[("dog", &["狗+咬", "征地款没", "户口", "户口迁*1"])]);
    assert_eq!(said(&of, "狗把人咬了"), "dog 4 ", "single characters are no words to a reader");
    assert_eq!(said(&of, "征地款没发"), "dog 4 征地款");
    assert_eq!(said(&of, "户口迁走，户口没了"), "dog 6 户口迁", "the longer holds the shorter");
}
