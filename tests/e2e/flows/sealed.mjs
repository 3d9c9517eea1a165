// 少记: recorded by number only. There is no field that could hold who or what, and the
// matter stands in no list, search, table, sheet or file, only as one figure.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DISPUTE, TOWNSHIP, VILLAGE, act, agenda, fill, handOver, open, register, save, send, setUp, settle, visit } from "../lib/app.mjs";
import { moveTo } from "../lib/later.mjs";

export const name = "sealed";

const RECEIPT = "JW-2026-0417-09";
/** Words of it that may stand nowhere but on its own pages. */
const OF_IT = /纪检监察机关（12388）|JW-2026-0417-09/;

export async function run(t) {
  await township(t);
  await village(t);
}

const main = (page) => page.locator("main").innerText();
const options = (page, key) =>
  page.locator(`#f-${key} input`).evaluateAll((all) => all.map((node) => node.value));

/** Sends the form; gives back what it says is wrong. */
async function wrong(page, answers) {
  await fill(page, answers);
  await page.locator("main form.form button[type=submit]").click();
  await page.locator(".error-summary").waitFor();
  return page.locator(".error-summary").innerText();
}

async function township(t) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single);
  await setUp(page, TOWNSHIP, { places: ["柳树屯村"], posts: ["信访专干"] });
  page.setDefaultTimeout(8000);
  let path;
  await t.check("from the register form one gets there", async () => {
    path = await register(page, { ...DISPUTE, title: "屋后排水沟堵了" });
    await visit(page, "/register");
    await page.getByRole("link", { name: "去少记一件" }).click();
    await page.locator("main form.form").waitFor();
    assert.match(await main(page), /只记编号[\s\S]*姓名、内容、具体地点都不写/);
  });
  await t.check("nothing on the form takes a text but the receipt's number", async () => {
    for (const kind of await options(page, "kind")) {
      await fill(page, { kind });
      assert.equal(await page.locator("main form.form textarea").count(), 0);
      const lines = page.locator("main form.form input:not([type=radio],[type=checkbox],[type=date])");
      assert.deepEqual(await lines.evaluateAll((all) => all.map((node) => node.id)), ["f-receipt"]);
    }
    assert.equal(await page.locator("#f-place, #f-spot, #f-title, #f-name").count(), 0);
  });
  await t.check("a receipt is no place for words, nor for the numbers of people", async () => {
    await fill(page, { kind: "accusation", channel: "letter", organ: "discipline", handed_on: "2026-04-16" });
    for (const text of ["某某的举报信", "收到 1 封", "230124199003072411", "6222021234567890128", "A".repeat(25)]) {
      assert.match(await wrong(page, { receipt: text }), /回执编号只填数字、字母和短横/, text);
    }
  });
  await t.check("recorded, it has its own page: number, day, organ", async () => {
    await fill(page, { receipt: "" });
    await send(page);
    assert.match(await main(page), /少记共1件[\s\S]*2026年4月16日[\s\S]*纪检监察机关（12388）[\s\S]*回执还没有登记/);
    await t.screenshot(page, "sealed-list");
  });
  await t.check("one of violence, with services to follow up", async () => {
    await page.getByRole("link", { name: "少记一件" }).click();
    await page.locator("main form.form").waitFor();
    await fill(page, { kind: "violence", channel: "call", organ: "police", also: "women", need: ["shelter", "legal_aid"] });
    await send(page);
    assert.match(await main(page), /少记共2件[\s\S]*妇联[\s\S]*临时住处/);
  });
  await t.check("今日 has one figure and nothing else of them", async () => {
    const text = await agenda(page);
    assert.match(text, /少记事项有2件的跟进还没落实/);
    assert.doesNotMatch(text, OF_IT);
    assert.doesNotMatch(text, /公安机关（110）|临时住处|家庭暴力/);
  });
  await t.check("the next day the receipt and what is in place are added", async () => {
    await moveTo(page, "2026-04-17");
    await visit(page, "/sealed");
    const first = page.locator("main li.section", { hasText: "12388" });
    await first.getByRole("link", { name: "补登跟进" }).click();
    await page.locator("main form.form").waitFor();
    assert.match(await wrong(page, {}), /请勾选落实了什么，或填回执编号/);
    assert.match(await wrong(page, { receipt: "王某的回执" }), /回执编号只填数字/);
    await fill(page, { receipt: RECEIPT, receipt_on: "2026-04-17" });
    await send(page);
    const other = page.locator("main li.section", { hasText: "110" });
    await other.getByRole("link", { name: "补登跟进" }).click();
    await page.locator("main form.form").waitFor();
    await fill(page, { done: "shelter" });
    await send(page);
    assert.doesNotMatch(await first.innerText(), /回执还没有登记/);
    assert.match(await main(page), /待落实：法律援助/);
    assert.match(await agenda(page), /少记事项有1件的跟进还没落实/);
  });
  await nowhere(t, page, path);
  await t.check("recorded by mistake, it is taken back, asked twice", async () => {
    await visit(page, "/sealed");
    const last = page.locator("main li.section", { hasText: "110" });
    await last.getByRole("button", { name: "登错了，撤销" }).click();
    assert.equal(await page.locator("main li.section").count(), 2);
    await last.getByRole("button", { name: "再点一次就撤销" }).click();
    await page.getByText("少记共1件").waitFor();
    assert.doesNotMatch(await agenda(page), /少记事项有/);
    t.clean(session);
  });
}

