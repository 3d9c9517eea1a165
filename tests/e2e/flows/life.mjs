// The later life of a matter in a township: split, linked, joined, sent on, on a
// statutory route, withdrawn, supported, appointed. Each act goes from its button on the
// page of the matter, and what is refused says why. life-endings.mjs has the rest.
import assert from "node:assert/strict";
import { DISPUTE, PETITION, TOWNSHIP, act, agenda, fill, open, register, setUp, visit } from "../lib/app.mjs";
import { correct, due, entry, moveTo, offers, refused, rowsOf, stage, stands, strike, whole } from "../lib/later.mjs";
import { until } from "../lib/look.mjs";

export const name = "life";

export async function run(t) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single);
  await setUp(page, TOWNSHIP, {
    places: ["柳树屯村", "东河村"],
    posts: ["信访专干", "综治专干", "分管副镇长"],
  });
  page.setDefaultTimeout(8000);
  await parts(t, page);
  await others(t, page);
  await route(t, page);
  await half(t, page);
  await withdrawal(t, page);
  await small(t, page);
  await appointment(t, page);
  await t.check("no page said an error", () => t.clean(session));
}

const number = (page) => page.locator(".matter-head .number").innerText();

/** 分案、关联、并案. */
async function parts(t, page) {
  let path;
  let second;
  await t.check("with one claim there is nothing to split off", async () => {
    const one = await register(page, { ...DISPUTE, title: "院墙占道" });
    assert.equal(await offers(page, one, "split"), false);
    assert.match(await refused(page, one, "split", { title: "院墙" }), /勾选|至少留一条诉求/);
  });
  await t.check("none and all of the claims are not split off", async () => {
    const letter = { ...PETITION, on: "2026-04-10", title: "补偿款和毁坏的路", claims: "发放占地补偿款\n修好压坏的砂石路" };
    path = await register(page, letter);
    assert.match(await refused(page, path, "split", { title: "砂石路压坏没有修" }), /请勾选要分出去的诉求/);
    const all = { c0: "yes", c1: "yes", title: "砂石路压坏没有修" };
    assert.match(await refused(page, path, "split", all), /至少留一条诉求在本件/);
  });
  await t.check("a claim is split off; the day received stays, and the days with it", async () => {
    await act(page, path, "split", { c1: "yes", title: "砂石路压坏没有修", why: "修路归交通部门，分开办" });
    assert.match(await entry(page, "分案").innerText(), /修好压坏的砂石路[\s\S]*修路归交通部门/);
    await page.locator("[aria-labelledby=m-links] a").click();
    await t.until(page, (path) => location.hash !== `#${path}`, { argument: path });
    await page.getByRole("heading", { name: "砂石路压坏没有修" }).waitFor();
    second = await page.evaluate(() => location.hash.slice(1));
    assert.match(await page.locator(".claims").innerText(), /修好压坏的砂石路/);
    assert.doesNotMatch(await page.locator(".claims").innerText(), /补偿款/);
    assert.equal(await due(page, "书面告知反映人是否受理"), "2026-04-25");
  });
  await t.check("a number that is not there, and its own, are refused", async () => {
    assert.match(await refused(page, path, "link", { other: "QH-2026-0999", how: "cause" }), /没有编号“QH-2026-0999”/);
    await visit(page, path);
    const own = await number(page);
    assert.match(await refused(page, path, "link", { other: own, how: "cause" }), /这就是本件/);
  });
  let third;
  await t.check("linked, both say so; put right and taken back, neither does", async () => {
    third = await register(page, { ...PETITION, title: "修路占地的另一户", claims: "发放占地补偿款" });
    const other = await number(page);
    await act(page, path, "link", { other, how: "cause", note: "同一条路" });
    assert.match(await whole(page, path), /有关的事项[\s\S]*同一原因/);
    assert.match(await whole(page, third), /有关的事项[\s\S]*同一原因/);
    await correct(page, path, "同一条路", { note: "同一条路，同一批补偿" });
    assert.match(await whole(page, path), /同一条路，同一批补偿/);
    await strike(page, path, "同一批补偿", "不是同一批");
    assert.doesNotMatch(await page.locator("[aria-labelledby=m-links]").innerText(), /同一原因/);
    assert.doesNotMatch(await whole(page, third), /有关的事项/);
  });
  await t.check("joined, the matter ends here and is found under 已并案", async () => {
    await visit(page, path);
    const into = await number(page);
    await act(page, third, "join", { other: into, why: "同一件事，一并办" });
    await stands(page, third, "已并案", "修路占地的另一户");
    assert.equal(await rowsOf(page, "修路占地的另一户"), "");
    assert.match(await whole(page, path), /有关的事项[\s\S]*修路占地的另一户|有关的事项[\s\S]*并案/);
  });
  await t.check("joined by mistake and taken back, it is to do again", async () => {
    await strike(page, third, "一并办", "两家情况不同");
    assert.equal(await stage(page, third), "待办");
    assert.notEqual(await rowsOf(page, "修路占地的另一户"), "");
  });
  await t.check("the part split off goes on by itself", async () => {
    assert.equal(await stage(page, second), "待办");
    assert.match(await whole(page, second), /由此分出|分案/);
  });
  await t.check("a split taken back leaves no claim in two matters, and none in neither", async () => {
    const both = { ...PETITION, title: "分错了的信", claims: "发补贴\n修水渠" };
    for (const side of ["old", "new"]) {
      const old = await register(page, { ...both, title: `分错了的信${side === "old" ? "一" : "二"}` });
      await act(page, old, "split", { c1: "yes", title: "分出的水渠", why: "先分开" });
      await page.locator("[aria-labelledby=m-links] a").click();
      await page.getByRole("heading", { name: "分出的水渠" }).waitFor();
      const part = await page.evaluate(() => location.hash.slice(1));
      if (side === "old") await strike(page, old, "先分开", "不用分");
      else await unregister(page, part, "重了");
      await visit(page, old);
      assert.match(await page.locator(".claims").innerText(), /修水渠/);
      assert.doesNotMatch(await page.locator(".claims").innerText(), /已分案/);
      await visit(page, "/ledger");
      assert.doesNotMatch(await page.locator("main").innerText(), /分出的水渠/);
    }
  });
  await t.check("what another matter was joined into is not taken off the book", async () => {
    const kept = await register(page, { ...DISPUTE, title: "留下的一件" });
    const into = await number(page);
    const gone = await register(page, { ...DISPUTE, title: "并进去的一件" });
    await act(page, gone, "join", { other: into, why: "同一件" });
    assert.match(await unregister(page, kept, "重了"), /还有1处要补或要改/);
    assert.equal(await stage(page, kept), "待办");
  });
}

