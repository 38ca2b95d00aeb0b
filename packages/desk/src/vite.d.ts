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
