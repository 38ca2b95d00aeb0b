/** Every line with its receipt: what it would do, and afterwards what was done with it. Only the lines in view exist. */
import { placeOfRow } from "@answerable/casework";
import { lineKinds, type LineKind, type ListAnswer, type ListLine } from "@answerable/replica";
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer, usePage } from "../../app/desk.tsx";
import { useBirthWords } from "../../app/moments.tsx";
import { latinKey } from "../../parts/layout.ts";
import { Receipt } from "./Receipt.tsx";

/** Lines asked for at once; three such pages exist: before, in view, after. */
const PAGE = 24;

export function Checked({ now }: { readonly now: ListAnswer }) {
  const intl = useIntl();
  const birthWords = useBirthWords();
  const { office } = usePage();
  const [kind, setKind] = useState<LineKind>();
  const [at, setAt] = useState(0);
  const [first, setFirst] = useState(0);
  /** Of a line, as lists.css has it on this screen; 0: none has been drawn. */
  const [height, setHeight] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const from = Math.max(0, (Math.floor(first / PAGE) - 1) * PAGE);
  const answer = useAnswer({ type: "List", ...(kind === undefined ? {} : { kind }), from, count: PAGE * 3 });
  const total = answer?.total ?? 0;
  const seen = answer?.rows ?? [];
  const { counts, phase } = now;
  const going = counts.New + counts.Updates + counts.Into;

  useEffect(() => {
    const box = frame.current;
    if (!box) return undefined;
    const moved = () => setFirst(Math.max(0, Math.floor(box.scrollTop / Math.max(1, height)) - 3));
    box.addEventListener("scroll", moved, { passive: true });
    return () => box.removeEventListener("scroll", moved);
  }, [height]);
  const isDrawn = seen.length > 0;
  useLayoutEffect(() => {
    if (!isDrawn) return undefined;
    const measure = () => setHeight(rows.current?.firstElementChild?.getBoundingClientRect().height ?? 0);
    measure();
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }, [isDrawn]);
  useLayoutEffect(() => {
    sheet.current?.style.setProperty("height", `${total * height}px`);
    rows.current?.style.setProperty("transform", `translateY(${from * height}px)`);
  }, [total, from, height]);
  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    if (at * height < box.scrollTop) box.scrollTop = at * height;
    else if ((at + 1) * height > box.scrollTop + box.clientHeight)
      box.scrollTop = (at + 1) * height - box.clientHeight;
  }, [at, height]);

  function choose(line: ListLine, key: string): boolean {
    const { receipt } = line;
    const like = receipt?.type === "New" ? receipt.like : undefined;
    const say = (choice: Parameters<typeof office.sayOfList>[0]) => void office.sayOfList(choice);
    if (key === "x") say({ type: "Choose", line: line.line, choice: { type: "Out" } });
    else if (key === "n") say({ type: "Choose", line: line.line, choice: { type: "Own" } });
    else if (key === "1" && like)
      say({ type: "Choose", line: line.line, choice: { type: "Into", case: like.case } });
    else return false;
    return true;
  }

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? latinKey(event.key) : event.key;
    const steps: Readonly<Record<string, number>> = {
      j: 1,
      ArrowDown: 1,
      k: -1,
      ArrowUp: -1,
      PageDown: 8,
      PageUp: -8,
    };
    const step = steps[key];
    const line = seen[at - from];
    if (step !== undefined) setAt(Math.max(0, Math.min(total - 1, at + step)));
    else if (!line || phase === "done" || !choose(line, key)) return;
    event.preventDefault();
  }

  return (
    <section className="incoming-checked">
      <div className="incoming-bar">
        <p role="status">
          <FormattedMessage
            id={phase === "done" ? "lists.isDone" : "lists.isChecked"}
            values={{ count: phase === "done" ? counts.Taken : going }}
          />
        </p>
        {phase !== "done" && (
          <button
            type="button"
            className="button"
            data-look="seal"
            disabled={going === 0}
            onClick={() => void office.sayOfList({ type: "BringIn" })}
          >
            <FormattedMessage id="lists.bringIn" values={{ count: going }} /> <kbd>b</kbd>
          </button>
        )}
      </div>
      <div className="incoming-kinds" role="group" aria-label={intl.formatMessage({ id: "lists.kinds" })}>
        {[undefined, ...lineKinds].map((one) => {
          const count = one === undefined ? now.lines : counts[one];
          if (count === 0) return null;
          return (
            <button
              key={one ?? "all"}
              type="button"
              className="button"
              aria-pressed={kind === one}
              onClick={() => {
                setKind(one);
                setAt(0);
              }}
            >
              <FormattedMessage id={`lists.kind.${one ?? "all"}`} /> <b>{intl.formatNumber(count)}</b>
            </button>
          );
        })}
      </div>
      <div
        ref={frame}
        className="incoming-frame"
        role="grid"
        aria-rowcount={total}
        tabIndex={0}
        aria-label={intl.formatMessage({ id: "lists.lines" })}
        aria-activedescendant={seen[at - from] ? `line-${at}` : undefined}
        onKeyDown={onKey}
      >
        <div ref={sheet} role="presentation">
          <div ref={rows} role="presentation">
            {seen.map((line, place) => (
              <div
                key={line.line}
                id={`line-${from + place}`}
                role="row"
                aria-selected={from + place === at}
                aria-rowindex={from + place + 1}
                className="incoming-line"
                onClick={() => setAt(from + place)}
              >
                <span role="gridcell" className="incoming-place">
                  {placeOfRow(line.row)}
                </span>
                <span role="gridcell" className="incoming-what">
                  <span>
                    {line.row.told.soldierName || line.row.told.callerName || line.row.told.summary}
                  </span>
                  <small>
                    {[
                      line.row.told.birth && birthWords(line.row.told.birth),
                      line.row.told.region,
                      ...line.row.told.phones,
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </small>
                </span>
                <Receipt
                  line={line}
                  isAt={from + place === at && phase !== "done"}
                  onKey={(key) => choose(line, key)}
                />
              </div>
            ))}
          </div>
        </div>
      </div>
    </section>
  );
}
