// Owed and not done: what fell due in an absence is listed until somebody has seen it,
// 「办不了，因为…」 is an answer that is recorded, and one line shows all who owe.
import assert from "node:assert/strict";
import { DISPUTE, PETITION, TOWNSHIP, act, fill, open, register, send, setUp, settle, training, visit } from "../lib/app.mjs";
import { correct, due, entry, moveTo, offers, refused, strike, whole } from "../lib/later.mjs";

export const name = "owed";

export async function run(t) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single);
  await setUp(page, TOWNSHIP, { posts: ["信访专干", "综治专干"] });
  page.setDefaultTimeout(8000);
  const paths = await matters(page);
  await away(t, page);
  await cannot(t, page, paths);
  await line(t, page, paths);
  await trainer(t, page);
  await t.check("no page said an error", () => t.clean(session));
}

/** A petition and a dispute with two promises and an appointment, on 16 April 2026. */
async function matters(page) {
  const petition = await register(page, PETITION);
  const dispute = await register(page, DISPUTE);
  await act(page, dispute, "agree", {
    form: "written", text: "清沟复原，两家各出一半工。",
    "terms0-what": "清沟复原", "terms0-due": "2026-04-28", "terms0-owes": "party",
  });
  await act(page, dispute, "appoint", { what: "site_visit", day: "2026-04-29", place: "排水沟" });
  return { petition, dispute };
}

/** The rows of a group of 今日, folded ones too. */
const rows = async (page, group) => {
  await visit(page, "/today");
  return page.evaluate((group) => {
    for (const fold of document.querySelectorAll("main details")) fold.open = true;
    return [...document.querySelectorAll(`[data-group=${group}] li`)].map((row) => row.innerText);
  }, group);
};

const sentence = (page) => page.locator(".page-head__lead").innerText();

async function away(t, page) {
  let listed;
  await t.check("after ten days everything that fell due stands first, by clock", async () => {
    await moveTo(page, "2026-05-06");
    listed = await rows(page, "away");
    const clocks = listed.map((row) => row.match(/法定|约定|承诺|例行|约过/)?.[0]);
    assert.deepEqual([...clocks].sort((a, b) => order(a) - order(b)), clocks, listed.join("\n---\n"));
    for (const text of [/书面告知反映人是否受理[\s\S]*5月1日/, /按约定履行：清沟复原[\s\S]*4月28日/, /首次联系反映人/, /现场查看[\s\S]*4月29日约过/]) {
      assert.ok(listed.some((row) => text.test(row)), `${text}: ${listed}`);
    }
    assert.match(await sentence(page), new RegExp(`您不在的这几天到期了${listed.length}项`));
    await t.screenshot(page, "owed-away-1280");
    await t.axe(page);
  });
  await t.check("nothing of it stands a second time below", async () => {
    for (const group of ["overdue", "meetings", "routine"]) assert.deepEqual(await rows(page, group), [], group);
  });
  await t.check("looking elsewhere, a reload and the next morning take nothing off", async () => {
    await visit(page, "/ledger");
    assert.equal((await rows(page, "away")).length, listed.length);
    await moveTo(page, "2026-05-07");
    assert.ok((await rows(page, "away")).length >= listed.length);
  });
  await t.check("「看过了」 puts it away; what is not done stands where it belongs", async () => {
    await page.getByRole("button", { name: "看过了" }).click();
    await settle(page);
    assert.deepEqual(await rows(page, "away"), []);
    assert.ok((await rows(page, "overdue")).some((row) => row.includes("书面告知反映人是否受理")));
    await moveTo(page, "2026-05-07");
    assert.deepEqual(await rows(page, "away"), []);
    assert.doesNotMatch(await sentence(page), /您不在/);
  });
}

const order = (clock) => ["法定", "约定", "承诺", "例行", "约过"].indexOf(clock);

