// The later life of a matter in a village: the same ledger, without any word or form of a
// township anywhere in it. A village mediates, reports and hands up.
import assert from "node:assert/strict";
import { DISPUTE, VILLAGE, act, open, register, setUp, settle, visit } from "../lib/app.mjs";
import { correct, entry, moveTo, offers, refused, rowsOf, stage, stands, strike, whole } from "../lib/later.mjs";

export const name = "life-village";

/** What only a township, a department or a petition office does. */
const TOWNSHIP_WORDS = /受理|处理意见|答复送达|复查|复核|转送|交办|延期|听证|依法办结|待签收|申诉求决|信访事项里/g;
/**
 * The same signs where they mean something else: a court's, a subject's, a kind of matter,
 * the name of a way to look again.
 */
const NOT_MEANT = /没有受理或(?=没有走成|者结果)|不限原处理意见|公告、听证、信息公开|延期交房|上级交办|仲裁已受理或已裁决/g;
/** Acts a village has not. */
const TOWNSHIP_ACTS = [
  "notify", "accept", "object", "reply", "deliver", "extend", "ask-review", "answer-review",
  "ask-recheck", "hearing", "answer-recheck", "forward", "take-answer", "close-lawfully",
  "sign-for", "return", "feed-back",
];

export async function run(t) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single);
  await setUp(page, VILLAGE, { places: ["一组（东屯）", "二组"], posts: ["村文书", "村调解员", "村主任"] });
  page.setDefaultTimeout(8000);
  const paths = await acts(t, page);
  await refusals(t, page, paths);
  await words(t, page, paths);
  await t.check("no page said an error", () => t.clean(session));
}

/** A matter each that goes its own way. */
async function acts(t, page) {
  const paths = {};
  await t.check("of two claims one is split off and goes on", async () => {
    paths.split = await register(page, { ...DISPUTE, title: "排水沟和树枝", claims: "清沟复原\n锯掉压房的树枝" });
    await act(page, paths.split, "split", { c1: "yes", title: "树枝压到房檐", why: "分开调" });
    await page.locator("[aria-labelledby=m-links] a").click();
    await page.getByRole("heading", { name: "树枝压到房檐" }).waitFor();
    paths.part = await page.evaluate(() => location.hash.slice(1));
  });
  await t.check("linked and joined by number", async () => {
    paths.link = await register(page, { ...DISPUTE, title: "同一条沟的下游" });
    await act(page, paths.link, "link", { other: "LS-2026-0001", how: "cause", note: "同一条沟" });
    paths.join = await register(page, { ...DISPUTE, title: "排水沟又报一次" });
    await act(page, paths.join, "join", { other: "ls-2026-0001", why: "同一件" });
    await stands(page, paths.join, "已并案", "排水沟又报一次");
  });
  await t.check("a statutory route, its result, and open again", async () => {
    paths.route = await register(page, { ...DISPUTE, against: "employer", title: "工地欠工钱", claims: "付清工钱" });
    await act(page, paths.route, "refer", { way: "labour_arbitration", body: "县劳动仲裁委", told: "in_person" });
    await stands(page, paths.route, "转入法定途径", "工地欠工钱");
    await act(page, paths.route, "end-route", { result: "not_carried_out", text: "裁决付清，没有付" });
    assert.equal(await stage(page, paths.route), "待办");
    paths.away = await register(page, { ...DISPUTE, against: "employer", title: "伤了手没人管", claims: "赔医药费" });
    await act(page, paths.away, "refer", { way: "court", body: "县法院", told: "in_person" });
  });
  await t.check("withdrawn in the citizen's own words", async () => {
    paths.withdraw = await register(page, { ...DISPUTE, title: "鸡进了菜地" });
    const words = { words: "鸡圈好了，不用管了。", present: "村文书" };
    assert.match(await refused(page, paths.withdraw, "withdraw", words), /以后可以再来反映/);
    await act(page, paths.withdraw, "withdraw", { ...words, told_may_return: "yes" });
    await stands(page, paths.withdraw, "本人撤回", "鸡进了菜地");
  });
  await t.check("an appointment, support, a number elsewhere; put right and taken back", async () => {
    paths.small = await register(page, { ...DISPUTE, title: "院墙伸出半米" });
    await act(page, paths.small, "appoint", { what: "mediation", day: "2026-04-17", time: "9:00", place: "村部" });
    await act(page, paths.small, "refer-support", { to: "镇民政办", need: "living", consent: "yes" });
    await act(page, paths.small, "note-outside", { system: "mediation", mark: "entered", number: "LS-T-18" });
    await correct(page, paths.small, "LS-T-18", { number: "LS-T-19" });
    await strike(page, paths.small, "LS-T-19", "录在另一件上");
    assert.ok(await entry(page, "录在另一件上").locator("del").count());
    await moveTo(page, "2026-04-17");
    assert.match(await rowsOf(page, "院墙伸出半米"), /9:00/);
  });
  await t.check("agreed, performed, observed; applied for here, decided by another post", async () => {
    paths.agreed = await register(page, { ...DISPUTE, title: "借牛踩了庄稼" });
    await act(page, paths.agreed, "agree", {
      text: "赔300元", "terms0-what": "付300元", "terms0-due": "2026-04-20", "terms0-owes": "party",
    });
    await stands(page, paths.agreed, "履行中", "借牛踩了庄稼");
    await moveTo(page, "2026-04-20");
    assert.match(await rowsOf(page, "借牛踩了庄稼"), /付300元/);
    await act(page, paths.agreed, "check-performance", { kept: "yes", note: "当面付清" });
    await act(page, paths.agreed, "resolve", { how: "付清了" });
    await stands(page, paths.agreed, "已化解，观察中", "借牛踩了庄稼");
    paths.open = await register(page, { ...DISPUTE, title: "什么都还没办" });
    paths.failed = await register(page, { ...DISPUTE, title: "调不成的一件" });
    await act(page, paths.failed, "mediate", { mediator: "村调解员", result: "failed", remedies_told: "yes" });
    paths.up = await register(page, { ...DISPUTE, title: "报上去的一件" });
    await act(page, paths.up, "hand-up", { to: "青禾镇人民政府", why: "要测量定界" });
    const { done: _, ...asked } = DISPUTE;
    paths.ours = await register(page, { ...asked, title: "机动地账目", against: "collective", claims: "公布账目" });
    paths.done = await register(page, { ...DISPUTE, title: "路灯不亮", against: "unknown", claims: "修路灯" });
    await act(page, paths.done, "handle-at-once", { what: "换了灯泡", told: "in_person" });
    await stands(page, paths.done, "办结", "路灯不亮");
  });
  return paths;
}

