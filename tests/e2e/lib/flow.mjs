// What a flow is given: `t`. It also closes what the flow left open.
import { startChromium, startChromium109, startFirefox } from "./browsers.mjs";
import { startHost } from "./host.mjs";
import * as look from "./look.mjs";
import * as places from "./places.mjs";

/** Counts of a run. */
export const count = { passed: 0, failed: 0 };

/** Prints and counts one check. */
export function report(name, error) {
  if (error === undefined) {
    count.passed += 1;
    console.log(`ok ${name}`);
  } else {
    count.failed += 1;
    console.log(`FAIL ${name}: ${String(error?.message ?? error).replace(/\s+/g, " ")}`);
  }
}

/** Prints what the Chromium pages of a session say, where and when: nobody sees them fail. */
async function showPages({ context }) {
  for (const page of context?.pages() ?? []) {
    const seen = page.evaluate(() => [location.href, new Date().toISOString(), document.body?.innerText]);
    const none = new Promise((done) => setTimeout(done, 2_000, ["a page that does not answer"]));
    const said = await Promise.race([seen.catch((error) => [error.message]), none]);
    console.log(`   then: ${said.join(" ").replace(/\s+/g, " ").slice(0, 600)}`);
  }
}

/** Makes the `t` of one flow. */
export function flow(name) {
  const open = [];
  const closing = (start) => async (...options) => {
    const session = await start(...options);
    open.push(session);
    return session;
  };
  return {
    ...look,
    ...places,
    /** Runs one check; gives back what it returns, or undefined if it failed. */
    async check(what, run) {
      const before = open.length;
      try {
        const answer = await run();
        report(`${name}: ${what}`);
        return answer;
      } catch (error) {
        report(`${name}: ${what}`, error);
        for (const session of open) await showPages(session);
        // The next check may need the profile.
        for (const session of open.splice(before)) await session.close().catch(() => {});
        return undefined;
      }
    },
    chromium: closing(startChromium),
    firefox: closing(startFirefox),
    chromium109: closing(startChromium109),
    host: closing(async (folder = places.web, base) => {
      const host = await startHost(folder, base);
      host.close = host.stop;
      return host;
    }),
    async closeAll() {
      for (const session of open.reverse()) {
        await session.close().catch(() => {});
      }
    },
  };
}
