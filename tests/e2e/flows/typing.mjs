// Typing without loss and without harm: drafts outlive the page, numbers of people are
// masked, words about persons are turned to the duty, a slip of today is put right.
import assert from "node:assert/strict";
import { DISPUTE, TOWNSHIP, act, anew, fill, open, register, send, setUp, settle, trained, training, visit } from "../lib/app.mjs";

export const name = "typing";

const IDENTITY = "230124199003072411";
const CARD = "6222021234567890128";

export async function run(t) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single);
  await t.check("the first form of all, the unit's, keeps its draft too", async () => {
    await fill(page, { kind: "township", name: "写到一半的镇" });
    await again(t, page);
    assert.equal(await value(page, "name"), "写到一半的镇");
    assert.ok(await page.locator('#f-kind input[value="township"]').isChecked());
    assert.equal(await page.locator(".roles").count(), 0);
  });
  await setUp(page, TOWNSHIP, { posts: ["信访专干"] });
  page.setDefaultTimeout(8000);
  await drafts(t, session);
  await numbers(t, session);
  await words(t, session);
  await sameDay(t, page);
  await inTraining(t, page);
  await t.check("no page said an error", () => t.clean(session));
}

const value = (page, key) => page.locator(`[id="f-${key}"]`).inputValue({ timeout: 5000 });
const stored = (page) => page.evaluate(() => JSON.stringify({ ...localStorage }));
/** Longer than the pause after which a draft is kept. */
const kept = (page) => page.clock.runFor(1000).then(() => settle(page));
const again = async (t, page) => {
  await page.reload();
  await t.booted(page);
  await settle(page);
};

async function drafts(t, session) {
  const { page } = session;
  await t.check("what was typed is there again after a reload, but not the contact", async () => {
    await visit(page, "/register");
    await fill(page, { ...DISPUTE, title: "只写了一半", households: "4", name: "张某", phone: "13812345678" });
    await kept(page);
    const text = await stored(page);
    assert.match(text, /只写了一半/);
    assert.doesNotMatch(text, /张某|13812345678/);
    assert.match(await page.locator("[data-shelf=Contact]").innerText(), /这几格不留底/);
    await again(t, page);
    assert.equal(await value(page, "title"), "只写了一半");
    assert.equal(await value(page, "households"), "4");
    assert.ok(await page.locator('#f-against input[value="neighbour"]').isChecked());
    assert.equal(await value(page, "name"), "");
    assert.match(await page.locator("[data-resumed]").innerText(), /4月16日写的[\s\S]*联系方式没有留底/);
    await t.axe(page);
  });
  await t.check("what was typed last is kept as the page goes, without waiting", async () => {
    await page.locator("#f-title").fill("最后一个字");
    await again(t, page);
    assert.equal(await value(page, "title"), "最后一个字");
    await look(t, page, "typing-resumed");
  });
  await t.check("a closed tab loses nothing either", async () => {
    const other = await session.newPage();
    await open(other, `${t.single}#/register`);
    await settle(other);
    assert.equal(await value(other, "title"), "最后一个字");
    await other.close();
  });
  await t.check("clearing asks once more, and leaves nothing", async () => {
    const clear = page.locator("[data-resumed] button").nth(1);
    await clear.click();
    assert.equal(await value(page, "title"), "最后一个字");
    await clear.click();
    assert.equal(await value(page, "title"), "");
    assert.doesNotMatch(await stored(page), /最后一个字/);
    await again(t, page);
    assert.equal(await page.locator("[data-resumed]").count(), 0);
    assert.equal(await value(page, "title"), "");
  });
  await t.check("what was sent is no draft any more", async () => {
    await register(page, DISPUTE);
    await visit(page, "/register");
    await kept(page);
    assert.equal(await value(page, "title"), "");
    assert.doesNotMatch(await stored(page), /排水沟/);
  });
  await t.check("the forms of acts and of the settings keep theirs too", async () => {
    const path = await register(page, { ...DISPUTE, title: "另一件" });
    await visit(page, `${path}/do/act`);
    await fill(page, { activity: "contact", note: "电话里说" });
    await visit(page, "/settings");
    await page.locator("#f-places").fill("东屯");
    await again(t, page);
    assert.equal(await value(page, "places"), "东屯");
    await anew(page);
    await visit(page, `${path}/do/act`);
    assert.equal(await value(page, "note"), "电话里说");
    await send(page);
    await visit(page, `${path}/do/act`);
    assert.equal(await value(page, "note"), "");
  });
  await t.check("with no room left for drafts one types as before", async () => {
    await page.evaluate(() => {
      for (let size = 1 << 20; size > 0; size >>= 1) {
        try {
          for (let at = 0; ; at += 1) localStorage.setItem(`filler-${size}-${at}`, "x".repeat(size));
        } catch {
          // Full for this size; a smaller one may still fit.
        }
      }
    });
    await visit(page, "/register");
    await fill(page, { ...DISPUTE, title: "满了也能写" });
    await kept(page);
    await send(page);
    assert.match(await page.locator("h1").innerText(), /满了也能写/);
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage)) if (key.startsWith("filler-")) localStorage.removeItem(key);
    });
  });
}

