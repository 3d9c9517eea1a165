//! The subjects on the screen: the tree, whose field each is, what others call it.

use super::{Both, Lang, both};
use jieyou_domain::rules::UsualRoute;

/// The page's name.
pub const TITLE: Both = both!("事项分类", "Subjects");
/// What it is.
pub const LEAD: Both = both!(
    "两级分类。名称、属事单位和三套外部编码可以按本地改，编号不变，登过的事跟着走。",
    "Two levels. Names, competent bodies and three outside codes may be set here; ids stay, and matters go along."
);
/// How many matters of each upper subject.
pub const COUNTS: Both = both!("各类件数", "Matters by subject");
/// Head of the count.
pub const COUNT: Both = both!("件数", "Matters");
/// Those without one.
pub const NO_SUBJECT: Both = both!("没有分类的", "Without a subject");
/// Those with one that is not in the packs.
pub const LOST: Both = both!("分类不在规则包里的", "Of a subject that is in no pack");
/// All of them.
pub const SUM: Both = both!("合计", "Sum");
/// The tree.
pub const TREE: Both = both!("分类", "Subjects");
/// Clerks' words.
pub const HINTS: Both = both!("常说", "Also said");
/// Competent bodies.
pub const BODIES: Both = both!("属事单位", "Competent bodies");
/// At the county.
pub const COUNTY: Both = both!("县里{}，乡镇{}", "county {}, township {}");
/// Usual ways.
pub const ROUTES: Both = both!("常走的路", "Usual ways");
/// The ways where mediation came to nothing.
pub const UNSETTLED: Both = both!("调解不成", "Where mediation fails");
/// The outside codes.
pub const CODES: Both = both!("外部编码", "Outside codes");
/// 司法所调解统计口径.
pub const MEDIATION: Both = both!("司法所调解统计", "Mediation statistics");
/// 全国信访系统内容分类.
pub const PETITIONS: Both = both!("全国信访系统", "National petition system");
/// 12345分类.
pub const HOTLINE: Both = both!("12345", "12345");
/// By number only.
pub const BY_NUMBER: Both = both!("只按编号少记", "by number only");
/// Set here.
pub const SET: Both = both!("本单位改过", "Set here");
/// Changes one.
pub const CHANGE: Both = both!("改", "Change");
/// The section of the form.
pub const FORM: Both = both!("改分类", "Change a subject");
/// Codes of many.
pub const PASTE: Both = both!("一次贴入很多编码", "Paste many codes");
/// What is pasted.
pub const PASTE_HINT: Both = both!(
    "一行一个：分类编号或名称，一个制表符（从表格里复制就有），外部编码。",
    "One a line: the subject's id or name, a tab, the outside code."
);

/// A usual way.
pub fn route(route: UsualRoute, lang: Lang) -> &'static str {
    let text = match route {
        UsualRoute::Mediate => both!("调解", "mediation"),
        UsualRoute::MediateCounty => both!("县里调解", "mediation by the county"),
        UsualRoute::Adjudicate => both!("裁决确权", "adjudication"),
        UsualRoute::Enforce => both!("请部门查处", "enforcement by a department"),
        UsualRoute::Arbitrate => both!("仲裁", "arbitration"),
        UsualRoute::Sue => both!("诉讼", "a suit"),
        UsualRoute::Reconsider => both!("行政复议", "reconsideration"),
        UsualRoute::Petition => both!("按信访事项受理", "accepted as a petition"),
        UsualRoute::AtOnce => both!("当场办", "handled at once"),
        UsualRoute::Report => both!("当日报告", "reported the same day"),
        UsualRoute::Suggest => both!("按建议办", "taken as a suggestion"),
        UsualRoute::Supervise => both!("上级督办", "pressed on from above"),
        UsualRoute::Anew => both!("重新办理", "looked at anew"),
        UsualRoute::Recognise => both!("申请工伤认定", "recognition of an injury"),
        UsualRoute::Apply => both!("申请救助待遇", "help is applied for"),
    };
    text.to(lang)
}
