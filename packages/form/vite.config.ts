/**
 * The two pages and their worker. The words stand in the built HTML in Russian, so that the first view needs no script; nothing is
 * inline (the policy refuses it); the other two languages are files of their own. For browsers of autumn 2021 and later.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { defineConfig, type Plugin } from "vite";

import { en } from "./src/words/en.ts";
import { listOf, order } from "./src/words/order.ts";
import { ruPage } from "./src/words/ru-page.ts";
import { ru, type Words } from "./src/words/ru.ts";
import { uk } from "./src/words/uk.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const russian: Words = { ...ruPage, ...ru };

/** Puts the words into the page, and their numbers in the place of their keys. */
function spoken(): Plugin {
  const truth = readFileSync(`${here}truth.html`, "utf8");
  const place = /(<[^<>]*\bdata-t=")([^"]+)("[^<>]*>)(?=<\/)/g;
  return {
    name: "spoken",
    transformIndexHtml: {
      order: "pre",
      handler: (html) =>
        html
          .replace("<!--truth-->", () => truth)
          .replace(place, (...[, before, key, after]: readonly string[]) => {
            const number = order.findIndex((one) => one === key);
            const word = order[number];
            if (word === undefined) throw new Error(`no words for ${key}`);
            return `${before}${number}${after}${russian[word].replaceAll("&", "&amp;").replaceAll("<", "&lt;")}`;
          }),
    },
  };
}

/** The comments, indents and quotes of the source are for its readers. */
function lean(): Plugin {
  return {
    name: "lean",
    transformIndexHtml: {
      order: "post",
      handler: (html) =>
        html
          .replace(/>\s+</g, ">\n<")
          .replace(/\n\s+/g, "\n")
          .replace(/ \/>/g, ">")
          .replace(/ ([a-z-]+)="([\w-]+)"/g, " $1=$2"),
    },
  };
}

/** The age library, with only the recipients that a letter can have, and with ML-KEM apart. */
function fewRecipients(): Plugin {
  const whole = fileURLToPath(new URL("recipients.js", import.meta.resolve("age-encryption")));
  const hybrid = fileURLToPath(import.meta.resolve("@noble/post-quantum/hybrid.js"));
  return {
    name: "few-recipients",
    enforce: "pre",
    resolveId(source, importer) {
      if (source === "age-encryption/recipients") return whole;
      if (source === "ml-kem-itself") return hybrid;
      const inside = importer?.includes("/age-encryption/")
        ? /^\.\/(recipients|x25519)\.js$/.exec(source)
        : null;
      return inside ? `${here}src/without/${inside[1]}.ts` : undefined;
    },
  };
}

/** What libraries say to whoever uses them wrongly: the kind of the error stays, its words do not travel to a telephone. */
function wordless(): Plugin {
  const word = "(?:'[^'\\n]*'|\"[^\"\\n]*\"|`[^`]*`|[\\w.]+)";
  const error = new RegExp(`\\b(new )?((?:Range|Type)?Error)\\(${word}(?: \\+ ${word})*\\)`, "g");
  return {
    name: "wordless",
    transform(code, id) {
      if (!/node_modules\/(?:@noble|age-encryption)\//.test(id)) return undefined;
      return { code: code.replace(error, "$1$2()"), map: null };
    },
  };
}

/** The other two languages, as the page fetches them. */
function wordLists(): Plugin {
  return {
    name: "word-lists",
    generateBundle() {
      for (const list of [uk, en])
        this.emitFile({
          type: "asset",
          fileName: `words/${list.lang}.json`,
          source: JSON.stringify(listOf(list)),
        });
    },
  };
}

/** Beside each file its packed twins, as the server looks for them. */
function packed(): Plugin {
  return {
    name: "packed",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const [name, file] of Object.entries(bundle)) {
          if (name.endsWith(".html")) continue; // filled in by who serves it, and packed by him
          const source = file.type === "chunk" ? file.code : file.source;
          this.emitFile({ type: "asset", fileName: `${name}.br`, source: brotliCompressSync(source) });
          this.emitFile({ type: "asset", fileName: `${name}.gz`, source: gzipSync(source, { level: 9 }) });
        }
      },
    },
  };
}

export default defineConfig({
  root: here,
  base: "/form/",
  resolve: {
    alias: [
      { find: "@answerable/casework/intake", replacement: `${here}../casework/src/intake/index.ts` },
      { find: "@answerable/seal/drop", replacement: `${here}../seal/src/drop/index.ts` },
      // Parts of the age library that no letter of ours needs. See the files.
      { find: "@noble/curves/nist.js", replacement: `${here}src/without/curves.ts` },
      { find: "@noble/post-quantum/hybrid.js", replacement: `${here}src/without/hybrid.ts` },
      { find: "@scure/base", replacement: `${here}src/without/base.ts` },
      { find: "canonicalize", replacement: `${here}src/without/canonicalize.ts` },
      { find: "@noble/hashes/scrypt.js", replacement: `${here}src/without/scrypt.ts` },
      { find: "@answerable/seal/stretch", replacement: `${here}../seal/src/argon-in-script.ts` },
      { find: "@answerable/wire", replacement: `${here}../wire/src/index.ts` },
    ],
  },
  plugins: [fewRecipients(), wordless(), spoken(), lean(), wordLists(), packed()],
  worker: { format: "iife" },
  build: {
    outDir: "dist-web",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: { write: `${here}write.html`, reply: `${here}reply.html` },
      // Making a schema has no effect but the schema: those of the desk's requests are left out.
      treeshake: { manualPureFunctions: ["v", "QSF", "createKitchenSink", "ecdhKem"] },
    },
  },
});
