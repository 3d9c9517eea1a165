// For everybody: what axe finds, the keyboard alone, narrow screens, and
// Chinese typed with an input method.
import assert from "node:assert/strict";
import {
  DISPUTE, PETITION, TOWNSHIP, VILLAGE, act, fill, open, register, send, setUp, settle, training, unfold, visit,
} from "../lib/app.mjs";

export const name = "access";

export async function run(t) {
  await everyPage(t);
  await laterPages(t);
  await keyboard(t);
  await inputMethod(t);
}

/** What looks at one page: it is audited, measured and photographed. */
function looking(t, page, name) {
  let shown = 0;
  return async (what) => {
    shown += 1;
    const picture = `${name}-${String(shown).padStart(2, "0")}`;
    await t.check(`axe finds nothing: ${what}`, () => t.axe(page));
    await t.screenshot(page, `${picture}-1280`);
    for (const width of [360, 320]) {
      await t.check(`nothing scrolls sideways at ${width} pixels: ${what}`, async () => {
        await page.setViewportSize({ width, height: 720 });
        await settle(page);
        const wide = await page.evaluate(() => ({
          over: document.scrollingElement.scrollWidth - innerWidth,
          who: [...document.querySelectorAll("body *")]
            .filter((node) => node.getBoundingClientRect().right > innerWidth + 1)
            .slice(0, 4)
            .map((node) => `${node.localName}.${node.className}`),
        }));
        assert.ok(wide.over <= 0, `${wide.over} px: ${wide.who}`);
      });
      await t.screenshot(page, `${picture}-${width}`);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await settle(page);
  };
}

/** Goes from page to page; each is audited and measured. */
async function everyPage(t) {
  const session = await t.chromium();
  const { page } = session;
  const look = looking(t, page, "access");
  await open(page, t.single);
  await look("setting up");
  await setUp(page, TOWNSHIP, { places: ["柳树屯村"], posts: ["信访专干", "综治专干"] });
  await look("今日, empty");
  await visit(page, "/ledger");
  await look("建账, empty");
  await visit(page, "/register");
  await look("the register form");
  await page.locator("form.form button[type=submit]").click();
  await page.locator(".error-summary").waitFor();
  await look("the register form with problems");
  const path = await register(page, { ...PETITION, name: "张某" });
  await unfold(page, "书面告知反映人是否受理");
  await look("a matter with an open day strip");
  await visit(page, "/today");
  await look("今日, filled");
  await visit(page, "/ledger");
  await look("建账, filled");
  await page.locator(".columns summary").click();
  await look("建账, its columns");
  await visit(page, "/print/ledger");
  await look("the ledger to print");
  await visit(page, `${path}/slip`);
  await look("the slip");
  await visit(page, `${path}/verdicts`);
  await look("what was decided, and why");
  await visit(page, `${path}/do/note-facts`);
  await look("the form of facts found out");
  await visit(page, `${path}/do/judge`);
  await fill(page, { table: "track" });
  await look("the form of a verdict");
  await visit(page, "/print/sealed-receipt");
  await look("the receipt for sealed letters");
  await visit(page, "/print/recovery-card/2026-04-16");
  await look("the recovery card");
  await visit(page, "/audit");
  await look("查账");
  await visit(page, `${path}/do/classify`);
  await look("the form of an act");
  await visit(page, path);
  const correct = await page.getByRole("link", { name: /^改 / }).first().getAttribute("href");
  await visit(page, correct.slice(1));
  await look("a correction");
  const strike = correct.replace("/correct/", "/strike/");
  await visit(page, strike.slice(1));
  await look("taking an entry back");
  await act(page, path, "agree", {
    text: "镇里补发",
    "terms0-what": "补发",
    "terms0-due": "2026-04-30",
    "terms0-owes": "office",
  });
  await visit(page, "/settings");
  await look("settings");
  await page.goto(`${t.single}#/nowhere`);
  await settle(page);
  await look("no such page");
  await training(page);
  await look("training, 今日");
  await page.getByRole("button", { name: "镇", exact: true }).click();
  await page.getByText("青禾镇").first().waitFor();
  await look("training, the township");
  await t.check("in dark colours too axe finds nothing", async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    await settle(page);
    await t.axe(page);
    await t.screenshot(page, "access-dark");
  });
  await t.check("no page said an error", () => t.clean(session));
  await session.close();
}

