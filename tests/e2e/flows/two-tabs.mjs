// Two tabs of one ledger write at the same time, and both know of everything.
import assert from "node:assert/strict";
import { PETITION, TOWNSHIP, fill, open, setUp, visit } from "../lib/app.mjs";
import { booted, until } from "../lib/look.mjs";

export const name = "two-tabs";

const ROUNDS = 10;

export async function run(t) {
  const session = await t.chromium();
  const pages = [session.page, await session.newPage()];
  await t.check("two tabs open the same ledger", async () => {
    await open(pages[0], t.single);
    await setUp(pages[0], TOWNSHIP);
    await open(pages[1], t.single);
    assert.match(await pages[1].locator(".site-header__unit").innerText(), /青禾镇人民政府/);
  });
  await t.check(`both register ${ROUNDS} matters at the same time, one after another`, async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      await Promise.all(
        pages.map(async (page, tab) => {
          await visit(page, "/register");
          await fill(page, { ...PETITION, title: `第${tab + 1}页第${round}件` });
        }),
      );
      await Promise.all(
        pages.map(async (page) => {
          await page.locator("form.form button[type=submit]").click();
          await until(page, () => location.hash.startsWith("#/matter/"), { what: "the new matter" });
        }),
      );
    }
  });
  await t.check("both tabs show all of them, each with its own number", async () => {
    for (const page of pages) await all(page);
  });
  await t.check("after a reload too", async () => {
    for (const page of pages) {
      await page.reload();
      await booted(page);
      await all(page);
    }
    t.clean(session);
  });
  await t.check("what one tab writes the other shows without a reload", async () => {
    await visit(pages[1], "/today");
    await visit(pages[0], "/register");
    await fill(pages[0], { ...PETITION, title: "只在第一页写", danger: "yes" });
    await pages[0].locator("form.form button[type=submit]").click();
    await until(pages[1], () => document.querySelector("main").innerText.includes("只在第一页写"));
    t.clean(session);
  });
}

async function all(page) {
  await visit(page, "/ledger");
  await until(page, (n) => document.querySelectorAll(".ledger-table__row").length === n, {
    argument: 2 * ROUNDS,
    what: "all matters in the list",
  });
  const numbers = await page.locator(".ledger-table .number").allInnerTexts();
  assert.equal(new Set(numbers).size, 2 * ROUNDS);
  assert.equal(numbers.sort().at(-1), `QH-2026-00${2 * ROUNDS}`);
}
