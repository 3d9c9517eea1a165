// Collects what must not happen on any page: errors, refused content,
// requests to anybody else.

/** Runs in the page before its own scripts: a refusal becomes an error line. */
export function reportRefusals() {
  addEventListener("securitypolicyviolation", (event) => {
    console.error(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`);
  });
}

/** Whether an address is the page's own: a file, inline, or the loopback. */
export function isOwn(url) {
  return /^(file|data|blob|about|chrome-error|moz-extension):/.test(url) || /^http:\/\/127\.0\.0\.1:/.test(url);
}

/** Listens to a page of Playwright or Puppeteer, which agree on these events. */
export function collect(page, problems) {
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`error: ${error?.message ?? error}`));
  page.on("request", (request) => {
    if (!isOwn(request.url())) problems.push(`request to a third party: ${request.url()}`);
  });
}
