//! The words of each fact of the lamp: what is the case, and what to do.

mod apart;

pub(super) use apart::{lost, missing, stopped, waiting};

use super::{Clock, FIRST, Facts, Home, Level, MIB, Place, Reason, Since, Step, is_called_right};
use crate::screens::copies::{self, Copied};
use crate::text::damaged::incomplete;
use crate::text::{Both, Lang, both, format};
use jieyou_store::journal::Believed;

/// A fact whose words are fixed.
fn reason(id: &'static str, level: Level, words: [Both; 3], lang: Lang) -> Reason {
    let [short, text, next] = words.map(|text| text.to(lang).to_owned());
    Reason { id, level, short, text, next, step: None }
}

/// A fact that there is nothing to say about.
fn silent(id: &'static str) -> Reason {
    reason(id, Level::Calm, [Both::NONE; 3], Lang::Zh)
}

pub(super) fn training(lang: Lang) -> Reason {
    let words = [
        both!("演练账，不用存副本", "Training: no copies needed"),
        both!(
            "这是演练台账，随时可以重新开始，不用存副本。",
            "This is a training ledger. It can be begun anew at any time and needs no copies."
        ),
        Both::NONE,
    ];
    reason("training", Level::Calm, words, lang)
}

pub(super) fn believed(believed: &Believed, lang: Lang) -> Reason {
    let next = both!(
        "先取出原始数据，存到U盘，不要清理浏览器数据。再另立一本新账（上面“看哪里对不上”里有），从最近一份核对过的副本恢复。没有这样的副本，就用下面“能相信的部分”存出的文件恢复。",
        "First take the raw data out, to a USB stick, and do not clear browser data. Then start another ledger (under “See what is wrong” above) and restore the last verified copy into it. Without one, restore the file saved under “What can be believed” below."
    );
    Reason {
        short: both!("台账不完整，只能看", "Incomplete, read only").to(lang).to_owned(),
        text: incomplete(believed, lang),
        next: next.to(lang).to_owned(),
        step: Some(Step::Raw),
        ..reason("believed", Level::Act, [Both::NONE; 3], lang)
    }
}

pub(super) fn damaged(facts: &Facts, lang: Lang) -> Reason {
    if !facts.damaged {
        return silent("damaged");
    }
    let words = [
        both!("查账查出对不上的记录", "An audit found damage"),
        both!(
            "查账时有记录对不上。对得上的都还在，没有动。",
            "An audit found records that do not check. What checks is still there, untouched."
        ),
        both!(
            "先不要再登记。取出原始数据，存到U盘；不要清理浏览器数据；拿最近一份核对过的副本做恢复演练；然后重新打开本页，看哪里对不上。",
            "Write nothing more for now. Take the raw data out, to a USB stick; do not clear browser data; run a drill with the last verified copy; then load this page anew to see what is wrong."
        ),
    ];
    Reason { step: Some(Step::Raw), ..reason("damaged", Level::Act, words, lang) }
}

pub(super) fn kept(facts: &Facts, lang: Lang) -> Reason {
    if facts.is_kept {
        let words = [
            Both::NONE,
            both!(
                "程序只写在这台电脑的这个浏览器里；别处有的，只是您存出去的副本。",
                "The program writes to this browser on this computer only; elsewhere there are only the copies that you saved."
            ),
            both!(
                "如果开的是无痕（隐私）窗口，关掉窗口就没有了；这一点程序认不出来，请看一眼窗口。清理浏览器数据、重装系统前，先存副本。",
                "In a private window it is gone when the window is closed; the program cannot tell, so look at the window. Save a copy before clearing browser data or reinstalling."
            ),
        ];
        return reason("kept", Level::Calm, words, lang);
    }
    let level = if facts.is_empty { Level::Note } else { Level::Act };
    let words = [
        both!("这里什么都留不住", "Nothing is kept here"),
        both!(
            "这个浏览器不让保存（可能是无痕窗口，或者关掉了网站数据）：关掉页面就没有了。",
            "This browser keeps nothing (a private window, or site data turned off): it is gone when the page is closed."
        ),
        both!(
            "已经写的，先存一份副本；然后换普通窗口，从副本恢复再接着记。",
            "Save a copy of what is written; then open an ordinary window and restore it there."
        ),
    ];
    Reason { step: (!facts.is_empty).then_some(Step::Copy), ..reason("kept", level, words, lang) }
}

