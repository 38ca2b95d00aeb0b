/** Circles in what should be a line of descent. One walk without recursion, so that a long line cannot overflow. */
export function nodesOnCircles(next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const indegree = new Map<string, number>();
  const nodes = new Set<string>();
  for (const [from, targets] of next) {
    nodes.add(from);
    for (const to of targets) {
      nodes.add(to);
      indegree.set(to, (indegree.get(to) ?? 0) + 1);
    }
  }
  const forward = peeled(nodes, next, indegree);
  // What only lies behind a circle is not on it: peel once more from the other side.
  const back = new Map<string, string[]>();
  const outdegree = new Map<string, number>();
  for (const from of forward) {
    for (const to of next.get(from) ?? []) {
      if (!forward.has(to)) continue;
      back.set(to, [...(back.get(to) ?? []), from]);
      outdegree.set(from, (outdegree.get(from) ?? 0) + 1);
    }
  }
  return peeled(forward, back, outdegree);
}

function peeled(
  nodes: ReadonlySet<string>,
  next: ReadonlyMap<string, readonly string[]>,
  degree: Map<string, number>,
): ReadonlySet<string> {
  const left = new Set(nodes);
  const free = [...nodes].filter((node) => !degree.get(node));
  for (let node = free.pop(); node !== undefined; node = free.pop()) {
    left.delete(node);
    for (const to of next.get(node) ?? []) {
      const remaining = (degree.get(to) ?? 0) - 1;
      degree.set(to, remaining);
      if (remaining === 0) free.push(to);
    }
  }
  return left;
}
