//! What is hinted at, what is not, and that every text about a matter is looked at.

use super::*;
use crate::forms::acts;
use crate::forms::samples::{Desk, ID, least, with};
use crate::forms::{Control, Draft, Field, Form, FormContext, correct, register, setup};
use jieyou_domain::facts::{CounterParty, UnitKind};
use jieyou_domain::ledger::{Action, Event, EventType};
use std::collections::BTreeMap;

fn words(text: &str) -> Vec<String> {
    wording(text, Lang::Zh).into_iter().map(|hint| hint.word).collect()
}

#[test]
fn words_about_a_person_are_seen_and_turned_to_the_duty() {
    let hints = wording("该人系缠访老户，请做好稳控。", Lang::Zh);
    assert_eq!(hints.len(), 2, "{hints:?}");
    assert_eq!((hints[0].word.as_str(), hints[0].instead), ("缠访老户", "反映人"));
    assert_eq!(hints[1].button, "换成“帮扶”");
    assert!(hints[1].say.contains("谁、哪天、去帮什么"), "{}", hints[1].say);
    let text = reword("该人系缠访老户，请做好稳控。", &hints[1]);
    assert_eq!(text, "该人系缠访老户，请做好帮扶。");
    assert_eq!(words(&text), ["缠访老户"]);
}

/// Words of practice 14 and of 5, one space between.
const PRACTICE: &str = "缠访 老户 稳控 钉子户 已赴 去京 去省 滞留 劝返 接回 情绪激动 精神 前科 \
    两劳 重点人 五失 老赖 息诉 息访 罢访 多次反映 非正常上访 维稳 信访上行";

/// What is flagged by practice 3.3.
const NEVER_A_FIELD: &str = "民族 宗教 信教 政治面貌 文化程度 婚育 婚姻状况 性格 难缠 人脸 手机定位 \
    行踪 抑郁 癫痫 次上访 去过哪里反映 打算去北京 亲友关系 车牌 微信号 抖音号 谁在背后 不再上访 \
    涉密 纪检材料 公安笔录 讯问笔录";

/// Words of the source documents about controlling persons (mechanisms 2.6).
const SOURCES: &str = "不稳定因素 无信访行为 信访量下降 感恩 信访不上行 人员不越级 问题不上交 \
    集体上访 越级访 重复进京 缠访老户 信访老户 老上访户 钉子案 重点群体 重点人员 四重研判 疏导稳控 \
    息诉罢访 息诉息访 闹访 依法打击 处置案例 处置到位 公论 舆情 绩效考评 扣减分值 逐级表达 信访秩序 \
    越级上访 进京 舆论推动 越级走访 群访 一票否决 特殊人员 黑名单 截访 扬言 挑头 煽动 无理上访 非访 \
    刁民 赴京";

#[test]
fn every_word_of_practice_and_of_the_sources_is_known() {
    for word in [PRACTICE, NEVER_A_FIELD, SOURCES].iter().flat_map(|all| all.split_whitespace()) {
        let hints = wording(&format!("其{word}等"), Lang::Zh);
        let seen: Vec<&str> = hints.iter().map(|h| h.word.as_str()).collect();
        assert_eq!(seen, [word]);
        // The word, and a sentence about what to write; it always says what to write.
        let say = &hints[0].say;
        assert!(say.contains('写') || say.contains("用联系方式"), "{say}");
        assert!(say.chars().count() < 70, "{say}");
    }
}

#[test]
fn words_of_the_sources_are_seen_in_their_own_sentences() {
    for (text, seen) in [
        ("对三级台账内人员全部列入稳控范围，半年内无信访行为方可销号", vec!["稳控", "无信访行为"]),
        ("进京非正常上访下降50%，集体上访明显减少", vec!["进京", "非正常上访", "集体上访"]),
        ("落实重点人员稳控责任", vec!["重点人员", "稳控"]),
        ("开展动态舆情研判，规范信访秩序", vec!["舆情", "信访秩序"]),
        ("签订息诉罢访承诺", vec!["息诉罢访"]),
    ] {
        assert_eq!(words(text), seen, "{text}");
    }
}

#[test]
fn plain_sentences_pass() {
    for text in [
        "去年修路占了三户的地，补偿款到现在没有发。",
        "按会议精神办，赔精神损害抚慰金；按通知精神补发。",
        "工作人员已赴现场查看。",
        "反映人和对方愿意调解。",
        "买的是老户型，老户主同意过户。",
        "干部走访户主，晚上访户了解情况。",
        "在管控区内施工，扬尘管控不到位，交通管控没撤。",
        "重点人群体检漏了一组，重点群体就业补贴没到账。",
        "这次来访带了合同，上次反映的墙已经修好，首次来访是三月。",
        "住在民族路5号，孩子上民族小学，宗教事务科已经答复。",
        "把孩子接回家，把水管接回去。",
        "旅客滞留时的票款没退；商业机密不在此列。",
        "亲属关系证明开不出来；电路串联电路图有错。",
        "看热闹事后才知道；非访谈类活动；越级晋升的文件。",
        "要去市里法院起诉，打算去申请仲裁。",
        "社区走访三户，去省医院看病的票据没报。",
        "操纵杆坏了，机器不能用。",
        "承诺书复印件在卷，安全承诺书已签。",
        "情况说明、性质认定、个性化服务。",
        "",
    ] {
        assert_eq!(words(text), [""; 0], "{text}");
    }
    assert!(wording(&"稳控".repeat(10_000), Lang::Zh).is_empty());
}

