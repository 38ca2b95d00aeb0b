/** Linking reports of one soldier: recall at a given precision, and how many true pairs were proposed at all. */
export function truePairs(records) {
  const bySoldier = new Map();
  for (const record of records)
    bySoldier.set(record.soldier, [...(bySoldier.get(record.soldier) ?? []), record.rec_id]);
  let count = 0;
  for (const ids of bySoldier.values()) count += (ids.length * (ids.length - 1)) / 2;
  return count;
}

export function measureLinks(records, links) {
  const soldierOf = new Map(records.map((record) => [record.rec_id, record.soldier]));
  const all = truePairs(records);
  const scored = [];
  let proposed = 0;
  for (const [a, b, score] of links) {
    const right = soldierOf.get(a) === soldierOf.get(b);
    if (right) proposed += 1;
    scored.push({ a, b, score, right });
  }
  scored.sort((x, y) => y.score - x.score);
  const recallAt = (precision) => {
    let right = 0;
    let best = 0;
    for (let at = 0; at < scored.length; at += 1) {
      if (scored[at].right) right += 1;
      if (right / (at + 1) >= precision) best = right / all;
    }
    return best;
  };
  return {
    at95: recallAt(0.95),
    at99: recallAt(0.99),
    proposed: proposed / all,
    pairs: scored.length,
    scored,
  };
}
