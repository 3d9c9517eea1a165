// A ledger that does not check: named, never replaced, its raw data taken out, read only as
// far as it can be believed, a copy restored beside it. A newer layout is refused with its
// version. A panic says what is on the disk and reports nothing of the ledger.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DISPUTE, VILLAGE, act, open, register, save, setUp, settle, take, visit } from "../lib/app.mjs";
import { booted, until } from "../lib/look.mjs";

export const name = "damaged";

/** Addresses of forms that write. */
const WRITES = /^#\/(register|paste|sealed\/new|matter\/[^/]+\/(do|correct|strike|contact|redact))/;
/** Pages on which something is offered to be done. */
const PAGES = ["/today", "/ledger", "/settings", "/sealed", "/calendar", "/rules/lists"];

/** A name that must not be in a report. */
const NAMED = "欧阳藏珠";

export async function run(t) {
  const host = await t.host();
  await broken(t, host);
  await newer(t, host);
  await crashed(t, host);
}

async function broken(t, host) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, host.url);
  await setUp(page, VILLAGE);
  const first = await register(page, { ...DISPUTE, title: "头一件" });
  await register(page, { ...DISPUTE, title: "坏掉的一件" });
  await act(page, first, "act", { activity: "contact", note: "坏了以后的一笔" });
  const copy = await save(page);
  await t.check("a ledger that reads offers what writes on every one of these pages", async () => {
    for (const where of [...PAGES, first]) {
      // One of them is the header's.
      assert.ok((await offered(page, where)).length > 1, where);
    }
  });
  await audited(t, page);
  const size = await spoil(page, ...HARM);
  const before = await stored(page);
  await t.check("what is wrong is named: which record, why, about what", async () => {
    await page.reload();
    await booted(page);
    const said = await page.locator("#main").innerText();
    assert.match(said, /台账读不通，没有动它/);
    assert.match(said, new RegExp(`存着${size}条记录，对不上的有1处`));
    assert.match(said, /内容被改动过。（4月16日，“登记”）/);
    await t.axe(page);
    await t.screenshot(page, "damaged");
  });
  await t.check("the raw data is a file with every stored line in it", async () => {
    const text = await raw(page);
    for (const line of Object.values(before.records)) assert.ok(text.includes(line), line.slice(0, 80));
    assert.match(text, /^# records$/m);
  });
  await t.check("what comes before the damage can be read, and says so on every page", async () => {
    await page.getByRole("button", { name: /只看读得通的部分/ }).click();
    await until(page, () => document.querySelector(".site-header") !== null);
    for (const where of ["/today", "/ledger", first, "/settings"]) {
      await visit(page, where);
      await page.getByText("现在只能看和打印").waitFor();
      assert.match(await page.locator(".notice__text").first().innerText(), new RegExp(`台账不完整：存着${size}条记录，对不上的有1处，这里只有能相信的${size - 2}条`));
    }
    await visit(page, "/ledger");
    const rows = await page.locator(".ledger-table__row").allInnerTexts();
    assert.equal(rows.length, 1);
    assert.match(rows[0], /头一件/);
    await t.axe(page);
  });
  await t.check("what would write is off every page, and nothing is written", async () => {
    for (const where of [...PAGES, first]) {
      assert.deepEqual(await offered(page, where), [], where);
    }
    await t.screenshot(page, "read-only");
    for (const where of [`${first}/do/act`, "/register", "/paste"]) {
      await visit(page, where);
      await page.getByText("现在是只看，不能登记，这里的表收起来了。").waitFor();
      assert.equal(await page.locator("main form.form").count(), 0);
    }
    await page.clock.runFor(65_000);
    assert.deepEqual(await stored(page), before);
  });
  await t.check("every paper says that the ledger is incomplete", async () => {
    await page.emulateMedia({ media: "print" });
    for (const where of ["/today", "/ledger", first, "/print/ledger", `${first}/slip`, "/safety"]) {
      await visit(page, where);
      const line = page.locator(".incomplete");
      assert.ok(await line.isVisible(), where);
      assert.match(await line.innerText(), /台账不完整/);
    }
    await visit(page, "/print/ledger");
    await t.pdf(page, "read-only");
    await page.emulateMedia({ media: "screen" });
    assert.ok(!(await page.locator(".incomplete").isVisible()));
  });
  await t.check("a list taken out says at its end that it is incomplete", async () => {
    await visit(page, "/ledger");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "存成CSV" }).click(),
    ]);
    const rows = readFileSync(await download.path(), "utf8").trimEnd().split("\r\n");
    assert.match(rows.at(-1), new RegExp(`^"台账不完整：存着${size}条记录`));
  });
  const part = await t.check("the lamp says so, and what can be believed is saved as a file", async () => {
    await visit(page, "/safety");
    assert.equal(await page.locator(".lamp").getAttribute("data-level"), "act");
    assert.match(await page.locator(".lamp").innerText(), /台账不完整，只能看/);
    const fact = page.locator("[data-fact=believed]");
    assert.match(await fact.innerText(), /从最近一份核对过的副本恢复/);
    await fact.getByRole("button", { name: "取出原始数据" }).waitFor();
    assert.equal(await page.locator("#safety-clear").count(), 0);
    await t.axe(page);
    await t.screenshot(page, "read-only-safety");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: /把能相信的部分存成文件/ }).click(),
    ]);
    assert.match(download.suggestedFilename(), /不完整/);
    const file = `${await download.path()}.json`;
    await download.saveAs(file);
    const text = readFileSync(file, "utf8");
    assert.equal(JSON.parse(text).records.length, size - 2);
    assert.ok(text.includes("头一件") && !text.includes("改过的一件") && !text.includes("坏了以后的一笔"));
    assert.deepEqual(await stored(page), before);
    return file;
  });
  if (!part) return;
  await t.check("a new ledger stands beside it, takes that file, and then the copy", async () => {
    await page.getByRole("button", { name: "看哪里对不上" }).click();
    await page.getByRole("button", { name: /另立一本新账/ }).click();
    await until(page, () => document.querySelector("#import-file") !== null);
    await page.locator("#import-file").setInputFiles(part);
    await page.locator("#import-result").waitFor();
    assert.match(await page.locator("#import-result").innerText(), /这份文件不完整：至少有2条记录不在里面/);
    await t.screenshot(page, "part-preview");
    await page.getByRole("button", { name: "读入", exact: true }).click();
    await until(page, () => document.querySelector("nav") !== null);
    // It looks like a ledger, and says that it is not all of it; after a reload too.
    await page.reload();
    await booted(page);
    await visit(page, "/safety");
    const lacks = page.locator("[data-fact=missing]");
    await lacks.waitFor();
    assert.match(await lacks.innerText(), /留意[\s\S]*台账缺记录：至少有2条不在这里/);
    assert.match(await page.locator(".lamp").innerText(), /留意[\s\S]*台账缺记录/);
    await t.screenshot(page, "part-safety");
    await visit(page, "/ledger");
    await until(page, () => document.querySelectorAll(".ledger-table__row").length === 1);
    assert.equal(await page.getByText("台账不完整").count(), 0);
    await visit(page, "/settings");
    await take(page, copy);
    await visit(page, "/ledger");
    await until(page, () => document.querySelectorAll(".ledger-table__row").length === 2);
    await visit(page, "/safety");
    await until(page, () => document.querySelector("[data-fact=missing]") === null);
    assert.deepEqual((await stored(page, before.name)), before);
  });
  await t.check("both are listed where raw data is taken out", async () => {
    await page.evaluate(() => {
      location.hash = "/raw";
      location.reload();
    });
    await until(page, () => document.querySelectorAll(".choose__item").length === 2);
    await t.axe(page);
    t.clean(session);
  });
  await session.close();
}

