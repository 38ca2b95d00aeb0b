/** Search by name over a register of soldiers: how often the man is first, how often among ten, by group and by kind of error. */
import { performance } from "node:perf_hooks";

import { drawSoldier, kindsOfError, openRandom } from "./generate.mjs";
import { patronymicOf } from "./grammar.mjs";

export function drawRegister(seed, count) {
  const random = openRandom(seed);
  return Array.from({ length: count }, (_, at) => ({ ...drawSoldier(random), id: `s${at}` }));
}

export function registerRecords(soldiers) {
  return soldiers.map((s) => ({
    rec_id: s.id,
    name: `${s.surname} ${s.given} ${patronymicOf(s.father)}`,
    birth: "",
    region: "",
    unit: "",
    caller: "",
    relation: "",
    phone: "",
    channel: "",
  }));
}

export function drawQueries(soldiers, seed, perKind) {
  const random = openRandom(seed);
  const queries = [];
  for (const kind of Object.keys(kindsOfError))
    for (let n = 0; n < perKind; n += 1) {
      const soldier = random.pick(soldiers);
      queries.push({ kind, group: soldier.group, soldier, text: kindsOfError[kind](random, soldier) });
    }
  return queries;
}

/** Whether the man found bears every part of the name that was said: of twenty Иванов Иван none is more asked for than another. */
function isAsked(query, found) {
  const { soldier, kind, text } = query;
  if (found.surname !== soldier.surname) return false;
  if (kind === "initials")
    return found.given[0] === soldier.given[0] && found.father[0] === soldier.father[0];
  if (found.given !== soldier.given) return false;
  return (
    found.father === soldier.father ||
    (kind !== "glued" &&
      !/ич|вна|[iy]ch|icz|itsch|itch|i4|bx|ić|ič/iu.test(text.split(/\s+/u).slice(1).join(" ")))
  );
}

/** Namesakes in all parts cannot be told apart by name: whoever bears the very name counts as found. */
export function measure(queries, search) {
  const byKind = {};
  const byGroup = {};
  const times = [];
  const misses = [];
  let borne = 0;
  for (const query of queries) {
    const begin = performance.now();
    const found = search(query.text, 10);
    times.push(performance.now() - begin);
    const full = (s) => `${s.surname}|${s.given}|${s.father}`;
    const place = found.findIndex((s) => full(s) === full(query.soldier));
    const isBorne = found.some((soldier) => isAsked(query, soldier));
    if (isBorne) borne += 1;
    for (const [table, key] of [
      [byKind, query.kind],
      [byGroup, query.group],
    ]) {
      table[key] ??= { asked: 0, first: 0, ten: 0, borne: 0 };
      table[key].asked += 1;
      if (place === 0) table[key].first += 1;
      if (place >= 0) table[key].ten += 1;
      if (isBorne) table[key].borne += 1;
    }
    if (place < 0) misses.push(query);
  }
  times.sort((a, b) => a - b);
  const ten = queries.length - misses.length;
  return {
    byKind,
    byGroup,
    misses,
    all: ten / queries.length,
    borne: borne / queries.length,
    p50: times[times.length >> 1],
    p95: times[Math.floor(times.length * 0.95)],
  };
}
