// What is shipped opens everywhere it should, stays offline-capable, and
// changes to a newer build only when it is told to.
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import assert from "node:assert/strict";

export const name = "shipping";

export async function run(t) {
  await hosted(t);
  await singleFile(t);
  await update(t);
  await missing(t);
}

async function hosted(t) {
  const host = await t.host();
  const session = await t.chromium();
  const { page } = session;
  await t.check("the hosted build opens under a sub-path, without errors or third parties", async () => {
    await page.goto(host.url);
    await t.booted(page);
    const data = await page.evaluate(() => globalThis.jieyouData);
    assert.equal(typeof JSON.parse(data), "object");
    assert.equal(await page.evaluate(() => globalThis.jieyouBuild.single), false);
    await t.screenshot(page, "shipping-hosted");
    t.clean(session);
  });
  await t.check("the boot text has gone", async () => {
    assert.equal(await page.evaluate(() => document.getElementById("boot")), null);
  });
  await t.check("after one visit the hosted build opens offline", async () => {
    await t.until(page, () => navigator.serviceWorker.ready.then((found) => found.active?.state === "activated"));
    await host.stop();
    await page.reload();
    await t.booted(page);
    // The server is gone, and the browser says so of what it asked for again.
    t.clean(session, { allow: [/ERR_CONNECTION_REFUSED/] });
  });
  await session.close();
  await host.start();
  await t.check("the hosted build opens in Firefox", async () => {
    const session = await t.firefox();
    await session.page.goto(host.url);
    await t.booted(session.page);
    t.clean(session);
    await session.close();
  });
  await t.check("it opens by plain http in an office network, where offline use is refused", async () => {
    const session = await t.chromium({ flags: ["--host-resolver-rules=MAP office.test 127.0.0.1"] });
    await session.page.goto(host.url.replace("127.0.0.1", "office.test"));
    await t.booted(session.page);
    assert.equal(await session.page.evaluate(() => isSecureContext), false);
    t.clean(session, { allow: [/^request to a third party: http:\/\/office\.test:/] });
    await session.close();
  });
}

async function singleFile(t) {
  const browsers = [["Chromium", t.chromium], ["Firefox", t.firefox], ["Chromium 109", t.chromium109]];
  for (const [browser, start] of browsers) {
    await t.check(`the single file opens from file:// in ${browser}`, async () => {
      const session = await start();
      await session.page.goto(t.single);
      await t.booted(session.page);
      const data = await session.page.evaluate(() => globalThis.jieyouData);
      assert.equal(typeof JSON.parse(data), "object");
      assert.equal(await session.page.evaluate(() => globalThis.jieyouBuild.single), true);
      await t.screenshot(session.page, `shipping-single-${browser.toLowerCase().replace(" ", "-")}`);
      t.clean(session);
      await session.close();
    });
  }
  await t.check("the single file cannot send anything, even to its own computer", async () => {
    const host = await t.host();
    const session = await t.chromium();
    await session.page.goto(t.single);
    await t.booted(session.page);
    const sent = await session.page.evaluate(async (url) => {
      const tries = [
        fetch(url, { mode: "no-cors" }),
        new Promise((done, fail) => {
          const image = new Image();
          image.onload = done;
          image.onerror = fail;
          image.src = url;
        }),
      ];
      const ended = await Promise.allSettled(tries);
      return ended.some(({ status }) => status === "fulfilled") || navigator.sendBeacon(url, "x") === undefined;
    }, host.url);
    assert.equal(sent, false);
    assert.deepEqual(host.requests, []);
    await session.close();
  });
}