/** The record that is harmed, and how. */
const HARM = [
  (lines) => lines.findIndex((line) => line.includes("坏掉的一件")),
  (line) => line.replace("坏掉的一件", "改过的一件"),
];

/** Damage under an open ledger: an audit says what to do, and the lamp until it is gone. */
async function audited(t, page) {
  const heal = [(lines) => lines.findIndex((line) => line.includes("改过的一件")), (line) => line.replace("改过的一件", "坏掉的一件")];
  await t.check("an audit that finds damage says what to do, and the lamp stays lit", async () => {
    await spoil(page, ...HARM);
    const said = await audit(page);
    assert.match(said, /有对不上的，见下面/);
    for (const words of [/先不要再登记/, /对得上的都还在/, /取出原始数据/, /不要清理浏览器数据/, /恢复演练/]) {
      assert.match(said, words);
    }
    await page.locator("#audit-result a[href='#/raw']").waitFor();
    await page.locator("#audit-result a[href='#/safety']").waitFor();
    await t.axe(page);
    await t.screenshot(page, "audit-damaged");
    await visit(page, "/today");
    assert.match(await page.locator(".lamp[data-level=act]").innerText(), /查账查出对不上的记录/);
    await visit(page, "/safety");
    assert.match(await page.locator("[data-fact=damaged]").innerText(), /先不要再登记/);
  });
  await t.check("an audit that finds none puts the lamp out again", async () => {
    await spoil(page, ...heal);
    assert.match(await audit(page), /条条对得上/);
    assert.equal(await page.getByText("查账查出对不上的记录").count(), 0);
  });
}

/** Audits what is on disk; gives back what is said. */
async function audit(page) {
  await visit(page, "/safety");
  await visit(page, "/audit");
  await page.locator("#audit-disk").click();
  await page.locator("#audit-result").waitFor();
  return page.locator("#audit-result").innerText();
}

