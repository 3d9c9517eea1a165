// Starts the hosted build. xtask fills the __NAMES__.
import init from "./__GLUE__";

const BUILD = "__BUILD__";
const OFFLINE = __OFFLINE__;

globalThis.jieyouBuild = { version: "__VERSION__", commit: "__COMMIT__", single: false };
globalThis.jieyouUpdate = { waiting: false, apply() {} };

// What is loaded on demand, when it is first used.
globalThis.jieyouLater = async () => {
  const load = async (path, integrity) => {
    const response = await fetch(new URL(path, import.meta.url), { integrity });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response;
  };
  const script = await load("./__LATER_SCRIPT__", "__LATER_SCRIPT_HASH__");
  const wasm = await load("./__LATER_WASM__", "__LATER_WASM_HASH__");
  return { script: await script.text(), wasm: await wasm.arrayBuffer() };
};

if (!globalThis.jieyouBoot.lacking) {
  globalThis.jieyouData = fetch(new URL("./__DATA__", import.meta.url)).then((response) => {
    if (!response.ok) throw new Error(`data: ${response.status}`);
    return response.text();
  });
  globalThis.jieyouData.catch(globalThis.jieyouBoot.fail);
  init({ module_or_path: new URL("./__WASM__", import.meta.url) }).catch(
    globalThis.jieyouBoot.fail,
  );
  if (OFFLINE && isSecureContext && "serviceWorker" in navigator) offline();
}

// Announces or withdraws a waiting update.
function announce(waiting, apply) {
  globalThis.jieyouUpdate.waiting = waiting;
  globalThis.jieyouUpdate.apply = apply;
  dispatchEvent(new Event("jieyou-update"));
}

async function offline() {
  const workers = navigator.serviceWorker;
  let registration;
  try {
    registration = await workers.register("sw.js", { updateViaCache: "none" });
  } catch {
    // Works without; it only will not open offline.
    return;
  }

  // Each worker that could replace this page is asked which build it holds.
  // It may be this very one: the page came from the network, the worker waits.
  const ask = (worker) => worker?.postMessage({ which: BUILD });
  workers.addEventListener("message", ({ data, source }) => {
    if (!data?.build) return;
    if (data.build === BUILD) announce(false, () => {});
    else announce(true, source.state === "installed" ? () => takeOver(source) : reload);
  });
  // Another tab took the update. The files of this build are no longer kept,
  // so it reloads too, but when its user says so.
  workers.addEventListener("controllerchange", () => ask(workers.controller));

  const follow = (worker) => {
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && registration.active) ask(worker);
    });
  };
  ask(registration.waiting);
  follow(registration.installing);
  registration.addEventListener("updatefound", () => follow(registration.installing));

  // A page that stays open all day still hears of updates.
  setInterval(() => registration.update().catch(() => {}), 60 * 60 * 1000);
}

function reload() {
  location.reload();
}

function takeOver(worker) {
  worker.addEventListener("statechange", () => {
    if (worker.state === "activated") reload();
  });
  worker.postMessage("take-over");
}
