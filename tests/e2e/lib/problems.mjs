// Collects what must not happen on any page: errors, refused content,
// requests to anybody else.

/**
 * Runs in the page before its own scripts: a refusal becomes an error line, and so does a
 * text that was not brought beside the wasm (docs/adr/0017-texts-beside-the-wasm.md).
 */
export function reportRefusals() {
  addEventListener("securitypolicyviolation", (event) => {
    console.error(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`);
  });
  new MutationObserver((records) => {
    for (const { type, target, addedNodes, attributeName } of records) {
      const said =
        type === "attributes"
          ? target.getAttribute(attributeName)
          : [target.data, ...Array.from(addedNodes, (node) => node.outerHTML ?? node.data)].join("");
      if (said?.includes("‹?›")) console.error(`a text is not there, in ${target.nodeName}`);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
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
