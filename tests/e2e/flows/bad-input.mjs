// What is wrong is refused with its reason, and the ledger stays as it was.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PETITION, TOWNSHIP, VILLAGE, agenda, anew, fill, offer, open, register, save, setUp, settle, visit } from "../lib/app.mjs";

export const name = "bad-input";

export async function run(t) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single);
  await setUp(page, TOWNSHIP, { posts: ["信访专干"] });
  await register(page, PETITION);
  const file = await save(page);
  const good = readFileSync(file, "utf8");
  const before = await state(page);
  /** One check: what is done, and that the ledger is what it was. */
  const unchanged = (what, run) =>
    t.check(`${what}, and the ledger stays as it was`, async () => {
      await run();
      await page.reload();
      await t.booted(page);
      assert.deepEqual(await state(page), before);
      t.clean(session);
    });

  await files(t, page, unchanged, good);
  await otherUnit(t, page, unchanged);
  await fields(t, page, unchanged);
  await markup(t, session);
}

/** The register form, without what an earlier check left in it. */
async function blank(page) {
  await visit(page, "/register");
  await anew(page);
}

async function state(page) {
  const today = await agenda(page);
  await visit(page, "/ledger");
  return { today, ledger: await page.locator("main").innerText() };
}

async function files(t, page, unchanged, good) {
  const folder = t.temporaryFolder("bad");
  const refused = (what, text, says) =>
    unchanged(what, async () => {
      const path = join(folder, "file.json");
      writeFileSync(path, text);
      const said = await offer(page, path);
      assert.match(said, says);
      assert.match(said, /没有变|没有动/);
      assert.equal(await page.getByRole("button", { name: "读入", exact: true }).count(), 0);
    });
  await refused("broken JSON is refused with its place", `{"format":"jieyou-ledger",}`, /台账文件，但第1行坏了/);
  await refused("a file cut off in the middle is refused", good.slice(0, good.length / 2), /不完整/);
  await refused("an empty file is refused", "", /是空的/);
  const bytes = Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0, 1]);
  await refused("bytes that are no text are refused", bytes, /读不出来[\s\S]*不是文本文件，或者第1行坏了/);
  await refused("foreign JSON is refused", `{"name":"package","version":"1.0.0"}`, /别的程序的文件|不是台账文件/);
  await refused("a JSON list is refused", `[1, 2, 3]`, /别的程序的文件|不是台账文件|格式不对/);
  await refused("a file of a newer version is refused", good.replace(`"version":1`, `"version":2`), /新版本/);
  await refused("one changed character in a body is noticed", good.replace("补偿款到现在没有发", "补偿款到现在没有法"), /第\d+条/);
  const at = good.lastIndexOf(`\\"on\\":\\"2026-04-16\\"`);
  assert.ok(at > 0);
  const head = good.slice(0, at) + good.slice(at).replace("2026-04-16", "2026-04-15");
  await refused("one changed character in a head is noticed", head, /核对不上|第\d+条/);
  const lines = good.split("\n");
  await refused("a record taken out is noticed", [...lines.slice(0, 2), ...lines.slice(3)].join("\n"), /核对不上|第\d+条/);
  const training = good.replaceAll(/(realm\\?":\\?")real/g, "$1training");
  await refused("a file that says it is training is refused", training, /演练台账的文件/);
}

async function otherUnit(t, page, unchanged) {
  const other = await t.chromium();
  await open(other.page, t.single);
  await setUp(other.page, VILLAGE);
  const file = await save(other.page);
  await other.close();
  await unchanged("the ledger of another unit is refused by its name", async () => {
    assert.match(await offer(page, file), /柳树屯村/);
    assert.equal(await page.getByRole("button", { name: "读入", exact: true }).count(), 0);
  });
}

async function fields(t, page, unchanged) {
  await unchanged("a description of five megabytes is refused with its limit", async () => {
    await blank(page);
    await fill(page, { ...PETITION, story: "好".repeat(1_700_000) });
    await page.locator("form.form button[type=submit]").click();
    await page.locator(".error-summary").waitFor();
    assert.match(await page.locator(".error-summary").innerText(), /最多500字/);
    assert.match(await page.locator("#f-story-e").innerText(), /最多500字/);
    assert.equal(await page.locator("#f-story").getAttribute("aria-invalid"), "true");
  });
  await unchanged("a date that does not exist is refused at its field", async () => {
    await blank(page);
    await fill(page, PETITION);
    await page.locator("#f-on").focus();
    // The year is there already; Chromium here writes the month first.
    await page.keyboard.type("0231");
    await page.locator("form.form button[type=submit]").click();
    await page.locator(".error-summary").waitFor();
    assert.match(await page.locator("#f-on-e").innerText(), /不存在或没写完整/);
  });
  await unchanged("a day that has not come is refused", async () => {
    await blank(page);
    await fill(page, { ...PETITION, on: "2026-04-17" });
    await page.locator("form.form button[type=submit]").click();
    await page.locator(".error-summary").waitFor();
    assert.match(await page.locator("#f-on-e").innerText(), /还没到/);
  });
  await unchanged("an empty form names every field that is missing, and leads to it", async () => {
    await blank(page);
    await page.locator("form.form button[type=submit]").click();
    await page.locator(".error-summary").waitFor();
    const lines = await page.locator(".error-summary a").allInnerTexts();
    assert.ok(lines.length >= 4, lines.join(" "));
    await t.until(page, () => document.activeElement.id === "error-summary");
    await page.getByRole("link", { name: /什么事/ }).click();
    await t.until(page, () => document.activeElement.id === "f-title");
  });
  await unchanged("an address of no matter leads nowhere", async () => {
    await page.goto(`${page.url().split("#")[0]}#/matter/0000000000000000/do/accept`);
    await settle(page);
    assert.equal(await page.locator("h1").count(), 1);
    await page.goto(`${page.url().split("#")[0]}#/%E4%BD%A0/"><b>`);
    await settle(page);
    assert.match(await page.locator("h1").innerText(), /没有这一页/);
  });
}

/** Markup in every text field stays text. */
async function markup(t, session) {
  const { page } = session;
  const BAD = "<img src=x onerror=alert(1)><b>";
  await t.check("markup in every text field is shown as it was typed", async () => {
    let alerted = false;
    page.on("dialog", (dialog) => {
      alerted = true;
      dialog.dismiss();
    });
    await blank(page);
    const title = "<img onerror=alert(1)>";
    await fill(page, {
      danger: "no",
      channel: "assigned",
      doc: BAD,
      outside: BAD,
      spot: BAD,
      title,
      story: BAD,
      against: "government",
      claims: `${BAD}\n第二条${BAD}`,
      name: BAD,
      address: BAD,
      phone: BAD,
      "q-must": "yes",
      "q-must_on": "2026-06-01",
      "q-must_what": BAD,
      done: "agreed",
      promise: BAD,
      due: "2026-05-01",
      owes: "office",
    });
    await page.locator("form.form button[type=submit]").click();
    await page.locator(".matter-head").waitFor();
    await settle(page);
    assert.equal(await page.locator("h1").innerText(), title);
    const text = await page.evaluate(() => document.querySelector("main").textContent);
    // Number, order, spot, story, two claims, contact three times, what is lost, promise.
    assert.ok(text.split(BAD).length > 10, `${text.split(BAD).length - 1} times`);
    assert.equal(await page.locator("main img, main b:has(img)").count(), 0);
    await agenda(page);
    await visit(page, "/ledger");
    assert.equal(await page.locator("img").count(), 0);
    assert.equal(alerted, false);
    t.clean(session);
  });
}