#[test]
fn a_spared_word_does_not_hide_another() {
    assert_eq!(words("按文件精神，此人精神异常"), ["精神"]);
    assert_eq!(words("老户型的房子，老户又来"), ["老户"]);
    assert_eq!(words("这次来访已是第五次来访"), ["次来访"]);
}

#[test]
fn english_is_looked_at_too_and_what_is_proposed_is_never_hinted_at() {
    let hints = wording("A Serial petitioner; keep under control.", Lang::En);
    assert_eq!(hints[0].word, "Serial petitioner");
    assert_eq!((hints.len(), hints[1].instead), (2, "support"));
    for row in t::TABLE {
        for lang in [Lang::Zh, Lang::En] {
            let said = [row.instead.to(lang), row.say.to(lang)].join(" ");
            assert!(wording(&said, lang).is_empty(), "{said}");
            // Each of its words is found where it stands alone.
            let between = if lang == Lang::Zh { "、" } else { ", " };
            for word in row.words.to(lang).split(between) {
                assert_eq!(wording(word, lang).first().map(|h| h.word.as_str()), Some(word));
            }
        }
    }
}

#[test]
fn no_word_is_a_matter_of_two_rows() {
    let mut rows: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, row) in t::TABLE.iter().enumerate() {
        for word in row.words.to(Lang::Zh).split('、') {
            assert_eq!(rows.insert(word, at), None, "{word}");
        }
    }
}

/// Every question that a form may ask, as answers to others open it.
fn every(form: impl Fn(&Draft) -> Form, start: &Draft) -> Vec<Field> {
    let mut fields: BTreeMap<String, Field> = BTreeMap::new();
    let mut drafts = vec![start.clone()];
    for _ in 0..3 {
        let mut next = Vec::new();
        for draft in &drafts {
            for field in form(draft).fields {
                if fields.contains_key(&field.key) {
                    continue;
                }
                // A long list opens nothing by what is chosen in it.
                if let Control::Choice(options) | Control::Many(options) = &field.control {
                    next.extend(options.iter().map(|(code, _)| with(draft, &[(&field.key, code)])));
                }
                if matches!(field.control, Control::AddRow | Control::Tick) {
                    next.push(with(draft, &[(&field.key, "2"), (&field.key, "yes")]));
                    next.push(with(draft, &[(&field.key, "2")]));
                }
                fields.insert(field.key.clone(), field);
            }
        }
        drafts = next;
    }
    fields.into_values().collect()
}

#[track_caller]
fn assert_watched(of: &str, fields: &[Field]) -> usize {
    let is_text = |f: &&Field| {
        matches!(f.control, Control::Line(_) | Control::Area(_) | Control::Lines) && !f.is_contact()
    };
    let texts: Vec<&Field> = fields.iter().filter(is_text).collect();
    for field in &texts {
        assert!(field.tells, "{of}: {}", field.key);
    }
    texts.len()
}

#[test]
fn every_text_of_the_register_and_of_every_act_is_looked_at() {
    let mut texts = 0;
    for against in CounterParty::ALL {
        let desk = Desk::new(UnitKind::Township);
        let blank = with(&least(&desk.ctx()), &[("against", against.code())]);
        let form = |d: &Draft| register::form(&desk.ctx(), d);
        texts += assert_watched("register", &every(form, &blank));
    }
    for (kind, against) in [
        (UnitKind::Village, CounterParty::Neighbour),
        (UnitKind::Township, CounterParty::Government),
    ] {
        let desk = Desk::registered(kind, against);
        let (ctx, matter) = (desk.ctx(), desk.matter());
        for action in Action::ALL {
            let form = |d: &Draft| acts::form(action, &ctx, matter, d);
            let blank = acts::blank(action, &ctx, matter);
            texts += assert_watched(action.code(), &every(form, &blank));
        }
    }
    assert!(texts > 150, "{texts}");
}

#[test]
fn every_text_of_a_correction_is_looked_at() {
    let text = include_str!("../../../../../tests/golden/events.json");
    let events: Vec<serde_json::Value> = serde_json::from_str(text).unwrap();
    let (mut looked, mut texts) = (0, 0);
    for event in events {
        let code = event["type"].as_str().unwrap();
        let kind = EventType::from_code(code).unwrap();
        let is_own = matches!(kind, EventType::Corrected | EventType::Struck);
        if !code.starts_with("matter.") || is_own || kind == EventType::Registered {
            continue;
        }
        let mut desk = Desk::registered(UnitKind::Township, CounterParty::Government);
        let event = Event::from_parts(code, event["data"].clone()).unwrap();
        let id = desk.write(event);
        let ctx = desk.ctx();
        let matter = desk.book.matter(ID).unwrap();
        let blank = correct::blank(&ctx, matter, id);
        let form = |d: &Draft| correct::form(&ctx, matter, id, d);
        texts += assert_watched(code, &every(form, &blank));
        texts += assert_watched(code, &correct::strike_form(&ctx, matter, id).fields);
        looked += 1;
    }
    assert!(looked > 45 && texts > looked, "{looked} {texts}");
}

#[test]
fn names_of_offices_are_what_they_are() {
    let desk = Desk::new(UnitKind::Township);
    let ctx: FormContext<'_> = desk.ctx();
    for form in [setup::places_form(&ctx), setup::posts_form(&ctx)] {
        assert!(form.fields.iter().all(|f| !f.tells));
    }
}
