/**
 * The scoring adapter: anyone can score the matcher on their own data. Build first: npx tsc -b packages/casework. Plain Node 20.
 * Records: {rec_id, name, birth, region, unit, caller, relation, phone, channel}, all strings, any may be empty.
 */
const dist =
  process.env.ANSWERABLE_CASEWORK ?? new URL("../../packages/casework/dist/", import.meta.url).href;
const people = await import(new URL("people/index.js", dist).href);
const units = await import(new URL("units/index.js", dist).href);
const places = await import(new URL("places/index.js", dist).href);

export function scoreNames(a, b) {
  return people.scoreOf(people.compareNames(people.nameOf(a ?? ""), people.nameOf(b ?? "")).bits);
}

export function scoreUnits(a, b) {
  return units.scoreUnits(a ?? "", b ?? "");
}

function rawOf(record) {
  const text = (value) => (value === undefined || value === null ? "" : String(value));
  return {
    name: text(record.name),
    birth: text(record.birth),
    region: text(record.region),
    unit: text(record.unit),
    phone: text(record.phone),
    caller: text(record.caller),
  };
}

function indexed(records) {
  const index = people.openReportIndex();
  const ids = [];
  for (const record of records) {
    index.put(ids.length, rawOf(record));
    ids.push(record.rec_id);
  }
  index.settle();
  return { index, ids };
}

export function buildIndex(records) {
  const { index, ids } = indexed(records);
  return {
    search: (record, k) =>
      index
        .search(rawOf(typeof record === "string" ? { name: record } : record), k)
        .map((found) => ids[found.record]),
  };
}

/** Score: how likely the two are one man; 0.5 stands where evidence for and against is even. */
export function* linkRecords(records) {
  const { index, ids } = indexed(records);
  for (const link of people.linkReports(index, { least: -5 }))
    yield [ids[link.a], ids[link.b], 1 / (1 + 2 ** ((19 - link.bits) / 3))];
}

export function normalizeRegion(text) {
  return places.regionOf(text ?? "") ?? null;
}

export function decline(part, gender, word, inCase) {
  return people.declineSaid({
    part: String(part ?? ""),
    gender: String(gender ?? ""),
    word: String(word ?? ""),
    inCase: String(inCase ?? ""),
  });
}
