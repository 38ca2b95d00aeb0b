/** Things that turn out to be one: joins in any order, components in nearly linear time. */
export interface Joined {
  join(left: number, right: number): void;
  find(member: number): number;
}

export function joinable(size: number): Joined {
  const parent = Int32Array.from({ length: size }, (_, index) => index);
  const above = (member: number): number => parent[member] ?? member;
  function find(member: number): number {
    let root = member;
    while (above(root) !== root) root = above(root);
    for (let at = member; at !== root;) {
      const next = above(at);
      parent[at] = root;
      at = next;
    }
    return root;
  }
  return {
    find,
    join(left, right) {
      const first = find(left);
      const second = find(right);
      if (first !== second) parent[Math.max(first, second)] = Math.min(first, second);
    },
  };
}

/** How many components there are among some of the members. */
export function componentsAmong(joined: Joined, members: Iterable<number>): number {
  const roots = new Set<number>();
  for (const member of members) roots.add(joined.find(member));
  return roots.size;
}
