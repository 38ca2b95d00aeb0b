/** What may be wider than a telephone scrolls by itself, also with the keyboard. */
import type { ReactNode } from "react";

export function Wide({
  name,
  broad = false,
  children,
}: {
  readonly name: string;
  /** Many columns: on a wide screen it takes more room than the words. */
  readonly broad?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    // oxlint-disable-next-line no-noninteractive-tabindex -- a scroller that the keyboard cannot reach cannot be read (WCAG 2.1.1)
    <section className={broad ? "scroll broad" : "scroll"} tabIndex={0} aria-label={name}>
      {children}
    </section>
  );
}
