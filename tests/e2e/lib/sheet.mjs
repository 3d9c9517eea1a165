// An old ledger as spreadsheets put it on the clipboard: 300 rows, as messy as real ones.
// Invented throughout: no place, number or person of it exists.

/** The places of the sheet that the unit has listed, and those it has not. */
export const LISTED = ["柳树屯", "靠山村", "河沿屯"];
export const UNLISTED = ["北岗组", "靠山", "三岔路口"];

/** How many rows are messy in which way. */
export const MESS = { badDays: 7, doubles: 6, noClaims: 4, noYear: 20, serial: 15, unlisted: 12, longTitles: 5 };

const HEAD = ["序号", "编号", "事项名称", "反映内容", "登记时间", "所属村屯", "主要诉求", "涉及户数", "反映人", "身份证号", "联系电话", "责任单位", "办理状态", "备注"];
const TITLES = ["排水沟堵了", "路灯不亮", "地界争议", "宅基地采光", "牛踩了苞米地", "水渠漏水", "井盖缺失", "垃圾没人清", "砂石路塌了", "补贴没到账", "承包地转租", "树枝压线", "院墙占道", "噪声扰民", "鸡舍味大", "机井电费", "沟边挖沙", "桥头积水", "欠工钱", "退林补助", "危房鉴定", "自来水停了", "放羊毁苗", "土地测量", "合作社分红"];
const BAD_DAYS = ["03/05/2026", "5-3-2026", "26.3.5", "2026-02-30", "去年冬天", "2026-12-01", ""];

const pad = (n, width = 2) => String(n).padStart(width, "0");
const dayOf = (n) => new Date(Date.UTC(2026, 0, 5 + n));
const iso = (day, mark = "-") => [day.getUTCFullYear(), pad(day.getUTCMonth() + 1), pad(day.getUTCDate())].join(mark);
const serial = (day) => String(Math.round(day.getTime() / 86_400_000) + 25_569);

/** A number that reads like an identity number. */
const identity = (n) => `230100${1950 + (n % 50)}${pad(1 + (n % 12))}${pad(1 + (n % 28))}${pad(n % 1000, 3)}${n % 10}`;

function day(at) {
  const day = dayOf((at * 7) % 100);
  if (at < MESS.badDays) return BAD_DAYS[at];
  if (at < 7 + MESS.noYear) return `${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
  if (at < 27 + MESS.serial) return serial(day);
  const forms = [iso(day), iso(day, "/"), iso(day, "."), `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`];
  return at % 11 === 0 ? `${iso(day, "/")} 0:00:00` : forms[at % forms.length];
}

function row(at) {
  const listed = LISTED[Math.floor(at / 25) % 3];
  const isUnlisted = at >= 100 && at < 100 + MESS.unlisted;
  const isMerged = at % 25 > 0 && at % 25 < 6 && at >= 125;
  const title = TITLES[at % TITLES.length];
  const isLong = at >= 200 && at < 200 + MESS.longTitles;
  return [
    at + 1,
    `2025-${pad(at + 1, 3)}`,
    isLong ? `${title}：两家因为屋后的地方被占去一半，说了几回也没有说拢` : title,
    at % 9 === 0 ? `"去年就有，\n反映人说""没人管""，\n村里看过一次"` : `${title}，一直没解决。`,
    day(at),
    isUnlisted ? UNLISTED[at % 3] : isMerged ? "" : listed,
    at >= 150 && at < 150 + MESS.noClaims ? "" : at % 10 === 0 ? `"尽快解决\n给个准日子"` : "尽快解决",
    at % 7 === 0 ? "不详" : at % 2 ? `${1 + (at % 5)}户` : 1 + (at % 5),
    `${"王李张刘陈"[at % 5]}某${at % 3 ? "" : "某"}`,
    identity(at),
    `138${pad(at * 37, 8)}`,
    at % 2 ? "村委会" : "镇司法所",
    "未办结",
    at % 20 === 0 ? "见卷一" : "",
  ];
}

/** The sheet, as WPS and Excel copy it. */
export function sheet() {
  const rows = Array.from({ length: 300 - MESS.doubles }, (_, at) => row(at));
  // Rows that were copied once more, further down.
  for (let n = 0; n < MESS.doubles; n += 1) rows.push(row(60 + n));
  const lines = [["青禾镇矛盾纠纷台账（旧）", ...Array(HEAD.length - 1).fill("")], HEAD, ...rows];
  lines.splice(80, 0, Array(HEAD.length).fill(""));
  lines.push(["合计", ...Array(HEAD.length - 1).fill("")]);
  return `${lines.map((line) => line.join("\t")).join("\r\n")}\r\n`;
}
