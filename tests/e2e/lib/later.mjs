// What the flows of a matter's later life do over and over: the day moves on, an act is
// refused, an entry is put right or taken back, and where the matter stands is read.
import assert from "node:assert/strict";
import { anew, fill, send, settle, visit } from "./app.mjs";
import { booted, until } from "./look.mjs";

/** Moves the computer's clock to ten in the morning of `day`, and opens the page anew. */
export async function moveTo(page, day) {
  await page.clock.setSystemTime(new Date(`${day}T02:00:00Z`));
  await page.reload();
  await booted(page);
  await settle(page);
}

/** The text of the page at `path`, with every fold open. */
export async function whole(page, path) {
  await visit(page, path);
  return page.evaluate(() => {
    for (const fold of document.querySelectorAll("main details")) fold.open = true;
    return document.querySelector("main").innerText;
  });
}

/** Sends the form of an act that is not possible; gives back why, as the page says it. */
export async function refused(page, path, action, answers = {}) {
  await visit(page, `${path}/do/${action}`);
  await page.locator("main form.form").waitFor();
  await anew(page);
  await fill(page, answers);
  await page.locator("main form.form button[type=submit]").click();
  const said = await until(
    page,
    (path) => {
      if (location.hash === `#${path}`) return "it was recorded";
      return document.querySelector(".error-summary")?.innerText;
    },
    { argument: path, what: `the refusal of ${action}` },
  );
  // Nothing of it stays for the next time.
  await page.reload();
  await booted(page);
  await anew(page);
  return said;
}

/** Goes from the button of an act to its form. */
export async function begin(page, path, action) {
  await visit(page, path);
  const button = page.locator(`.actions a[href="#${path}/do/${action}"]`);
  await button.evaluate((node) => {
    for (let at = node; at; at = at.parentElement) if (at.localName === "details") at.open = true;
  });
  await button.click();
  await until(page, (hash) => location.hash === hash, { argument: `#${path}/do/${action}` });
  await page.locator("main form.form").waitFor();
}

/** Sends the form of an act or an entry and waits for the page of the matter. */
export async function arrive(page) {
  await send(page);
  await page.locator(".matter-head").waitFor();
  await settle(page);
}

/** Whether there is a button for the act on the page of the matter. */
export async function offers(page, path, action) {
  await visit(page, path);
  return (await page.locator(`.actions a[href="#${path}/do/${action}"]`).count()) === 1;
}

/** The word for where the matter stands. */
export async function stage(page, path) {
  await visit(page, path);
  return (await page.locator(".matter-head__line .tag").innerText()).trim();
}

/** The stage word stands on the matter's page, and the list's filter finds the matter by it. */
export async function stands(page, path, word, title) {
  assert.equal(await stage(page, path), word);
  await visit(page, "/ledger");
  await page.locator("#filter-stage").selectOption({ label: word });
  await settle(page);
  const rows = await page.locator(".ledger-table__row").allInnerTexts();
  assert.ok(rows.some((row) => row.includes(title)), `not under ${word}: ${rows}`);
  assert.ok(rows.every((row) => row.includes(word)), `others under ${word}: ${rows}`);
}

/** The day of an obligation on the page of a matter, by a text of its line. */
export function due(page, text) {
  const line = page.locator(".obligation", { hasText: text }).first();
  return line.locator(".deadline time").first().getAttribute("datetime");
}

/** An entry of the time line by a text of it. */
export function entry(page, text) {
  return page.locator(".timeline__item", { hasText: text }).last();
}

/** Puts an entry right: 「改」 on the day of writing, 「更正」 with a reason later. */
export async function correct(page, path, text, answers) {
  await deed(page, path, text, /^(改|更正) /);
  await fill(page, answers);
  await arrive(page);
}

/** Takes an entry back. */
export async function strike(page, path, text, because) {
  await deed(page, path, text, /^撤销/);
  await fill(page, { because });
  await arrive(page);
}

async function deed(page, path, text, word) {
  await visit(page, path);
  await entry(page, text).getByRole("link", { name: word }).click();
  await page.locator("main form.form").waitFor();
}

/** The rows of 今日 about a matter, as one text. */
export async function rowsOf(page, title) {
  await visit(page, "/today");
  return page.evaluate((title) => {
    for (const fold of document.querySelectorAll("main details")) fold.open = true;
    const rows = [...document.querySelectorAll("main [data-group] li")];
    return rows.filter((row) => row.innerText.includes(title)).map((row) => row.innerText).join("\n");
  }, title);
}
