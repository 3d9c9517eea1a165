// A village's dispute between neighbours, from its registration to the visit
// after it was settled; and a matter done on the spot within half a minute.
import assert from "node:assert/strict";
import { VILLAGE, DISPUTE, act, agenda, open, register, setUp, visit } from "../lib/app.mjs";
import { booted } from "../lib/look.mjs";

export const name = "main-village";

export async function run(t) {
  const host = await t.host();
  await dispute(t, "hosted", host.url);
  await dispute(t, "single", t.single);
}

async function dispute(t, shipped, url) {
  const check = (what, run) => t.check(`${what} (${shipped})`, run);
  const session = await t.chromium();
  const { page } = session;
  let path;
  await check("a village sets itself up", async () => {
    await open(page, url);
    await setUp(page, VILLAGE, { places: ["一组（东屯）", "二组（西屯）"], posts: ["村文书", "村调解员"] });
    assert.match(await agenda(page), /还没有事项/);
  });
  await check("a dispute between neighbours is registered", async () => {
    path = await register(page, DISPUTE);
    assert.match(await page.locator(".verdicts").innerText(), /矛盾纠纷/);
  });
  await check("a village has no step of a petition office", async () => {
    const can = await page.locator(".actions > .actions__list").innerText();
    assert.doesNotMatch(can, /受理|答复|延期|复查/);
  });
  await check("it is mediated", async () => {
    await act(page, path, "set-duty", { post: "村调解员", no_interest: true });
    await act(page, path, "mediate", { mediator: "村调解员，村部" });
    assert.match(await page.locator(".timeline").innerText(), /调解/);
  });
  await check("an oral agreement with one day of payment is recorded", async () => {
    await act(page, path, "agree", {
      text: "清沟，赔八百元",
      "terms0-what": "付清八百元",
      "terms0-due": "2026-04-24",
      "terms0-owes": "party",
    });
    const duty = page.locator(".obligation", { hasText: "按约定履行" });
    assert.equal(await duty.locator("time").first().getAttribute("datetime"), "2026-04-24");
    assert.match(await duty.innerText(), /当事人/);
  });
  await check("before that day 今日 does not ask for it as due", async () => {
    assert.doesNotMatch(await group(page, "今天到期"), /屋后排水沟堵了/);
  });
  await check("on that day 今日 reminds of it under today", async () => {
    await page.clock.setSystemTime(new Date("2026-04-24T01:00:00Z"));
    await page.reload();
    await booted(page);
    assert.match(await page.locator(".site-header time").innerText(), /2026年4月24日/);
    await visit(page, "/today");
    assert.match(await group(page, "今天到期"), /屋后排水沟堵了[\s\S]*付清八百元[\s\S]*今天到期/);
    await t.screenshot(page, `village-due-${shipped}`);
  });
  await check("the button of the row opens the form with the promise filled in", async () => {
    await page.getByRole("button", { name: /LS-2026-0001/ }).first().click();
    await page.locator("#f-kept").waitFor();
    assert.notEqual(await page.locator("#f-promise").inputValue(), "");
  });
  await check("performed, resolved, and off the list of what is due", async () => {
    await act(page, path, "check-performance", { kept: "yes" });
    await act(page, path, "resolve", { how: "沟已清，钱已付。" });
    assert.equal(await page.locator(".matter-head .seal").getAttribute("data-tier"), "1");
    await visit(page, "/today");
    assert.doesNotMatch(await group(page, "今天到期"), /屋后排水沟堵了/);
  });
  await check("a month later the follow-up is due, by another post", async () => {
    await page.clock.setSystemTime(new Date("2026-05-25T01:00:00Z"));
    await page.reload();
    await booted(page);
    assert.match(await agenda(page), /屋后排水沟堵了[\s\S]*回访/);
    await act(page, path, "follow-up", { carried_out: "yes", recurred: "no", post: "村文书" });
    assert.match(await page.locator(".timeline").innerText(), /回访/);
    t.clean(session);
  });
  await check("a matter done on the spot takes less than half a minute", async () => {
    const start = performance.now();
    path = await register(page, {
      danger: "no",
      channel: "visit",
      title: "柴垛占了道",
      against: "neighbour",
      done: "done",
      what: "当场挪开了柴垛",
    });
    assert.ok(performance.now() - start < 30_000);
  });
  await check("and stands on no list", async () => {
    assert.match(await page.locator(".matter-head .seal").innerText(), /不列|即办/);
    assert.doesNotMatch(await agenda(page), /柴垛占了道/);
    await visit(page, "/ledger");
    assert.match(await page.locator("main").innerText(), /柴垛占了道/);
    t.clean(session);
  });
  await session.close();
}

/** The text of a group of 今日 by its title; empty when there is none. */
async function group(page, title) {
  const found = page.locator(".agenda__group", { has: page.getByRole("heading", { name: title }) });
  return (await found.count()) ? found.first().innerText() : "";
}
