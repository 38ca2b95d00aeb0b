/**
 * Shapes of events that were released and are no longer written. Each lift takes one old shape to the next newer name;
 * lifts follow each other until none fits. This file imports nothing, so that no change elsewhere can change the past.
 *
 * When a shape must change: give the new one a new name in event.ts ("LetterReported.2"), take the old one out of the
 * schema there, write its lift here, and leave its sample in older.fixtures.json for ever.
 */
export interface Shape {
  readonly type: string;
  readonly [field: string]: unknown;
}
export type Lift = (old: Shape) => Shape;

/** By the name of the old shape. The first release has none to lift. */
export const lifts: Readonly<Record<string, Lift>> = {};

/** The newest shape of what an older release wrote; anything else as it came. */
export function lifted(raw: unknown, by: Readonly<Record<string, Lift>> = lifts): unknown {
  let shape = raw;
  // A lift that led back to an older name would never end: no more steps than there are lifts.
  for (let steps = Object.keys(by).length; steps > 0 && isShape(shape); steps -= 1) {
    const lift: Lift | undefined = Object.hasOwn(by, shape.type) ? by[shape.type] : undefined;
    if (lift === undefined) return shape;
    shape = lift(shape);
  }
  return shape;
}

function isShape(raw: unknown): raw is Shape {
  return typeof raw === "object" && raw !== null && "type" in raw && typeof raw.type === "string";
}
