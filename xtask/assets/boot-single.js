// Starts the single file. It stands in one module with the glue, whose
// `__wbg_init` it calls; the block keeps the names of the two apart.
{
  const boot = globalThis.jieyouBoot;
  const text = (id) => document.getElementById(id).textContent;

  globalThis.jieyouBuild = { version: "__VERSION__", commit: "__COMMIT__", single: true };
  globalThis.jieyouUpdate = { waiting: false, apply() {} };

  const unpacked = (id) => {
    const packed = Uint8Array.from(atob(text(id)), (c) => c.charCodeAt(0));
    return new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  };
  // What is loaded on demand lies here as text until it is first used.
  globalThis.jieyouLater = async () => ({
    script: text("jieyou-ondemand-script"),
    wasm: await new Response(unpacked("jieyou-ondemand-wasm")).arrayBuffer(),
  });

  if (!boot.lacking) {
    globalThis.jieyouData = new Response(unpacked("jieyou-data")).text();
    // A Response of the right type takes the streaming path of the compiler.
    const type = { headers: { "Content-Type": "application/wasm" } };
    const response = new Response(unpacked("jieyou-wasm"), type);
    __wbg_init({ module_or_path: response }).catch(boot.fail);
  }
}