async function numbers(t, { page, context }) {
  const story = page.locator("#f-story");
  await t.check("an identity number is masked as it is typed, and the caret stays", async () => {
    await visit(page, "/register");
    await story.fill("前后");
    await story.press("ArrowLeft");
    await page.keyboard.type(`${IDENTITY}再`);
    assert.equal(await story.inputValue(), "前[身份证号已遮盖]再后");
    assert.match(await page.locator(".field", { has: story }).innerText(), /已经换成遮盖的字样/);
  });
  await t.check("a card that may still grow is masked once it is whole, or left", async () => {
    await story.fill("");
    await page.keyboard.type(CARD);
    assert.equal(await story.inputValue(), "[银行卡号已遮盖]");
    await story.fill("");
    await page.keyboard.type("4111111111111111");
    assert.equal(await story.inputValue(), "4111111111111111");
    await page.locator("#f-title").focus();
    assert.equal(await story.inputValue(), "[银行卡号已遮盖]");
    assert.equal(await page.evaluate(() => document.activeElement.id), "f-title");
  });
  await t.check("a pasted number is masked at once", async () => {
    await story.fill("");
    await page.evaluate((text) => document.execCommand("insertText", false, text), `号${CARD}。`);
    await page.keyboard.insertText(`证${IDENTITY}`);
    assert.equal(await story.inputValue(), "号[银行卡号已遮盖]。证[身份证号已遮盖]");
  });
  await t.check("while an input method composes, nothing is touched", async () => {
    await story.fill("");
    const client = await context.newCDPSession(page);
    await client.send("Input.imeSetComposition", { text: IDENTITY, selectionStart: 18, selectionEnd: 18 });
    assert.equal(await story.inputValue(), IDENTITY);
    await client.send("Input.insertText", { text: IDENTITY });
    assert.equal(await story.inputValue(), "[身份证号已遮盖]");
  });
  await t.check("a mobile number moves to the contact with one click", async () => {
    await story.fill("打138 1234 5678找他");
    await page.getByRole("button", { name: "移到联系方式" }).click();
    assert.equal(await story.inputValue(), "打[见联系方式]找他");
    assert.equal(await value(page, "phone"), "13812345678");
    await settle(page);
    assert.equal(await page.getByRole("button", { name: "移到联系方式" }).count(), 0);
  });
}

async function words(t, { page }) {
  const story = page.locator("#f-story");
  await t.check("words for roles go in at the caret, by keyboard too", async () => {
    await story.fill("说墙是砌的");
    await story.evaluate((node) => node.setSelectionRange(2, 2));
    const chip = page.getByRole("group", { name: "称呼" }).first().getByRole("button", { name: "对方" });
    await chip.focus();
    await page.keyboard.press("Enter");
    assert.equal(await story.inputValue(), "说墙对方是砌的");
    await page.keyboard.type("家");
    assert.equal(await story.inputValue(), "说墙对方家是砌的");
    await story.evaluate((node) => node.setSelectionRange(0, 0));
    await page.getByRole("group", { name: "称呼" }).first().getByRole("button", { name: "反映人" }).click();
    assert.equal(await story.inputValue(), "反映人说墙对方家是砌的");
  });
  await t.check("a word about a person gets a hint about the duty; a click puts it in", async () => {
    await story.fill("缠访老户，情绪激动，要稳控。");
    const field = page.locator(".field", { has: story });
    await t.until(page, () => document.querySelectorAll(".field .notice").length >= 3);
    assert.match(await field.innerText(), /谁、哪天、去帮什么/);
    await t.axe(page);
    await look(t, page, "typing-hints");
    await page.getByRole("button", { name: "换成“帮扶”" }).click();
    assert.equal(await story.inputValue(), "缠访老户，情绪激动，要帮扶。");
  });
  await t.check("neither is printed, and nothing is blocked", async () => {
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".roles").first().isVisible(), false);
    assert.equal(await page.locator(".field .notice").first().isVisible(), false);
    await page.emulateMedia({ media: "screen" });
    await fill(page, { ...DISPUTE, story: "要稳控" });
    await send(page);
    assert.match(await page.locator("main").innerText(), /要稳控/);
  });
}

