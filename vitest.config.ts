import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";

const source = {
  resolve: { conditions: ["@answerable/source"] },
  ssr: { resolve: { conditions: ["@answerable/source"] } },
};
// In browser mode our packages are named one by one.
const ourSources = {
  resolve: {
    dedupe: ["react", "react-dom"],
    alias: [
      {
        find: /^@answerable\/([a-z]+)$/,
        replacement: fileURLToPath(new URL("packages/$1/src/index.ts", import.meta.url)),
      },
      {
        find: "@answerable/casework/intake",
        replacement: fileURLToPath(new URL("packages/casework/src/intake/index.ts", import.meta.url)),
      },
    ],
  },
  // Found at once: a dependency met late reloads the page in mid-test.
  optimizeDeps: {
    include: [
      "react",
      "react-dom/client",
      "react/jsx-dev-runtime",
      "react-intl",
      "react-aria-components",
      "valibot",
      "libphonenumber-js/min",
      "axe-core",
    ],
  },
};
const browserFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// One worker alone leaves half of a small machine idle. Those of one group must agree (vitest asks for it).
const workers = Math.max(2, availableParallelism() - 1);
// A state is waited for as long as a slow machine needs: like the limits of the tests, against hanging.
const expectation = { poll: { timeout: 20_000 } };
const measured = "journeys/the-page-a-family-sees.chromium.test.ts";

export default defineConfig({
  test: {
    projects: [
      {
        ...source,
        test: {
          name: "node",
          expect: expectation,
          include: ["packages/*/src/**/*.test.{ts,tsx}", "journeys/**/*.test.ts", "tools/**/*.test.mjs"],
          exclude: [
            "**/*.browser.test.*",
            "**/*.pg.test.ts",
            "**/*.chromium.test.ts",
            "**/node_modules/**",
            "**/dist/**",
          ],
          pool: "threads",
          maxWorkers: workers,
          isolate: false,
          // Argon2 and properties on a busy machine: a limit against hanging, not a measure.
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        ...source,
        test: {
          name: "pg",
          expect: expectation,
          include: ["packages/*/src/**/*.pg.test.ts", "journeys/**/*.pg.test.ts"],
          pool: "forks",
          maxWorkers: workers,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...source,
        test: {
          name: "chromium",
          expect: expectation,
          include: ["journeys/**/*.chromium.test.ts"],
          exclude: [measured],
          pool: "forks",
          // Two journeys side by side, after all else.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...source,
        test: {
          // What a family waits for is measured with nothing beside it.
          name: "measured",
          expect: expectation,
          include: [measured],
          pool: "forks",
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...ourSources,
        test: {
          name: "browser",
          maxWorkers: workers,
          expect: expectation,
          include: ["packages/*/src/**/*.browser.test.{ts,tsx}"],
          browser: {
            enabled: true,
            headless: true,
            // One page, beside the workers above.
            fileParallelism: false,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: "/usr/bin/chromium", args: browserFlags },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
