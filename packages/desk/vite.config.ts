/**
 * The page, its worker and the service worker. Nothing inline (the policy refuses it), every asset under its hash;
 * the service worker learns the built file names here, so an install is the whole shell or nothing.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));

function shellList(): Plugin {
  return {
    name: "shell-list",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const sw = bundle["sw.js"];
      if (sw?.type !== "chunk") return;
      const fromPublic = readdirSync(`${here}public`).map((file) => `/${file}`);
      const built = Object.keys(bundle)
        // The viewer and the preview have no origin, so no service worker answers for it: it is there when the server is.
        .filter(
          (file) =>
            !/^(?:sw\.js|(?:index|viewer|preview)\.html|assets\/(?:viewer|preview|pages)-.*|.*\.map)$/.test(
              file,
            ),
        )
        .map((file) => `/${file}`);
      const files = ["/", ...built, ...fromPublic].sort();
      const hash = createHash("sha256").update(files.join("\n"));
      for (const file of fromPublic) hash.update(readFileSync(`${here}public${file}`));
      hash.update(readFileSync(`${here}index.html`));
      sw.code = sw.code
        .replace(
          "__SHELL_FILES__",
          JSON.stringify(files).replaceAll('"', "'").slice(1, -1).replaceAll("'", '"'),
        )
        .replace("__SHELL_VERSION__", hash.digest("hex").slice(0, 16));
    },
  };
}

export default defineConfig({
  root: here,
  // Our own packages from their sources. The condition "source" itself would reach into the sources of libraries too.
  resolve: {
    dedupe: ["react", "react-dom"],
    alias: [{ find: /^@answerable\/([a-z]+)$/, replacement: `${here}../$1/src/index.ts` }],
  },
  plugins: [react(), shellList()],
  worker: { format: "es" },
  // Found at once, so that a first start does not load React twice.
  optimizeDeps: {
    include: [
      "react",
      "react-dom/client",
      "react/jsx-dev-runtime",
      "react-intl",
      "react-aria-components",
      "valibot",
      "libphonenumber-js/min",
    ],
  },
  build: {
    outDir: "dist-web",
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        index: `${here}index.html`,
        viewer: `${here}viewer.html`,
        preview: `${here}preview.html`,
        sw: `${here}src/service-worker.ts`,
      },
      output: { entryFileNames: (chunk) => (chunk.name === "sw" ? "sw.js" : "assets/[name]-[hash].js") },
    },
  },
});
