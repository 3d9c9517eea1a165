// A township's petition from its registration to the day it is observed, over
// http under a sub-path and from a file.
import assert from "node:assert/strict";
import { TOWNSHIP, PETITION, act, open, register, setUp, unfold, visit } from "../lib/app.mjs";

export const name = "main-township";

export async function run(t) {
  const host = await t.host();
  await petition(t, "hosted", host.url);
  await petition(t, "single", t.single);
}

async function petition(t, shipped, url) {
  const check = (what, run) => t.check(`${what} (${shipped})`, run);
  const first = await t.chromium();
  let { page } = first;
  const at = (text) => page.locator(".obligation", { hasText: text }).first();
  const due = (text) => at(text).locator(".deadline time").first().getAttribute("datetime");

  await check("a township sets itself up, with places and posts pasted", async () => {
    await open(page, url);
    await setUp(page, TOWNSHIP, {
      places: ["柳树屯村", "东河村", "西河村"],
      posts: ["信访专干", "综治专干", "分管副镇长"],
    });
    assert.match(await t.text(page), /青禾镇人民政府/);
    await visit(page, "/settings");
    assert.match(await t.text(page), /柳树屯村、东河村、西河村/);
    assert.match(await t.text(page), /信访专干、综治专干、分管副镇长/);
  });
  let path;
  await check("a petition against the government is registered", async () => {
    path = await register(page, PETITION);
    assert.match(await page.locator("h1").innerText(), /修路占地补偿没有发到户/);
    assert.match(await page.locator(".matter-head .number").innerText(), /^QH-2026-0001$/);
  });
  await check("it says that it was saved, only after it was", async () => {
    assert.match(await page.locator("[role=status].status-line").innerText(), /已存到本机/);
  });
  await check("the kind and the seal stand there, with reasons", async () => {
    const reasons = await page.locator(".verdicts").evaluate((node) => node.textContent);
    assert.match(reasons, /信访事项/);
    assert.match(reasons, /B8 反映的是村/);
    assert.equal(await page.locator(".matter-head .seal").getAttribute("data-tier"), "2");
  });
  await check("the notice is due on the fifteenth day exactly", async () => {
    assert.equal(await due("书面告知反映人是否受理"), "2026-05-01");
    assert.match(await at("书面告知反映人是否受理").innerText(), /2026年5月1日\s+周五\s+还有15天/);
  });
  await check("the day strip opens and shows day by day why", async () => {
    const strip = await unfold(page, "书面告知反映人是否受理");
    assert.equal(await strip.locator('td[data-day] time[datetime="2026-05-01"]').count(), 1);
    assert.match(await strip.locator(".day-strip__sum").innerText(), /当日不计/);
    assert.match(await strip.locator("blockquote").innerText(), /15日内书面告知/);
    await t.screenshot(page, `township-strip-${shipped}`);
  });
  await check("acceptance is offered with its route, six chosen", async () => {
    await page.locator(".actions > .actions__list").getByRole("link", { name: "受理", exact: true }).click();
    assert.ok(await page.locator('#f-c0-route input[value="r6"]').isChecked());
  });
  await check("before acceptance the sixty days have not started", async () => {
    await act(page, path, "classify", { "c0-class": "appeal", "c0-route": "r6" });
    assert.match(await at("办结：作出处理意见并答复").innerText(), /尚未起算/);
  });
  await check("accepted by route six, the sixtieth day is exact", async () => {
    await act(page, path, "accept");
    assert.equal(await due("办结：作出处理意见并答复"), "2026-06-15");
  });
  await check("the duty is set and the citizen is told", async () => {
    await act(page, path, "set-duty", { post: "信访专干", leader: "分管副镇长", no_interest: true });
    await act(page, path, "notify", { notice: "accepted", told: "written" });
    assert.match(await t.text(page), /信访专干/);
  });
  await check("without hearing the citizen there is no opinion under 31(六)", async () => {
    const answer = { "c0-outcome": "supported_done", "c0-text": "补偿款已核实并发放。" };
    await assert.rejects(act(page, path, "reply", answer), /应当听取陈述/);
    await act(page, path, "act", { activity: "hear", note: "听取了反映人的陈述，核对了占地面积。" });
  });
  await check("the answer is recorded", async () => {
    await act(page, path, "reply", { "c0-outcome": "supported_done", "c0-text": "补偿款已核实并发放。" });
    assert.match(await page.locator(".claims").innerText(), /补偿款已核实并发放。/);
  });
  await check("delivered in writing, the day for a review is shown and was told", async () => {
    await act(page, path, "deliver", { what: "reply", told: "written", remedies_told: true });
    // Day 30 is a Saturday; that it may roll is a hint, the day stays.
    assert.equal(await due("请求复查"), "2026-05-16");
    assert.match(await at("请求复查").innerText(), /可能顺延到2026年5月18日/);
    assert.match(await at("请求复查").innerText(), /已告知/);
  });
  await check("resolved, it is observed, with the day of its follow-up", async () => {
    await act(page, path, "resolve", { how: "补偿款发到三户，当面核对。" });
    assert.equal(await page.locator(".matter-head .seal").getAttribute("data-tier"), "1");
    assert.match(await page.locator(".matter-head").innerText(), /观察/);
    assert.match(await page.locator("#m-owed + *").first().innerText(), /回访/);
    await t.screenshot(page, `township-observed-${shipped}`);
    t.clean(first);
  });
  let before;
  await check("closed and opened again, all of it is there", async () => {
    before = await page.locator("main").innerText();
    const now = await page.evaluate(() => Date.now());
    await first.close();
    const again = await t.chromium({ profile: first.profile });
    page = again.page;
    await open(page, url, new Date(now).toISOString());
    await visit(page, path);
    assert.equal(await page.locator("main").innerText(), before);
    t.clean(again);
    await again.close();
  });
}