/** The pages of a matter's later life, of the way between units, and of 少记. */
async function laterPages(t) {
  const session = await t.chromium();
  const { page } = session;
  const look = looking(t, page, "later");
  const form = async (path, action) => {
    await visit(page, `${path}/do/${action}`);
    await page.locator("main form.form").waitFor();
    await look(`the form of ${action}`);
  };
  await open(page, t.single);
  await setUp(page, VILLAGE, { places: ["一组（东屯）"], posts: ["村文书", "村调解员"] });
  await visit(page, "/sealed");
  await look("少记, empty");
  await visit(page, "/sealed/new");
  await look("少记, a new one");
  await page.locator("form.form button[type=submit]").click();
  await page.locator(".error-summary").waitFor();
  await look("少记, a new one with problems");
  await fill(page, { kind: "minor", channel: "call", organ: "police", also: "women", need: "school" });
  await send(page);
  await look("少记, one");
  await page.getByRole("link", { name: "补登跟进" }).click();
  await page.locator("main form.form").waitFor();
  await look("少记, how it went on");
  await visit(page, "/today");
  await look("今日 with the figure of 少记");
  const up = await register(page, { ...DISPUTE, name: "张某", claims: "清沟复原\n赔偿菜地" });
  for (const action of ["split", "join", "link", "refer", "withdraw", "refer-support", "appoint", "note-outside"]) {
    await form(up, action);
  }
  await act(page, up, "hand-up", { to: "青禾镇人民政府", why: "要测量定界" });
  await visit(page, up);
  await look("a matter with its way to another unit");
  await form(up, "urge");
  const away = await register(page, { ...DISPUTE, title: "工地欠工钱", against: "employer" });
  await act(page, away, "appoint", { what: "mediation", day: "2026-04-16", time: "9:30", place: "村部" });
  await act(page, away, "link", { other: "LS-2026-0001", how: "cause" });
  await visit(page, "/today");
  await look("今日 with an appointment and a matter handed up");
  await act(page, away, "refer", { way: "labour_arbitration", body: "县劳动仲裁委", told: "in_person" });
  await visit(page, away);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("main details")) fold.open = true;
  });
  await look("a matter on a statutory route, everything open");
  await form(away, "end-route");
  await t.check("no page of the later life said an error", () => t.clean(session));
  await session.close();
  await laterOfTownship(t);
}

async function laterOfTownship(t) {
  const session = await t.chromium();
  const { page } = session;
  const look = looking(t, page, "later-township");
  await open(page, t.single);
  await setUp(page, TOWNSHIP, { posts: ["信访专干", "综治专干"] });
  await visit(page, "/sealed/new");
  await fill(page, { kind: "accusation" });
  await look("少记 in a township");
  const path = await register(page, PETITION);
  for (const action of ["forward", "close-lawfully", "ask-delist", "delist", "refuse-delist", "feed-back", "sign-for", "return"]) {
    await visit(page, `${path}/do/${action}`);
    await page.locator("main form.form").waitFor();
    await look(`the form of ${action}`);
  }
  await act(page, path, "forward", { how: "assign", to: "清河县水务局", feedback_by: "2026-04-30" });
  await visit(page, `${path}/do/take-answer`);
  await look("the form of take-answer");
  await visit(page, `${path}/do/close-lawfully`);
  await fill(page, { ground: "windows_closed", text: "维持", told: "written" });
  await page.locator("form.form button[type=submit]").click();
  await page.locator(".error-summary").waitFor();
  await look("what is refused says why");
  await t.check("no page of the township's later life said an error", () => t.clean(session));
  await session.close();
}

