// Runs the wasm that is loaded on demand: one job a start. In a worker it asks for the job;
// in a page it leaves a function. xtask puts the glue in.
globalThis.jieyouJob = (() => {
__GLUE__
  return async ({ wasm, what, bytes, passphrase }) => {
    await wasm_bindgen({ module_or_path: wasm });
    return wasm_bindgen[what](bytes, passphrase);
  };
})();

if (typeof document === "undefined") {
  onmessage = async ({ data }) => {
    try {
      const done = await globalThis.jieyouJob(data);
      postMessage({ done }, [done.buffer]);
    } catch (why) {
      // A code is a text; anything else is the machine, out of memory most likely.
      postMessage({ why: typeof why === "string" ? why : "sealed-copy/failed" });
    }
  };
  postMessage({ ready: true });
}
