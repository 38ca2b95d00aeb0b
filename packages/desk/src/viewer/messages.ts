/**
 * What passes between the desk and the frame in which a stranger's file is looked at. The frame has no origin and no network; it is
 * given one file and gives back sizes, plain words and pictures drawn anew.
 */
export type Look = "picture" | "pages" | "sound" | "film";

export type ToViewer =
  | { readonly type: "Show"; readonly look: Look; readonly blob: Blob; readonly label: string }
  | { readonly type: "Page"; readonly page: number }
  /** The picture drawn anew: no metadata, nothing behind its end, no second picture inside. */
  | { readonly type: "Copy" };

export type FromViewer =
  | { readonly type: "Ready" }
  | {
      readonly type: "Shown";
      readonly page: number;
      readonly pages: number;
      /** What was read in the file (particulars.ts), told once. */
      readonly found: Readonly<Record<string, string>>;
    }
  /** Read in it while it is looked at: a film takes a few seconds. */
  | { readonly type: "Read"; readonly found: Readonly<Record<string, string>> }
  | { readonly type: "Copied"; readonly blob: Blob }
  /** TooLarge: more points than a screen should draw. Unreadable: it is not what its first bytes promise. */
  | { readonly type: "Failed"; readonly why: "TooLarge" | "Unreadable" }
  | { readonly type: "Key"; readonly key: string };
