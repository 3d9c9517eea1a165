//! Setting a ledger up: the unit, its places, its posts.

use super::{Ask, Both, ask, both};

/// Heading.
pub const UNIT_TITLE: Both = both!("本单位", "This unit");
/// Button.
pub const SAVE: Both = both!("保存", "Save");
/// What the unit is comes first.
pub const KIND: Ask = ask(both!("本单位是", "The unit is a")).hint(both!(
    "决定用哪些字眼、表单和期限，请先选。",
    "It decides the words, forms and time limits; choose this first."
));
/// Name.
pub const NAME: Ask =
    ask(both!("单位名称", "Name of the unit")).hint(both!("会印在回执上。", "Printed on slips."));
/// Code.
pub const CODE: Ask = ask(both!("编号代码", "Code")).hint(both!("印在事项编号前面，如LS-2026-0001。大写字母和数字，1到8位；镇里统一发的按镇里的填。", "Stands before matters' numbers, like LS-2026-0001: 1 to 8 capital letters and digits; use the township's if it gave one."));
/// Reception.
pub const RECEPTION: Ask = ask(both!("接待时间、地点", "Reception hours and place"))
    .hint(both!("会印在回执上，可以以后再填。", "Printed on slips; may wait."));
/// Telephone.
pub const PHONE: Ask = ask(both!("电话", "Telephone")).hint(both!(
    "群众拿回执编号来问进展用；会印在回执上。",
    "For asking about progress with the number on the slip; printed there."
));
/// Further help.
pub const HELP: Ask = ask(both!("附近还能找谁帮忙", "Who else helps near by")).hint(both!(
    "会印在回执上，一行一个，最多3行，如“县人社局劳动监察大队 电话”“县法院立案庭”“农村土地承包仲裁委”。",
    "Printed on slips, one a line, at most 3: labour inspection, court, land arbitration, with telephone."
));
/// Where people go with a right of their own: the field's key, the code that rules use, the
/// question.
pub const ADDRESSES: [(&str, &str, Ask); 6] = [
    ("at_court", "court", ask(both!("法院立案窗口", "Court"))),
    ("at_reconsider", "reconsider", ask(both!("行政复议机构", "Reconsideration"))),
    ("at_labour", "labour", ask(both!("劳动人事争议仲裁委员会", "Labour arbitration"))),
    ("at_land", "land", ask(both!("农村土地承包仲裁委员会", "Land contract arbitration"))),
    ("at_inspect", "inspect", ask(both!("劳动保障监察机构", "Labour inspection"))),
    (
        "at_injury",
        "injury",
        ask(both!("社会保险行政部门（工伤认定）", "Social insurance (injury at work)")),
    ),
];
/// Under every one of them.
pub const ADDRESS_HINT: Both = both!(
    "名称、地址、电话，印在回执的权利期限后面；可以以后再填。",
    "Name, address, telephone; printed on slips behind the right. May wait."
);
/// Problem: too many lines of help: limit.
pub const HELP_LONG: Both =
    both!("最多写{}行，回执只有一页纸。", "At most {} lines: the slip has one page.");
/// The unit above, of a village.
pub const UPPER: Ask = ask(both!("办不了的上报给谁", "What the village cannot do goes up to"))
    .hint(both!(
        "如“某镇人民政府”，上报时自动填好。",
        "For example the township government; filled in when handing up."
    ));
/// Given out by a township: heading.
pub const CODES_TITLE: Both = both!("给村里的设置文件", "Set-up files for villages");
/// Given out by a township: why.
pub const CODES_INTRO: Both = both!(
    "各村编号代码由镇里统一定，免得两个村用了同一个。存出文件，村里第一次打开时读入，单位资料就填好了。",
    "The township gives each village its code, so that no two are alike. The village reads the file in when it first opens its ledger."
);
/// Given out by a township: the village.
pub const CODES_NAME: Ask = ask(both!("村（社区）名称", "Name of the village"));
/// Given out by a township: its code.
pub const CODES_CODE: Ask = ask(both!("给它的编号代码", "Its code"))
    .hint(both!("1到8位大写字母和数字。", "1 to 8 capital letters and digits."));
/// Given out by a township: button.
pub const CODES_SUBMIT: Both = both!("存设置文件", "Save the file");
/// Given out by a township: so far.
pub const CODES_GIVEN: Both = both!("已经发过：{}", "Given so far: {}");
/// Problem: code taken: by whom.
pub const CODE_TAKEN: Both =
    both!("这个代码已经给了{}，请换一个。", "This code was given to {}. Choose another.");
/// Read in.
pub const CODES_READ: Both = both!(
    "已按{}发的设置文件填好，请核对后保存。",
    "Filled in from the file of {}. Look it over, then save."
);
/// Review.
pub const REVIEW: Ask = ask(both!("复查机关", "Body that reviews")).hint(both!(
    "如“某县人民政府”，会写进送达告知。",
    "For example the county government; named when an answer is delivered."
));
/// Recheck.
pub const RECHECK: Ask = ask(both!("复核机关", "Body that rechecks"));
/// Heading.
pub const PLACES_TITLE: Both = both!("村、组、屯", "Places");
/// Lines.
pub const PLACES: Ask =
    ask(both!("一行一个，可以从表格里粘贴", "One a line; may be pasted from a table")).hint(both!(
        "只写名称；有12位区划代码的，写在名称后面，用制表符隔开。",
        "The name; after a tab its official 12-digit code, if there is one."
    ));
/// Heading.
pub const POSTS_TITLE: Both = both!("岗位", "Posts");
/// Lines.
pub const POSTS: Ask =
    ask(both!("一行一个，可以从表格里粘贴", "One a line; may be pasted from a table"))
        .hint(both!("写岗位，不写姓名，如“综治专干”。", "Posts, not names of people."));
/// Places, on the first form.
pub const FIRST_PLACES: Ask = ask(both!("村、组、屯，一行一个", "Places, one a line")).hint(both!(
    "可以从表格里粘贴，重复的只加一个；也可以以后在设置里加。",
    "May be pasted from a table; doubles are added once. More can be added in the settings."
));
/// Posts, on the first form.
pub const FIRST_POSTS: Ask = ask(both!("岗位，一行一个", "Posts, one a line")).hint(both!(
    "写岗位，不写姓名，如“综治专干”；也可以以后在设置里加。",
    "Posts, not names of people. More can be added in the settings."
));
/// Note: lines left out.
pub const TWICE: Both =
    both!("{}已经有了，没有重复添加。", "{} is there already and was not added again.");

/// Problem with the code.
pub const BAD_CODE: Both = both!(
    "编号代码只能用1到8位大写字母和数字，例如LS。",
    "The code takes 1 to 8 capital letters and digits, for example LS."
);
/// Problem: a line is too long: line, limit.
pub const LINE_LONG: Both =
    both!("第{}行超过{}字，请改短。", "Line {} is longer than {} characters. Please shorten it.");
/// Problem: a code that is not one: line.
pub const NO_AREA_CODE: Both = both!(
    "第{}行的代码不是12位数字，请核对；没有代码就只写名称。",
    "The code in line {} is not 12 digits. Check it, or write the name alone."
);
/// Problem: two places with one code: line.
pub const CODE_TWICE: Both = both!(
    "第{}行的代码已经用过，请核对。",
    "The code in line {} is used already. Please check it."
);
/// Problem: nothing new.
pub const NOTHING_NEW: Both =
    both!("没有新的名称，请一行写一个。", "There is no new name. Write one a line.");
