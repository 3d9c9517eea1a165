// Head codes are printed on reports; an audit of the ledger or of a file finds them again,
// and names what was changed since.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DISPUTE, PETITION, TOWNSHIP, act, open, register, save, setUp, visit } from "../lib/app.mjs";
import { npmSeals, written } from "../lib/age.mjs";

export const name = "audit";

const CODE = /([0-9a-f]{4} ){4}\(\d+\)/;

export async function run(t) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single);
  await setUp(page, TOWNSHIP, { places: ["柳树屯村"] });
  await register(page, DISPUTE);
  const path = await register(page, PETITION);
  const code = await printed(t, session);
  if (!code) return;
  const file = await save(page);
  await act(page, path, "act", { activity: "contact", note: "约好二十日见面。" });
  await ledger(t, session, code);
  await files(t, session, code, readFileSync(file, "utf8"));
}

/** The code on the printed ledger; other reports must carry the same. */
async function printed(t, { page }) {
  return t.check("the printed ledger and the day list carry the code; a slip does not", async () => {
    await visit(page, "/print/ledger");
    const line = await page.locator(".head-code").innerText();
    assert.match(line, /校验码：本机 [\s\S]*2026年4月16日，共\d+条记录/);
    const [code] = line.match(CODE);
    await page.emulateMedia({ media: "print" });
    await visit(page, "/today");
    assert.match(await page.locator(".day-sheet .head-code").innerText(), CODE);
    await page.emulateMedia({ media: "screen" });
    const matter = await page.locator("a[href^='#/matter/']").first().getAttribute("href");
    await visit(page, `${matter.slice(1)}/slip`);
    assert.equal(await page.locator(".head-code").count(), 0);
    return code;
  });
}

/** Types codes, checks the ledger here; gives back what is said. */
async function checked(page, codes) {
  await visit(page, "/settings");
  await page.locator("section[aria-labelledby=set-audit] a").click();
  await page.locator("#audit-codes").fill(codes);
  await page.locator("#audit-disk").click();
  await page.locator("#audit-result").waitFor();
  return page.locator("#audit-result").innerText();
}

async function ledger(t, session, code) {
  const { page } = session;
  await t.check("the ledger on disk still holds what was printed, however it is typed", async () => {
    for (const typed of [code, code.toUpperCase(), code.replace(/ \(.*/, "").replaceAll(" ", ""), `校验码：${code}（4月16日）`]) {
      assert.match(await checked(page, typed), /条条对得上[\s\S]*在链上：第\d+条（2026年4月16日[\s\S]*没有变过，后面又记了1条/, typed);
    }
    await t.axe(page);
    await t.screenshot(page, "audit-well");
  });
  await t.check("a number in brackets that is not the code's own is told", async () => {
    const n = Number(code.match(/\((\d+)\)/)[1]);
    const said = await checked(page, code.replace(/\(.*/, `(${n + 2})`));
    assert.match(said, new RegExp(`条条对得上；填的校验码有对不上的[\\s\\S]*括号里写的是${n + 2}，这个校验码却是第${n}条的`));
    assert.match(said, /可以接着登记/);
    // Nothing is damaged: the lamp is not lit for it.
    assert.equal(await page.locator("#audit-result a[href='#/raw']").count(), 0);
    assert.doesNotMatch(await page.locator(".lamp").innerText(), /对不上/);
    await t.screenshot(page, "audit-number");
  });
  await t.check("without a code everything is read anew all the same", async () => {
    assert.match(await checked(page, ""), /重新读了\d+条记录，条条对得上/);
  });
  await t.check("a code that is miscopied or not whole says so", async () => {
    const wrong = code.replace(/^./, (digit) => (digit === "0" ? "1" : "0"));
    assert.match(await checked(page, wrong), /这里没有：现在的第\d+条/);
    assert.match(await checked(page, "3f2a 91bc 07de"), /没有认出校验码：要有16位/);
  });
  await t.check("the page shows all digits, and prints", async () => {
    await visit(page, "/audit");
    assert.match(await page.locator(".head-code__item").first().innerText(), /本机，来源[0-9a-z]{6}/);
    assert.match(await page.locator(".head-code__full").first().innerText(), /[0-9a-f]{64}/);
    await t.pdf(page, "audit");
    t.clean(session);
  });
}

/** Chooses a file to audit; gives back what is said. */
async function looked(page, code, file) {
  await visit(page, "/settings");
  await visit(page, "/audit");
  await page.locator("#audit-codes").fill(code);
  await page.locator("#audit-file").setInputFiles(file);
  await page.locator("#audit-result").waitFor();
  return page.locator("#audit-result").innerText();
}

async function files(t, session, code, text) {
  const { page } = session;
  await t.check("a file is looked at, not read in", async () => {
    assert.match(await looked(page, code, written("copy.json", text)), /条条对得上[\s\S]*后面又记了0条/);
  });
  await t.check("a changed record is named by number and matter", async () => {
    const changed = text.replace("屋后排水沟堵了", "屋后排水沟通了");
    assert.notEqual(changed, text);
    const said = await looked(page, code, written("changed.json", changed));
    assert.match(said, /有对不上的[\s\S]*最早的一条是第\d+条（2026年4月16日，QH-2026-0001/);
    assert.match(said, /不要当副本用[\s\S]*另存一份副本/);
    await t.screenshot(page, "audit-changed");
  });
  await t.check("a record that was taken out is missed", async () => {
    const lines = text.split("\n");
    const at = lines.findIndex((line) => line.includes("屋后排水沟堵了"));
    lines.splice(at, 1);
    assert.match(await looked(page, code, written("less.json", lines.join("\n"))), /不见了或者被改过，最早的一条是第\d+条[\s\S]*缺了一段/);
  });
  await t.check("a sealed copy is opened first, and audited then", async () => {
    await looked(page, code, await npmSeals(text, "one two three four"));
    await page.locator("#unseal-pass").waitFor();
    await page.locator("#unseal-pass").fill("one two three four");
    await page.locator("#audit-result button[type=submit]").click();
    await page.locator("#audit-result[data-well]").waitFor();
    assert.match(await page.locator("#audit-result").innerText(), /条条对得上/);
  });
  await t.check("what is no ledger file says so", async () => {
    assert.match(await looked(page, "", written("other.json", "{}")), /别的程序的文件/);
    t.clean(session);
  });
}