/** It appears in no list, search, table, sheet or file of a matter. */
async function nowhere(t, page, path) {
  await visit(page, "/sealed");
  const numbers = await page.locator("main li.section .number").allInnerTexts();
  const none = (text) => {
    assert.doesNotMatch(text, OF_IT);
    for (const number of numbers) assert.ok(!text.includes(number), number);
  };
  await t.check("no list and no search finds it", async () => {
    await visit(page, "/ledger");
    none(await main(page));
    assert.equal(await page.locator(".ledger-table__row").count(), 1);
    for (const word of [...numbers, RECEIPT, "12388", "检举", "少记"]) {
      await page.locator("#q").fill(word);
      await page.clock.runFor(500);
      await settle(page);
      assert.equal(await page.locator(".ledger-table__row").count(), 0, word);
    }
    await page.locator("#q").fill("");
    await page.clock.runFor(500);
    await settle(page);
  });
  await t.check("not the table saved as CSV", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "存成CSV" }).click(),
    ]);
    none(readFileSync(await download.path(), "utf8"));
  });
  await t.check("not on paper: the ledger, 今日, a slip", async () => {
    await page.emulateMedia({ media: "print" });
    for (const where of ["/print/ledger", "/ledger", "/today", `${path}/slip`]) {
      await visit(page, where);
      none(await page.evaluate(() => document.body.innerText));
    }
    await page.emulateMedia({ media: "screen" });
  });
  await t.check("not in the settings, nor in the file of a matter handed between units", async () => {
    await visit(page, "/settings");
    none(await main(page));
    await visit(page, path);
    none(await main(page));
  });
  await t.check("in the copy of the ledger it is a number, a day and an organ", async () => {
    const text = readFileSync(await save(page), "utf8");
    assert.match(text, /JW-2026-0417-09/);
    assert.doesNotMatch(text, /举报信|王某|收到 1 封/);
  });
}

async function village(t) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single);
  await setUp(page, VILLAGE);
  page.setDefaultTimeout(8000);
  await t.check("a village takes no report of wrongdoing, and says where it goes", async () => {
    await visit(page, "/register");
    await page.getByRole("link", { name: "去少记一件" }).click();
    await page.locator("main form.form").waitFor();
    assert.deepEqual(await options(page, "kind"), ["violence", "minor"]);
    assert.match(await main(page), /检举控告村里不收[\s\S]*12388[\s\S]*不拆封/);
    const organs = await options(page, "organ");
    assert.ok(!organs.includes("discipline") && !organs.includes("inspection"), organs.join());
  });
  await t.check("harm to a minor is recorded, and handed up with nothing", async () => {
    await fill(page, { kind: "minor", channel: "visit", organ: "police", also: "civil_affairs", need: "school" });
    await send(page);
    assert.match(await main(page), /少记共1件/);
    const number = await page.locator("main li.section .number").innerText();
    const path = await register(page, DISPUTE);
    await act(page, path, "hand-up", { to: "青禾镇人民政府", why: "要定界" });
    const text = readFileSync(await handOver(page, path, "存上报文件"), "utf8");
    assert.ok(!text.includes(number));
    assert.doesNotMatch(text, /sealed|minor|civil_affairs/);
    t.clean(session);
  });
}