async function cannot(t, page, { petition, dispute }) {
  const row = () => page.locator("[data-group=overdue] li", { hasText: "书面告知反映人是否受理" });
  await t.check("a row leads to the form with its duty chosen; a reason is needed", async () => {
    await rows(page, "overdue");
    await row().getByRole("button", { name: /办不了，因为/ }).click();
    await page.locator("main form.form").waitFor();
    assert.equal(await page.locator("#f-owed").inputValue(), "XF-23b/");
    await t.axe(page);
    await page.locator("main form.form button[type=submit]").click();
    await page.locator(".error-summary").waitFor();
    assert.match(await page.locator(".error-summary").innerText(), /卡在哪儿[\s\S]*办不了，因为/);
    await fill(page, {
      cause: "other_body", why: "自然资源所还没有出界址图", again_by: "2026-05-12", post: "信访专干",
    });
    await t.screenshot(page, "owed-form");
    await send(page);
  });
  await t.check("by law it stays overdue, with the reason; on 今日 it has a place of its own", async () => {
    const said = await rows(page, "hindered");
    assert.equal(said.length, 1);
    assert.match(said[0], /自然资源所还没有出界址图（等别的单位）；5月12日再看[\s\S]*超期6天/);
    assert.match(await sentence(page), /已超期1件/);
    assert.equal(await row().count(), 0);
    await t.screenshot(page, "owed-hindered");
    const text = await whole(page, petition);
    assert.match(text, /书面告知反映人是否受理[\s\S]*超期6天[\s\S]*自然资源所还没有出界址图/);
    assert.match(await entry(page, "说明办不了").innerText(), /等别的单位[\s\S]*5月12日[\s\S]*信访专干/);
  });
  await t.check("put right and taken back like any entry", async () => {
    await correct(page, petition, "说明办不了", { again_by: "2026-05-13" });
    assert.match(await whole(page, petition), /2026年5月13日再看/);
    await moveTo(page, "2026-05-13");
    const today = await rows(page, "today");
    assert.ok(today.some((row) => row.includes("书面告知反映人是否受理")), "it comes back on its day");
    await strike(page, petition, "说明办不了", "写错了");
    assert.ok((await rows(page, "overdue")).some((row) => row.includes("书面告知反映人是否受理")));
  });
  await t.check("the office's own word is answered from the matter's page and ends", async () => {
    await visit(page, petition);
    const promise = page.locator(".obligation", { hasText: "首次联系反映人" });
    await promise.locator("summary").click();
    await promise.getByRole("button", { name: /办不了，因为/ }).click();
    await page.locator("main form.form").waitFor();
    assert.equal(await page.locator("#f-owed").inputValue(), "CN-contact/");
    await fill(page, { cause: "absent", why: "电话停机，家里没人", post: "综治专干" });
    await send(page);
    assert.match(await whole(page, petition), /首次联系反映人[\s\S]*已说明办不了/);
    assert.ok((await rows(page, "overdue")).every((row) => !row.includes("首次联系反映人") || row.includes("排水沟")));
  });
  await t.check("a party's promise is not answered so", async () => {
    await visit(page, dispute);
    const promise = page.locator(".obligation", { hasText: "按约定履行：清沟复原" });
    assert.equal(await promise.getByRole("button", { name: /办不了/ }).count(), 0);
    await visit(page, `${dispute}/do/say-cannot`);
    assert.doesNotMatch(await page.locator("#f-owed").innerText(), /按约定履行/);
  });
  await t.check("where nothing is owed there is no button, and the form says so", async () => {
    const done = await register(page, { ...DISPUTE, title: "路灯不亮", done: "done", what: "换了灯泡" });
    assert.equal(await offers(page, done, "say-cannot"), false);
    assert.match(await refused(page, done, "say-cannot", { cause: "other", why: "没有", post: "信访专干" }), /哪一件办不了/);
  });
}

async function line(t, page, { dispute }) {
  const lanes = () => page.evaluate(() => {
    const left = (lane) => document.querySelector(`.line__row[data-lane=${lane}] .line__body`)?.getBoundingClientRect().left;
    return [left("office"), left("citizen"), left("party")];
  });
  await t.check("three lanes on a wide page, the days in order, today a line of its own", async () => {
    await visit(page, dispute);
    const [office, citizen, party] = await lanes();
    assert.ok(office < citizen && citizen < party, `${[office, citizen, party]}`);
    const days = await page.locator(".line__row time").evaluateAll((all) => all.map((node) => node.dateTime));
    assert.deepEqual([...days].sort(), days);
    const today = page.locator(".line__row[data-row=today]");
    assert.match(await today.innerText(), /2026年5月13日[\s\S]*今天/);
    await t.screenshot(page, "owed-line-1280");
    await t.axe(page);
  });
  await t.check("a row leads to why that day", async () => {
    await page.locator(".line__link", { hasText: "首次联系反映人" }).click();
    await t.until(page, () => document.activeElement?.localName === "summary", { what: "the focus" });
    assert.match(await page.evaluate(() => document.activeElement.innerText), /首次联系反映人/);
    assert.equal(await due(page, "按约定履行：清沟复原"), "2026-04-28");
  });
  await t.check("one column with the lane's word on a phone", async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    const [office, citizen, party] = await lanes();
    assert.ok(office === citizen && citizen === party);
    assert.ok(await page.locator(".line__row[data-lane=citizen] .line__owner").first().isVisible());
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    await t.screenshot(page, "owed-line-360");
    await page.setViewportSize({ width: 1280, height: 900 });
  });
  await t.check("on paper the lanes stay, and no button stands there", async () => {
    await page.setViewportSize({ width: 700, height: 1000 });
    await page.emulateMedia({ media: "print" });
    const [office, citizen, party] = await lanes();
    assert.ok(office < citizen && citizen < party, `${[office, citizen, party]}`);
    assert.ok(await page.locator(".line__head").first().isVisible());
    assert.equal(await page.getByRole("button", { name: /办不了/ }).locator("visible=true").count(), 0);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1280, height: 900 });
    await t.pdf(page, "owed-line");
  });
}

/** In training the clock is moved and nobody was away: what fell due is listed all the same. */
async function trainer(t, page) {
  await t.check("a trainer's clock that jumps over days leaves the same list", async () => {
    await training(page);
    await visit(page, "/today");
    assert.deepEqual(await rows(page, "away"), []);
    const day = () => page.locator(".trainer-bar time").getAttribute("datetime");
    const before = await day();
    await page.getByRole("button", { name: /下周一/ }).click();
    await t.until(page, (before) => document.querySelector(".trainer-bar time").getAttribute("datetime") !== before, { argument: before });
    await settle(page);
    await t.screenshot(page, "owed-trainer");
    assert.notDeepEqual(await rows(page, "away"), []);
    await page.getByRole("button", { name: "看过了" }).click();
    await settle(page);
    assert.deepEqual(await rows(page, "away"), []);
  });
}
