// A subject is proposed from what is typed, with the words that led to it; a tap chooses
// it, another corrects it, and nothing is chosen by itself.
import assert from "node:assert/strict";
import { DISPUTE, TOWNSHIP, fill, open, send, setUp, settle, visit } from "../lib/app.mjs";

export const name = "subjects";

const STORY =
  "柳树屯东头两家因屋后排水沟起争执。一家去年砌院墙占了半条沟，今春化雪水倒灌进另一家菜窖，泡了两千来斤土豆。" +
  "两家先找村里评理，没动手，都愿意当面量沟、商量清沟和赔土豆的事。";

export async function run(t) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single);
  await setUp(page, TOWNSHIP);
  const chips = page.locator(".proposals__item");
  const chosen = () => page.locator("#f-category").inputValue();
  const chip = (word) => chips.filter({ hasText: word });

  await t.check("before anything is typed nothing is proposed", async () => {
    await visit(page, "/register");
    assert.equal(await chips.count(), 0);
    assert.equal(await chosen(), "");
  });
  await t.check("what is typed proposes a subject with its words, and chooses nothing", async () => {
    await fill(page, { ...DISPUTE, title: "屋后排水沟起争执", story: STORY, claims: "清沟复原\n赔土豆" });
    await settle(page);
    const first = await chips.first().innerText();
    assert.match(first, /邻里与相邻关系 · 排水、采光、通风/);
    assert.match(first, /因为写了“/);
    assert.match(first, /化雪水|倒灌|排水沟/);
    assert.ok((await chips.count()) <= 3);
    assert.equal(await chosen(), "");
    assert.ok(await page.locator("#f-category").isVisible(), "the question is in sight");
    await t.axe(page);
  });
  await t.check("one tap chooses it, another takes it back, and the keyboard does as well", async () => {
    await chips.first().click();
    assert.equal(await chosen(), "neigh.water");
    assert.equal(await chips.first().getAttribute("aria-pressed"), "true");
    await chips.first().press("Enter");
    assert.equal(await chosen(), "");
    await chips.first().press("Space");
    assert.equal(await chosen(), "neigh.water");
  });
  await t.check("the list is in groups, and a group may be chosen as a whole", async () => {
    const groups = page.locator("#f-category optgroup");
    assert.equal(await groups.count(), 14);
    assert.equal(await groups.nth(3).getAttribute("label"), "邻里与相邻关系");
    await fill(page, { category: "neigh" });
    assert.equal(await chosen(), "neigh");
    await chip("排水、采光、通风").click();
    assert.equal(await chosen(), "neigh.water");
  });
  await t.check("on a narrow screen a chip is no wider than the page", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    const box = await chips.first().boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box));
    assert.ok(box.height >= 24, JSON.stringify(box));
    await page.setViewportSize({ width: 1280, height: 800 });
  });
  await t.check("nothing of it is printed", async () => {
    await page.emulateMedia({ media: "print" });
    assert.ok(!(await chips.first().isVisible()));
    await page.emulateMedia({ media: "screen" });
  });
  let path;
  await t.check("it is saved with the matter", async () => {
    await send(page);
    await page.locator(".matter-head").waitFor();
    path = await page.evaluate(() => location.hash.slice(1));
    assert.match(await page.locator("main").innerText(), /排水、采光、通风/);
  });
  await t.check("the classification proposes the same, and one tap corrects it", async () => {
    await visit(page, `${path}/do/classify`);
    assert.equal(await chosen(), "neigh.water");
    assert.equal(await chip("排水、采光、通风").getAttribute("aria-pressed"), "true");
    const other = chips.nth(1);
    const label = (await other.locator(".proposals__label").innerText()).split(" · ")[1];
    await other.click();
    assert.notEqual(await chosen(), "neigh.water");
    await send(page);
    await page.locator(".matter-head").waitFor();
    assert.ok((await page.locator(".facts").first().innerText()).includes(label), label);
  });
  await t.check("no page said an error", () => t.clean(session));
}
