/** The desk on paper, in a browser: `npx vite packages/desk`, then /src/testing/preview.html?theme=dark&phase=locked. */
import { mountDesk } from "./mount.tsx";

const asked = new URLSearchParams(location.search);
const at = document.getElementById("desk");
if (at) {
  const theme = asked.get("theme") === "dark" ? "dark" : "light";
  const phase = (["locked", "empty"] as const).find((one) => one === asked.get("phase")) ?? "open";
  const lang = (["uk", "en"] as const).find((one) => one === asked.get("lang")) ?? "ru";
  Object.assign(globalThis, { desk: mountDesk(at, { theme, phase, lang }) });
}