async function update(t) {
  const host = await t.host();
  const session = await t.chromium();
  const { page } = session;
  const version = () => page.evaluate(() => globalThis.jieyouBuild?.version);
  const next = newerBuild(t);
  await t.check("with a newer build on the host, the open page goes on and says so", async () => {
    await page.goto(host.url);
    await t.booted(page);
    await t.until(page, () => navigator.serviceWorker.ready.then((found) => found.active?.state === "activated"));
    await page.reload();
    await t.booted(page);
    const before = await version();
    await page.evaluate(() => {
      globalThis.heard = 0;
      addEventListener("jieyou-update", () => (globalThis.heard += 1));
    });
    host.serve(next);
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found.update()));
    await t.until(page, () => globalThis.heard > 0 && globalThis.jieyouUpdate.waiting, { what: "the update event" });
    assert.equal(await version(), before);
    assert.ok(!before.endsWith("-next"));
  });
  await t.check("apply() loads the newer build", async () => {
    await page.evaluate(() => globalThis.jieyouUpdate.apply());
    await t.until(page, () => globalThis.jieyouBuild?.version.endsWith("-next"), { what: "the newer build" });
    await t.booted(page);
    assert.equal(await page.evaluate(() => globalThis.jieyouUpdate.waiting), false);
  });
  await t.check("only the newer build's files are kept, and they open offline", async () => {
    const caches = await t.until(page, async () => {
      const names = await globalThis.caches.keys();
      return names.length === 1 && names;
    });
    assert.equal(caches.length, 1);
    await host.stop();
    await page.reload();
    await t.booted(page);
    assert.ok((await version()).endsWith("-next"));
    await host.start();
    t.clean(session, { allow: [/ERR_CONNECTION_REFUSED/] });
  });
  await t.check("a reload that already brought a newer build takes its worker along", async () => {
    host.serve(t.web);
    await page.reload();
    await t.booted(page);
    assert.ok(!(await version()).endsWith("-next"));
    await t.until(page, async () => {
      const names = await caches.keys();
      return names.join() === `jieyou-${document.documentElement.dataset.build}`;
    }, { what: "the worker to follow" });
    assert.equal(await page.evaluate(() => globalThis.jieyouUpdate.waiting), false);
    await host.stop();
    await page.reload();
    await t.booted(page);
    assert.ok(!(await version()).endsWith("-next"));
  });
  await session.close();
}

/** A copy of the build under another name, as a later release would be. */
function newerBuild(t) {
  const folder = t.temporaryFolder("next");
  cpSync(t.web, folder, { recursive: true });
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const build = /data-build="(\w+)"/.exec(page)[1];
  const boot = /assets\/boot-(\w+)\.js/.exec(page)[1];
  const rename = (text) => text.replaceAll(build, "0123456789").replaceAll(boot, "9876543210");
  for (const name of ["index.html", "sw.js", `assets/boot-${boot}.js`]) {
    const path = join(folder, name);
    writeFileSync(path, rename(readFileSync(path, "utf8")).replace(/version: "([^"]+)"/, 'version: "$1-next"'));
    for (const packed of [".br", ".gz"]) rmSync(path + packed, { force: true });
  }
  renameSync(join(folder, `assets/boot-${boot}.js`), join(folder, "assets/boot-9876543210.js"));
  assert.ok(readdirSync(join(folder, "assets")).includes("boot-9876543210.js"));
  return folder;
}

async function missing(t) {
  const host = await t.host();
  const urls = [["hosted", host.url], ["single", t.single]];
  for (const [shipped, url] of urls) {
    await t.check(`a browser without WebAssembly gets a sentence (${shipped})`, async () => {
      const session = await t.chromium();
      await session.page.addInitScript(() => {
        delete globalThis.WebAssembly;
      });
      await session.page.goto(url);
      await t.until(session.page, () => /缺少：WebAssembly。/.test(document.body.innerText));
      assert.match(await t.text(session.page), /Missing: WebAssembly\./);
      await t.axe(session.page);
      await t.screenshot(session.page, `shipping-missing-${shipped}`);
      await session.close();
    });
  }
  await t.check("a build that does not start says why", async () => {
    const session = await t.chromium();
    await session.page.route(/\.wasm$/, (route) => route.fulfill({ status: 404, body: "gone" }));
    await session.page.goto(host.url);
    await t.until(session.page, () => /台账没有打开/.test(document.body.innerText));
    await t.screenshot(session.page, "shipping-failed");
    await session.close();
  });
  await t.check("the hosted build, opened as a file, points to the single one", async () => {
    const session = await t.chromium();
    await session.page.goto(t.single.replace("jieyou.html", "web/index.html"));
    await t.until(session.page, () => /请打开单个文件 jieyou\.html/.test(document.body.innerText));
    await session.close();
  });
}
