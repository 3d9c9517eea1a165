// What lies on the disk, byte by byte, after everything a clerk should not type was typed:
// contacts only where contacts belong, no identity number and no card number anywhere, and
// of a matter recorded by number nothing but its few dates and marks.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { DISPUTE, PETITION, TOWNSHIP, VILLAGE, act, fill, handOver, open, register, save, send, setUp, settle, visit } from "../lib/app.mjs";
import { begin, correct } from "../lib/later.mjs";
import { outFile, program } from "../lib/places.mjs";

export const name = "stored-bytes";

/** Numbers that nobody has; each with a check digit that holds. */
const NUMBERS = ["230124199003072411", "11010519491231002X", "6222021234567890128", "4111111111111111"];
/** A contact, of words that nothing else has. */
const CONTACT = { name: "欧阳藏珠", phone: "0459-8765431", address: "芦花胡同九十七号" };
const LATER = { name: "司徒问雪", phone: "0459-1357913", address: "苇子沟十一号" };
const OTHER = { name: "上官拾叶", phone: "0459-2468024" };
const PARTS = [CONTACT, LATER, OTHER].flatMap((contact) => Object.values(contact));

/** The receipt of one by number only that is not sent. */
const UNSENT = "GA-778899-1";

/** A text of a clerk with two of the numbers in it. */
const typed = (text) => `${text}，证件${NUMBERS[0]}、${NUMBERS[1]}，卡号${NUMBERS[2]}。`;
/** A line too short for all of them. */
const line = (text, at) => `${text}${NUMBERS[at % NUMBERS.length]}`;

export async function run(t) {
  await unit(t, "township", TOWNSHIP, townshipForms);
  await unit(t, "village", VILLAGE, villageForms);
}

async function unit(t, what, profile, forms) {
  const check = (text, run) => t.check(`${text} (${what})`, run);
  const session = await t.chromium();
  const { page } = session;
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  await open(page, t.single);
  page.setDefaultTimeout(8000);
  await setUp(page, { ...profile, reception: line("村部东屋", 0) }, {
    places: [`西屯 ${NUMBERS[0]}`, "东屯"],
    posts: [line("调解员", 1), "信访专干"],
  });
  let path;
  const files = {};
  await check("everything a clerk should not type is typed, and recorded", async () => {
    path = await forms(page);
    await reach(page, path);
    await seal(page);
    await drafts(page, path);
  });
  await check("the files that leave the program", async () => {
    files.copy = readFileSync(await save(page), "utf8");
    await visit(page, "/ledger");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "存成CSV" }).click(),
    ]);
    files.csv = readFileSync(await download.path(), "utf8");
    if (what === "village") files.handed = readFileSync(await handOver(page, path, "存上报文件"), "utf8");
    for (const where of ["/today", "/ledger", "/print/ledger", path, `${path}/slip`, "/sealed"]) {
      files[`paper of ${where.split("/").at(-1)}`] = await paper(t, page, where);
    }
  });
  const stores = await storage(page);
  files.console = said.join("\n");
  await check("no identity number and no card number is anywhere", () => {
    for (const [where, text] of [...Object.entries(stores), ...Object.entries(files)]) {
      for (const number of NUMBERS) assert.ok(!text.includes(number), `${number} in ${where}: ${around(text, number)}`);
    }
    assert.match(stores.records, /已遮盖/);
  });
  await check("a contact is in its own store and nowhere else", () => {
    assert.ok(stores.contacts.includes(CONTACT.name), "the contact is kept");
    for (const [where, text] of Object.entries(stores)) {
      if (where === "contacts") continue;
      for (const part of PARTS) assert.ok(!text.includes(part), `${part} in ${where}: ${around(text, part)}`);
    }
  });
  await check("in the copy a contact is in the part for contacts and nowhere else", () => {
    const { contacts, ...rest } = JSON.parse(files.copy);
    assert.ok(JSON.stringify(contacts).includes(CONTACT.name));
    for (const part of PARTS) assert.ok(!JSON.stringify(rest).includes(part), part);
  });
  await check("no other file, table, sheet or line of the console has a contact", () => {
    for (const [where, text] of Object.entries(files)) {
      if (where === "copy") continue;
      for (const part of PARTS) assert.ok(!text.includes(part), `${part} in ${where}`);
    }
  });
  await check("of a matter recorded by number there are only day, channel, organ, receipt, services", () => {
    const sealed = JSON.parse(files.copy).records.filter(({ head }) => JSON.parse(head).subject.startsWith("sealed:"));
    assert.equal(sealed.length, 1);
    for (const [where, text] of Object.entries(stores)) assert.ok(!text.includes(UNSENT), `a draft in ${where}`);
    const known = ["number", "kind", "channel", "organ", "handed_on", "also", "receipt", "receipt_on", "services"];
    const { data } = JSON.parse(sealed[0].body);
    assert.deepEqual(Object.keys(data).filter((key) => !known.includes(key)), []);
    assert.ok(Object.values(data).every((value) => /^[\w-]+$/.test(String(value).replaceAll(",", ""))), JSON.stringify(data));
    for (const [where, text] of Object.entries(files)) {
      if (where === "copy" || where === "paper of sealed") continue;
      assert.ok(!text.includes(data.number), `${data.number} in ${where}`);
    }
  });
  await check("a contact wiped is in no store any more", async () => {
    await visit(page, path);
    const wipe = page.locator("[aria-labelledby=m-facts] .button--grave");
    await wipe.click();
    await wipe.click();
    await page.getByText("没有留联系方式").waitFor();
    for (const [where, text] of Object.entries(await storage(page))) {
      for (const part of Object.values(CONTACT)) assert.ok(!text.includes(part), `${part} in ${where}`);
    }
    t.clean(session);
  });
  await session.close();
  await check("nor do the files of the browser have one of the numbers, not even of a moment", () => {
    const folders = ["Default/IndexedDB", "Default/Local Storage"];
    const files = folders.flatMap((folder) => filesIn(join(session.profile, folder)));
    const within = (text) =>
      files.filter((file) => {
        const bytes = readFileSync(file);
        return ["utf8", "utf16le"].some((coding) => bytes.includes(Buffer.from(text, coding)));
      });
    // That these files are where the ledger and its drafts are.
    for (const text of ["已遮盖", "没有写完", profile.name]) assert.notDeepEqual(within(text), [], text);
    for (const number of NUMBERS) assert.deepEqual(within(number), [], number);
    // A contact that is being typed is in no draft.
    for (const part of PARTS) {
      const drafts = within(part).filter((file) => !file.includes("IndexedDB"));
      assert.deepEqual(drafts, [], part);
    }
  });
}