async function refusals(t, page, paths) {
  await t.check("no page of a matter leads to a form of the township", async () => {
    for (const [what, path] of Object.entries(paths)) {
      for (const action of TOWNSHIP_ACTS) {
        assert.equal(await offers(page, path, action), false, `${what}: ${action}`);
      }
    }
  });
  await t.check("the address of such a form records nothing", async () => {
    const said = await refused(page, paths.open, "accept");
    assert.match(said, /村（社区）没有这一步/);
    const forward = { how: "transfer", to: "县水务局" };
    assert.match(await refused(page, paths.open, "forward", forward), /村（社区）没有这一步/);
  });
  await t.check("against its own committee the village may not agree to anything", async () => {
    const said = await refused(page, paths.ours, "agree", { text: "算了" });
    assert.match(said, /村里不承办，请上报/);
    assert.equal(await offers(page, paths.ours, "hand-up"), true);
  });
}

/** Every page, with what is folded open. */
async function words(t, page, paths) {
  const look = (what, path) =>
    t.check(`no word of the township: ${what}`, async () => {
      await visit(page, path);
      await settle(page);
      const text = await page.evaluate(() => {
        for (const fold of document.querySelectorAll("main details")) fold.open = true;
        const options = [...document.querySelectorAll("main option")].map((node) => node.textContent);
        const named = [...document.querySelectorAll("main [aria-label]")].map((node) => node.ariaLabel);
        return [document.querySelector("main").innerText, ...options, ...named].join("\n");
      }).then((text) => text.replaceAll(NOT_MEANT, ""));
      const found = [...text.matchAll(TOWNSHIP_WORDS)].map(({ index }) => text.slice(Math.max(0, index - 12), index + 14));
      assert.deepEqual([...new Set(found.map((piece) => piece.replace(/\s+/g, " ")))], []);
    });
  for (const [what, path] of Object.entries(paths)) await look(`the page of a matter, ${what}`, path);
  await look("今日", "/today");
  await look("建账", "/ledger");
  await look("the register form", "/register");
  await look("settings", "/settings");
  await look("少记", "/sealed");
  await look("少记, a new one", "/sealed/new");
  await look("the ledger to print", "/print/ledger");
  await look("the slip", `${paths.open}/slip`);
  const forms = {
    open: ["act", "appoint", "mediate", "agree", "set-duty", "plan", "classify", "hand-up", "refer", "withdraw",
      "refer-support", "split", "join", "link", "note-outside", "set-tier", "handle-at-once"],
    away: ["end-route"],
    up: ["urge", "pass-on"],
    agreed: ["follow-up", "reopen", "ask-delist"],
  };
  for (const [what, all] of Object.entries(forms)) {
    for (const action of all) await look(`the form of ${action}`, `${paths[what]}/do/${action}`);
  }
}
