// Starts the three browsers, each on a fresh profile. A session has `page`,
// `problems` (see problems.mjs) and `close()`. The page is Playwright's in
// both Chromiums and Puppeteer's in Firefox; `evaluate`, `goto`, `reload` and
// `screenshot` are alike in both.
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";
import { e2e, program, temporaryFolder } from "./places.mjs";
import { collect, reportRefusals } from "./problems.mjs";

export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * Chromium. `profile` keeps storage from an earlier session; `options` go to
 * Playwright (viewport, locale, colorScheme, timezoneId …), `flags` to the
 * program. The session also
 * has `context` and `newPage()`, whose pages count into the same `problems`.
 */
export async function startChromium({ profile, flags = [], ...options } = {}) {
  const folder = profile ?? temporaryFolder("chromium");
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: program("CHROMIUM", ["chromium", "chromium-browser", "google-chrome"]),
    headless: true,
    args: [...FLAGS, ...flags],
    locale: "zh-CN",
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
    ...options,
  });
  const problems = [];
  await context.addInitScript(reportRefusals);
  const watched = new WeakSet();
  const watch = (page) => {
    if (!watched.has(page)) collect(page, problems);
    watched.add(page);
  };
  context.on("page", watch);
  const page = context.pages()[0] ?? (await context.newPage());
  watch(page);
  return {
    page,
    context,
    problems,
    profile: folder,
    newPage: () => context.newPage(),
    close: () => context.close(),
  };
}

/**
 * Firefox ESR. Puppeteer relaxes the rule by which each local file is an
 * origin of its own; users have it, so it is put back.
 */
export async function startFirefox() {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: program("FIREFOX", ["firefox-esr", "firefox"]),
    headless: true,
    userDataDir: temporaryFolder("firefox"),
    extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true },
  });
  const problems = [];
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(reportRefusals);
  collect(page, problems);
  return { page, browser, problems, close: () => browser.close() };
}

/**
 * Chromium 109: the last one for Windows 7, and the floor. Playwright drives
 * it although it is old; Puppeteer does not.
 */
export async function startChromium109(options = {}) {
  return startChromium({ executablePath: await chromium109(), ...options });
}

let unpacked;

/** Unpacks the program from its npm package, once. */
const chromium109 = () => (unpacked ??= unpack());

async function unpack() {
  const folder = join(tmpdir(), "jieyou-chromium-109.0.6");
  const file = join(folder, "chromium");
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const packed = join(e2e, "node_modules/@sparticuz/chromium/bin/chromium.br");
  const part = `${file}.${process.pid}`;
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(part));
  chmodSync(part, 0o755);
  renameSync(part, file);
  return file;
}
