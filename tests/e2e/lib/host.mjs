// A static host on the loopback address, as plain as the plainest one:
// files under a sub-path, the packed neighbour where the browser takes it.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const KINDS = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

/**
 * Serves `folder` under `base`. The answer has `url`, `requests` (paths asked
 * for), `serve(folder)` to deploy another build, `stop()` and `start()` to go
 * offline and come back on the same port.
 */
export async function startHost(folder, base = "/ledger/") {
  const host = { requests: [], folder };
  let server;
  let port = 0;

  host.serve = (other) => {
    host.folder = other;
  };
  host.start = async () => {
    server = createServer((request, response) => answer(host, base, request, response));
    await new Promise((done, fail) => {
      server.once("error", fail);
      server.listen(port, "127.0.0.1", done);
    });
    port = server.address().port;
    host.url = `http://127.0.0.1:${port}${base}`;
  };
  host.stop = async () => {
    if (!server) return;
    const stopped = server;
    server = undefined;
    stopped.closeAllConnections();
    await new Promise((done) => stopped.close(done));
  };
  await host.start();
  return host;
}

function answer(host, base, request, response) {
  const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
  host.requests.push(path);
  if (!path.startsWith(base)) return refuse(response);
  const name = path.slice(base.length) || "index.html";
  const file = join(host.folder, normalize(name));
  if (!file.startsWith(host.folder) || !existsSync(file) || !statSync(file).isFile()) {
    return refuse(response);
  }
  const headers = {
    "Content-Type": KINDS[extname(file)] ?? "application/octet-stream",
    "Cache-Control": name.startsWith("assets/") ? "max-age=31536000, immutable" : "no-cache",
  };
  const accepted = request.headers["accept-encoding"] ?? "";
  for (const [coding, extension] of [["br", ".br"], ["gzip", ".gz"]]) {
    if (accepted.includes(coding) && existsSync(file + extension)) {
      response.writeHead(200, { ...headers, "Content-Encoding": coding, Vary: "Accept-Encoding" });
      return response.end(readFileSync(file + extension));
    }
  }
  response.writeHead(200, headers);
  response.end(readFileSync(file));
}

function refuse(response) {
  response.writeHead(404, { "Content-Type": "text/plain" });
  response.end("not found");
}
