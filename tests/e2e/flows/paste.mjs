// An old ledger of 300 messy rows is pasted, mapped, corrected, registered and taken back.
import assert from "node:assert/strict";
import { VILLAGE, act, fill, open, settle, visit } from "../lib/app.mjs";
import { LISTED, MESS, UNLISTED, sheet } from "../lib/sheet.mjs";

export const name = "paste";

/** Rows besides the header and what stands above it: 300, and one that only sums up. */
const ROWS = 301;
/** What stays out: bad days, rows without claims, doubles, and the sum. */
const LEFT = MESS.badDays + MESS.doubles + 1;
const READY = 300 - MESS.badDays - MESS.doubles;

export async function run(t) {
  const session = await t.chromium();
  const { page } = session;
  const hand = counting(page);
  await setUp(t, page);
  const start = Date.now();
  await paste(t, page, hand);
  await columns(t, page, hand);
  await rows(t, page, hand);
  await register(t, page, hand, start);
  await undo(t, page, hand);
  await wrongSteps(t, page);
  await t.check("nothing went wrong on the way", () => t.clean(session));
}

/** What a person does, counted. */
function counting(page) {
  const count = { clicks: 0, choices: 0, typed: 0 };
  return {
    count,
    async click(what) {
      count.clicks += 1;
      await what.click();
      await settle(page);
    },
    async choose(what, value) {
      count.choices += 1;
      await what.selectOption(value);
      await settle(page);
    },
    async type(what, text) {
      count.typed += 1;
      await what.fill(text);
      await what.blur();
      await settle(page);
    },
  };
}

async function setUp(t, page) {
  await t.check("places and posts are set up with the unit, doubles named", async () => {
    await open(page, t.single);
    const places = [...LISTED, LISTED[0]].join("\n");
    await fill(page, { ...VILLAGE, places, posts: "村书记\n网格员" });
    await page.locator("main form.form button[type=submit]").click();
    await page.locator("nav").waitFor();
    await settle(page);
    assert.match(await page.locator(".status-line").innerText(), /柳树屯已经有了/);
    await visit(page, "/settings");
    const listed = await page.locator(".settings__listed").allInnerTexts();
    assert.match(listed[0], /柳树屯、靠山村、河沿屯/);
    assert.match(listed[1], /村书记、网格员/);
  });
}

async function paste(t, page, hand) {
  await t.check("an empty ledger leads to the paste, which says what does not belong here", async () => {
    await visit(page, "/ledger");
    await hand.click(page.locator("main p.cluster a[href='#/paste']"));
    await t.until(page, () => location.hash === "#/paste");
    const said = await page.locator("main").innerText();
    assert.match(said, /只粘贴还在办的事/);
    assert.match(said, /记事不记人/);
    await t.axe(page);
  });
  await t.check("an empty box says so", async () => {
    await hand.click(page.getByRole("button", { name: "看看读出了什么" }));
    assert.match(await page.locator(".status-line").innerText(), /框里还没有内容/);
  });
  await t.check("what was pasted is read, identity numbers masked and counted", async () => {
    await hand.type(page.locator("#paste-text"), sheet());
    await hand.click(page.getByRole("button", { name: "看看读出了什么" }));
    const said = await page.locator("section[aria-labelledby=paste-2]").innerText();
    assert.match(said, new RegExp(`读出${ROWS}行、14列`));
    assert.match(said, /有300个格子里有身份证号或银行卡号，已经遮盖/);
    assert.equal(await page.locator("section[aria-labelledby=paste-2]").getByText(/230100\d{6}/).count(), 0);
  });
}

const column = (page, title) =>
  page.locator(".paste__columns tbody tr", { has: page.getByText(title, { exact: true }) });

async function columns(t, page, hand) {
  await t.check("headers propose, and names, numbers and the status are left out with a reason", async () => {
    assert.equal(await page.locator("#p-header").inputValue(), "2");
    for (const [title, becomes] of [["事项名称", "title"], ["反映内容", "story"], ["登记时间", "on"], ["所属村屯", "place"], ["主要诉求", "claims"], ["涉及户数", "households"], ["编号", "outside"], ["责任单位", "body"], ["备注", "note"]]) {
      assert.equal(await column(page, title).locator("select").inputValue(), becomes, title);
    }
    for (const [title, why] of [["反映人", /人名/], ["身份证号", /证件号/], ["联系电话", /电话/], ["办理状态", /状态不搬过来/], ["序号", /自动编号/]]) {
      assert.equal(await column(page, title).locator("select").inputValue(), "drop", title);
      assert.match(await column(page, title).innerText(), why);
    }
    await t.axe(page);
    await t.screenshot(page, "paste-columns-1280");
  });
  await t.check("a column chosen twice stands in the way, until it is put right", async () => {
    await hand.choose(column(page, "备注").locator("select"), "title");
    await hand.click(page.getByRole("button", { name: "列对好了，逐行看" }));
    assert.match(await page.locator(".status-line").innerText(), /“标题（什么事）”选了不止一列/);
    await hand.choose(column(page, "备注").locator("select"), "note");
  });
  await t.check("merged cells are filled when ticked, and the rows are shown", async () => {
    const fold = column(page, "所属村屯").getByText("空格沿用上面一格");
    await hand.click(fold);
    await hand.click(page.getByRole("button", { name: "列对好了，逐行看" }));
    await page.locator(".paste__row").first().waitFor();
  });
}

