// Keeps the files of one build for use offline, and nothing else: the data of
// the ledger never passes through here. xtask fills the __NAMES__.
const BUILD = "__BUILD__";
const PREFIX = "jieyou-";
const CACHE = PREFIX + BUILD;
const PAGE = "./";
const HASHED = __HASHED__;
const FIXED = __FIXED__;

const address = (path) => new URL(path, self.registration.scope).href;
const pages = new Set([PAGE, "index.html"].map(address));
const kept = new Set([...HASHED, ...FIXED].map(address));

self.addEventListener("install", (event) => {
  event.waitUntil(keep());
});

async function keep() {
  const page = await fetch(address(PAGE), { cache: "reload" });
  const html = await page.text();
  // A host in the middle of an upload: fail, and be tried again later.
  if (!page.ok || !html.includes(BUILD)) throw new Error("the page is of another build");
  const cache = await caches.open(CACHE);
  await cache.put(address(PAGE), new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } }));
  await cache.addAll(HASHED.map(address));
  await cache.addAll(FIXED.map((path) => new Request(address(path), { cache: "reload" })));
}

// No skipWaiting at install: the open pages go on with the build they have.
self.addEventListener("message", (event) => {
  if (event.data === "take-over") self.skipWaiting();
  if (event.data?.which) event.waitUntil(answer(event.source, event.data.which));
});

async function answer(page, build) {
  page.postMessage({ build: BUILD });
  // The page is of this build already and nobody else is open: nothing to ask.
  if (build === BUILD && (await clients.matchAll({ includeUncontrolled: true })).length === 1) {
    self.skipWaiting();
  }
}

self.addEventListener("activate", (event) => {
  event.waitUntil(sweep());
});

async function sweep() {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const isPage = pages.has(request.url.replace(/[?#].*$/, ""));
  if (request.mode === "navigate" && isPage) event.respondWith(newest(request));
  else if (kept.has(request.url)) event.respondWith(own(request));
});

async function newest(request) {
  try {
    const answer = await fetch(request);
    // A gateway's error page or a sign-in page is no ledger.
    if (answer.ok || answer.type === "opaqueredirect") return answer;
  } catch {
    // Offline: what was kept.
  }
  const cache = await caches.open(CACHE);
  return (await cache.match(address(PAGE))) ?? Response.error();
}

async function own(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request, { ignoreVary: true })) ?? fetch(request);
}