async function townshipForms(page) {
  const path = await register(page, {
    ...PETITION, ...CONTACT,
    title: line("占地补偿", 0), story: typed("反映人说"), claims: `${line("发补偿", 1)}\n${line("修路", 2)}`,
  });
  await act(page, path, "act", { activity: "contact", note: typed("电话里说") });
  await act(page, path, "notify", { notice: "received", told: "written", proof: line("告知书", 3) });
  await act(page, path, "plan", { measure: typed("先核对"), due: "2026-04-30" });
  await act(page, path, "forward", { how: "transfer", to: line("县水务局", 0), doc: line("青转", 1) });
  await act(page, path, "take-answer", { from: line("县水务局", 2), text: typed("答复") });
  await act(page, path, "refer", { claim: "1", way: "court", body: line("县法院", 3), told: "phone", proof: line("单", 0), why: line("缘由", 0), post: "信访专干" });
  await act(page, path, "appoint", { what: "mediation", day: "2026-04-20", place: line("村部", 1), who: line("反映人", 2) });
  await act(page, path, "refer-support", { to: line("民政办", 3), need: "living", consent: "yes", note: line("补助打卡", 2) });
  await act(page, path, "note-outside", { system: "hotline", mark: "entered", number: line("工单", 0) });
  await correct(page, path, "电话里说", { note: typed("电话里又说") });
  const other = await register(page, { ...DISPUTE, ...LATER, title: "说开了的一件" });
  await act(page, other, "withdraw", { words: typed("不用管了"), present: line("专干", 1), told_may_return: "yes" });
  return path;
}

