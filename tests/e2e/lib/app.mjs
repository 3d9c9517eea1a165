// What a person does in the app: sets it up, fills forms, registers, acts.
import { join } from "node:path";
import { booted, until } from "./look.mjs";
import { temporaryFolder } from "./places.mjs";

/** The day most flows take place on: Thursday 2026-04-16, ten in the morning at UTC+8. */
export const DAY = "2026-04-16T02:00:00Z";

/** Units as they set themselves up. */
export const TOWNSHIP = {
  kind: "township",
  name: "青禾镇人民政府",
  code: "QH",
  reception: "镇政府一楼信访窗口，工作日8:30—17:00",
  phone: "0451-0000000",
  review_body: "清河县人民政府",
  recheck_body: "清河市人民政府",
  help: "清河县人社局劳动监察大队\n清河县人民法院立案庭",
};
export const VILLAGE = {
  kind: "village",
  name: "柳树屯村",
  code: "LS",
  reception: "村部东屋",
};

/** A petition against the township itself, brought in person. */
export const PETITION = {
  danger: "no",
  channel: "visit",
  title: "修路占地补偿没有发到户",
  story: "去年修路占了三户的地，补偿款到现在没有发。",
  against: "government",
  claims: "发放占地补偿款",
  households: "3",
  reply_by: "in_person",
  done: "no",
};

/** A dispute between neighbours. */
export const DISPUTE = {
  danger: "no",
  channel: "visit",
  title: "屋后排水沟堵了",
  story: "两家因为排水沟起争执。",
  against: "neighbour",
  claims: "清沟复原",
  households: "2",
  reply_by: "in_person",
  done: "no",
};

/** Opens the app with its clock at `at` and running; waits until it has drawn. */
export async function open(page, url, at = DAY) {
  if (at) await page.clock.install({ time: new Date(at) });
  await page.goto(url);
  await booted(page);
}

/** Goes to a page of the app by its address, `/today`, and waits for its heading. */
export async function visit(page, path) {
  await page.evaluate((path) => {
    location.hash = path;
  }, path);
  await until(page, (path) => location.hash === `#${path}` && document.querySelector("h1") !== null, {
    argument: path,
    what: path,
  });
  await settle(page);
}

/** Waits until the page has stopped changing. */
export function settle(page) {
  return page.evaluate(
    () =>
      new Promise((done) => {
        let quiet = setTimeout(end, 60);
        const watch = new MutationObserver(() => {
          clearTimeout(quiet);
          quiet = setTimeout(end, 60);
        });
        function end() {
          watch.disconnect();
          done();
        }
        watch.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
      }),
  );
}

/** Throws away what a form of this page begins with, if it begins with anything. */
export async function anew(page) {
  for (const notice of await page.locator("[data-resumed]").all()) {
    const clear = notice.locator("button").nth(1);
    await clear.click();
    await clear.click();
  }
  await settle(page);
}

/**
 * Fills a form by the keys of its fields, in the order given: an answer may
 * bring the next question. Where several may be ticked the answer is a list. `within` is
 * the form's frame where a page has several.
 */
export async function fill(page, answers, within = "main") {
  const frame = page.locator(within);
  for (const [key, value] of Object.entries(answers)) {
    const field = frame.locator(`[id="f-${key}"]`);
    await field.waitFor({ state: "attached" });
    const kind = await field.evaluate((node) => {
      for (let at = node; at; at = at.parentElement) if (at.localName === "details") at.open = true;
      return node.localName === "input" ? node.type : node.localName;
    });
    if (kind === "fieldset") {
      for (const one of [value].flat()) await field.locator(`input[value="${one}"]`).check({ force: true });
    } else if (kind === "select") {
      await field.selectOption(value);
    } else if (kind === "checkbox") {
      await field.setChecked(value === true || value === "yes", { force: true });
    } else if (kind === "button") {
      await field.click();
    } else {
      await field.fill(String(value));
    }
  }
}

/** Sends the form and waits until the status line says it is on disk. */
export async function send(page, within = "main") {
  const before = await page.evaluate(() => location.hash);
  await page.locator(`${within} form.form button[type=submit]`).click();
  return until(
    page,
    (before) => {
      const summary = document.querySelector(".error-summary");
      if (summary) return `refused: ${summary.innerText}`;
      const said = document.querySelector(".status-line")?.innerText.trim() || "nothing said";
      return location.hash !== before && said;
    },
    { argument: before, what: "the form to be saved" },
  ).then((said) => {
    if (said.startsWith("refused:")) throw new Error(said);
    return said;
  });
}

