// Rights that run out beside a matter: proposed with a reason, confirmed by a person, told,
// interrupted, ruled out; where they are exercised stands on the slip. And 简易办理.
import assert from "node:assert/strict";
import { PETITION, TOWNSHIP, VILLAGE, act, fill, open, register, send, setUp, settle, visit } from "../lib/app.mjs";
import { correct, due, entry, moveTo, refused, strike, whole } from "../lib/later.mjs";

export const name = "rights";

const COURT = "清河县劳动人事争议仲裁委员会，县城中路1号，0451-1111111";

/** Wages not paid, brought in person. */
const WAGES = {
  danger: "no",
  channel: "visit",
  title: "米厂欠两个月工资",
  story: "去年在米厂干活，两个月工资没有给。",
  against: "employer",
  claims: "要回两个月工资",
  reply_by: "in_person",
  done: "no",
};

export async function run(t) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single);
  await setUp(page, { ...TOWNSHIP, help: "" }, { posts: ["信访专干"] });
  page.setDefaultTimeout(8000);
  await address(t, page);
  const path = await register(page, WAGES);
  await confirm(t, page, path);
  await change(t, page, path);
  await simple(t, page);
  await village(t);
  await t.check("no page said an error", () => t.clean(session));
}

async function address(t, page) {
  await t.check("where a right is exercised is written once, in the unit's profile", async () => {
    await visit(page, "/settings");
    const unit = page.locator('section[aria-labelledby="set-unit"]');
    await unit.getByRole("button").first().click();
    await fill(page, { at_labour: COURT }, 'section[aria-labelledby="set-unit"]');
    await unit.locator("button[type=submit]").click();
    await unit.getByText(COURT).waitFor();
  });
}

/** The section of rights on the page of a matter. */
const rights = (page) => page.locator('section[aria-labelledby="m-rights"]');

async function confirm(t, page, path) {
  await t.check("a right is proposed with its reason, and nothing is counted before a day is named", async () => {
    await visit(page, path);
    assert.match(await rights(page).innerText(), /劳动争议[\s\S]*待确认[\s\S]*建议：/);
    assert.doesNotMatch(await whole(page, path), /劳动仲裁.{0,12}还剩/);
    await visit(page, "/today");
    assert.match(await page.locator(".page-head__lead").innerText(), /1件的权利期限还没问清/);
    await visit(page, "/ledger?due=rights");
    assert.match(await page.locator("main").innerText(), /米厂欠两个月工资/);
    await visit(page, path);
    await t.screenshot(page, "rights-proposed-1280");
  });
  await t.check("the form asks for the days across the table; a day to come is refused", async () => {
    await visit(page, path);
    await rights(page).getByRole("button", { name: "登记起算的日子" }).first().click();
    await page.locator("main form.form").waitFor();
    await t.axe(page);
    await t.screenshot(page, "rights-form-1280");
    await page.setViewportSize({ width: 360, height: 740 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(wide, false, "scrolls sideways");
    await t.screenshot(page, "rights-form-360");
    await page.setViewportSize({ width: 1280, height: 800 });
    await fill(page, { "day.known": "2026-05-01" });
    await page.locator("main form.form button[type=submit]").click();
    assert.match(await page.locator(".error-summary").innerText(), /不能晚于/);
    await fill(page, { "day.known": "2025-12-20", "day.asked": "2026-02-10", note: "欠条原件在本人手里" });
    await send(page);
    await page.locator(".matter-head").waitFor();
    await settle(page);
  });
  await t.check("the clock runs from the register day, since asking an office interrupts it, and says why", async () => {
    const said = await whole(page, path);
    assert.match(said, /劳动仲裁/);
    assert.equal(await due(page, "申请劳动仲裁"), "2027-04-16");
    assert.match(await page.locator(".obligation", { hasText: "申请劳动仲裁" }).first().innerText(), /未告知/);
    assert.match(said, /中断/);
    assert.match(said, /哪天知道被欠[\s\S]*2025年12月20日/);
    await t.screenshot(page, "rights-confirmed-1280");
    await page.setViewportSize({ width: 360, height: 740 });
    await t.screenshot(page, "rights-confirmed-360");
    await page.setViewportSize({ width: 1280, height: 800 });
    await t.axe(page);
  });
  await t.check("the slip names the right, its safe day and where to go", async () => {
    await visit(page, `${path}/slip`);
    const slip = await page.locator("main").innerText();
    assert.match(slip, /最迟2027年4月16日/);
    assert.ok(slip.includes(COURT), slip);
    await t.screenshot(page, "rights-slip-1280");
  });
}

async function change(t, page, path) {
  await t.check("telling is recorded later, without a day", async () => {
    await act(page, path, "note-right", { ground: "labour", told: "written" });
    assert.match(await rights(page).innerText(), /已告知（书面送达）/);
    assert.match(await page.locator(".obligation", { hasText: "申请劳动仲裁" }).first().innerText(), /已告知/);
  });
  await t.check("a note is corrected, and taken back", async () => {
    await correct(page, path, "2025年12月20日", { "day.known": "2025-11-20", because: "看了欠条" });
    assert.match(await whole(page, path), /2025年11月20日/);
    await act(page, path, "note-right", { ground: "injury", applies: "ruled_out", note: "没有受伤" });
    assert.match(await rights(page).innerText(), /工伤[\s\S]*不适用/);
    await strike(page, path, "没有受伤", "登错了");
    assert.doesNotMatch(await rights(page).innerText(), /不适用/);
  });
  await t.check("why it does not apply has to be said", async () => {
    const said = await refused(page, path, "note-right", { ground: "injury", applies: "ruled_out" });
    assert.match(said, /为什么不适用/);
  });
}

async function simple(t, page) {
  await t.check("简易办理 is taken, shows its own days with their level, and is left again", async () => {
    const path = await register(page, { ...PETITION, claims: "查一下补偿款", title: "问补偿款到没到" });
    await act(page, path, "set-procedure", { ground: "clear" });
    const said = await whole(page, path);
    assert.match(said, /简易办理/);
    assert.match(said, /请向上级确认/);
    await t.screenshot(page, "rights-simple-1280");
    await act(page, path, "set-procedure", { simple: false, why: "要现场测量" });
    assert.match(await whole(page, path), /转普通程序[\s\S]*要现场测量/);
    assert.ok(await entry(page, "要现场测量").count());
  });
  await t.check("what was brought before is refused with the reason", async () => {
    const path = await register(page, { ...PETITION, title: "第二次来问补偿款", "q-earlier": "undone" });
    await visit(page, path);
    assert.match(await whole(page, path), /简易办理只用于初次信访事项/);
  });
}

async function village(t) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single);
  await setUp(page, VILLAGE);
  await t.check("in a village mediation asked for interrupts the three years, and its end once more", async () => {
    const path = await register(page, {
      ...WAGES, title: "借钱不还", story: "", against: "business", claims: "还钱",
    });
    await act(page, path, "note-right", { ground: "civil", "day.known": "2024-06-03" });
    assert.equal(await due(page, "起诉要钱"), "2027-06-03");
    await act(page, path, "mediate", { mediator: "村调委会", result: "ongoing", asked_on: "2026-04-15" });
    assert.equal(await due(page, "起诉要钱"), "2029-04-15");
    await moveTo(page, "2026-04-20");
    await act(page, path, "mediate", { mediator: "村调委会", result: "failed", remedies_told: true });
    assert.equal(await due(page, "起诉要钱"), "2029-04-20");
  });
  await t.check("no page of the village said an error", () => t.clean(session));
}
