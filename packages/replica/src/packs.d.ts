/** A legal pack as JSON: what stands in it is not known before it was loaded and checked. */
declare module "@answerable/casework/packs/*.json" {
  const pack: unknown;
  export default pack;
}
