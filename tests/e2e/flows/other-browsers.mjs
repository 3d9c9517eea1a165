// The single file in Firefox and in the oldest Chromium: set up, register,
// reload, all still there. Only what both drivers know is used.
import assert from "node:assert/strict";
import { PETITION, VILLAGE } from "../lib/app.mjs";

export const name = "other-browsers";

export async function run(t) {
  for (const [browser, start] of [["Firefox", t.firefox], ["Chromium 109", t.chromium109]]) {
    await oneBrowser(t, browser, start);
  }
}

async function oneBrowser(t, browser, start) {
  const check = (what, run) => t.check(`${what} (${browser})`, run);
  const session = await start();
  const { page } = session;
  await check("the single file opens and sets a unit up", async () => {
    await page.goto(t.single);
    await t.booted(page);
    await answer(page, VILLAGE);
    await t.until(page, () => document.querySelector("nav + a, .empty") !== null);
    assert.match(await t.text(page), /柳树屯村/);
  });
  await check("a matter is registered", async () => {
    await page.evaluate(() => {
      location.hash = "/register";
    });
    await t.until(page, () => document.querySelector("#f-danger") !== null);
    await answer(page, PETITION);
    await t.until(page, () => document.querySelector(".matter-head") !== null);
    assert.match(await t.text(page), /修路占地补偿没有发到户/);
  });
  await check("a day strip opens", async () => {
    await page.evaluate(() => document.querySelector(".obligation summary").click());
    await t.until(page, () => document.querySelector(".obligation details[open] .day-strip")?.offsetHeight > 40);
  });
  await check("nothing is wider than the page", async () => {
    const over = await page.evaluate(
      () => document.scrollingElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(over <= 0, `${over} px`);
  });
  await check("after a reload all is still there", async () => {
    const before = await page.evaluate(() => document.querySelector("main").textContent);
    await page.reload();
    await t.booted(page);
    await t.until(page, () => document.querySelector(".matter-head") !== null);
    assert.equal(await page.evaluate(() => document.querySelector("main").textContent), before);
    await t.screenshot(page, `browsers-${browser.toLowerCase().replace(" ", "-")}`);
  });
  await check("what was typed and not sent is there again too, with its numbers masked", async () => {
    await page.evaluate(() => {
      location.hash = "/register";
    });
    await t.until(page, () => document.querySelector("#f-story") !== null);
    await page.evaluate(() => {
      const field = document.querySelector("#f-story");
      field.focus();
      field.value = "证230124199003072411";
      field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
    });
    await page.reload();
    await t.booted(page);
    await t.until(page, () => document.querySelector("#f-story")?.value === "证[身份证号已遮盖]");
    await t.until(page, () => document.querySelector("[data-resumed]") !== null);
    t.clean(session);
  });
  await session.close();
}

/** Fills the form's fields by their keys and sends it, by script: both drivers know that. */
async function answer(page, answers) {
  await page.evaluate(async (answers) => {
    const frame = () => new Promise((done) => setTimeout(done, 30));
    for (const [key, value] of Object.entries(answers)) {
      let field;
      for (let turn = 0; turn < 100 && !field; turn += 1) {
        field = document.getElementById(`f-${key}`);
        await frame();
      }
      if (!field) throw new Error(`no field ${key}`);
      if (field.localName === "fieldset") {
        field.querySelector(`input[value="${value}"]`).click();
      } else {
        field.value = value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }
      await frame();
    }
    document.querySelector("form.form button[type=submit]").click();
  }, answers);
}
