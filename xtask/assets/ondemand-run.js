// Runs a job of the wasm that is loaded on demand, so that the page stays alive: in a worker
// made from a blob, for the single file has no address to load one from. Each job has a
// worker of its own, and what it knew goes with it. Throws a code.
{
  const NO_WORKER = Symbol("no worker");
  const FAILED = "sealed-copy/failed";

  globalThis.jieyouOndemand = async (what, bytes, passphrase) => {
    let parts;
    try {
      parts = await globalThis.jieyouLater();
    } catch {
      throw "sealed-copy/not-loaded";
    }
    const job = { wasm: parts.wasm, what, bytes, passphrase };
    try {
      return await inWorker(parts.script, job);
    } catch (why) {
      if (why !== NO_WORKER) throw why;
      return here(parts.script, job);
    }
  };

  function inWorker(script, job) {
    return new Promise((done, fail) => {
      const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
      let worker;
      let started = false;
      const end = (tell, what) => {
        clearTimeout(late);
        worker?.terminate();
        URL.revokeObjectURL(address);
        tell(what);
      };
      const late = setTimeout(() => end(fail, NO_WORKER), 15_000);
      try {
        worker = new Worker(address);
      } catch {
        return end(fail, NO_WORKER);
      }
      worker.onerror = (event) => {
        event.preventDefault();
        end(fail, started ? FAILED : NO_WORKER);
      };
      worker.onmessage = ({ data }) => {
        if (data.ready) {
          started = true;
          clearTimeout(late);
          worker.postMessage(job, [job.bytes.buffer]);
        } else if (data.done) end(done, data.done);
        else end(fail, data.why);
      };
    });
  }

  // Where no worker starts. The policy names this script by its hash.
  async function here(script, job) {
    if (!globalThis.jieyouJob) {
      const element = document.createElement("script");
      element.textContent = script;
      document.head.append(element);
      element.remove();
    }
    // What was said before stands on the screen before the page stops for a while.
    await new Promise((go) => setTimeout(go, 50));
    try {
      return await globalThis.jieyouJob(job);
    } catch (why) {
      throw typeof why === "string" ? why : FAILED;
    }
  }
}