async function keyboard(t) {
  const session = await t.chromium();
  const { page } = session;
  const press = (key) => page.keyboard.press(key);
  /** Tabs on until the focus is on what is asked for. */
  const tabTo = async (probe, argument, limit = 80) => {
    for (let turn = 0; turn < limit; turn += 1) {
      await press("Tab");
      if (await page.evaluate(({ probe, argument }) => {
        const at = document.activeElement;
        if (probe === "id") return at.id === argument || at.name === argument;
        if (probe === "text") return (at.textContent ?? "").trim() === argument;
        return false;
      }, { probe, argument })) return;
    }
    throw new Error(`the keyboard does not reach ${argument}`);
  };
  await open(page, t.single);
  await setUp(page, TOWNSHIP, { posts: ["信访专干"] });
  await t.check("the first stop of the keyboard skips to the text", async () => {
    await page.reload();
    await t.booted(page);
    await press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), "跳到正文");
    await press("Enter");
    await t.until(page, () => document.activeElement.id === "main");
  });
  await t.check("a matter is registered with the keyboard alone", async () => {
    await page.reload();
    await t.booted(page);
    await tabTo("text", "登记一件事");
    await press("Enter");
    await t.until(page, () => document.querySelector("#f-danger") !== null && document.activeElement.closest("main"));
    await tabTo("id", "f-danger");
    await press("Space");
    await tabTo("id", "f-channel");
    await press("Space");
    await tabTo("id", "f-title");
    await page.keyboard.insertText("占道堆粪");
    await tabTo("id", "f-against");
    await press("Space");
    await press("ArrowDown");
    await press("ArrowDown");
    await press("ArrowDown");
    await press("ArrowDown");
    await press("ArrowDown");
    await tabTo("id", "f-claims");
    await page.keyboard.insertText("清走");
    await tabTo("text", "登记");
    await press("Enter");
    await t.until(page, () => document.querySelector(".matter-head") !== null);
    assert.match(await page.locator("h1").innerText(), /占道堆粪/);
    assert.match(await page.locator(".verdicts").innerText(), /信访事项/);
  });
  await t.check("after the move the focus is on the new page's heading", async () => {
    await t.until(page, () => ["H1", "MAIN"].includes(document.activeElement.tagName), { what: "the focus" });
  });
  await t.check("an act is done with the keyboard alone", async () => {
    await tabTo("text", "落实责任");
    await press("Enter");
    await t.until(page, () => document.querySelector("#f-no_interest") !== null);
    await tabTo("id", "f-post");
    await press("ArrowDown");
    await tabTo("id", "f-no_interest");
    await press("Space");
    await tabTo("text", "记下");
    await press("Enter");
    await t.until(page, () => /信访专干/.test(document.querySelector("[aria-labelledby=m-duty]")?.innerText ?? ""));
  });
  await t.check("a day strip opens with the keyboard", async () => {
    for (let turn = 0; turn < 60; turn += 1) {
      await press("Tab");
      if (await page.evaluate(() => document.activeElement.className === "obligation__summary")) break;
    }
    await press("Enter");
    await t.until(page, () => document.querySelector(".obligation details[open] .day-strip") !== null);
  });
  await t.check("what has the focus shows it", async () => {
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(outline, "none");
    t.clean(session);
  });
  await session.close();
}

async function inputMethod(t) {
  const session = await t.chromium();
  const { page, context } = session;
  const submits = () => page.evaluate(() => globalThis.submits);
  await open(page, t.single);
  await setUp(page, TOWNSHIP);
  await visit(page, "/register");
  const client = await context.newCDPSession(page);
  const compose = (text) =>
    client.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await t.check("Enter that chooses a word in an input method does not send the form", async () => {
    await page.evaluate(() => {
      globalThis.submits = 0;
      addEventListener("submit", () => (globalThis.submits += 1), true);
    });
    await page.locator("#f-title").focus();
    for (const text of ["z", "zh", "zhan", "zhan dao"]) await compose(text);
    await client.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Process", code: "Enter", windowsVirtualKeyCode: 229 });
    await page.evaluate(() =>
      document.activeElement.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Enter", code: "Enter", isComposing: true, bubbles: true, cancelable: true }),
      ),
    );
    assert.equal(await submits(), 0);
  });
  await t.check("what was being composed is not broken, and the words arrive whole", async () => {
    assert.equal(await page.locator("#f-title").inputValue(), "zhan dao");
    await client.send("Input.insertText", { text: "占道" });
    assert.equal(await page.locator("#f-title").inputValue(), "占道");
    for (const text of ["d", "dui", "dui fang"]) await compose(text);
    await client.send("Input.insertText", { text: "堆放" });
    assert.equal(await page.locator("#f-title").inputValue(), "占道堆放");
  });
  await t.check("in a long text and in the search too", async () => {
    await page.locator("#f-story").focus();
    for (const text of ["g", "gou", "gou du"]) await compose(text);
    await client.send("Input.insertText", { text: "沟堵了" });
    assert.equal(await page.locator("#f-story").inputValue(), "沟堵了");
    await fill(page, { danger: "no", channel: "visit", against: "neighbour", claims: "挪开" });
    await page.locator("form.form button[type=submit]").click();
    await page.locator(".matter-head").waitFor();
    assert.match(await page.locator("h1").innerText(), /^占道堆放$/);
    assert.match(await page.locator("main").innerText(), /沟堵了/);
    await visit(page, "/ledger");
    await page.locator("#q").focus();
    for (const text of ["d", "dui", "dui fang"]) await compose(text);
    await client.send("Input.insertText", { text: "堆放" });
    await t.until(page, () => location.hash.includes("q="));
    assert.equal(await page.locator("#q").inputValue(), "堆放");
    assert.equal(await page.locator(".ledger-table__row").count(), 1);
    t.clean(session);
  });
  await session.close();
}
