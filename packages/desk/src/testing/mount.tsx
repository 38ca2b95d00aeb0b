import type { Lang, Moment } from "@answerable/casework";
import { createRoot } from "react-dom/client";

import type { Theme } from "../app/desk.tsx";
import { Root } from "../app/Root.tsx";
/** Draws the whole desk on a paper office: for the tests of the screens and for looking at them. */
import { openReading } from "../reading/reader.ts";

import "../style/index.css";
import { paperPrintShop } from "./paper-print-shop.ts";
import { countedIds, noon, openSampleOffice } from "./sample.ts";

export interface Mounting {
  readonly lang?: Lang;
  readonly theme?: Theme;
  readonly phase?: "open" | "locked" | "empty";
  readonly now?: () => Moment;
  /** A newer version of the program lies ready. */
  readonly isNewer?: boolean;
  /** One that was there before: the page is drawn anew on it. */
  readonly office?: ReturnType<typeof openSampleOffice>;
}

export function mountDesk(
  at: HTMLElement,
  {
    lang = "ru",
    theme = "light",
    phase = "open",
    now = () => noon,
    office: before,
    isNewer = false,
  }: Mounting = {},
) {
  const office = before ?? openSampleOffice({ now, phase });
  const kept = new Map<string, string>([
    ["lang", lang],
    ["theme", theme],
  ]);
  const saved: string[] = [];
  const root = createRoot(at);
  root.render(
    <Root
      page={{
        office,
        now,
        offsetMinutes: 180,
        newId: countedIds("page"),
        copy: async () => undefined,
        print: () => undefined,
        reading: openReading(
          () => new Worker(new URL("../reading.worker.ts", import.meta.url), { type: "module" }),
        ),
        press: {
          pdf: (letters, told) => {
            told(letters.length);
            return { made: Promise.resolve(new Uint8Array(letters.length)), stop: () => undefined };
          },
          docxs: (letters, told) => {
            told(letters.length);
            return { made: Promise.resolve(new Uint8Array(letters.length)), stop: () => undefined };
          },
          docx: async () => new Uint8Array(1),
        },
        save: (name) => void saved.push(name),
        viewer: "about:blank",
        preview: "about:blank",
        printShop: paperPrintShop,
        origin: "https://line.example",
        reload: () => undefined,
        vanish: () => undefined,
        watchUpdate: (told) => {
          if (isNewer) told();
          return () => undefined;
        },
      }}
      kept={{
        read: (name) => kept.get(name),
        keep: (name, value) => void kept.set(name, value),
        wished: lang,
      }}
    />,
  );
  return { office, saved, unmount: () => root.unmount() };
}
