/**
 * PFIF 1.2 to 1.4, in which those who look for the missing exchange records. One row a person, with the newest of its notes. An
 * expired record is empty by the standard's own rule, and is left out.
 */
import { cell, CannotRead, type Came } from "./grid.ts";
import { walkXml } from "./xml.ts";

const pfifHeader = [
  "person_record_id",
  "full_name",
  "date_of_birth",
  "home_state",
  "home_city",
  "author_name",
  "author_phone",
  "source_date",
  "status",
  "last_known_location",
  "description",
] as const;

type Fields = Map<string, string>;

export function readPfif(bytes: Uint8Array): Pick<Came, "grids" | "noted"> {
  const persons: Fields[] = [];
  const notes = new Map<string, Fields[]>();
  let isPfif = false;
  let person: Fields | undefined;
  let note: Fields | undefined;
  let text = "";
  walkXml(bytes, "pfif", {
    open(name) {
      text = "";
      if (name === "pfif") isPfif = true;
      else if (name === "person") person = new Map();
      else if (name === "note") note = new Map();
    },
    text(more) {
      text += more;
    },
    close(name) {
      if (name === "note" && note) {
        const of = note.get("person_record_id") ?? person?.get("person_record_id") ?? "";
        notes.set(of, [...(notes.get(of) ?? []), note]);
        note = undefined;
      } else if (name === "person" && person) {
        persons.push(person);
        person = undefined;
      } else if (!(note ?? person)?.has(name)) (note ?? person)?.set(name, text.trim());
    },
  });
  if (!isPfif) throw new CannotRead({ type: "NoTable" });
  const rows = persons
    .map((fields, place) => ({ at: place + 1, cells: rowOf(fields, notes).map(cell) }))
    .filter(({ cells }) => cells.slice(1).some((one) => one !== ""));
  return {
    grids: [{ name: "", rows: [{ at: 0, cells: [...pfifHeader] }, ...rows], isNamed: true }],
    noted: [],
  };
}

function rowOf(person: Fields, notes: ReadonlyMap<string, readonly Fields[]>): readonly string[] {
  const of = (name: string) => person.get(name) ?? "";
  const id = of("person_record_id");
  const about = (notes.get(id) ?? []).toSorted((a, b) =>
    (b.get("source_date") ?? "").localeCompare(a.get("source_date") ?? ""),
  );
  const [newest] = about;
  // Since 1.4 in one field, before in two.
  const name = of("full_name") || [of("last_name"), of("first_name")].filter((one) => one !== "").join(" ");
  const family = of("family_name") || of("given_name");
  const description = [of("description"), of("other"), ...about.map((one) => one.get("text") ?? "")];
  return [
    id,
    name || [of("family_name"), of("given_name")].filter(() => family !== "").join(" "),
    of("date_of_birth") || (of("age") === "" ? "" : `~${of("age")}`),
    of("home_state"),
    of("home_city"),
    of("author_name"),
    of("author_phone"),
    of("source_date").slice(0, 10),
    newest?.get("status") ?? "",
    newest?.get("last_known_location") ?? "",
    description
      .map((one) => one.replace(/^description:\s*/u, ""))
      .filter((one) => one !== "")
      .join("\n"),
  ];
}
