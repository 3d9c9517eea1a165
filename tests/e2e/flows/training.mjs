// The training ledger looks other, has cases and a clock of its own, and never
// mixes with the real one.
import assert from "node:assert/strict";
import { DISPUTE, VILLAGE, agenda, offer, open, register, save, setUp, settle, trained, training, visit } from "../lib/app.mjs";

export const name = "training";

export async function run(t) {
  const session = await t.chromium();
  const { page } = session;
  const day = () => page.locator(".trainer-bar time").getAttribute("datetime");
  const move = async (button) => {
    const before = await day();
    await page.getByRole("button", { name: button, exact: true }).click();
    await t.until(page, (before) => document.querySelector(".trainer-bar time").getAttribute("datetime") !== before, {
      argument: before,
      what: `${button} to move the day`,
    });
    await settle(page);
  };
  await open(page, t.single);
  await setUp(page, VILLAGE, { posts: ["村文书"] });
  await register(page, DISPUTE);
  const real = await agenda(page);
  const realFile = await save(page);
  const colour = () => page.evaluate(() => getComputedStyle(document.querySelector(".site-header")).backgroundColor);
  const realColour = await colour();

  await t.check("training opens from the settings, in another colour, and says so first", async () => {
    await training(page);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.realm), "training");
    assert.notEqual(await colour(), realColour);
    assert.match(await page.title(), /^【演练】/);
    assert.match(await page.locator(".site-header__realm").innerText(), /演练/);
  });
  let start;
  await t.check("there are cases on 今日, on the day of the script", async () => {
    start = await agenda(page);
    assert.equal(await day(), "2026-02-12");
    assert.match(start, /土房房梁裂了/);
    assert.match(start, /已上报青禾镇人民政府，等签收/);
    assert.match(start, /约过，还没记结果/);
    assert.ok((await page.locator(".agenda__row").count()) >= 8);
    await t.screenshot(page, "training-today");
  });
  await t.check("the next day moves deadlines along", async () => {
    await move("下一天");
    assert.equal(await day(), "2026-02-13");
    assert.match(await agenda(page), /超期2天/);
  });
  await t.check("跳到下周一 goes to Monday", async () => {
    await move("跳到下周一");
    assert.equal(await day(), "2026-02-16");
    assert.match(await page.locator(".site-header__today").innerText(), /周一/);
    assert.notEqual(await agenda(page), start);
  });
  await t.check("跳到到期前一天 goes to the day before something is due", async () => {
    await move("跳到到期前一天");
    assert.ok((await day()) > "2026-02-16");
    assert.match(await agenda(page), /还有1天|还剩1天/);
  });
  await t.check("the moved day outlives a reload", async () => {
    const before = await day();
    await page.reload();
    await trained(page);
    assert.equal(await day(), before);
  });
  await t.check("the township opens with cases of its own", async () => {
    await page.getByRole("button", { name: "镇", exact: true }).click();
    await t.until(page, () => /青禾镇/.test(document.querySelector(".site-header__unit")?.innerText ?? ""));
    await trained(page);
    const said = await agenda(page);
    assert.doesNotMatch(said, /土房房梁裂了/);
    assert.match(said, /签收村里上报的事项/);
    assert.ok((await page.locator(".agenda__row").count()) >= 5);
    await t.screenshot(page, "training-township");
  });
  await t.check("back in the village its day is where it was", async () => {
    await page.getByRole("button", { name: "村", exact: true }).click();
    await t.until(page, () => /柳树屯村/.test(document.querySelector(".site-header__unit")?.innerText ?? ""));
    await trained(page);
    assert.ok((await day()) > "2026-02-16");
  });
  await t.check("starting over brings the first day and its cases back", async () => {
    await page.getByRole("button", { name: "重新开始", exact: true }).click();
    await t.until(page, () => document.querySelector(".trainer-bar time")?.getAttribute("datetime") === "2026-02-12");
    await trained(page);
    assert.equal(await agenda(page), start);
  });
  await t.check("跳过春节 goes to the first working day behind it", async () => {
    await move("跳过春节");
    assert.equal(await day(), "2026-02-24");
    assert.match(await agenda(page), /超期13天/);
  });
  await t.check("what is written in training is dated with the training day", async () => {
    await register(page, { ...DISPUTE, title: "演练登记的事" });
    assert.match(await page.locator(".timeline").innerText(), /2026年2月24日/);
  });
  let trainingFile;
  await t.check("a file of the real ledger is refused in training", async () => {
    trainingFile = await save(page);
    assert.match(await offer(page, realFile), /正式台账的文件/);
  });
  await t.check("left, the real ledger is as it was", async () => {
    await page.getByRole("button", { name: "退出演练" }).click();
    await t.until(page, () => document.documentElement.dataset.realm === "real" && document.querySelector(".agenda"));
    await settle(page);
    assert.equal(await agenda(page), real);
    assert.equal(await colour(), realColour);
    assert.doesNotMatch(await page.title(), /演练/);
  });
  await t.check("a file of training is refused in the real ledger", async () => {
    assert.match(await offer(page, trainingFile), /演练台账的文件/);
    assert.equal(await agenda(page), real);
  });
  await t.check("a new tab opens the real ledger, never training", async () => {
    await training(page);
    const other = await session.newPage();
    await other.goto(t.single);
    await t.booted(other);
    assert.equal(await other.evaluate(() => document.documentElement.dataset.realm), "real");
    assert.equal(await other.locator(".trainer-bar").count(), 0);
    t.clean(session);
  });
  await visit(page, "/today");
  await t.check("training opens from the first page of an empty ledger too", async () => {
    const empty = await t.chromium();
    await open(empty.page, t.single);
    await empty.page.getByRole("button", { name: "先演练一遍" }).click();
    await trained(empty.page);
    await empty.page.getByRole("button", { name: "退出演练" }).click();
    await empty.page.locator("#f-kind").waitFor();
    t.clean(empty);
    await empty.close();
  });
}
