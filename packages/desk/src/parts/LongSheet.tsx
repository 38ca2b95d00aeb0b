/**
 * A long sheet of rows of one height, of which only those in view exist: a list for the keyboard and for whoever hears it.
 * Positions are set on the elements, not in markup.
 */
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from "react";

interface LongSheetGiven<Row> {
  /** Names its frame (`#roster-rows`, `.roster-frame`) and its rows (`#roster-0`, `.roster-row`) for the style sheets. */
  readonly of: "roster" | "incident";
  readonly label: string;
  readonly total: number;
  /** Of a row on a wide screen and on a narrow one; the style sheet says the same. */
  readonly heights: readonly [wide: number, narrow: number];
  /** The row that is kept in view. */
  readonly at: number;
  /** undefined: it has not come yet. */
  readonly rowAt: (place: number) => Row | undefined;
  /** Told which row is the first in view. */
  readonly look: (first: number) => void;
  readonly onAt: (at: number) => void;
  readonly onOpen: (row: Row) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** How a row differs from the others. */
  readonly mark: (row: Row) => "closed" | "picked" | undefined;
  readonly children: (row: Row) => ReactNode;
}

export function LongSheet<Row>(given: LongSheetGiven<Row>) {
  const { of, label, total, heights, at, rowAt, look, onAt, onOpen, onKeyDown, mark, children } = given;
  const height = useRowHeight(...heights);
  const { frame, sheet, rows, places } = useLongSheet({ total, height, at, look });
  return (
    <div
      id={`${of}-rows`}
      ref={frame}
      className={`${of}-frame`}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={rowAt(at) ? `${of}-${at}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div ref={sheet} className="roster-sheet" role="presentation">
        <div ref={rows} className="roster-rows" role="presentation">
          {places.map((place) => {
            const row = rowAt(place);
            return (
              <div
                key={place}
                id={`${of}-${place}`}
                role="option"
                aria-selected={place === at}
                aria-setsize={total}
                aria-posinset={place + 1}
                className={`${of}-row`}
                data-mark={row && mark(row)}
                onClick={() => {
                  onAt(place);
                  if (row) onOpen(row);
                }}
              >
                {row && children(row)}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface Sheet {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly sheet: RefObject<HTMLDivElement | null>;
  readonly rows: RefObject<HTMLDivElement | null>;
  /** Which rows exist now. */
  readonly places: readonly number[];
}

function useLongSheet({
  total,
  height,
  at,
  look,
}: Pick<LongSheetGiven<unknown>, "total" | "at" | "look"> & { readonly height: number }): Sheet {
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

function useRowHeight(wide: number, narrow: number): number {
  const [isNarrow, setNarrow] = useState(() => matchMedia("(max-width: 960px)").matches);
  useEffect(() => {
    const query = matchMedia("(max-width: 960px)");
    const changed = () => setNarrow(query.matches);
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, []);
  return isNarrow ? narrow : wide;
}
