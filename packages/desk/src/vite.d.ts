/** What Vite makes of these imports. */
declare module "*.css";
declare module "*?worker&url" {
  const url: string;
  export default url;
}
interface ImportMeta {
  readonly env: { readonly PROD: boolean };
}

declare module "*.ttf?url" {
  const url: string;
  export default url;
}
/** The half of PDF.js that ships without types; only the viewer takes it, whole. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs" {
  const worker: Readonly<Record<string, unknown>>;
  export = worker;
}
