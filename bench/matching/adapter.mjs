/**
 * The scoring adapter: anyone can score the matcher on their own data. Build first: npx tsc -b packages/casework. Plain Node 20.
 * Records: {rec_id, name, birth, region, unit, caller, relation, phone, channel}, all strings, any may be empty.
 */
const dist =
  process.env.ANSWERABLE_CASEWORK ?? new URL("../../packages/casework/dist/", import.meta.url).href;
const people = await import(new URL("people/index.js", dist).href);
const units = await import(new URL("units/index.js", dist).href);
const places = await import(new URL("places/index.js", dist).href);

/** Whatever stands in somebody's table: nothing, a number, a page pasted into the wrong column. */
function text(value) {
  return typeof value === "string" || typeof value === "number" ? String(value).slice(0, 1000) : "";
}

export function scoreNames(a, b) {
  return people.scoreOf(people.compareNames(people.nameOf(text(a)), people.nameOf(text(b))).bits);
}

export function scoreUnits(a, b) {
  return units.scoreUnits(text(a), text(b));
}

function rawOf(said) {
  const record = said ?? {};
  return {
    name: text(record.name),
    birth: text(record.birth),
    region: text(record.region),
    unit: text(record.unit),
    phone: text(record.phone),
    caller: text(record.caller),
    relation: text(record.relation),
  };
}

function indexed(records) {
  const index = people.openReportIndex();
  const ids = [];
  for (const record of records) {
    index.put(ids.length, rawOf(record));
    ids.push(record?.rec_id);
  }
  index.settle();
  return { index, ids };
}

export function buildIndex(records) {
  const { index, ids } = indexed(records);
  return {
    search: (record, k) =>
      index
        .search(rawOf(typeof record === "string" ? { name: record } : record), Math.max(0, Number(k ?? 10)))
        .map((found) => ids[found.record]),
  };
}

/** Score: how likely the two are one man; 0.5 stands where evidence for and against is even. */
export function* linkRecords(records) {
  const { index, ids } = indexed(records);
  for (const link of people.linkReports(index, { least: -5 }))
    yield [ids[link.a], ids[link.b], 1 / (1 + 2 ** ((19 - link.bits) / 3))];
}

export function normalizeRegion(said) {
  return places.regionOf(text(said)) ?? null;
}

export function decline(part, gender, word, inCase) {
  return people.declineSaid({
    part: text(part),
    gender: text(gender),
    word: text(word),
    inCase: text(inCase),
  });
}
