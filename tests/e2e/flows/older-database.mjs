// A database of the first layout, as the first program left it, filled with the golden file:
// it opens with everything in it, goes on being written, and has the layout of today then.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DISPUTE, open, register, visit } from "../lib/app.mjs";
import { booted, until } from "../lib/look.mjs";
import { e2e } from "../lib/places.mjs";

export const name = "older-database";

const NAME = "jieyou-real-0123456789abcdef";
const golden = JSON.parse(readFileSync(join(e2e, "../golden/v1-first.json"), "utf8"));
const lines = golden.records.map((record) => JSON.stringify(record));
const sha = (text) => createHash("sha256").update(text).digest("hex");
/** The running sum: of the sum before and the id, each with a line feed. */
const sum = golden.records.reduce((sum, { head }) => sha(`${sum}\n${sha(head)}\n`), "");

/** Writes what the first program would have written; runs in the page. */
function write({ name, lines, contacts, meta }) {
  return new Promise((done, fail) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => ["records", "contacts", "meta"].forEach((s) => opening.result.createObjectStore(s));
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const tx = db.transaction(["records", "contacts", "meta"], "readwrite");
      lines.forEach((line, at) => tx.objectStore("records").add(line, at + 1));
      contacts.forEach(({ subject, text }) => tx.objectStore("contacts").put(text, subject));
      Object.entries(meta).forEach(([key, text]) => tx.objectStore("meta").put(text, key));
      tx.oncomplete = () => { db.close(); done(); };
      tx.onerror = () => fail(tx.error);
    };
  });
}

/** What lies in a database: its version, its stores, its lines. */
function look(name) {
  return new Promise((done, fail) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const all = db.transaction("records").objectStore("records").getAll();
      all.onsuccess = () => {
        db.close();
        done({ version: db.version, stores: [...db.objectStoreNames], lines: all.result });
      };
    };
  });
}

export async function run(t) {
  const host = await t.host();
  const session = await t.chromium();
  const { page } = session;
  // An empty page at the app's address, which asks for nothing more.
  const blank = { contentType: "text/html", body: '<link rel="icon" href="data:,">' };
  await page.route("**/blank.html", (route) => route.fulfill(blank));
  await page.goto(`${host.url}blank.html`);
  const meta = { realm: "real", format: "1", origin: "000000000000g0ab", sum, unit: golden.unit.name, last: "1772419440000" };
  await page.evaluate(write, { name: NAME, lines, contacts: golden.contacts, meta });
  await t.check("it opens with everything in it", async () => {
    await open(page, host.url);
    assert.match(await page.locator(".site-header__unit").innerText(), /双柳镇/);
    await visit(page, "/ledger");
    await until(page, () => document.querySelector("main").innerText.includes("CJ-2026-0002"));
  });
  await t.check("what lies in it was not written anew", async () => {
    const found = await page.evaluate(look, NAME);
    assert.deepEqual(found.lines, lines);
  });
  await t.check("it goes on being written, in the layout of today", async () => {
    await register(page, DISPUTE);
    const found = await page.evaluate(look, NAME);
    assert.deepEqual([found.version, found.stores], [2, ["contacts", "kept", "meta", "records", "segments"]]);
    assert.deepEqual(found.lines.slice(0, lines.length), lines);
    assert.ok(found.lines.length > lines.length);
  });
  await t.check("and opens again", async () => {
    await page.reload();
    await booted(page);
    await visit(page, "/ledger");
    await until(page, () => document.querySelector("main").innerText.includes("屋后排水沟堵了"));
    t.clean(session);
  });
}