/** Takes a whole matter off the book; gives back what stands against it. */
async function unregister(page, path, because) {
  await visit(page, path);
  const entry = page.locator(".timeline__item", { hasText: "登记" }).first();
  await entry.getByRole("link", { name: /^撤销/ }).click();
  await page.locator("main form.form").waitFor();
  await fill(page, { because });
  await page.locator("main form.form button[type=submit]").click();
  return until(page, () => document.querySelector(".error-summary")?.innerText || (location.hash.startsWith("#/ledger") && "gone"));
}

/** 转送、交办 and the answer. */
async function others(t, page) {
  let path;
  await t.check("sent on, with an earlier day; 今日 waits for the answer", async () => {
    path = await register(page, { ...PETITION, on: "2026-04-13", title: "河道采砂噪声" });
    await act(page, path, "forward", {
      on: "2026-04-14", how: "transfer", to: "清河县水务局", doc: "青政转〔2026〕3号", feedback_by: "2026-04-30",
    });
    assert.match(await entry(page, "清河县水务局").innerText(), /转送[\s\S]*补登/);
    assert.match(await rowsOf(page, "河道采砂噪声"), /已转给清河县水务局，等答复[\s\S]*要求4月30日前反馈/);
    assert.match(await refused(page, path, "forward", { how: "assign", to: "清河县水务局" }), /已经记过/);
  });
  await t.check("urged, answered, and waited for no more", async () => {
    await act(page, path, "urge", { text: "请于月底前答复" });
    assert.match(await page.locator(".timeline").innerText(), /请于月底前答复/);
    await act(page, path, "take-answer", { text: "已责令停工并恢复河道" });
    assert.match(await page.locator(".timeline").innerText(), /清河县水务局[\s\S]*已责令停工/);
    assert.doesNotMatch(await rowsOf(page, "河道采砂噪声"), /等答复/);
    assert.match(await refused(page, path, "take-answer", { from: "水务局", text: "又一次" }), /没有转出去等答复的/);
  });
  await t.check("the answer taken back, it is waited for again", async () => {
    await correct(page, path, "已责令停工", { text: "已责令停工，月底前恢复河道" });
    await strike(page, path, "月底前恢复河道", "记错了件");
    assert.match(await rowsOf(page, "河道采砂噪声"), /等答复/);
  });
}

