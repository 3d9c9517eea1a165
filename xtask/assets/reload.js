// `cargo xtask serve` only: reloads the page after each rebuild, and when the
// server comes back.
const source = new EventSource("_tower-livereload/event-stream");
let lost = false;
source.addEventListener("reload", () => location.reload());
source.addEventListener("error", () => {
  lost = true;
});
source.addEventListener("init", () => {
  if (lost) location.reload();
});
addEventListener("pagehide", () => source.close());
