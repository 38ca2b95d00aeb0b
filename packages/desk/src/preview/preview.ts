/**
 * The frame in which a page is shown exactly as it will be public: without an origin, without a network (its policy: preview.html in the
 * server's headers). A composition root of its own; it hears its parent alone. The page has no script; links lead to the desk, which
 * shows the page they name.
 */
import type { FromPreview, ToPreview } from "./messages.ts";

let path = "";

function say(message: FromPreview): void {
  parent.postMessage(message, "*");
}

/** The style goes in as a sheet: the policy lets nothing inline run, and the page's own policy would name it by its hash. */
function showPage(text: string): void {
  const page = new DOMParser().parseFromString(text, "text/html");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([...page.querySelectorAll("style")].map((style) => style.textContent).join(""));
  document.adoptedStyleSheets = [sheet];
  document.documentElement.lang = page.documentElement.lang;
  document.title = page.title;
  document.body.replaceChildren(...page.body.childNodes);
}

function showText(text: string): void {
  document.adoptedStyleSheets = [];
  const pre = document.createElement("pre");
  pre.textContent = text;
  document.body.replaceChildren(pre);
}

addEventListener("message", (event) => {
  if (event.source !== parent) return;
  const message = event.data as ToPreview; // only the desk's preview is above
  ({ path } = message);
  if (path.endsWith(".html")) showPage(message.text);
  else showText(message.text);
  scrollTo(0, 0);
});
addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : undefined;
  const href = link?.getAttribute("href");
  if (!link || href === null || href === undefined) return;
  event.preventDefault();
  if (href.startsWith("#")) {
    document.getElementById(href.slice(1))?.scrollIntoView();
    return;
  }
  const to = new URL(href, `https://preview.invalid/${path}`);
  if (to.hostname === "preview.invalid") say({ type: "Go", path: to.pathname.slice(1) });
});
say({ type: "Ready" });
