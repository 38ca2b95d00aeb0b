/** A file from the moment it is chosen until its lines lie in the office: read, its columns named, laid down in portions. */
import { dayOf, type ListField } from "@answerable/casework";
import { useCallback, useEffect, useState } from "react";

import { usePage } from "../../app/desk.tsx";
import type { DayOrder } from "../../reading/days.ts";
import type { LeafRead, ListRead, Looked } from "../../reading/reader.ts";

type Read = Extract<ListRead, { readonly type: "Read" }>;

export interface ListFile {
  readonly state: "none" | "reading" | "read" | "laying" | "unreadable";
  readonly name: string;
  readonly rename: (name: string) => void;
  readonly read: Read | undefined;
  readonly why: Extract<ListRead, { readonly type: "Unreadable" }>["why"] | undefined;
  readonly leaf: LeafRead | undefined;
  readonly leafAt: number;
  readonly chooseLeaf: (at: number) => void;
  readonly header: number | undefined;
  readonly setHeader: (at: number | undefined) => void;
  readonly fields: readonly (ListField | undefined)[];
  readonly setField: (column: number, field: ListField | undefined) => void;
  readonly unclear: Looked["unclear"];
  readonly orders: Readonly<Record<number, DayOrder>>;
  readonly setOrder: (column: number, order: DayOrder) => void;
  readonly laid: { readonly done: number; readonly of: number } | undefined;
  readonly open: (name: string, bytes: Uint8Array) => Promise<void>;
  readonly check: () => Promise<void>;
  readonly putAway: () => void;
}

/** Columns that a list before this one had, by their headings. */
export type Remembered = ReadonlyMap<string, ListField | undefined>;

export function useListFile(remembered: Remembered): ListFile {
  const { office, reading, now, offsetMinutes } = usePage();
  const [state, setState] = useState<ListFile["state"]>("none");
  const [name, rename] = useState("");
  const [read, setRead] = useState<Read>();
  const [why, setWhy] = useState<ListFile["why"]>();
  const [leafAt, setLeafAt] = useState(0);
  const [header, setHeaderAt] = useState<number>();
  const [fields, setFields] = useState<ListFile["fields"]>([]);
  const [orders, setOrders] = useState<ListFile["orders"]>({});
  const [unclear, setUnclear] = useState<Looked["unclear"]>([]);
  const [laid, setLaid] = useState<ListFile["laid"]>();
  const leaf = read?.leaves[leafAt];
  const today = dayOf(now(), offsetMinutes);

  const setUp = useCallback(
    (next: LeafRead | undefined) => {
      if (!next) return;
      const headings = next.header === undefined ? [] : (next.head[next.header] ?? []);
      const isKnown = headings.some((heading) => heading !== "" && remembered.has(heading));
      setHeaderAt(next.header);
      setFields(
        next.fields.map((field, column) => {
          const heading = headings[column] ?? "";
          return isKnown && remembered.has(heading) ? remembered.get(heading) : field;
        }),
      );
      setOrders({});
    },
    [remembered],
  );
  useEffect(() => {
    if (state !== "read") return undefined;
    let isGone = false;
    const asked = reading.look({ leaf: leafAt, mapping: { header, fields, orders: {} }, today });
    void asked.then((looked) => !isGone && setUnclear(looked.unclear));
    return () => {
      isGone = true;
    };
  }, [reading, state, leafAt, header, fields, today]);

  return {
    state,
    name,
    rename,
    read,
    why,
    leaf,
    leafAt,
    header,
    fields,
    unclear,
    orders,
    laid,
    chooseLeaf(at) {
      setLeafAt(at);
      setUp(read?.leaves[at]);
    },
    setHeader: setHeaderAt,
    setField: (column, field) =>
      setFields((before) => {
        const width = Math.max(before.length, column + 1);
        return Array.from({ length: width }, (_, at) => (at === column ? field : before[at]));
      }),
    setOrder: (column, order) => setOrders((before) => ({ ...before, [column]: order })),
    async open(fileName, bytes) {
      setState("reading");
      const came = await reading.read(bytes);
      if (came.type === "Unreadable") {
        setWhy(came.why);
        setState("unreadable");
        return;
      }
      rename(fileName.replace(/\.\w{2,5}$/u, ""));
      setRead(came);
      setLeafAt(0);
      setUp(came.leaves[0]);
      setState("read");
    },
    async check() {
      if (!leaf) return;
      setState("laying");
      const headings = header === undefined ? [] : (leaf.head[header] ?? []);
      const columns = fields.map((field, column) => ({
        heading: headings[column] ?? "",
        ...(field === undefined ? {} : { field }),
      }));
      let isFirst = true;
      await reading.lines(
        { leaf: leafAt, mapping: { header, fields, orders }, today },
        async (lines, done, of) => {
          const said = await office.sayOfList({ type: "Lay", name, columns, lines, isFirst });
          isFirst = false;
          setLaid({ done, of });
          return said.ok;
        },
      );
      await office.sayOfList({ type: "Check" });
      setLaid(undefined);
      setState("read");
    },
    putAway() {
      reading.end();
      setState("none");
      setRead(undefined);
      setWhy(undefined);
    },
  };
}
