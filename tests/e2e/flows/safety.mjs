// How safe the ledger is: the lamp, copies to a chosen file and as downloads, what was
// verified and what not, the recovery drill, and closing and clearing. The chosen file is
// a real handle out of the origin's own file system; the picker alone is played.
import assert from "node:assert/strict";
import { DISPUTE, PETITION, TOWNSHIP, VILLAGE, act, fill, lit, open, register, setUp, settle, training, visit } from "../lib/app.mjs";
import { booted, until } from "../lib/look.mjs";

export const name = "safety";

/** Days after the first, ten in the morning at UTC+8. */
const later = (days) => new Date(Date.UTC(2026, 3, 16 + days, 2));

/** Plays the picker; `localStorage.play` says what goes wrong. Runs before the page's scripts. */
function playPicker() {
  const play = () => localStorage.getItem("play") ?? "";
  globalThis.handed = [];
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => {
    globalThis.handed.push(blob);
    return make(blob);
  };
  globalThis.showSaveFilePicker = async () => {
    if (play() === "left") throw new DOMException("", "AbortError");
    if (play() === "late") {
      localStorage.setItem("play", "");
      throw new DOMException("", "SecurityError");
    }
    const root = await navigator.storage.getDirectory();
    const file = await root.getFileHandle("副本.json", { create: true });
    // As a browser does: what is chosen is empty.
    const writable = await file.createWritable();
    await writable.close();
    return file;
  };
  if (!globalThis.FileSystemFileHandle) return;
  const of = FileSystemFileHandle.prototype;
  const { getFile, createWritable } = of;
  const answer = async () => (play() === "refused" ? "denied" : play() === "asks" ? "prompt" : "granted");
  Object.defineProperty(of, "queryPermission", { value: answer });
  Object.defineProperty(of, "requestPermission", {
    value: async () => (play() === "refused" ? "denied" : "granted"),
  });
  of.getFile = async function () {
    const file = await getFile.call(this);
    return play() === "differs" ? new File([file.slice(0, file.size - 1)], file.name) : file;
  };
  of.createWritable = async function (...given) {
    if (play() === "gone") throw new DOMException("", "NotFoundError");
    if (play() === "full") throw new DOMException("no room", "QuotaExceededError");
    return createWritable.apply(this, given);
  };
}

export async function run(t) {
  const host = await t.host();
  await ledger(t, host);
  await deadClock(t, host);
  await rawData(t, host);
  await elsewhere(t, host);
  await firefox(t);
}

/** What the lamp says: its level and its words. */
const lamp = (page) =>
  page.evaluate(() => {
    const lamp = document.querySelector(".lamp");
    return lamp && `${lamp.dataset.level} ${lamp.querySelector(".lamp__why").innerText}`;
  });

const play = (page, how) => page.evaluate((how) => localStorage.setItem("play", how), how);

/** Presses a button of the safety page and gives back what the status line says then. */
async function press(page, label) {
  const before = (await said(page)) ?? "";
  await page.locator("main").getByRole("button", { name: label, exact: true }).last().click();
  return until(
    page,
    (before) => {
      const now = document.querySelector(".status-line")?.innerText.trim();
      return now && now !== before && now;
    },
    { argument: before, what: `an answer to ${label}` },
  );
}

const said = (page) => page.evaluate(() => document.querySelector(".status-line")?.innerText.trim());

/** The text of the last blob that was handed to the browser. */
const handed = (page) => page.evaluate(() => globalThis.handed.at(-1).text());