pub(super) fn unsaved(facts: &Facts, lang: Lang) -> Reason {
    if !facts.unsaved {
        return silent("unsaved");
    }
    let words = [
        both!("刚才有一笔没存好", "An entry may not be saved"),
        both!(
            "刚才记的一笔没有存上，或者存了没能读回来核对。以前存上的都在。",
            "What was recorded last was not saved, or could not be read back. What was saved before is there."
        ),
        both!(
            "先存一份副本，看看电脑磁盘满没满；再看那一笔在不在台账里，不在就重记一次。",
            "Save a copy and see whether the disk is full; then look for the entry, and record it again if it is not there."
        ),
    ];
    Reason { step: Some(Step::Copy), ..reason("unsaved", Level::Act, words, lang) }
}

pub(super) fn clock(facts: &Facts, clock: Clock, lang: Lang) -> Reason {
    let (day, level, words) = match clock {
        Clock::Plausible => return silent("clock"),
        Clock::Behind(day) => (
            day,
            Level::Act,
            [
                both!("电脑日期可能不对", "The computer's date may be wrong"),
                both!(
                    "电脑今天是{}，台账里却有{}记下的。",
                    "The computer says {}, but the ledger holds an entry written on {}."
                ),
                both!(
                    "请先核对电脑的日期和时间，不对就改过来，再刷新页面。如果电脑现在是对的，就是那一笔记的时候日期快了：那一笔还在，请看看它写的日子。",
                    "Check the computer's date and time; correct it and reload. If it is right now, it was ahead when that entry was written: the entry is there, look at the day it gives."
                ),
            ],
        ),
        Clock::Ahead(day) => (
            day,
            Level::Note,
            [
                both!("电脑日期可能不对", "The computer's date may be wrong"),
                both!(
                    "电脑今天是{}，比最后一笔和程序自带的规则（到{}）都晚一年以上。",
                    "The computer says {}, more than a year after the last entry and the program's own rules ({})."
                ),
                both!(
                    "请核对电脑的日期和时间。期限是按电脑的日期算的，日期错了，提醒也会错。",
                    "Check the computer's date and time. Deadlines are counted from it; a wrong date gives wrong reminders."
                ),
            ],
        ),
    };
    let is_right = is_called_right(facts);
    let (level, short) = if is_right { (Level::Calm, Both::NONE) } else { (level, words[0]) };
    let days = [format::date_full(facts.today, lang), format::date_full(day, lang)];
    Reason {
        short: short.to(lang).to_owned(),
        text: words[1].with(lang, &days.each_ref().map(String::as_str)),
        step: (!is_right).then_some(Step::ClockRight),
        ..reason("clock", level, words, lang)
    }
}

pub(super) fn room(facts: &Facts, is_short: Option<bool>, lang: Lang) -> Reason {
    let left = facts.room.map_or(0.0, |(used, allowed)| (allowed - used).max(0.0));
    let size = size(left);
    let (level, words) = match is_short {
        None => {
            let text = both!(
                "浏览器没有说还剩多少空间。",
                "The browser does not say how much room is left."
            );
            (Level::Calm, [Both::NONE, text, Both::NONE])
        }
        Some(false) => {
            let text = both!(
                "浏览器允许这个网页最多再用{}，这是浏览器给的上限，不是磁盘还剩多少。",
                "The browser allows this page up to {} more: its own limit, not what is free on the disk."
            );
            (Level::Calm, [Both::NONE, text, Both::NONE])
        }
        Some(true) => (
            if facts.is_empty { Level::Note } else { Level::Act },
            [
                both!("空间快满了", "Little room is left"),
                both!(
                    "浏览器只剩{}的空间，满了就存不上新的一笔。已经存上的还在。",
                    "The browser allows only {} more; when it is full, nothing new is saved. What was saved is there."
                ),
                both!(
                    "先存一份副本，再清理电脑磁盘上不用的文件。不要清浏览器数据，那会把台账一起清掉。",
                    "Save a copy, then free some disk space. Do not clear browser data: that would clear the ledger."
                ),
            ],
        ),
    };
    let text = words[1].with(lang, &[&size]);
    let step = (level > Level::Calm).then_some(Step::Copy);
    Reason { text, step, ..reason("room", level, words, lang) }
}

/// A number of bytes, roughly.
fn size(bytes: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative")]
    let mib = (bytes / MIB) as u64;
    if mib < 1024 { format!("{mib} MB") } else { format!("{} GB", mib / 1024) }
}

pub(super) fn copy(facts: &Facts, since: &Since, level: Level, lang: Lang) -> Reason {
    let verified = copies::verified(&facts.copies);
    let (mut short, mut text) = said_of(facts, verified, since, lang);
    let ask = level > Level::Calm;
    if ask {
        short = asked(verified.is_some(), since, lang);
    }
    let held = verified.map_or(0, |v| v.records);
    let open = copies::latest(&facts.copies).filter(|c| c.verified.is_none() && c.records > held);
    if let Some(open) = open {
        let day = format::date(open.on, facts.today, lang);
        let said = both!("{}存出的那份还没有核对。", " That of {} was not verified.");
        text.push_str(&said.with(lang, &[&day]));
    }
    let (next, step) = next_of_copy(facts, ask, verified.is_some(), open.is_some());
    let next = next.with(lang, &[&FIRST.to_string()]);
    Reason { id: "copy", level, short, text, next, step }
}

