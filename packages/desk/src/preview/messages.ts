/** What passes between the desk and the frame in which a page is looked at before it is public. The frame has no origin and no network. */
export type ToPreview = {
  readonly type: "Show";
  /** Where it will stand: `ru/index.html`. */
  readonly path: string;
  /** The page's own HTML, or what another file holds, as text. */
  readonly text: string;
};

export type FromPreview =
  | { readonly type: "Ready" }
  /** A link to another page of the same release was followed. */
  | { readonly type: "Go"; readonly path: string };
