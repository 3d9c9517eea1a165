// Personal data is taken away for good: words of entries, contacts. And the page is covered
// while somebody is away: nothing of it can be printed, copied or read then.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DISPUTE, VILLAGE, act, fill, open, register, save, setUp, take, visit } from "../lib/app.mjs";
import { correct } from "../lib/later.mjs";
import { booted, until } from "../lib/look.mjs";

export const name = "privacy";

const NAMED = "欧阳藏珠";
const PHONE = "13900001111";
const CONTACT = { name: "司徒问雪", phone: "0459-1357913", address: "苇子沟十一号" };

export async function run(t) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single);
  await setUp(page, VILLAGE, { posts: ["调解员"] });
  const path = await register(page, { ...DISPUTE, ...CONTACT, title: "排水沟", story: `${NAMED}说电话是${PHONE}` });
  await act(page, path, "act", { activity: "contact", note: `到${NAMED}家看了` });
  await correct(page, path, `到${NAMED}家看了`, { note: `到${NAMED}家看过两次` });
  const old = await save(page);
  assert.ok(readFileSync(old, "utf8").includes(NAMED));
  await redaction(t, page, path, old);
  await contacts(t, page, path, old);
  await curtain(t, page, path);
  t.clean(session);
  await session.close();
}

async function redaction(t, page, path, old) {
  const days = () => page.locator("[aria-labelledby=m-owed]").innerText();
  let owed;
  await t.check("the preview shows what each text becomes", async () => {
    await visit(page, path);
    owed = await days();
    // What was typed and not sent holds the name as well.
    await visit(page, `${path}/do/act`);
    await page.locator("#f-note").fill(`又去了${NAMED}家`);
    await page.clock.runFor(1500);
    await visit(page, path);
    await page.getByRole("link", { name: "遮蔽个人信息" }).click();
    await page.locator("#redact-words").fill(`${NAMED}\n${PHONE}`);
    await until(page, () => document.querySelectorAll("#redact-list > li").length === 3);
    const said = await page.locator("#redact-list").innerText();
    assert.match(said, /遮蔽后：〔已遮蔽〕说电话是〔已遮蔽〕/);
    assert.match(said, /遮蔽后：到〔已遮蔽〕家看过两次/);
    await t.axe(page);
    await t.screenshot(page, "redact");
  });
  await t.check("without a reason and a post nothing is redacted", async () => {
    await page.getByRole("button", { name: "遮蔽个人信息" }).click();
    await page.getByText("请写理由。").waitFor();
    await page.locator("#redact-why").fill("本人要求删除");
    await page.locator("#redact-post").fill("");
    await page.getByRole("button", { name: "遮蔽个人信息" }).click();
    await page.getByText("请写岗位。").waitFor();
    assert.ok((await everything(page)).includes(NAMED));
  });
  await t.check("asked twice it is gone, from the disk, the drafts and the page", async () => {
    await page.locator("#redact-post").fill("调解员");
    await page.getByRole("button", { name: "遮蔽个人信息" }).click();
    await page.getByRole("button", { name: "确定遮蔽，原文不能恢复" }).click();
    await page.getByText("已遮蔽，改了3笔。").waitFor();
    const disk = await everything(page);
    for (const word of [NAMED, PHONE]) assert.ok(!disk.includes(word), around(disk, word));
    const line = page.locator("[aria-labelledby=m-timeline]");
    assert.match(await line.innerText(), /已遮蔽：本人要求删除（柳树屯村 调解员，2026年4月16日）/);
    assert.equal(await days(), owed);
  });
  await t.check("an older file does not bring it back", async () => {
    await take(page, old).catch(() => {});
    await visit(page, "/today");
    await page.reload();
    await booted(page);
    const disk = await everything(page);
    for (const word of [NAMED, PHONE]) assert.ok(!disk.includes(word), around(disk, word));
    assert.ok(!readFileSync(await save(page), "utf8").includes(NAMED));
  });
}