async function villageForms(page) {
  const path = await register(page, {
    ...DISPUTE, ...CONTACT, title: line("排水沟", 0), story: typed("两家说"), claims: line("清沟", 2),
  });
  await act(page, path, "mediate", { mediator: line("调解员", 0), result: "failed", note: typed("没谈拢"), remedies_told: "yes" });
  await act(page, path, "hand-up", { to: line("青禾镇人民政府", 3), why: typed("要定界") });
  await act(page, path, "urge", { to: line("青禾镇人民政府", 1), text: typed("请快些") });
  await register(page, { ...DISPUTE, ...LATER, title: "另一件" });
  return path;
}

/** The other side is added on the contact's own page; a number of hers too. */
async function reach(page, path) {
  await visit(page, path);
  await page.getByRole("link", { name: "改联系方式" }).click();
  await page.locator("main form.form").waitFor();
  await fill(page, {
    "p0-address": line(CONTACT.address, 0), parties: true,
    "p1-role": "对方", "p1-name": OTHER.name, "p1-phone": OTHER.phone, "p1-address": line("", 3),
  });
  await page.clock.runFor(1500);
  await send(page);
  await page.locator(".matter-head").waitFor();
}

/** One by number only; its form takes no words. */
async function seal(page) {
  await visit(page, "/sealed/new");
  await fill(page, { kind: "minor", channel: "call", organ: "police", need: "school", receipt: "110-0416-7" });
  await send(page);
}

/** What is typed and not sent. The last field still has the caret. */
async function drafts(page, path) {
  await visit(page, "/register");
  await fill(page, { title: "没有写完", story: typed("写了一半"), ...LATER, claims: "" });
  await page.locator("#f-claims").pressSequentially(`打到${NUMBERS[3]}`);
  await page.clock.runFor(1500);
  await visit(page, "/sealed/new");
  await fill(page, { kind: "violence", channel: "visit", organ: "police", receipt: UNSENT });
  await page.clock.runFor(1500);
  await begin(page, path, "act");
  await fill(page, { activity: "contact", note: "" });
  await page.locator("#f-note").pressSequentially(NUMBERS[3]);
  await page.clock.runFor(1500);
  await visit(page, "/settings");
  await page.locator("#f-posts").pressSequentially(NUMBERS[0]);
  await page.clock.runFor(1500);
  await visit(page, "/today");
  await settle(page);
}

/** The text of a printed page. */
async function paper(t, page, where) {
  await visit(page, where);
  const label = `stored-${where.replaceAll(/[^a-z]/g, "")}`;
  await t.pdf(page, label);
  try {
    program("PDFTOTEXT", ["pdftotext"]);
  } catch {
    await page.emulateMedia({ media: "print" });
    const text = await page.evaluate(() => document.body.innerText);
    await page.emulateMedia({ media: "screen" });
    return text;
  }
  const text = execFileSync("pdftotext", ["-layout", outFile(`${label}.pdf`), "-"], { encoding: "utf8" });
  return text.replaceAll(/\s+/g, "");
}

/** Every store of every database, and what the page keeps besides, each as one text. */
async function storage(page) {
  await visit(page, "/today");
  return page.evaluate(async () => {
    const plain = (value) => {
      if (value instanceof ArrayBuffer) return new TextDecoder().decode(value);
      if (ArrayBuffer.isView(value)) return new TextDecoder().decode(value);
      if (Array.isArray(value)) return value.map(plain);
      if (value && typeof value === "object") {
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
      }
      return typeof value === "bigint" ? String(value) : value;
    };
    const done = (request) => new Promise((good, bad) => {
      request.onsuccess = () => good(request.result);
      request.onerror = () => bad(request.error);
    });
    const stores = {
      localStorage: JSON.stringify({ ...localStorage }),
      sessionStorage: JSON.stringify({ ...sessionStorage }),
      address: location.href,
      cookie: document.cookie,
      state: JSON.stringify(history.state),
      name: window.name,
    };
    for (const { name } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const here = db.transaction(store).objectStore(store);
        const [keys, values] = [await done(here.getAllKeys()), await done(here.getAll())];
        stores[store] = (stores[store] ?? "") + JSON.stringify(plain([keys, values]));
      }
      db.close();
    }
    return stores;
  });
}

const around = (text, part) => text.slice(Math.max(0, text.indexOf(part) - 60), text.indexOf(part) + 40);

function filesIn(folder) {
  let all = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    all = statSync(path).isDirectory() ? all.concat(filesIn(path)) : [...all, path];
  }
  return all;
}
