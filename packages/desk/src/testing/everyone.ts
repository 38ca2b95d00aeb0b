/** What every screen owes everyone: nothing serious for axe, and no sideways scrolling. */
import axe from "axe-core";
import { expect } from "vitest";

/** Less than serious for axe; for whoever goes from heading to heading and from place to place it is the way. */
const places: ReadonlySet<string> = new Set([
  "heading-order",
  "page-has-heading-one",
  "landmark-one-main",
  "landmark-unique",
  "region",
]);

export async function canBeUsedByEveryone(): Promise<void> {
  // What is still fading in has the contrast of fog.
  await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  const found = await axe.run(document, { resultTypes: ["violations"] });
  const serious = found.violations.filter(
    ({ id, impact }) => impact === "serious" || impact === "critical" || places.has(id),
  );
  expect(
    serious.map(
      (one) =>
        `${one.id}: ${one.nodes
          .slice(0, 3)
          .map((node) => `${node.target.join(" ")} ${node.any[0]?.message ?? ""}`)
          .join(" | ")}`,
    ),
  ).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
}
