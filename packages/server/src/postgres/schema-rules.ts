/**
 * The rules that keep PostgreSQL 15 to 18, the embedded one and Citus all content, read off the SQL of a migration. Returns
 * what is broken, in words; an empty list is a good migration.
 */
type Spread = "desk" | "reference" | "local";

interface Table {
  readonly name: string;
  readonly spread: Spread | undefined;
  readonly body: string;
}

export function brokenRules(sql: string, earlier: readonly string[] = []): readonly string[] {
  const broken: string[] = [];
  const tables = tablesOf(sql);
  const known = new Map([...earlier.flatMap(tablesOf), ...tables].map((table) => [table.name, table]));
  const code = sql.replaceAll(/--.*$/gm, "");

  for (const [pattern, rule] of forbidden) if (pattern.test(code)) broken.push(rule);
  for (const table of tables) broken.push(...brokenByTable(table, known));
  for (const [, name = ""] of code.matchAll(
    /create\s+(?:unique\s+)?index\b[^;]*?\bon\s+([\w.]+)\s*\(\s*(?!desk\b)/gi,
  )) {
    if (known.get(name)?.spread === "desk") broken.push(`an index of ${name} does not begin with desk`);
  }
  return broken;
}

const forbidden: readonly (readonly [RegExp, string])[] = [
  [/\bpublic\s*\./i, "the schema public is not ours"],
  [/create\s+(?:or\s+replace\s+)?(?:constraint\s+)?trigger\b/i, "no triggers"],
  [/create\s+(?:or\s+replace\s+)?rule\b/i, "no rules"],
  [/\binherits\b/i, "no inheritance"],
  [/\bexclude\s+(?:using|\()/i, "no exclusion constraints"],
  [
    /\b(?:small|big)?serial\b|\bgenerated\b[^,;]*\bas\s+identity\b|create\s+sequence\b|\bnextval\s*\(/i,
    "no sequences",
  ],
  [
    /\bnow\s*\(|\bcurrent_timestamp\b|\bclock_timestamp\s*\(|\bgen_random_uuid\s*\(|\brandom\s*\(/i,
    "ids and times are made in the program",
  ],
  [/\bpg_(?:try_)?advisory/i, "no advisory locks"],
  [/\bdrop\s+(?:table|column|schema)\b|\brename\s+(?:to|column)\b|\btruncate\b/i, "migrations only add"],
  [/\bon\s+(?:delete|update)\s+set\b/i, "foreign keys cascade or restrict"],
  [/^\s*(?:begin|commit|rollback)\b/im, "a migration is given its transaction"],
];

function tablesOf(sql: string): readonly Table[] {
  const found: Table[] = [];
  const pattern =
    /((?:^[ \t]*--.*\n)*)^[ \t]*create\s+table\s+(?:if\s+not\s+exists\s+)?([\w."]+)\s*\(([\s\S]*?)\n?\)\s*;/gim;
  for (const [, comments = "", name = "", body = ""] of sql.matchAll(pattern)) {
    const spread = /--\s*dist:\s*(desk|reference|local)\s*$/im.exec(comments)?.[1];
    found.push({ name, spread: isSpread(spread) ? spread : undefined, body });
  }
  return found;
}

function isSpread(text: string | undefined): text is Spread {
  return text === "desk" || text === "reference" || text === "local";
}

function brokenByTable(table: Table, known: ReadonlyMap<string, Table>): readonly string[] {
  const { name, spread, body } = table;
  const broken: string[] = [];
  if (!name.startsWith("app.")) broken.push(`${name} is not in the schema app`);
  if (spread === undefined)
    broken.push(`${name} does not say how it is spread (-- dist: desk | reference | local)`);
  if (!/\bprimary\s+key\b/i.test(body)) broken.push(`${name} has no primary key`);
  if (spread === "desk") broken.push(...brokenKeys(table));
  broken.push(...brokenReferences(table, known));
  return broken;
}

function brokenKeys({ name, body }: Table): readonly string[] {
  const broken: string[] = [];
  for (const [, kind = "", columns = ""] of body.matchAll(/\b(primary\s+key|unique)\s*\(([^)]*)\)/gi)) {
    if (firstOf(columns) !== "desk")
      broken.push(`a ${kind.toLowerCase()} of ${name} does not begin with desk`);
  }
  for (const [, column = "", kind = ""] of body.matchAll(
    /^\s*(\w+)\s+[^,(]*\b(primary\s+key|unique)\b(?!\s*\()/gim,
  )) {
    if (column !== "desk") broken.push(`a ${kind.toLowerCase()} of ${name} does not begin with desk`);
  }
  return broken;
}

function brokenReferences(
  { name, spread, body }: Table,
  known: ReadonlyMap<string, Table>,
): readonly string[] {
  const broken: string[] = [];
  for (const [, own = "", target = "", theirs = ""] of referencesOf(body)) {
    const to = known.get(target)?.spread;
    if (to === undefined) broken.push(`${name} references ${target}, which is not known`);
    if (spread === "desk" && to === "desk" && (firstOf(own) !== "desk" || firstOf(theirs) !== "desk")) {
      broken.push(`a foreign key of ${name} does not begin with desk`);
    }
    if (spread !== "desk" && to === "desk") broken.push(`${name} is not a desk's table and references one`);
  }
  return broken;
}

/** [whole, own columns, table, its columns] of the foreign keys written as a line of their own or beside a column. */
function referencesOf(body: string): readonly (readonly string[])[] {
  const lines = [...body.matchAll(/foreign\s+key\s*\(([^)]*)\)\s*references\s+([\w.]+)\s*\(([^)]*)\)/gi)];
  const beside = [
    ...body.matchAll(/^\s*(?!foreign\b)(\w+)\s[^\n]*?\breferences\s+([\w.]+)\s*\(([^)]*)\)/gim),
  ];
  return [...lines, ...beside];
}

function firstOf(columns: string): string {
  return columns.split(",")[0]?.trim() ?? "";
}
