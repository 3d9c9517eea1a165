// What two desks wrote differently is decided by a person who sees every field of both; the
// decision stands in the matter's course and can be taken back; a number that two matters
// had leaves its trace on the one that changed.
import assert from "node:assert/strict";
import { DISPUTE, PETITION, TOWNSHIP, act, fill, offer, open, register, save, send, setUp, settle, take, visit } from "../lib/app.mjs";

export const name = "decisions";

const PHONE = { width: 360, height: 740 };

export async function run(t) {
  const one = await t.chromium();
  const two = await t.chromium();
  let path;
  await t.check("two desks put one registration right, each in its own way", async () => {
    await open(one.page, t.single);
    await setUp(one.page, TOWNSHIP, { posts: ["信访专干", "综治专干"] });
    path = await register(one.page, PETITION);
    const file = await save(one.page);
    await open(two.page, t.single);
    await two.page.locator("#import-file").setInputFiles(file);
    await two.page.getByRole("button", { name: "读入", exact: true }).click();
    await two.page.locator("nav").waitFor();
    await correct(one.page, path, { spot: "东头水渠", households: "5" });
    await correct(two.page, path, { title: "修路占地补偿款没发到户", reply_by: "no_contact" });
    await act(one.page, path, "set-duty", { post: "信访专干", no_interest: true });
    await act(two.page, path, "set-duty", { post: "综治专干", no_interest: true });
  });
  await t.check("the preview names what is to be decided, and reading in leads there", async () => {
    const { page } = one;
    const said = await take(page, await save(two.page));
    assert.match(said, /QH-2026-0001 修路占地补偿没有发到户：2026年4月16日“登记”的更正在两台电脑上各写了一次/);
    assert.match(said, /QH-2026-0001 修路占地补偿没有发到户：责任落实在两台电脑上各写了一次/);
    const notice = page.locator(".notice", { hasText: "有2处两台电脑写得不一致" });
    await notice.getByRole("link", { name: "去裁定" }).click();
    await page.locator("[data-conflict='field/correction']").waitFor();
    t.clean(one);
  });
  await t.check("every field that differs is on both sides, at every width", async () => {
    const { page } = one;
    const conflict = page.locator("[data-conflict='field/correction']");
    const side = (says) => conflict.locator(".versus__side", { hasText: says });
    const differing = async (says) => (await side(says).locator("[data-differs]").allInnerTexts()).join("\n");
    const [mine, theirs] = [await differing("东头水渠"), await differing("修路占地补偿款没发到户")];
    assert.match(mine, /地点：东头水渠[\s\S]*涉及：5户/);
    assert.match(mine, /答复方式：/);
    assert.match(theirs, /涉及：3户[\s\S]*答复方式：/);
    assert.doesNotMatch(mine + theirs, /危险/);
    const wide = page.viewportSize();
    await t.screenshot(page, "decisions-cards");
    await t.axe(page);
    await page.setViewportSize(PHONE);
    await t.screenshot(page, "decisions-cards-360");
    await page.setViewportSize(wide);
  });
  await t.check("a decision can be taken back like any act, and the next one shows the new title", async () => {
    const { page } = one;
    const conflict = page.locator("[data-conflict='field/correction']");
    await choose(conflict, "修路占地补偿款没发到户", "现场核对过");
    await conflict.waitFor({ state: "detached" });
    await page.locator("[data-conflict='field/duty']").getByText("QH-2026-0001 修路占地补偿款没发到户").waitFor();
    const undo = page.locator(".status-line a", { hasText: "撤回这一笔" });
    await visit(page, path);
    await trace(page, /以这一次为准：[\s\S]*没有采用：[\s\S]*地点：东头水渠[\s\S]*理由：现场核对过/);
    await page.locator(".timeline__item", { hasText: "已撤销：现场核对过" }).first().waitFor({ state: "attached" });
    await t.screenshot(page, "decisions-course");
    const href = await page.locator(".timeline__item", { hasText: "裁定不一致" }).locator("a", { hasText: "撤" }).getAttribute("href");
    await undo.click();
    await page.locator("main form.form").waitFor();
    assert.equal(await page.evaluate(() => location.hash), href);
    assert.match(await page.locator("main").innerText(), /撤销：裁定不一致[\s\S]*两次都在“不一致，待裁定”里重新定[\s\S]*没有采用：/);
    await t.screenshot(page, "decisions-taken-back");
    await page.locator("main form.form button[type=submit]").click();
    await page.locator(".notice", { hasText: "本件有2处" }).getByRole("link").click();
    await choose(conflict, "修路占地补偿款没发到户", "现场再核对过");
    await conflict.waitFor({ state: "detached" });
    await choose(page.locator("[data-conflict='field/duty']"), "岗位：综治专干", "按分工");
    await page.getByText("现在没有不一致的地方").waitFor();
    assert.equal(await page.getByText("请商量后定一个").count(), 0);
    await visit(page, path);
    await trace(page, /责任落实在两台电脑上写得不一致。[\s\S]*岗位：综治专干[\s\S]*岗位：信访专干[\s\S]*理由：按分工/);
    await page.setViewportSize(PHONE);
    await t.screenshot(page, "decisions-course-360");
    await page.setViewportSize({ width: 1280, height: 800 });
    t.clean(one);
  });
  await t.check("of a number on two matters the other one says what is to be done, and is found by both", async () => {
    const { page } = one;
    await take(two.page, await save(page));
    const here = await register(page, DISPUTE);
    const there = await register(two.page, { ...DISPUTE, title: "院墙占了过道" });
    const said = await offer(page, await save(two.page));
    assert.match(said, /编号QH-2026-0002用在了两件事上，本机的一件是“屋后排水沟堵了”/);
    await page.getByRole("button", { name: "读入", exact: true }).click();
    await page.locator(".notice", { hasText: "有1处" }).getByRole("link", { name: "去裁定" }).click();
    const conflict = page.locator("[data-conflict='field/number']");
    await conflict.locator("input").fill("先登记的留用");
    await conflict.locator(".versus__side", { hasText: "屋后排水沟堵了" }).getByRole("button", { name: "这一件留用编号" }).click();
    const notice = page.locator(".notice", { hasText: "“院墙占了过道”原编号QH-2026-0002，现在改为QH-2026-0003，回执编号QH-2026-0003-" });
    await notice.waitFor();
    assert.match(await notice.innerText(), /请收回原来的回执，换一份新的/);
    await t.screenshot(page, "decisions-number");
    assert.equal(await notice.getByRole("link").getAttribute("href"), `#${there}/slip`);
    await visit(page, there);
    assert.match(await page.locator(".timeline__item").first().innerText(), /原编号（回执编号）：QH-2026-0002-/);
    await visit(page, "/ledger");
    await page.locator("#q").fill("QH-2026-0002");
    await page.locator(`a[href="#${there}"]`).first().waitFor();
    await page.locator(`a[href="#${here}"]`).first().waitFor();
    t.clean(one);
    t.clean(two);
  });
}

/** Puts the registration of a matter right, from its course. */
async function correct(page, path, answers) {
  await visit(page, path);
  await page.locator(".timeline__item").first().locator("a[href*='/correct/']").click();
  await page.locator("main form.form").waitFor();
  await fill(page, answers);
  await send(page);
  await page.locator(".matter-head").waitFor();
  await settle(page);
}

/** Decides for the side that says this. */
async function choose(conflict, says, why) {
  await conflict.locator("input").fill(why);
  await conflict.locator(".versus__side", { hasText: says }).getByRole("button", { name: "以这一次为准" }).click();
}

/** The course of the matter has a decision that says this. */
async function trace(page, said) {
  await page.locator(".timeline__item", { hasText: "裁定不一致" }).first().waitFor();
  const all = await page.locator(".timeline__item", { hasText: "裁定不一致" }).allInnerTexts();
  assert.match(all.join("\n"), said);
}