async function sameDay(t, page) {
  let path;
  const entry = () => page.locator(".timeline__item", { hasText: "量了沟" });
  const change = async (word, answers) => {
    await entry().getByRole("link", { name: new RegExp(`^${word} `) }).click();
    await page.locator("main form.form").waitFor();
    await fill(page, answers);
    await send(page);
    await page.locator(".matter-head").waitFor();
    await settle(page);
  };
  await t.check("a slip of today is changed in one step, without a reason, and stays one entry", async () => {
    path = await register(page, { ...DISPUTE, title: "改一改" });
    await act(page, path, "act", { activity: "site_visit", note: "量了沟，宽一米" });
    await entry().getByRole("link", { name: /^改 / }).click();
    await page.locator("main form.form").waitFor();
    assert.equal(await value(page, "note"), "量了沟，宽一米");
    assert.equal(await page.locator("#f-because").isVisible(), false);
    await t.axe(page);
    await look(t, page, "typing-change");
    await fill(page, { note: "量了沟，宽两米" });
    await send(page);
    await settle(page);
    assert.equal(await entry().count(), 1);
    assert.match(await entry().innerText(), /宽两米/);
    assert.doesNotMatch(await entry().innerText(), /更正|宽一米/);
    await entry().getByText("改过1次").click();
    assert.match(await entry().innerText(), /宽一米/);
    await look(t, page, "typing-changed");
  });
  await t.check("below lie both records", async () => {
    const text = await page.evaluate(async () => {
      const name = (await indexedDB.databases()).find((db) => db.name.startsWith("jieyou-real-")).name;
      const db = await new Promise((done) => (indexedDB.open(name).onsuccess = (ev) => done(ev.target.result)));
      const all = [];
      for (const store of db.objectStoreNames) {
        const get = db.transaction(store).objectStore(store).getAll();
        all.push(...(await new Promise((done) => (get.onsuccess = () => done(get.result)))));
      }
      db.close();
      return JSON.stringify(all);
    });
    assert.ok(text.includes("宽一米") && text.includes("宽两米"));
  });
  await t.check("from the next day on it is a correction, with its reason", async () => {
    await page.clock.setSystemTime(new Date("2026-04-17T02:00:00Z"));
    await again(t, page);
    await visit(page, path);
    assert.equal(await entry().getByRole("link", { name: /^改 / }).count(), 0);
    await change("更正", { note: "量了沟，宽三米", because: "又量了一次" });
    assert.match(await entry().innerText(), /已更正：又量了一次/);
  });
}

async function inTraining(t, page) {
  await visit(page, "/register");
  await page.locator("#f-title").fill("真台账里的半句");
  await kept(page);
  await training(page);
  await t.check("a training ledger shows no draft of the real one", async () => {
    await visit(page, "/register");
    assert.equal(await value(page, "title"), "");
  });
  await t.check("in training too a slip of the trainer's day is just changed", async () => {
    await page.getByRole("button", { name: "下一天" }).click();
    await settle(page);
    await anew(page);
    await register(page, { ...DISPUTE, title: "演练一件" });
    await page.getByRole("link", { name: /^改 / }).first().waitFor();
  });
  await t.check("beginning the training ledger again drops its drafts", async () => {
    await visit(page, "/register");
    await page.locator("#f-title").fill("演练里的半句");
    await kept(page);
    assert.match(await stored(page), /演练里的半句/);
    await page.locator("#f-title").fill("演练里的半句又一");
    await page.getByRole("button", { name: "重新开始" }).click();
    await page.waitForTimeout(500);
    await trained(page);
    assert.doesNotMatch(await stored(page), /演练里的半句/);
    assert.match(await stored(page), /真台账里的半句/);
  });
}

/** Pictures at two widths, and no sideways scroll at the narrow one. */
async function look(t, page, picture) {
  await t.screenshot(page, `${picture}-1280`);
  await page.setViewportSize({ width: 360, height: 720 });
  await settle(page);
  const over = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
  await t.screenshot(page, `${picture}-360`);
  await page.setViewportSize({ width: 1280, height: 800 });
  await settle(page);
  assert.ok(over <= 0, `${over} px too wide`);
}