/// How it stands with the copies, in a few words and in full.
fn said_of(
    facts: &Facts,
    verified: Option<&Copied>,
    since: &Since,
    lang: Lang,
) -> (String, String) {
    let changes = since.changes.to_string();
    let day = verified.map(|c| format::date(c.on, facts.today, lang)).unwrap_or_default();
    let since_today = since.changes > 0 && verified.is_some_and(|c| c.on == facts.today);
    let (short, text) = match verified {
        None if facts.is_empty => (
            both!("还没有登记", "Nothing registered yet"),
            both!("还没有登记事项，不用存副本。", "Nothing is registered yet; no copy is needed."),
        ),
        None => (
            both!("还没有核对过的副本", "No verified copy yet"),
            both!(
                "还没有核对过的副本，记下的{}笔只在这里。",
                "There is no verified copy yet; the {} entries are only here."
            ),
        ),
        Some(_) if since.changes == 0 => (
            both!("副本齐全", "The copy is complete"),
            both!(
                "{}存的副本核对过，现在的都在里面。",
                "The copy of {} was verified and holds everything there is now."
            ),
        ),
        Some(_) => (
            // Up to today would sound like up to now.
            match since_today {
                true => both!("今天的副本之后又记了{}笔", "{} entries since today's copy"),
                false => both!("副本到{}", "Copy of {}"),
            },
            both!(
                "核对过的副本是{}存的，之后又记了{}笔，只在这里。",
                "The last verified copy is of {}; the {} entries since are only here."
            ),
        ),
    };
    let parts: &[&str] = if verified.is_some() { &[&day, &changes] } else { &[&changes] };
    let short_part = if since_today { &changes } else { &day };
    (short.with(lang, &[short_part]), text.with(lang, parts))
}

/// Why a copy is asked for, in a few words.
fn asked(has_copy: bool, since: &Since, lang: Lang) -> String {
    if since.days == 0 {
        let words = if has_copy {
            both!("又记了{}笔没存副本", "{} entries not in a copy")
        } else {
            both!("记了{}笔，还没有核对过的副本", "{} entries, no verified copy")
        };
        return words.with(lang, &[&since.changes.to_string()]);
    }
    let words = if has_copy {
        both!("{}没存副本了", "No copy for {}")
    } else {
        both!("{}没有核对过的副本", "{} without a verified copy")
    };
    words.with(lang, &[&format::days(since.days, lang)])
}

fn next_of_copy(facts: &Facts, ask: bool, has_copy: bool, is_open: bool) -> (Both, Option<Step>) {
    match () {
        () if facts.is_empty => (Both::NONE, None),
        () if is_open => (
            both!(
                "到下载文件夹找到那份文件，在下面核对；找不到就再存一份。",
                "Find that file among the downloads and verify it below; else save another."
            ),
            Some(Step::Check),
        ),
        () if ask => (
            both!(
                "现在存一份，最好放到U盘或另一台电脑上。",
                "Save one now, best on a USB stick or another computer."
            ),
            Some(Step::Copy),
        ),
        () if facts.put_off => {
            (both!("今天先不提醒。", "You are not reminded again today."), Some(Step::Copy))
        }
        () if !has_copy => (
            both!(
                "记满{}笔，或者过了7天，会提醒存一份。",
                "After {} entries or 7 days you are reminded to save one."
            ),
            Some(Step::Copy),
        ),
        () => (
            both!(
                "记满20笔，或者过了7天，会提醒再存一份。",
                "After 20 entries or 7 days you are reminded to save another."
            ),
            Some(Step::Copy),
        ),
    }
}

pub(super) fn in_app(facts: &Facts, copy: Level, lang: Lang) -> Reason {
    if !facts.in_app {
        return silent("in-app");
    }
    let words = [
        both!("在聊天软件里打开的", "Opened inside a messenger"),
        both!(
            "页面是在微信、钉钉这类应用里打开的：应用清理缓存时，这里的数据可能一起清掉，副本也常常存不出去。",
            "The page is shown inside an app such as WeChat or DingTalk: clearing the app's cache may clear this data, and saving files often fails."
        ),
        both!(
            "请用系统浏览器打开本页再记。这里已经记的，先试着存一份副本；存不出去的，不要再往里记。",
            "Open this page in the system's browser. Try to save a copy of what is here; if that fails, write no more here."
        ),
    ];
    let step = (!facts.is_empty).then_some(Step::Copy);
    Reason { step, ..reason("in-app", copy.max(Level::Note), words, lang) }
}