async function contacts(t, page, path, old) {
  const section = page.locator("section[aria-labelledby=set-contacts]");
  await t.check("contacts of closed matters only are wiped first, then all", async () => {
    await visit(page, "/settings");
    await section.getByText("有1件事项留着联系方式。").waitFor();
    await section.getByRole("button", { name: "清除", exact: true }).click();
    await page.getByText("没有这样的联系方式，不用清除。").waitFor();
    await section.locator("input[type=radio]").nth(1).check({ force: true });
    await section.getByRole("button", { name: "清除", exact: true }).click();
    await section.getByRole("button", { name: /确定清除1件事项的联系方式/ }).click();
    await section.getByText("没有事项留着联系方式。").waitFor();
    const disk = await everything(page);
    for (const part of Object.values(CONTACT)) assert.ok(!disk.includes(part), around(disk, part));
    await t.axe(page);
  });
  await t.check("an older file does not bring them back", async () => {
    await take(page, old).catch(() => {});
    await visit(page, path);
    await page.getByText("没有留联系方式").waitFor();
    assert.ok(!(await everything(page)).includes(CONTACT.name));
  });
}

async function curtain(t, page, path) {
  const covered = () => until(page, () => document.querySelector("#curtain") !== null, { what: "the curtain" });
  const gone = () => until(page, () => document.querySelector("#curtain") === null, { what: "the curtain to go" });
  const seen = () => page.evaluate(() => document.body.innerText);
  await t.check("a button covers the page; nothing of it is drawn, printed or named", async () => {
    await visit(page, `${path}/do/act`);
    await page.locator("#f-note").fill("写到一半");
    await page.getByRole("button", { name: "遮屏" }).first().click();
    await covered();
    assert.equal((await seen()).replaceAll(/\s+/g, " ").trim(), "解忧台账 点一下或按任意键继续");
    assert.equal(await page.title(), "解忧台账");
    await page.emulateMedia({ media: "print" });
    assert.doesNotMatch(await seen(), /排水沟|柳树屯|写到一半/);
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--print-unit")), '""');
    await page.emulateMedia({ media: "screen" });
    await page.keyboard.press("Control+a");
    assert.doesNotMatch(await page.evaluate(() => String(getSelection())), /排水沟|写到一半/);
    const tree = await page.locator("body").ariaSnapshot();
    assert.doesNotMatch(tree, /排水沟|写到一半|柳树屯/);
    await t.axe(page);
    await t.screenshot(page, "curtain");
  });
  await t.check("a key takes it off; what was typed is there and the focus is back", async () => {
    await page.keyboard.press("a");
    await gone();
    assert.equal(await page.locator("#f-note").inputValue(), "写到一半");
    await page.locator("#f-note").focus();
    await page.evaluate(() => document.querySelector(".nav__button").click());
    await covered();
    await page.locator("#curtain").click();
    await gone();
    await until(page, () => document.activeElement?.id === "f-note", { what: "the focus to be back" });
  });
  await t.check("it is off until chosen; then it is drawn when nobody does anything", async () => {
    await page.clock.runFor(20 * 60_000);
    assert.equal(await page.locator("#curtain").count(), 0);
    await visit(page, "/settings");
    await page.locator("#curtain-after").selectOption("2");
    await page.clock.runFor(100_000);
    assert.equal(await page.locator("#curtain").count(), 0);
    await page.clock.runFor(30_000);
    await covered();
    await page.keyboard.press("Enter");
    await gone();
    await page.clock.runFor(60_000);
    assert.equal(await page.locator("#curtain").count(), 0);
    assert.match(await page.locator("section[aria-labelledby=set-curtain]").innerText(), /它不是加密，也没有密码/);
  });
}

/** Everything that lies in the browser, as one text. */
function everything(page) {
  return page.evaluate(async () => {
    const done = (request) => new Promise((good, bad) => {
      request.onsuccess = () => good(request.result);
      request.onerror = () => bad(request.error);
    });
    let all = JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);
    for (const { name } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        all += JSON.stringify(await done(db.transaction(store).objectStore(store).getAll()));
      }
      db.close();
    }
    return all;
  });
}

const around = (text, part) => `${part}: ${text.slice(Math.max(0, text.indexOf(part) - 80), text.indexOf(part) + 40)}`;
