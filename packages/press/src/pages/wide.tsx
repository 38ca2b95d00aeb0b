/** What may be wider than a telephone scrolls by itself, also with the keyboard. */
import type { ReactNode } from "react";

export function Wide({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    // oxlint-disable-next-line no-noninteractive-tabindex -- a scroller that the keyboard cannot reach cannot be read (WCAG 2.1.1)
    <section className="scroll" tabIndex={0} aria-label={name}>
      {children}
    </section>
  );
}