async function sums(page) {
  const chips = await page.locator("section[aria-labelledby=paste-3] fieldset .choice__text").allInnerTexts();
  const found = chips.map((chip) => chip.replace(/\s+/g, "").match(/^(\d+)(.*)$/)).filter(Boolean);
  return Object.fromEntries(found.map(([, n, word]) => [word, Number(n)]));
}

async function rows(t, page, hand) {
  await t.check("unknown places are asked once each, and become what was said", async () => {
    const words = page.locator("section[aria-labelledby=paste-3] .paste__asks").last();
    assert.equal(await words.locator("select").count(), UNLISTED.length);
    await hand.choose(page.locator(`[id="p-word-place-${UNLISTED[0]}"]`), "+new");
    await hand.choose(page.locator(`[id="p-word-place-${UNLISTED[1]}"]`), { label: "靠山村" });
    await hand.choose(page.locator(`[id="p-word-place-${UNLISTED[2]}"]`), "+words");
  });
  await t.check("a missing year, day numbers and missing claims wait for the user's word", async () => {
    const before = (await sums(page))["行要先改"];
    await hand.choose(page.locator("#p-year"), "2026");
    await hand.click(page.locator(".choice__text", { hasText: "是表格的日期序号" }));
    await hand.click(page.locator(".choice__text", { hasText: "没写诉求的行，用标题作诉求" }));
    const after = await sums(page);
    assert.equal(before - after["行要先改"], MESS.noYear + MESS.serial + MESS.noClaims);
    assert.equal(after["行要先改"], MESS.badDays + 1);
    assert.equal(after["行重复或已登记过，不登记"], MESS.doubles);
    assert.equal(after["件可以登记"], READY);
  });
  await t.check("each bad row says what is wrong and where", async () => {
    const said = await page.locator(".paste__rows").innerText();
    for (const words of [/“03\/05\/2026”看不出/, /没有“2026-02-30”这一天/, /“去年冬天”不是日期/, /这一天还没到/, /没有写哪天收到/]) {
      assert.match(said, words);
    }
    await t.axe(page);
    await t.screenshot(page, "paste-rows-1280");
    await page.setViewportSize({ width: 360, height: 720 });
    await settle(page);
    const over = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${over} px too wide`);
    await t.screenshot(page, "paste-rows-360");
    await page.setViewportSize({ width: 1280, height: 800 });
    await settle(page);
  });
  await t.check("days are corrected in place, and the rows stay in sight", async () => {
    for (let n = 0; n < MESS.badDays; n += 1) {
      const row = page.locator(".paste__row", { has: page.getByText(`第${n + 3}行`, { exact: true }) });
      await hand.type(row.locator("input[type=text]"), `2026-03-${10 + n}`);
      assert.equal(await row.getAttribute("data-row"), "new");
    }
    assert.equal((await sums(page))["件可以登记"], READY + MESS.badDays);
  });
  await t.check("a cut title says what becomes of the rest", async () => {
    await hand.click(page.locator("fieldset").getByText("可以登记"));
    // More than one window of rows.
    await hand.click(page.getByRole("button", { name: "再显示100行" }));
    await hand.click(page.getByRole("button", { name: "再显示100行" }));
    const notes = await page.locator(".paste__note").allInnerTexts();
    assert.equal(notes.length, MESS.longTitles);
    assert.match(notes[0], /超过24字：登记成“.{24}”，全文放进经过/);
  });
}

const matters = async (page) => {
  await visit(page, "/ledger");
  const said = await page.locator(".filters__result").innerText();
  return Number(said.match(/共(\d+)件/)[1]);
};

async function register(t, page, hand, start) {
  const count = READY + MESS.badDays;
  await t.check("an open question leads to its field, and nothing is written", async () => {
    await hand.click(page.locator("#paste-register"));
    assert.match(await page.locator(".status-line").innerText(), /请先回答：.*危险/);
    await t.until(page, () => document.activeElement.id === "p-danger");
  });
  await t.check("everything that is ready is registered at once, and said after it is on disk", async () => {
    await hand.choose(page.locator("#p-danger"), "no");
    await hand.choose(page.locator("#p-against"), "neighbour");
    await hand.choose(page.locator("#p-channel"), "visit");
    const pressed = Date.now();
    await hand.click(page.locator("#paste-register"));
    await t.until(page, () => document.querySelector("#paste-done") !== null, { what: "the rows to be registered" });
    const took = Date.now() - pressed;
    const said = await page.locator("#paste-done").innerText();
    assert.match(said, new RegExp(`已登记${count}件，编号LS-2026-0001到LS-2026-0${count}。已存到本机`));
    assert.ok(took < 5000, `${took} ms`);
    const { clicks, choices, typed } = hand.count;
    console.log(`   ${count} rows: ${clicks} clicks, ${choices} choices, ${typed} texts; registering took ${took} ms, all of it ${Math.round((Date.now() - start) / 1000)} s by machine`);
    await t.screenshot(page, "paste-done-1280");
  });
  await t.check("what was left stays on the page, also after looking elsewhere", async () => {
    assert.equal(await matters(page), count);
    await visit(page, "/paste");
    assert.match(await page.locator("#paste-text").inputValue(), /青禾镇矛盾纠纷台账/);
    const now = await sums(page);
    assert.equal(now["件可以登记"], 0);
    assert.equal(now["行重复或已登记过，不登记"], count + MESS.doubles);
    assert.equal(count + LEFT - MESS.badDays, ROWS);
  });
  await t.check("the matters hold what the rows said, and nobody's name or number", async () => {
    await visit(page, "/ledger?q=LS-2026-0001");
    await page.locator(".ledger-table__row a").first().click();
    await page.locator(".matter-head").waitFor();
    await settle(page);
    const text = await page.evaluate(() => document.querySelector("main").textContent);
    for (const words of ["排水沟堵了", "反映人说\"没人管\"，", "给个准日子", "2025-001", "柳树屯", "原台账承办：镇司法所", "原台账备注：见卷一"]) {
      assert.ok(text.includes(words), words);
    }
    assert.doesNotMatch(text, /王某|230100|138\d{8}/);
  });
}

async function undo(t, page, hand) {
  await t.check("a paste is taken back on the same day, but for what was worked on", async () => {
    await visit(page, "/ledger");
    const first = page.locator(".ledger-table__row a").first();
    const path = (await first.getAttribute("href")).slice(1);
    await act(page, path, "act", { activity: "contact", note: "看过现场" });
    const number = await page.locator(".matter-head .number").first().innerText();
    await page.reload();
    await t.booted(page);
    await visit(page, "/paste");
    const before = Date.now();
    await hand.click(page.getByRole("button", { name: "撤回这次粘贴" }));
    const asks = await page.locator("section[aria-labelledby=paste-undo]").innerText();
    assert.match(asks, new RegExp(`会撤销${READY + MESS.badDays - 1}件登记，留下1件`));
    assert.ok(asks.includes(number), asks);
    await t.axe(page);
    await t.screenshot(page, "paste-undo-1280");
    await hand.click(page.getByRole("button", { name: "确定撤回" }));
    await t.until(page, () => /已撤回\d+件登记/.test(document.querySelector(".status-line").innerText), { what: "the paste to be taken back" });
    console.log(`   taking back took ${Date.now() - before} ms`);
    assert.equal(await page.getByRole("button", { name: "撤回这次粘贴" }).count(), 0);
    assert.equal(await matters(page), 1);
  });
  await t.check("it is so after a reload too", async () => {
    await page.reload();
    await t.booted(page);
    assert.equal(await matters(page), 1);
  });
}

async function wrongSteps(t, page) {
  await t.check("commas do as well, and the keyboard alone suffices", async () => {
    await visit(page, "/paste");
    await page.locator("#paste-text").fill('事项,日期,诉求\n"水渠,南头",2026-03-05,清渠\n');
    await page.locator("#paste-text").focus();
    const press = async (turns, key = "Tab") => {
      for (let n = 0; n < turns; n += 1) await page.keyboard.press(key);
    };
    const tabTo = async (id) => {
      for (let n = 0; n < 60; n += 1) {
        await press(1);
        if (await page.evaluate((id) => document.activeElement.id === id || document.activeElement.textContent.trim() === id, id)) return;
      }
      throw new Error(`the keyboard does not reach ${id}`);
    };
    await tabTo("看看读出了什么");
    await press(1, "Enter");
    await page.locator("#paste-2").waitFor();
    await tabTo("列对好了，逐行看");
    await press(1, "Enter");
    await page.locator("#paste-3").waitFor();
    for (const id of ["p-danger", "p-against", "p-channel"]) {
      await tabTo(id);
      await press(1, "ArrowDown");
    }
    await tabTo("登记1件");
    await press(1, "Enter");
    await page.locator("#paste-done").waitFor();
    assert.equal(await matters(page), 2);
  });
}
