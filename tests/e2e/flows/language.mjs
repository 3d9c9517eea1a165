// In English nothing is left in Chinese but what people typed, names of units
// and places, and what is marked as Chinese: the wording and the names of laws.
import assert from "node:assert/strict";
import { PETITION, TOWNSHIP, act, fill, open, register, setUp, settle, visit } from "../lib/app.mjs";

export const name = "language";

const PLACES = ["柳树屯村", "东河村"];
const POSTS = ["信访专干", "综治专干"];
const TYPED = [
  ...PLACES,
  ...POSTS,
  ...Object.values(TOWNSHIP).flatMap((text) => text.split("\n")),
  ...Object.values(PETITION),
  "已核实",
].filter((word) => /[\u3400-\u9fff]/.test(word));

export async function run(t) {
  const session = await t.chromium();
  const { page } = session;
  const english = async (what) => {
    await t.check(`in English without Chinese: ${what}`, async () => {
      await settle(page);
      const left = await page.evaluate(chinese, TYPED);
      assert.deepEqual(left.slice(0, 8), []);
    });
  };
  await open(page, t.single);
  await setUp(page, TOWNSHIP, { places: PLACES, posts: POSTS });
  const path = await register(page, PETITION);
  await t.check("English is chosen in the settings, and the page follows at once", async () => {
    await visit(page, "/settings");
    await page.getByText("English", { exact: true }).click();
    await page.getByRole("heading", { name: "Settings" }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    assert.match(await page.title(), /^Settings · 青禾镇人民政府 · Jieyou$/);
    await t.screenshot(page, "language-settings");
  });
  await english("settings");
  await visit(page, "/today");
  await english("今日");
  await t.screenshot(page, "language-today");
  await visit(page, "/ledger");
  await english("建账");
  await visit(page, "/print/ledger");
  await english("the ledger to print");
  await visit(page, "/print/sealed-receipt");
  await english("the receipt for sealed letters");
  await visit(page, "/print/recovery-card/2026-04-16");
  await english("the recovery card");
  await visit(page, "/audit");
  await english("查账");
  await visit(page, "/register");
  await english("the register form");
  await fill(page, { channel: "assigned", against: "employer", done: "agreed" });
  await english("the register form with what depends on answers");
  await page.locator("form.form button[type=submit]").click();
  await page.locator(".error-summary").waitFor();
  await english("the register form with problems");
  await t.screenshot(page, "language-register");
  await visit(page, path);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("main details")) fold.open = true;
  });
  await english("a matter with everything open");
  await visit(page, `${path}/slip`);
  await english("the slip");
  await visit(page, path);
  await t.screenshot(page, "language-matter");
  for (const action of ["classify", "set-duty", "act", "notify", "plan", "mediate", "agree", "set-tier"]) {
    await visit(page, `${path}/do/${action}`);
    await english(`the form of ${action}`);
  }
  await visit(page, "/paste");
  const rows = ["2026-03-05\tditch\tnowhere\tclear it", "03/05/2026\troad\tnowhere\t", "5 March\troad\t\tmend"];
  await page.locator("#paste-text").fill(["date\ttitle\tplace\tclaims", ...rows, rows[0]].join("\n"));
  await page.getByRole("button", { name: "See what was read" }).click();
  await english("a paste and its columns");
  await page.getByRole("button", { name: "Columns are right; show the rows" }).click();
  await page.locator(".paste__row").first().waitFor();
  await english("the rows of a paste");
  await t.check("an act is recorded in English", async () => {
    await act(page, path, "act", { activity: "contact", note: "已核实" });
    assert.match(await page.locator(".timeline").innerText(), /已核实/);
  });
  await english("a matter after an act");
  await t.check("English outlives a reload", async () => {
    await page.reload();
    await t.booted(page);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    await page.getByRole("link", { name: "Settings" }).waitFor();
  });
  await t.check("back in Chinese all is Chinese again", async () => {
    await visit(page, "/settings");
    await page.getByText("中文", { exact: true }).click();
    await page.getByRole("heading", { name: "设置", exact: true }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-CN");
    t.clean(session);
  });
}

/**
 * Chinese pieces of the page that a reader sees or hears, without what is
 * marked as Chinese and without what was typed.
 */
function chinese(typed) {
  const found = [];
  const isTyped = (piece) => typed.some((word) => word.includes(piece));
  const look = (text, where) => {
    // A proposal quotes pieces of what was typed.
    let rest = text.replace(/“([^”]+)”/g, (all, piece) => (isTyped(piece) ? "" : all));
    for (const word of [...typed].sort((a, b) => b.length - a.length)) {
      if (word) rest = rest.replaceAll(word, "");
    }
    if (/[\u3400-\u9fff]/.test(rest)) found.push(`${where}: ${rest.trim().slice(0, 60)}`);
  };
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return look(node.data, node.parentElement.className || node.parentElement.localName);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    if (["SCRIPT", "STYLE", "NOSCRIPT"].includes(node.tagName)) return;
    if (node.lang.startsWith("zh") && node !== document.documentElement) return;
    for (const name of ["aria-label", "title", "placeholder", "alt", "data-label"]) {
      if (node.hasAttribute(name)) look(node.getAttribute(name), name);
    }
    for (const child of node.childNodes) walk(child);
  };
  walk(document.body);
  return [...new Set(found)];
}