/** Sets a unit up on the first page, then its places and posts in the settings. */
export async function setUp(page, unit, { places = [], posts = [] } = {}) {
  await fill(page, unit);
  await page.locator("main form.form button[type=submit]").click();
  await page.locator("nav").waitFor();
  await settle(page);
  for (const [key, lines] of [["places", places], ["posts", posts]]) {
    if (!lines.length) continue;
    await visit(page, "/settings");
    await paste(page, key, lines);
  }
  await visit(page, "/today");
}

/** Pastes lines into the list of places or posts of the settings. */
export async function paste(page, key, lines) {
  const section = page.locator(`section[aria-labelledby="set-${key}"]`);
  await section.locator(`#f-${key}`).fill(lines.join("\n"));
  await section.locator("button[type=submit]").click();
  await section.locator(".settings__listed", { hasText: lines.at(-1).split("\t")[0] }).waitFor();
}

/** Registers a matter; its page opens. Gives back the address of that page. */
export async function register(page, answers) {
  await visit(page, "/register");
  await fill(page, answers);
  await send(page);
  await until(page, () => location.hash.startsWith("#/matter/") && document.querySelector(".matter-head"));
  await settle(page);
  return page.evaluate(() => location.hash.slice(1));
}

/** Does an act on the matter whose page is at `path`, from its button on. */
export async function act(page, path, action, answers = {}) {
  await visit(page, path);
  const button = page.locator(`.actions a[href="#${path}/do/${action}"]`);
  await button.evaluate((node) => {
    for (let at = node; at; at = at.parentElement) if (at.localName === "details") at.open = true;
  });
  await button.click();
  await until(page, (hash) => location.hash === hash, { argument: `#${path}/do/${action}` });
  await page.locator("main form.form").waitFor();
  await fill(page, answers);
  const said = await send(page);
  await page.locator(".matter-head").waitFor();
  await settle(page);
  return said;
}

/** The text of 今日, with what is folded. */
export async function agenda(page) {
  await visit(page, "/today");
  return page.evaluate(() => {
    for (const fold of document.querySelectorAll("main details")) fold.open = true;
    return document.querySelector("main").innerText;
  });
}

/** Opens an obligation whose line has this text; gives back its element. */
export async function unfold(page, text) {
  const duty = page.locator(".obligation", { hasText: text }).first();
  await duty.evaluate((node) => {
    for (let at = node; at; at = at.parentElement) if (at.localName === "details") at.open = true;
    node.querySelector("details").open = true;
  });
  return duty;
}

/** Saves the whole ledger from the settings; gives back the file's path. */
export async function save(page) {
  await visit(page, "/settings");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "存一份完整的台账文件" }).click(),
  ]);
  const file = join(temporaryFolder("saved"), download.suggestedFilename());
  await download.saveAs(file);
  return file;
}

/** Chooses a file to read in, from the settings; gives back what the page says of it. */
export async function offer(page, file) {
  await visit(page, "/settings");
  await page.locator("#import-file").setInputFiles(file);
  await page.locator("#import-result").waitFor();
  return page.locator("#import-result").innerText();
}

/** Reads a file in, from the settings; gives back what the preview said. */
export async function take(page, file) {
  const said = await offer(page, file);
  await page.getByRole("button", { name: "读入", exact: true }).click();
  await page.getByText("读入好了").waitFor();
  await settle(page);
  return said;
}

/** Saves the file for the other unit from the page of a matter; gives back its path. */
export async function handOver(page, path, button, { contact = false } = {}) {
  await visit(page, path);
  if (contact) await page.locator("#hand-contact").check({ force: true });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  const file = join(temporaryFolder("handed"), download.suggestedFilename());
  await download.saveAs(file);
  await settle(page);
  return file;
}

/** Opens the training ledger from the settings. */
export async function training(page) {
  await visit(page, "/settings");
  await page.getByRole("button", { name: "打开演练台账" }).click();
  await trained(page);
}

/** Waits until a training ledger is drawn. */
export async function trained(page) {
  await until(page, () => document.querySelector(".trainer-bar") !== null, { what: "the training ledger" });
  await settle(page);
}

/** Waits until the lamp's level and words are these. */
export const lit = (page, said) =>
  until(
    page,
    (said) => {
      const lamp = document.querySelector(".lamp");
      return lamp && new RegExp(said).test(`${lamp.dataset.level} ${lamp.querySelector(".lamp__why").innerText}`);
    },
    { argument: said.source, what: `the lamp ${said}` },
  );
