/** The newest release in PostgreSQL. Its number is the key: of two who publish the same number one is refused. */
import type { KeptPublication, PublicationPut, PublicationStore } from "../publications/publication-store.ts";
import type { Database } from "./database.ts";
import { isUniqueViolation, retrying } from "./failures.ts";

export function publicationStore({ tables, retry }: Database): PublicationStore {
  async function newest(): Promise<KeptPublication | undefined> {
    return tables
      .selectFrom("app.publication")
      .select(["release", "archive"])
      .orderBy("release", "desc")
      .limit(1)
      .executeTakeFirst();
  }

  async function publish({ release, archive }: KeptPublication): Promise<PublicationPut> {
    const there = await newest();
    const number = there?.release ?? 0;
    if (there && release === number && Buffer.compare(there.archive, archive) === 0) return "Published";
    if (release !== number + 1) return { behind: number };
    try {
      await tables.transaction().execute(async (transaction) => {
        await transaction
          .insertInto("app.publication")
          .values({ release, archive: Buffer.from(archive) })
          .execute();
        await transaction.deleteFrom("app.publication").where("release", "<", release).execute();
      });
    } catch (cause) {
      if (isUniqueViolation(cause)) return publish({ release, archive });
      throw cause;
    }
    return "Published";
  }

  return {
    publication: (after) =>
      retrying(retry, async () => {
        const row = await tables
          .selectFrom("app.publication")
          .select(["release", "archive"])
          .where("release", ">", after)
          .orderBy("release", "desc")
          .limit(1)
          .executeTakeFirst();
        return row;
      }),
    publish: (publication) => retrying(retry, () => publish(publication)),
  };
}
