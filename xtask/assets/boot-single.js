// Starts the single file. It stands in one module with the glue, whose
// `__wbg_init` it calls; the block keeps the names of the two apart.
{
  const boot = globalThis.jieyouBoot;
  const text = (id) => document.getElementById(id).textContent;

  globalThis.jieyouBuild = { version: "__VERSION__", commit: "__COMMIT__", single: true };
  globalThis.jieyouUpdate = { waiting: false, apply() {} };

  if (!boot.lacking) {
    globalThis.jieyouData = Promise.resolve(text("jieyou-data"));
    const packed = Uint8Array.from(atob(text("jieyou-wasm")), (c) => c.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    // A Response of the right type takes the streaming path of the compiler.
    const response = new Response(stream, { headers: { "Content-Type": "application/wasm" } });
    __wbg_init({ module_or_path: response }).catch(boot.fail);
  }
}
