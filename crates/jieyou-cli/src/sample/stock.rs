//! What the invented township is made of: places, posts, and what matters are about.
//! No real place, no person. The cases follow the subjects of the sources.

use jieyou_domain::facts::CounterParty;
use jieyou_domain::facts::CounterParty::{
    Business, Collective, Employer, Family, Government, Institution, Neighbour, Unknown,
};

pub(super) const UNIT: &str = "青禾镇人民政府";
pub(super) const CODE: &str = "QH";

pub(super) const PLACES: [&str; 9] = [
    "柳树屯村", "靠山村", "河沿村", "前岭村", "双井村", "杨木林村", "城关社区", "站前社区", "东甸子村",
];

pub(super) const POSTS: [&str; 7] = [
    "综治专干", "信访接待员", "司法所调解员", "农业服务中心干事", "村建办干事", "民政办干事", "分管副镇长",
];

/// The posts that make follow-ups; the handler's is never among them.
pub(super) const FOLLOW_UP: &str = "综治专干";

/// How a matter is dealt with as a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// On the spot.
    Spot,
    /// Mediated between private parties.
    Mediate,
    /// A petition under 31(六): accepted and answered.
    Sixth,
    /// A petition under 31(五): investigated or protected, answered.
    Fifth,
    /// A suggestion.
    Suggest,
    /// A question.
    Ask,
}

/// What a matter is about. `{n}`, `{yuan}`, `{month}` and `{spot}` stand for what varies.
pub(super) struct Case {
    pub(super) category: &'static str,
    pub(super) against: CounterParty,
    pub(super) way: Way,
    pub(super) title: &'static str,
    pub(super) story: &'static str,
    pub(super) claim: &'static str,
    /// How it is settled: the measure, the opinion or the agreement.
    pub(super) settled: &'static str,
    /// What is to be paid or done by a day; empty when nothing is.
    pub(super) term: &'static str,
}