pub(super) fn persisted(facts: &Facts, copy: Level, lang: Lang) -> Reason {
    if !facts.is_kept {
        return silent("persisted");
    }
    let (level, step, words) = match facts.persisted {
        Some(true) => (
            Level::Calm,
            None,
            [
                Both::NONE,
                both!(
                    "浏览器答应长期保留，磁盘紧张时不会自己清掉。人去清理浏览器数据，还是会清掉。",
                    "The browser promised to keep the data and not to clear it by itself. A person who clears browser data still clears it."
                ),
                Both::NONE,
            ],
        ),
        Some(false) => (
            copy.min(Level::Note),
            Some(Step::Keep),
            [
                both!("浏览器没有答应保留", "The browser gave no promise"),
                both!(
                    "浏览器没有答应长期保留，磁盘紧张时可能自己清掉。",
                    "The browser has not promised to keep the data; it may clear it when the disk is full."
                ),
                both!(
                    "可以再请浏览器保留一次；它不答应也能用，副本要勤存。",
                    "Ask it once more. The ledger works without, but save copies often."
                ),
            ],
        ),
        None => (
            Level::Calm,
            None,
            [
                Both::NONE,
                both!(
                    "浏览器没有说会不会长期保留，当作不保留来防：副本要勤存。",
                    "The browser does not say whether it keeps the data. Reckon that it does not, and save copies often."
                ),
                Both::NONE,
            ],
        ),
    };
    Reason { step, ..reason("persisted", level, words, lang) }
}

pub(super) fn home(facts: &Facts, lang: Lang) -> Reason {
    let words = match facts.home {
        Home::Web => return silent("home"),
        Home::SharedFiles => [
            Both::NONE,
            both!(
                "本页是从本机文件打开的：在这个浏览器里，本机别的网页文件也读得到这里的数据。",
                "This page was opened from a file: in this browser any other local HTML file can read its data."
            ),
            both!("不要打开来路不明的 .html 文件。", "Do not open HTML files of unknown origin."),
        ],
        Home::OwnPath => [
            Both::NONE,
            both!(
                "本页是从本机文件打开的：数据跟着这个文件的位置，文件挪动或改名后打开，是另一本空账，这一本要挪回原处才看得到。",
                "This page was opened from a file: the data belongs to where the file lies. Moved or renamed it opens an empty ledger; this one is seen again when it is moved back."
            ),
            both!(
                "文件不要挪动、改名。要换地方，先存副本，到新地方再恢复。",
                "Leave the file where it is. To move it, save a copy first and restore it there."
            ),
        ],
    };
    reason("home", Level::Calm, words, lang)
}

pub(super) fn place(facts: &Facts, lang: Lang) -> Reason {
    let text = match &facts.place {
        Place::Impossible => both!(
            "这个浏览器不能直接写到选好的文件：副本走下载，存完请核对一次。",
            "This browser cannot write to a chosen file: copies are downloads, to be verified afterwards."
        ),
        Place::Open => both!(
            "还没有选存副本的文件。选一次，以后点一下就写进去，写完自动核对。",
            "No file was chosen for the copies. Choose once; later one press writes to it and verifies it."
        ),
        Place::Asks(_) => both!(
            "副本存到选好的文件“{}”；下次存的时候，浏览器会先问一句。",
            "Copies go to the chosen file “{}”; the browser will ask before writing."
        ),
        Place::Allowed(_) => {
            both!("副本存到选好的文件“{}”。", "Copies go to the chosen file “{}”.")
        }
    };
    let (Place::Asks(name) | Place::Allowed(name)) = &facts.place else {
        let step = (facts.place == Place::Open && !facts.is_empty).then_some(Step::Choose);
        return Reason {
            step,
            ..reason("place", Level::Calm, [Both::NONE, text, Both::NONE], lang)
        };
    };
    let words = reason("place", Level::Calm, [Both::NONE; 3], lang);
    Reason { text: text.with(lang, &[name]), ..words }
}

pub(super) fn drill(facts: &Facts, lang: Lang) -> Reason {
    let text = match facts.drilled {
        Some(day) => both!("{}做过恢复演练，能恢复。", "A recovery drill succeeded on {}.")
            .with(lang, &[&format::date(day, facts.today, lang)]),
        None if facts.copies.is_empty() => String::new(),
        None => both!(
            "还没有做过恢复演练：拿副本试恢复一次，心里有数。",
            "No recovery drill yet: try a copy once, to be sure."
        )
        .to(lang)
        .to_owned(),
    };
    let step = (facts.drilled.is_none() && !text.is_empty()).then_some(Step::Drill);
    Reason { text, step, ..silent("drill") }
}
