// A ledger saved to a file and read into an empty one says the same, to the
// letter; read in again, it brings nothing new.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DISPUTE, PETITION, TOWNSHIP, act, agenda, fill, open, register, save, send, setUp, visit } from "../lib/app.mjs";

export const name = "export-import";

export async function run(t) {
  const first = await t.chromium();
  let file;
  let path;
  let said;
  let ledger;
  let matter;
  await t.check("a filled ledger is handed over as a file", async () => {
    await open(first.page, t.single);
    await setUp(first.page, TOWNSHIP, { places: ["柳树屯村"], posts: ["信访专干", "综治专干"] });
    await register(first.page, DISPUTE);
    path = await register(first.page, { ...PETITION, name: "张某", phone: "0451-1234567" });
    await act(first.page, path, "act", { activity: "contact", note: "约好二十日见面。" });
    await act(first.page, path, "set-duty", { post: "信访专干", no_interest: true });
    said = await agenda(first.page);
    ledger = await text(first.page, "/ledger");
    matter = await text(first.page, path);
    file = await save(first.page);
    assert.match(file, /\.json$/);
    assert.equal(JSON.parse(readFileSync(file, "utf8")).format, "jieyou-ledger");
    t.clean(first);
  });
  await t.check("the copy is listed, and nobody calls it verified", async () => {
    await visit(first.page, "/safety");
    const rows = await first.page.locator(".safety__copy").allInnerTexts();
    assert.equal(rows.length, 1);
    assert.match(rows[0], /4月16日[\s\S]*下载[\s\S]*没有核对/);
  });
  const second = await t.chromium();
  const { page } = second;
  await t.check("an empty ledger shows first what the file would bring", async () => {
    await open(page, t.single);
    await page.locator("#import-file").setInputFiles(file);
    await page.locator("#import-result").waitFor();
    const preview = await page.locator("#import-result").innerText();
    assert.match(preview, /青禾镇人民政府/);
    assert.match(preview, /新增事项2件/);
    await t.screenshot(page, "import-preview");
  });
  await t.check("until it is read in, the ledger is empty", async () => {
    assert.equal(await page.locator("nav").count(), 0);
  });
  await t.check("read in, 今日, the list and the matter say the same to the letter", async () => {
    await page.getByRole("button", { name: "读入", exact: true }).click();
    await page.locator("nav").waitFor();
    assert.equal(await agenda(page), said);
    assert.equal(await text(page, "/ledger"), ledger);
    assert.equal(await text(page, path), matter);
  });
  await t.check("the contact came along", async () => {
    assert.match(await page.locator("main").innerText(), /张某 · 0451-1234567/);
  });
  await t.check("the contact can be changed and the other side added, without an entry", async () => {
    const entries = await page.locator(".timeline__item").count();
    await page.getByRole("link", { name: "改联系方式" }).click();
    await fill(page, { "p0-name": "张某某", parties: true, "p1-role": "对方", "p1-name": "王某" });
    await send(page);
    await page.locator(".matter-head").waitFor();
    assert.match(await page.locator("main").innerText(), /反映人 · 张某某 · 0451-1234567[\s\S]*对方 · 王某/);
    assert.equal(await page.locator(".timeline__item").count(), entries);
  });
  await t.check("after a reload too", async () => {
    await page.reload();
    await t.booted(page);
    assert.equal(await agenda(page), said);
    t.clean(second);
  });
  await t.check("read in again, it says that nothing is new", async () => {
    await visit(page, "/settings");
    await page.locator("#import-file").setInputFiles(file);
    await page.locator("#import-result").waitFor();
    assert.match(await page.locator("#import-result").innerText(), /没有新|都已经有|都有了/);
    assert.equal(await page.getByRole("button", { name: "读入", exact: true }).count(), 0);
    assert.equal(await agenda(page), said);
    t.clean(second);
  });
  await t.check("what was written on the second computer comes back to the first", async () => {
    await act(page, path, "plan", { measure: "核实账目", due: "2026-04-30" });
    const later = await save(page);
    await visit(first.page, "/settings");
    await first.page.locator("#import-file").setInputFiles(later);
    await first.page.locator("#import-result").waitFor();
    const preview = await first.page.locator("#import-result").innerText();
    assert.match(preview, /1份联系方式和本机的不一样/);
    assert.match(preview, /反映人 · 张某 · 0451-1234567[\s\S]*反映人 · 张某某 · 0451-1234567/);
    assert.match(preview, /本机已有的记录一条也不会删改/);
    await t.axe(first.page);
    await t.screenshot(first.page, "import-contacts");
    await first.page.setViewportSize({ width: 360, height: 740 });
    await t.screenshot(first.page, "import-contacts-360");
    await first.page.setViewportSize({ width: 1280, height: 800 });
    // Nothing is read in before somebody has chosen.
    const take = first.page.getByRole("button", { name: "读入", exact: true });
    await take.click();
    await first.page.getByRole("alert").getByText("还有联系方式没有选定").waitFor();
    await first.page.getByText("保留本机的").click();
    await take.click();
    await first.page.getByText("读入好了").waitFor();
    const shown = await text(first.page, path);
    assert.match(shown, /核实账目/);
    assert.match(shown, /反映人 · 张某 · 0451-1234567/);
    assert.doesNotMatch(shown, /张某某/);
    t.clean(first);
  });
  await t.check("a contact that was kept is offered to the other computer in its turn", async () => {
    const kept = await save(first.page);
    await visit(page, "/settings");
    await page.locator("#import-file").setInputFiles(kept);
    await page.getByText("按文件里较新的改").click();
    await page.getByRole("button", { name: "读入", exact: true }).click();
    await page.getByText("读入好了").waitFor();
    assert.match(await text(page, path), /反映人 · 张某 · 0451-1234567/);
    t.clean(second);
  });
}

async function text(page, path) {
  await visit(page, path);
  return page.locator("main").innerText();
}