const fn case(
    category: &'static str,
    against: CounterParty,
    way: Way,
    words: [&'static str; 5],
) -> Case {
    let [title, story, claim, settled, term] = words;
    Case { category, against, way, title, story, claim, settled, term }
}

/// Where in a place.
pub(super) const SPOTS: [&str; 8] =
    ["一组", "二组", "三组", "四组", "屯东头", "屯西头", "村部门口", "主街路口"];

/// The cases, the more usual ones more than once in spirit.
pub(super) const CASES: &[Case] = &[
    case("neigh.water", Neighbour, Way::Mediate, ["{spot}两家排水沟起争执", "{spot}两家因屋后排水沟起争执，化雪水倒灌进菜窖，泡了东西。双方没动手，都愿意当面量沟商量。", "清沟复原，赔偿泡坏的菜", "沟由占用一方清开，泡坏的菜折价补偿", "支付菜款{yuan}元"]),
    case("neigh.pass", Neighbour, Way::Mediate, ["{spot}柴垛堵过道", "{spot}一家柴垛和农机具堆在公用过道上，另一家拉粮车进不去。", "腾出过道，以后不再堆放", "过道按两米五留出，柴垛挪到自家院墙内", "挪走柴垛和农机具"]),
    case("neigh.tree", Neighbour, Way::Mediate, ["{spot}杨树遮地", "{spot}地头一排杨树遮光，邻地玉米减产，种地的一方要求砍树或补偿。", "修枝或砍掉靠地一排", "靠地一排修枝到三米以下，秋后再看", "修完枝"]),
    case("neigh.loss", Neighbour, Way::Mediate, ["{spot}牛吃了苗", "{spot}一家的牛脱缰吃了邻家{n}分地的苗，双方对赔多少说不拢。", "按受损面积赔偿", "村里量地定损，按当年地力折价", "支付苗款{yuan}元"]),
    case("neigh.noise", Neighbour, Way::Spot, ["{spot}晚上放音响", "{spot}晚饭后放音响到十点，旁边有老人睡不着。", "晚上九点以后别放", "当面说通，九点以后关音响", ""]),
    case("home.edge", Neighbour, Way::Mediate, ["{spot}院墙和滴水争议", "{spot}两家翻建院墙，对滴水宽窄说法不一，{n}年前的老界桩找不到了。", "现场丈量，定下界线", "查宅基地台账，现场丈量立桩", "按桩退墙"]),
    case("land.edge", Neighbour, Way::Mediate, ["{spot}承包地占垄", "{spot}两户承包地挨着，一方说对方起垄时占了{n}根垄。", "量地退垄", "按承包合同量地，钉橛子为界", "退垄"]),
    case("land.flow", Business, Way::Mediate, ["流转费拖欠", "{spot}{n}户把地流转给合作社，{month}月应付的流转费没给。", "付清今年流转费", "分两期付清，逾期按合同计息", "支付第一期流转费{yuan}元"]),
    case("fam.old", Family, Way::Mediate, ["老人口粮钱没着落", "老人有三个子女，轮流赡养说好的口粮钱停了{n}个月。", "按月给口粮钱", "三个子女按月各出一份，由村里见证", "补齐口粮钱{yuan}元"]),
    case("fam.split", Family, Way::Mediate, ["分家时老房怎么分", "老房和场院分家时没写清，弟兄对西屋归谁有争议。", "按分家单或重新商量", "重新写分家单，西屋作价", "支付作价款{yuan}元"]),
    case("work.odd", Employer, Way::Mediate, ["插秧工钱没给", "{month}月雇了{n}个人插秧，完工后说粮卖了再给，一直没付。", "付清工钱", "按出工天数付清", "支付工钱{yuan}元"]),
    case("work.site", Employer, Way::Fifth, ["工地{n}人工钱没发", "工地{n}名瓦工、力工反映{month}月的工资没发，包工头说总包没拨款。", "付清所欠工资", "移送人社监察，总包先行垫付", "付清工资"]),
    case("trade.job", Business, Way::Mediate, ["盖房尾款争议", "包工队说尾款没给，房主说屋面漏水要先修。", "修好漏水，结清尾款", "先修漏水，验看后结清", "结清尾款{yuan}元"]),
    case("trade.loan", Neighbour, Way::Mediate, ["借条到期没还", "有借条，说好{month}月还，到期没还，借款人说粮没卖。", "还清借款", "分三期还清", "还第一期{yuan}元"]),
    case("farm.input", Business, Way::Fifth, ["种子出苗不齐", "{n}户买的同一批种子出苗不到六成，留了样品和票据。", "鉴定并赔偿", "农业执法队取样，经营者先行补种", "补种或赔付{yuan}元"]),
    case("farm.water", Neighbour, Way::Mediate, ["{spot}机井用水先后", "春灌时两组争用一眼机井，电费分摊也说不清。", "排好用水次序，电费公开", "按亩数排次序，电费上墙", ""]),
    case("acq.pay", Government, Way::Sixth, ["青苗补偿款没到账", "乡道改线占了{n}户的地，协议写明30日内打款，到现在没到账。", "给个准日子，把钱付清", "资金已落实，分批打款", "打款到户"]),
    case("acq.harm", Government, Way::Sixth, ["修路压坏排水沟", "修路大车压塌了{spot}的排水沟，雨天往地里灌水。", "修好排水沟，赔误农时的损失", "由施工单位恢复排水沟并折价补偿", "恢复排水沟"]),
    case("home.danger", Government, Way::Sixth, ["危房改造没评上", "老土房墙裂了，申报危改没评上，说不清差在哪。", "重新鉴定，说明理由", "重新鉴定为C级，列入下一批", ""]),
    case("welf.low", Government, Way::Sixth, ["低保取消没说明", "{month}月低保停了，没人上门说明理由。", "说明理由，够条件就恢复", "入户核查，按规定答复", ""]),
    case("welf.farm", Government, Way::Sixth, ["地力补贴面积不对", "补贴少算{n}亩，去年报过一次没改。", "核对面积，补发", "核对台账，差额随下一批补发", "补发补贴{yuan}元"]),
    case("vill.member", Collective, Way::Sixth, ["征地款分配没有份", "{n}名户口没迁走的妇女没分到征地款，名单已经贴出。", "确认成员身份，补发份额", "镇里组织村里重新审议并公示", "补发份额"]),
    case("vill.money", Collective, Way::Sixth, ["村里机动地的账没公开", "机动地发包三年，账只念过一次，没上墙。", "把账公开", "审计后逐笔公开上墙", "账目上墙"]),
    case("urb.heat", Business, Way::Fifth, ["楼里供热不热", "{n}户反映入冬后屋里十五六度，报修两次没来人。", "修到规定温度，按天退费", "换阀门、测温，按天数退费", "退热费{yuan}元"]),
    case("infra.road", Government, Way::Spot, ["{spot}马葫芦盖坏了", "{spot}井盖裂了，晚上骑车危险。", "换井盖", "当日换上新盖", ""]),
    case("infra.clean", Government, Way::Spot, ["{spot}垃圾点没人清", "{spot}垃圾点三天没清，味大。", "清走，定好清运日子", "当日清走，改为隔日清运", ""]),
    case("urb.util", Business, Way::Spot, ["{spot}自来水断续", "{spot}早晚水小，疑似主管漏水。", "查漏，恢复供水", "查到漏点，当日修好", ""]),
    case("pub.med", Institution, Way::Mediate, ["手术后恢复不好", "手术后伤口恢复不好，家属要看病历，医院说等复印。", "封存复印病历，说明情况", "封存病历，转医调委调解", ""]),
    case("infra.bus", Unknown, Way::Suggest, ["建议学生车改点", "建议放学时间班车晚发十分钟，孩子赶得上。", "调整班车时间", "客运站采纳，下周起晚发十分钟", ""]),
    case("infra.road", Government, Way::Suggest, ["建议学校路口加减速带", "学校门口三岔路放学时农用车和接送车挤在一起。", "加减速带、划学生通道", "交警和交通局现场看过，列入秋季养护", ""]),
    case("welf.care", Unknown, Way::Ask, ["问异地看病怎么报销", "在外地住院，问回来怎么报、带什么材料。", "说明手续", "说明手续和窗口，打印了材料单", ""]),
    case("home.permit", Unknown, Way::Ask, ["问翻建老房要什么手续", "老房要翻建，问要不要批、找谁批。", "说明手续", "说明审批手续，给了申请表", ""]),
];
