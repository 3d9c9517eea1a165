// A Chromium that can be killed as a plug is pulled: all of its processes at once, without
// a word to any of them.
import { execFileSync, spawn } from "node:child_process";
import { chromium } from "playwright-core";
import { FLAGS } from "./browsers.mjs";
import { program } from "./places.mjs";

/** How long a browser may take to start on a busy machine. */
const START = 60_000;

/** Starts Chromium on a profile; gives a page, and `kill()`. */
export async function startKillable(profile) {
  const child = spawn(
    program("CHROMIUM", ["chromium", "chromium-browser", "google-chrome"]),
    [...FLAGS, "--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"],
    // A group of its own, so that the group can be killed.
    { detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  const gone = new Promise((done) => child.once("exit", done));
  const kill = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      if (process.platform === "win32") execFileSync("taskkill", ["/PID", String(child.pid), "/T", "/F"]);
      else process.kill(-child.pid, "SIGKILL");
    }
    await gone;
  };
  try {
    const browser = await chromium.connectOverCDP(await address(child));
    const context = browser.contexts()[0];
    const page = context.pages()[0] ?? (await context.newPage());
    return { page, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** The address that the program says it listens on. */
function address(child) {
  return new Promise((done, fail) => {
    let said = "";
    const late = setTimeout(() => fail(new Error(`Chromium did not start: ${said.slice(-400)}`)), START);
    child.once("exit", () => fail(new Error(`Chromium ended: ${said.slice(-400)}`)));
    child.stderr.on("data", (data) => {
      said += data;
      const found = /DevTools listening on (\S+)/.exec(said);
      if (!found) return;
      clearTimeout(late);
      done(found[1]);
    });
  });
}

/** Chance that is the same for the same seed: numbers below `n`. */
export function dice(seed) {
  let state = seed >>> 0;
  return (n) => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) >>> 0;
    let z = Math.imul(state ^ (state >>> 15), state | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return Math.floor((((z ^ (z >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}