/** Puts a text into a file field, as if that file had been chosen; waits for an answer. */
async function choose(page, id, text, answer) {
  await page.evaluate(
    ({ id, text }) => {
      const input = document.getElementById(id);
      const chosen = new DataTransfer();
      chosen.items.add(new File([text], "a.json"));
      input.files = chosen.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    { id, text },
  );
  return until(page, (answer) => new RegExp(answer).test(document.querySelector("main").innerText), {
    argument: answer.source,
    what: answer.source,
  });
}

const rows = (page) => page.locator(".safety__copy").evaluateAll((all) => all.map((row) => row.dataset.copy));

const fact = (page, id) => page.locator(`[data-fact="${id}"]`).innerText();

async function ledger(t, host) {
  const session = await t.chromium();
  const { page } = session;
  await session.context.addInitScript(playPicker);
  await t.check("nothing is demanded of an empty ledger, nor of the first matter", async () => {
    await open(page, host.url);
    await setUp(page, TOWNSHIP, { places: ["柳树屯村"] });
    await lit(page, /^calm 还没有登记$/);
    const path = await register(page, PETITION);
    await lit(page, /^calm 还没有核对过的副本$/);
    await visit(page, "/safety");
    assert.match(await fact(page, "copy"), /记满8笔，或者过了7天，会提醒存一份/);
    await visit(page, path);
    for (let n = 0; n < 3; n += 1) await act(page, path, "act", { activity: "contact", note: `问了第${n}次。` });
    await lit(page, /^note 记了8笔，还没有核对过的副本$/);
  });
  await t.check("after eight days the lamp asks for a copy and says why", async () => {
    await page.clock.setSystemTime(later(8));
    await page.reload();
    await booted(page);
    await lit(page, /8天没有核对过的副本$/);
    assert.notEqual((await lamp(page)).split(" ")[0], "calm");
  });
  await t.check("its page names each fact, the gravest first", async () => {
    await page.locator(".lamp").click();
    await until(page, () => document.querySelectorAll(".safety__fact").length >= 5);
    const levels = await page.locator(".safety__fact").evaluateAll((all) => all.map((f) => f.dataset.level));
    assert.deepEqual(levels, [...levels].sort((a, b) => "act note calm".indexOf(a) - "act note calm".indexOf(b)));
    assert.match(await fact(page, "copy"), /记下的\d+笔只在这里/);
    assert.match(await fact(page, "kept"), /这台电脑的这个浏览器/);
    await t.axe(page);
    await t.screenshot(page, "safety-1280");
  });
  await t.check("at 360 pixels nothing scrolls sideways", async () => {
    await page.setViewportSize({ width: 360, height: 720 });
    await settle(page);
    const over = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${over} px`);
    await t.screenshot(page, "safety-360");
    // Links and buttons stand on one line of three.
    const header = page.locator(".site-header");
    assert.ok((await header.boundingBox()).height < 150);
    await header.getByRole("button", { name: "遮屏", exact: true }).click();
    await page.locator("#curtain").click();
    await page.setViewportSize({ width: 1280, height: 800 });
  });
  await t.check("the reminder is put off for today, and comes back tomorrow", async () => {
    const before = (await lamp(page)).split(" ")[0];
    await page.getByRole("button", { name: "今天先不提醒" }).click();
    await until(page, (before) => document.querySelector(".lamp").dataset.level !== before, { argument: before });
    await page.clock.setSystemTime(later(9));
    await page.reload();
    await booted(page);
    await lit(page, /9天没有核对过的副本$/);
  });
  await toAFile(t, page);
  await downloads(t, page);
  await drills(t, page, host);
  await damagedCopy(t, page);
  await t.check("a computer whose day lies before the last entry is asked about", async () => {
    await page.clock.setSystemTime(later(2));
    await page.reload();
    await booted(page);
    await lit(page, /^act 电脑日期可能不对$/);
    await visit(page, "/safety");
    assert.match(await fact(page, "clock"), /电脑今天是2026年4月18日，台账里却有2026年4月25日记下的/);
    await page.getByRole("button", { name: "电脑的日期没有错" }).click();
    await lit(page, /^(?!act)/);
    await page.clock.setSystemTime(later(9));
    await page.reload();
    await booted(page);
  });
  await clearing(t, session, host);
}

async function toAFile(t, page) {
  await visit(page, "/safety");
  await t.check("a picker that is closed saves nothing", async () => {
    await play(page, "left");
    assert.match(await press(page, "选一个文件，存到里面"), /没有存/);
    assert.deepEqual(await rows(page), []);
  });
  await t.check("when the press is too long ago, another one is asked for", async () => {
    await play(page, "late");
    assert.match(await press(page, "选一个文件，存到里面"), /再按一次/);
    assert.deepEqual(await rows(page), []);
  });
  await t.check("the file is written, read back, and only then called verified", async () => {
    await play(page, "");
    const answer = await press(page, "副本备好了，再按一次选文件");
    assert.match(answer, /写进了“副本\.json”，读回来核对过，一字不差，共\d+笔/);
    await lit(page, /^calm 副本齐全$/);
    assert.deepEqual(await rows(page), ["verified"]);
    const file = await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      return (await (await root.getFileHandle("副本.json")).getFile()).text();
    });
    assert.equal(JSON.parse(file).format, "jieyou-ledger");
  });
  await t.check("the chosen file is known after a reload, and written again from one press", async () => {
    await register(page, { ...PETITION, title: "又来的一件" });
    await play(page, "asks");
    await page.reload();
    await booted(page);
    await visit(page, "/safety");
    await until(page, () => /副本\.json”；下次存的时候，浏览器会先问一句/.test(document.querySelector("main").innerText));
    await lit(page, /^calm 今天的副本之后又记了1笔$/);
    assert.match(await press(page, "存副本"), /读回来核对过/);
    await lit(page, /^calm 副本齐全$/);
    assert.deepEqual(await rows(page), ["verified", "replaced"]);
  });
  for (const [how, what, answer] of [
    ["differs", "a file that reads back differently", /读回来不一样[\s\S]*改用下载[\s\S]*还没有核对/],
    ["refused", "a permission that is refused", /没有得到写这个文件的允许[\s\S]*改用下载/],
    ["gone", "a file that is gone", /选好的文件不在了[\s\S]*改用下载/],
    ["full", "a disk that is full", /没能写进选好的文件[\s\S]*不算副本[\s\S]*no room[\s\S]*改用下载/],
  ]) {
    await t.check(`${what} is said to be no copy, and a download takes its place`, async () => {
      await play(page, how);
      const before = await page.evaluate(() => globalThis.handed.length);
      assert.match(await press(page, "存副本"), answer);
      assert.equal(await page.evaluate(() => globalThis.handed.length), before + 1);
      assert.equal((await rows(page))[0], "open");
      await play(page, "");
    });
  }
  await t.check("what the chosen file held before a failed writing counts no more", async () => {
    assert.ok(!(await rows(page)).includes("verified"));
    await lit(page, /还没有核对过的副本|没有核对过的副本$/);
  });
}

async function downloads(t, page) {
  await t.check("a download counts only once its file was read", async () => {
    await register(page, { ...PETITION, title: "再来的一件" });
    await visit(page, "/safety");
    assert.match(await press(page, "下载一份"), /解忧台账-备份-青禾镇人民政府-2026-04-25-10\d\d\.json[\s\S]*还没有核对/);
    assert.equal((await rows(page))[0], "open");
    const file = await handed(page);
    await choose(page, "copy-check", file.slice(0, -9), /没有算核对过/);
    assert.equal((await rows(page))[0], "open");
    await choose(page, "copy-check", file, /核对过了：和4月25日交出去的一字不差/);
    assert.equal((await rows(page))[0], "verified");
    await lit(page, /^calm 副本齐全$/);
  });
}

async function drills(t, page, host) {
  const file = await handed(page);
  await t.check("a drill with a good copy says that it restores, and notes the day", async () => {
    await choose(page, "drill-file", file, /能恢复。\s+这份副本是4月25日存的/);
    assert.match(await page.locator("#drill-result").innerText(), /和现在的台账一笔不差/);
    assert.match(await fact(page, "drill"), /4月25日做过恢复演练/);
  });
  await t.check("a drill with the chosen file says what came since", async () => {
    await page.getByRole("button", { name: "用选好的文件演练" }).click();
    await until(page, () => /存了以后又记了\d+笔/.test(document.querySelector("#drill-result")?.innerText ?? ""));
    await t.screenshot(page, "safety-drill");
  });
  await t.check("a cut file, another program's and another ledger's each get their answer", async () => {
    await choose(page, "drill-file", file.slice(0, file.length / 2), /不能恢复：文件不完整/);
    await choose(page, "drill-file", "{}", /不能恢复：这是别的程序的文件/);
    const other = await anotherLedger(t, host);
    await choose(page, "drill-file", other, /另一本台账的副本（柳树屯村）/);
    await visit(page, "/ledger");
    assert.equal(await page.locator(".ledger-table__row").count(), 3);
    await visit(page, "/safety");
  });
}

/** Drills of the chosen file: what speaks against it, and what does not. */
async function damagedCopy(t, page) {
  const drill = () => page.getByRole("button", { name: "用选好的文件演练" }).click();
  const answer = (words) =>
    until(page, (words) => new RegExp(words).test(document.querySelector("#drill-result")?.innerText ?? ""), {
      argument: words.source,
      what: words.source,
    });
  await t.check("where the machine fails the chosen file stays verified", async () => {
    assert.match(await press(page, "存副本"), /读回来核对过/);
    await drill();
    await answer(/能恢复。/);
    await page.evaluate(() => {
      globalThis.transaction = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = () => {
        throw new DOMException("injected", "UnknownError");
      };
    });
    await drill();
    await answer(/不能恢复|没有/);
    await page.evaluate(() => (IDBDatabase.prototype.transaction = globalThis.transaction));
    assert.equal((await rows(page))[0], "verified");
    assert.match(await fact(page, "drill"), /4月25日做过恢复演练/);
  });
  await t.check("a chosen file that was damaged is said not to restore, and is no verified copy any more", async () => {
    await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const file = await root.getFileHandle("副本.json");
      const text = await (await file.getFile()).text();
      const writable = await file.createWritable();
      await writable.write(text.replace("占了三户", "占了四户"));
      await writable.close();
    });
    await drill();
    await answer(/不能完整恢复：[\s\S]*有\d+行恢复不了[\s\S]*台账没有动[\s\S]*再存一份副本/);
    assert.equal((await rows(page))[0], "replaced");
    assert.match(await fact(page, "drill"), /还没有做过恢复演练/);
    await t.screenshot(page, "safety-drill-damaged");
  });
}

/** A copy of a ledger of another unit, out of another browser. */
async function anotherLedger(t, host) {
  const { page, context, close } = await t.chromium();
  await context.addInitScript(playPicker);
  await open(page, host.url);
  await setUp(page, VILLAGE);
  await visit(page, "/safety");
  await press(page, "下载一份");
  const text = await handed(page);
  await close();
  return text;
}

async function clearing(t, session, host) {
  const { page } = session;
  const begin = () => page.getByRole("button", { name: "我要关闭并清空" }).click();
  const asked = (what) =>
    until(page, (what) => document.querySelector("#clear-asked")?.innerText.includes(what), { argument: what, what });
  await t.check("nothing is cleared without a copy verified in this visit", async () => {
    await visit(page, "/safety");
    await begin();
    await asked("还不能清");
  });
  await t.check("nor while another tab has the ledger open", async () => {
    assert.match(await press(page, "存副本"), /读回来核对过/);
    const other = await session.newPage();
    await other.goto(host.url);
    await booted(other);
    await begin();
    await asked("另一个标签页里还开着");
    await other.close();
  });
  await t.check("nor when something was written since", async () => {
    await register(page, { ...PETITION, title: "最后一件" });
    await visit(page, "/safety");
    await begin();
    await asked("还不能清");
    assert.match(await press(page, "存副本"), /读回来核对过/);
  });
  await t.check("it is asked twice, and what is typed has to fit", async () => {
    await page.evaluate(
      () =>
        new Promise((done) => {
          indexedDB.open("jieyou-real-another", 2).onsuccess = ({ target }) => done(target.result.close());
        }),
    );
    await visit(page, "/register");
    await fill(page, { danger: "no", title: "没写完的" });
    await page.waitForTimeout(600);
    await visit(page, "/safety");
    await begin();
    await asked("青禾镇人民政府");
    assert.match(await page.locator("#clear-asked").innerText(), /4件事项[\s\S]*副本\.json[\s\S]*别的台账不动/);
    await t.axe(page);
    await t.screenshot(page, "safety-clear");
    await page.locator("#clear-typed").fill("5");
    await page.getByRole("button", { name: "清空，不能撤回" }).click();
    await asked("对不上，没有清");
  });
  await t.check("then the ledger, its drafts and preferences are gone, and other ledgers stay", async () => {
    await page.locator("#clear-typed").fill("青禾镇人民政府");
    await page.getByRole("button", { name: "清空，不能撤回" }).click();
    await until(page, () => document.querySelector("h1")?.innerText === "已经清空");
    const said = await page.locator("main").innerText();
    assert.match(said, /青禾镇人民政府[\s\S]*已从这台电脑的这个浏览器里清掉：4件事项[\s\S]*副本\.json/);
    const left = await page.evaluate(async () => ({
      databases: (await indexedDB.databases()).map((d) => d.name).filter((name) => name.startsWith("jieyou-real")),
      keys: Object.keys(localStorage).filter((key) => /draft|real|ledger:/.test(key)),
      chosen: await new Promise((done) => {
        const request = indexedDB.open("jieyou.files");
        request.onsuccess = () => {
          const all = request.result.transaction("files").objectStore("files").getAllKeys();
          all.onsuccess = () => done(all.result);
        };
      }),
    }));
    assert.deepEqual(left, { databases: ["jieyou-real-another"], keys: [], chosen: [] });
    await t.screenshot(page, "safety-cleared");
    t.clean(session);
  });
}

/** A computer whose battery is dead says that it is the year 2000. */
async function deadClock(t, host) {
  const session = await t.chromium();
  const { page } = session;
  const listed = async () => {
    await visit(page, "/ledger");
    return page.locator(".ledger-table__row").count();
  };
  await open(page, host.url);
  await setUp(page, VILLAGE);
  await register(page, DISPUTE);
  await page.clock.setSystemTime("2000-01-01T02:00:00Z");
  await page.reload();
  await booted(page);
  await t.check("under a dead clock nothing is written, and the page says why", async () => {
    await lit(page, /^act 电脑日期可能不对$/);
    await visit(page, "/register");
    await fill(page, { ...DISPUTE, title: "日期不对时写的" });
    await page.locator("main form.form button[type=submit]").click();
    const refused = /电脑的日期可能不对，这一次没有记。[\s\S]*以前登记的都在[\s\S]*数据安全/;
    await until(page, (refused) => new RegExp(refused).test(document.body.innerText), {
      argument: refused.source,
      what: "a word about the clock",
    });
    assert.equal(await page.locator('[id="f-title"]').inputValue(), "日期不对时写的");
    assert.equal(await listed(), 1);
  });
  await t.check("once somebody says that the date is right it is written", async () => {
    await visit(page, "/safety");
    await page.getByRole("button", { name: "电脑的日期没有错" }).click();
    await lit(page, /^(?!.*电脑日期)/);
    await register(page, { ...DISPUTE, title: "说了日期没错" });
    assert.equal(await listed(), 2);
    t.clean(session);
  });
  await session.close();
}

/** The raw data of a real and of a training ledger of villages of one name. */
async function rawData(t, host) {
  const session = await t.chromium();
  const { page } = session;
  await t.check("from a working page raw data is reached, and each ledger is told from the other", async () => {
    await open(page, host.url);
    await setUp(page, VILLAGE);
    await register(page, DISPUTE);
    await training(page);
    await page.evaluate(() => (location.hash = "/raw"));
    await until(page, () => document.querySelectorAll(".choose__item").length === 2, { what: "two ledgers" });
    const names = await page.locator(".choose__name").allInnerTexts();
    assert.deepEqual(names.sort(), ["正式台账：柳树屯村", "演练台账：柳树屯村"]);
    await t.axe(page);
    await t.screenshot(page, "raw-1280");
    for (const [ledger, file] of [
      ["正式台账：柳树屯村", /^解忧台账-原始数据-柳树屯村-2026-04-16-10\d\d\.txt$/],
      ["演练台账：柳树屯村", /^解忧台账-原始数据-演练-柳树屯村-2026-04-16-10\d\d\.txt$/],
    ]) {
      const box = page.locator(".choose__item", { hasText: ledger });
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        box.getByRole("button", { name: "把原始数据存成文件" }).click(),
      ]);
      assert.match(download.suggestedFilename(), file);
    }
  });
  await t.check("and from there the ledger opens again", async () => {
    const box = page.locator(".choose__item", { hasText: "正式台账" });
    assert.equal(await page.getByRole("button", { name: "打开这本" }).count(), 1);
    await page.getByRole("button", { name: "回到台账" }).click();
    await page.locator("nav").waitFor();
    assert.equal(await box.count(), 0);
    t.clean(session);
  });
  await session.close();
}

async function elsewhere(t, host) {
  await t.check("where nothing is kept the lamp says so from the start, and is urgent once something is written", async () => {
    const session = await t.chromium();
    await session.context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("not here", "SecurityError");
      };
    });
    await open(session.page, host.url);
    await lit(session.page, /^note 这里什么都留不住$/);
    await setUp(session.page, TOWNSHIP);
    await register(session.page, PETITION);
    await lit(session.page, /^act 这里什么都留不住$/);
    await visit(session.page, "/safety");
    assert.equal(await session.page.getByText("我要关闭并清空").count(), 0);
    await session.close();
  });
  await t.check("inside a messenger the lamp says so", async () => {
    const userAgent = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 MicroMessenger/7.0";
    const session = await t.chromium({ userAgent });
    await open(session.page, host.url);
    await lit(session.page, /^note 在聊天软件里打开的$/);
    await session.close();
  });
  await t.check("a training ledger says that it needs no copies, and cannot be cleared here", async () => {
    const session = await t.chromium();
    await open(session.page, t.single);
    await setUp(session.page, VILLAGE);
    await visit(session.page, "/safety");
    assert.match(await fact(session.page, "home"), /别的网页文件也读得到这里的数据/);
    await training(session.page);
    await lit(session.page, /^calm 演练账，不用存副本$/);
    await visit(session.page, "/safety");
    assert.equal(await session.page.getByText("我要关闭并清空").count(), 0);
    t.clean(session);
    await session.close();
  });
}

/** Firefox opens the file, has no picker, and keeps one storage a path. */
async function firefox(t) {
  const session = await t.firefox();
  const { page } = session;
  await page.evaluateOnNewDocument(() => {
    globalThis.handed = [];
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      globalThis.handed.push(blob);
      return make(blob);
    };
  });
  const click = (label) =>
    page.evaluate((label) => [...document.querySelectorAll("main button")].find((b) => b.innerText === label).click(), label);
  await t.check("Firefox says that the file must stay where it is, and that copies are downloads", async () => {
    await page.goto(t.single);
    await booted(page);
    await page.evaluate(async (unit) => {
      for (const [key, value] of Object.entries(unit)) {
        const field = await new Promise((done) => {
          const look = () => document.getElementById(`f-${key}`) ? done(document.getElementById(`f-${key}`)) : setTimeout(look, 30);
          look();
        });
        if (field.localName === "fieldset") field.querySelector(`input[value="${value}"]`).click();
        else {
          field.value = value;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        }
      }
      document.querySelector("main form.form button[type=submit]").click();
    }, VILLAGE);
    await until(page, () => document.querySelector("nav") !== null);
    await page.evaluate(() => (location.hash = "/safety"));
    await until(page, () => /数据跟着这个文件的位置/.test(document.querySelector("main").innerText));
    assert.match(await t.text(page), /副本走下载/);
  });
  await t.check("a download is verified by choosing it, and restores (Firefox)", async () => {
    await click("存副本");
    await until(page, () => /还没有核对/.test(document.querySelector(".status-line").innerText));
    const file = await handed(page);
    await choose(page, "copy-check", `${file} `, /没有算核对过/);
    await choose(page, "copy-check", file, /核对过了/);
    await choose(page, "drill-file", file, /能恢复。/);
    t.clean(session);
  });
}