/** 转入法定途径 and what comes of it. */
async function route(t, page) {
  const title = "拖欠工程款";
  let path;
  await t.check("on a statutory route it is off the list of what is to do, not forgotten", async () => {
    path = await register(page, { ...DISPUTE, against: "employer", title, claims: "付清工程款" });
    await act(page, path, "refer", {
      way: "court", body: "清河县人民法院立案庭", told: "written", proof: "告知单1份，卷一第3页",
      why: "双方都愿意直接到法院说清楚", post: "综治专干",
    });
    await stands(page, path, "转入法定途径", title);
    assert.match(await rowsOf(page, title), /走法定途径，等结果/);
    assert.equal(await offers(page, path, "refer"), false);
    assert.match(await refused(page, path, "refer", { way: "court", body: "法院", told: "phone" }), /已经办结或化解|哪一条诉求/);
  });
  await t.check("decided and not carried out, it is open again", async () => {
    await act(page, path, "end-route", { result: "not_carried_out", text: "（2026）清民初12号判决付清，对方没有付" });
    assert.equal(await stage(page, path), "待办");
    assert.equal(await offers(page, path, "refer"), true);
    assert.match(await rowsOf(page, title), /./);
  });
  await t.check("taken back, it is on the route; decided and carried out, nothing is waited for", async () => {
    await strike(page, path, "对方没有付", "登错了结果");
    assert.equal(await stage(page, path), "转入法定途径");
    await act(page, path, "end-route", { result: "settled", text: "判决已履行，工程款付清" });
    await stands(page, path, "转入法定途径", title);
    assert.equal(await rowsOf(page, title), "");
    assert.match(await refused(page, path, "end-route", { result: "settled", text: "再记" }), /没有正在走法定途径的诉求|哪一条诉求/);
  });
}

/** One claim on its route while the other goes on here. */
async function half(t, page) {
  await t.check("of two claims one is on its route: the other goes on, and its result is waited for", async () => {
    const path = await register(page, { ...DISPUTE, title: "一半去法院", against: "employer", claims: "付清工钱\n退还押金" });
    await act(page, path, "refer", { claim: "0", way: "labour_arbitration", body: "县劳动仲裁委", told: "phone" });
    assert.equal(await stage(page, path), "待办");
    assert.match(await rowsOf(page, "一半去法院"), /走法定途径，等结果/);
  });
}

/** 撤回, in the citizen's own words. */
async function withdrawal(t, page) {
  const title = "树枝压到房檐";
  const words = { words: "两家说开了，不用镇里管了。", present: "信访专干、综治专干" };
  let path;
  await t.check("a withdrawal is refused where the citizen was not told to be welcome again", async () => {
    path = await register(page, { ...DISPUTE, title });
    assert.match(await refused(page, path, "withdraw", words), /以后可以再来反映/);
    assert.equal(await stage(page, path), "待办");
    await visit(page, `${path}/do/withdraw`);
    assert.doesNotMatch(await page.locator("main").innerText(), /承诺不再|保证不再|息诉|罢访/);
  });
  await t.check("in the citizen's own words it is recorded and found", async () => {
    await act(page, path, "withdraw", { ...words, told_may_return: "yes" });
    assert.match(await entry(page, "两家说开了").innerText(), /本人原话[\s\S]*在场/);
    await stands(page, path, "本人撤回", title);
    assert.equal(await rowsOf(page, title), "");
  });
  await t.check("its words are put right; taken back, the matter is to do again", async () => {
    await correct(page, path, "两家说开了", { words: "两家已经把树锯了，不用镇里管了。" });
    assert.match(await page.locator(".timeline").innerText(), /把树锯了/);
    assert.equal(await stage(page, path), "本人撤回");
    await strike(page, path, "把树锯了", "本人没有说要撤");
    assert.equal(await stage(page, path), "待办");
  });
  await t.check("withdrawn and come again, it is reopened", async () => {
    await act(page, path, "withdraw", { ...words, told_may_return: "yes" });
    await act(page, path, "reopen", { reason: "recurred", note: "树又长出来，本人再来反映" });
    assert.equal(await stage(page, path), "待办");
  });
  await t.check("of two claims one is withdrawn, and the other goes on", async () => {
    const two = await register(page, { ...DISPUTE, title: "两条诉求撤一条", claims: "清沟\n赔菜地" });
    await act(page, two, "withdraw", { claim: "1", ...words, told_may_return: "yes" });
    assert.equal(await stage(page, two), "待办");
    assert.match(await page.locator(".claims").innerText(), /撤回/);
  });
}

