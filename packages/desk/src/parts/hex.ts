/** As `sha256sum` prints it, so that a court's clerk can compare. */
export function hexOf(text: string): string {
  const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Array.from(bytes, (one) => one.charCodeAt(0).toString(16).padStart(2, "0")).join("");
}
