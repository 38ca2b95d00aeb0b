/** What must be true of a desk's log in PostgreSQL, whatever happened on the way. Returns what is not. */
import pg from "pg";

export async function faultsOfLog(
  url: string,
  acknowledged: ReadonlyMap<string, number>,
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const faults: string[] = [];
    const { rows } = await client.query<{ readonly id: string; readonly place: string }>(
      "select id, place from app.sheet",
    );
    const places = new Map(rows.map((row) => [row.id, Number(row.place)]));
    if (places.size !== rows.length) faults.push("a sheet is there twice");
    for (const [id, place] of acknowledged) {
      if (places.get(id) !== place)
        faults.push(`a sheet answered with place ${place} is at ${places.get(id) ?? "no place"}`);
    }
    const checks: readonly (readonly [string, string])[] = [
      [
        "places have gaps",
        `select d.desk from app.desk d left join app.sheet s on s.desk = d.desk group by d.desk, d.head
          having count(s.place) <> d.head or coalesce(max(s.place), 0) <> d.head`,
      ],
      [
        "folder numbers have gaps",
        "select folder from app.sheet group by desk, folder having count(*) <> max(number) or min(number) <> 1",
      ],
      [
        "a sheet does not chain",
        `select s.id from app.sheet s left join app.sheet p
            on p.desk = s.desk and p.folder = s.folder and p.number = s.number - 1
          where s.prev is distinct from p.hash`,
      ],
      [
        "a card is not of its folder's newest sheet",
        `select s.folder from (select distinct on (desk, folder) desk, folder, number, place from app.sheet
            order by desk, folder, number desc) s
          left join app.card c on c.desk = s.desk and c.folder = s.folder
          where c.number is distinct from s.number or c.place is distinct from s.place`,
      ],
      [
        "a folder has no key",
        `select s.folder from app.sheet s left join app.folder_key k on k.desk = s.desk and k.folder = s.folder
          where k.folder is null`,
      ],
    ];
    for (const [fault, sql] of checks) {
      const { rowCount } = await client.query(sql);
      if (rowCount !== 0) faults.push(`${fault}: ${rowCount}`);
    }
    return faults;
  } finally {
    await client.end();
  }
}
