/** A long sheet of rows of one height, of which only those in view exist. Positions are set on the elements, not in markup. */
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";

export interface LongSheet {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly sheet: RefObject<HTMLDivElement | null>;
  readonly rows: RefObject<HTMLDivElement | null>;
  /** Which rows exist now. */
  readonly places: readonly number[];
}

interface Given {
  readonly total: number;
  readonly height: number;
  /** The row that is kept in view. */
  readonly at: number;
  /** Told which row is the first in view. */
  readonly look: (first: number) => void;
}

export function useLongSheet({ total, height, at, look }: Given): LongSheet {
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ first: 0, many: 20 });
  useLayoutEffect(() => {
    const box = frame.current;
    if (!box) return undefined;
    const measure = () => {
      const first = Math.max(0, Math.floor(box.scrollTop / height) - 4);
      const many = Math.ceil(box.clientHeight / height) + 8;
      setView((before) => (before.first === first && before.many === many ? before : { first, many }));
      look(first);
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(box);
    box.addEventListener("scroll", measure, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener("scroll", measure);
    };
  }, [height, look]);
  useLayoutEffect(() => {
    sheet.current?.style.setProperty("height", `${total * height}px`);
    rows.current?.style.setProperty("transform", `translateY(${view.first * height}px)`);
  }, [total, height, view.first]);
  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    if (at * height < box.scrollTop) box.scrollTop = at * height;
    else if ((at + 1) * height > box.scrollTop + box.clientHeight)
      box.scrollTop = (at + 1) * height - box.clientHeight;
  }, [at, height]);
  const places = Array.from(
    { length: Math.max(0, Math.min(view.many, total - view.first)) },
    (_, n) => view.first + n,
  );
  return { frame, sheet, rows, places };
}

/** The height of a row on a wide screen and on a narrow one; the style sheet says the same. */
export function useRowHeight(wide: number, narrow: number): number {
  const [isNarrow, setNarrow] = useState(() => matchMedia("(max-width: 960px)").matches);
  useEffect(() => {
    const query = matchMedia("(max-width: 960px)");
    const changed = () => setNarrow(query.matches);
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, []);
  return isNarrow ? narrow : wide;
}