/** 帮扶、外部编号、当场办结. */
async function small(t, page) {
  const title = "危房漏雨";
  let path;
  await t.check("support only with the citizen's consent", async () => {
    path = await register(page, { ...DISPUTE, title });
    const support = { to: "镇民政办", need: "housing", note: "雨季前修房顶" };
    assert.match(await refused(page, path, "refer-support", support), /帮扶转介要本人同意/);
    await act(page, path, "refer-support", { ...support, consent: "yes" });
    assert.match(await entry(page, "镇民政办").innerText(), /住房[\s\S]*雨季前修房顶/);
    await correct(page, path, "镇民政办", { to: "镇民政办、县住建局" });
    assert.match(await page.locator(".timeline").innerText(), /镇民政办、县住建局/);
    await strike(page, path, "县住建局", "本人改了主意");
    const struck = entry(page, "本人改了主意");
    assert.ok(await struck.locator("del").count());
    assert.match(await struck.innerText(), /县住建局/);
  });
  await t.check("a number elsewhere: entered with its number, or not needed", async () => {
    assert.match(await refused(page, path, "note-outside", { system: "hotline", mark: "entered" }), /那边的编号/);
    await act(page, path, "note-outside", { system: "hotline", mark: "entered", number: "231082-0416-7" });
    await act(page, path, "note-outside", { system: "petition", mark: "not_needed" });
    const text = await whole(page, path);
    assert.match(text, /12345工单[\s\S]*231082-0416-7/);
    assert.match(text, /信访信息系统[\s\S]*不需要/);
    await correct(page, path, "231082-0416-7", { number: "231082-0416-8" });
    assert.match(await whole(page, path), /231082-0416-8/);
  });
  await t.check("done on the spot, it is found under 办结", async () => {
    const lamp = await register(page, { ...DISPUTE, title: "路灯不亮" });
    await act(page, lamp, "handle-at-once", { what: "换了灯泡", told: "in_person" });
    await stands(page, lamp, "办结", "路灯不亮");
    assert.match(await refused(page, lamp, "withdraw", { words: "不用了", present: "专干", told_may_return: "yes" }), /已经办结或化解|诉求/);
  });
}

/** 约日子. */
async function appointment(t, page) {
  const title = "宅基地边界";
  const rows = async () => (await agenda(page)).match(/约好的[\s\S]*/)?.[0] ?? "";
  let path;
  await t.check("an appointment stands on 今日 on its day, with time and place", async () => {
    path = await register(page, { ...DISPUTE, title });
    await act(page, path, "appoint", {
      what: "mediation", day: "2026-04-20", time: "9:30", place: "村部", who: "司法所、反映人、对方",
    });
    assert.doesNotMatch(await rows(), /宅基地边界/);
    await moveTo(page, "2026-04-20");
    assert.match(await rows(), /宅基地边界[\s\S]*9:30[\s\S]*村部/);
  });
  await t.check("moved to another day by a correction, it stands there", async () => {
    await correct(page, path, "司法所、反映人、对方", { day: "2026-04-21", because: "司法所改了时间" });
    assert.doesNotMatch(await rows(), /约好的[\s\S]*宅基地边界[\s\S]*调解[\s\S]*今天/);
    await moveTo(page, "2026-04-22");
    assert.match(await rows(), /宅基地边界/);
  });
  await t.check("once something is recorded it is gone", async () => {
    await act(page, path, "mediate", { on: "2026-04-21", mediator: "司法所，村部", result: "ongoing" });
    assert.doesNotMatch(await rows(), /9:30/);
  });
}