/** What a page offers that would write: links to forms, forms, buttons so marked. */
async function offered(page, where) {
  await visit(page, where);
  await settle(page);
  return page.evaluate((writes) => {
    const seen = (element) => element.checkVisibility();
    const links = [...document.querySelectorAll("a[href]")].filter((a) => new RegExp(writes).test(a.getAttribute("href")));
    const others = [...document.querySelectorAll("[data-writes], main form.form")];
    return [...new Set([...links, ...others])].filter(seen).map((element) => element.outerHTML.slice(0, 120));
  }, WRITES.source);
}

async function newer(t, host) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, host.url);
  await setUp(page, VILLAGE);
  await t.check("a newer layout is refused with the version it needs, and its data offered", async () => {
    await page.evaluate(async () => {
      const [{ name }] = (await indexedDB.databases()).filter((db) => db.name.startsWith("jieyou-real-"));
      await new Promise((done, bad) => {
        const request = indexedDB.open(name, 7);
        request.onupgradeneeded = () => request.result.createObjectStore("later").put("新版本的内容", "一");
        request.onsuccess = () => done(request.result.close());
        request.onerror = () => bad(request.error);
      });
    });
    await page.reload();
    await booted(page);
    const said = await page.locator("#main").innerText();
    assert.match(said, /这本台账要用新版本打开/);
    assert.match(said, /存数据的格式是第7版，这个程序只认到第\d版/);
    const text = await raw(page);
    assert.match(text, /# later\n一\t新版本的内容/);
    assert.match(text, /柳树屯村/);
    t.clean(session);
  });
  await session.close();
}

async function crashed(t, host) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, host.url);
  await setUp(page, VILLAGE);
  const path = await register(page, { ...DISPUTE, title: NAMED });
  await t.check("a panic says what is on the disk, and its report holds nothing of the ledger", async () => {
    const { records } = await stored(page);
    await page.evaluate(() => dispatchEvent(new Event("jieyou-test-panic")));
    await page.locator("#crash-saved").waitFor();
    const saved = await page.locator("#crash-saved").innerText();
    assert.match(saved, new RegExp(`存着${Object.keys(records).length}条记录，最后一条存于2026年4月16日 10:\\d\\d`));
    await page.locator("details summary").click();
    const report = await page.locator("details pre").innerText();
    assert.match(report, /src\/browser\/crash\.rs:\d+/);
    assert.match(report, /#\/matter\/\*/);
    assert.match(report, /Chrome/);
    assert.ok(!report.includes(NAMED) && !report.includes(path.split("/").at(-1)) && !report.includes(VILLAGE.name), report);
    await t.axe(page);
    await t.screenshot(page, "crash");
  });
  await t.check("from there the raw data can be taken out, and the ledger opened again", async () => {
    await page.getByRole("button", { name: "取出原始数据" }).click();
    await until(page, () => document.querySelectorAll(".choose__item").length === 1);
    assert.ok((await raw(page)).includes(NAMED));
    await page.getByRole("button", { name: "回到台账" }).click();
    await until(page, () => document.querySelector(".site-header") !== null);
    await visit(page, "/ledger");
    await page.getByText(NAMED).first().waitFor();
    t.clean(session, { allow: [/jieyou-test-panic/, /asked for by a test/, /unreachable/] });
  });
  await session.close();
}

/** Changes a stored line, as a failing disk would; gives back how many there are. */
async function spoil(page, which, change) {
  const { name, records } = await stored(page);
  const keys = Object.keys(records);
  const key = keys[which(Object.values(records))];
  await page.evaluate(
    async ([name, key, line]) => {
      const db = await new Promise((done) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => done(request.result);
      });
      await new Promise((done) => {
        const tx = db.transaction("records", "readwrite");
        tx.objectStore("records").put(line, Number(key));
        tx.oncomplete = done;
      });
      db.close();
    },
    [name, key, change(records[key])],
  );
  return keys.length;
}

/** What lies in a database: its name, its lines, what stands beside them. */
function stored(page, wanted) {
  return page.evaluate(async (wanted) => {
    const done = (request) => new Promise((good) => {
      request.onsuccess = () => good(request.result);
    });
    const [{ name }] = (await indexedDB.databases()).filter((db) => (wanted ? db.name === wanted : db.name.startsWith("jieyou-real-")));
    const db = await done(indexedDB.open(name));
    const all = { name };
    for (const store of ["records", "meta", "contacts", "segments", "kept"]) {
      const here = db.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([done(here.getAllKeys()), done(here.getAll())]);
      all[store] = Object.fromEntries(keys.map((key, at) => [key, values[at]]));
    }
    db.close();
    return all;
  }, wanted);
}

/** Takes the raw data out; gives back its text. */
async function raw(page) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "把原始数据存成文件" }).click(),
  ]);
  return readFileSync(await download.path(), "utf8");
}
