import { describe, expect, test } from "vitest";

import { migrations } from "./migrations/index.ts";
import { brokenRules } from "./schema-rules.ts";

const desk = `-- dist: desk
create table app.desk (
  desk text not null,
  primary key (desk)
);
`;
const good = `-- dist: desk
create table app.shelf (
  desk text not null,
  n integer not null,
  primary key (desk, n),
  foreign key (desk) references app.desk (desk) on delete restrict
);`;

describe("the schema", () => {
  test("every migration keeps every rule", () => {
    migrations.forEach(({ sql }, at) => {
      expect(
        brokenRules(
          sql,
          migrations.slice(0, at).map((each) => each.sql),
        ),
      ).toEqual([]);
    });
  });

  test("migrations are numbered from one without gaps", () => {
    expect(migrations.map((each) => each.number)).toEqual(migrations.map((_, at) => at + 1));
  });

  test("a good table is not complained of", () => {
    expect(brokenRules(desk + good)).toEqual([]);
  });
});

describe("a broken rule is found", () => {
  const table = (body: string, head = "-- dist: desk\ncreate table app.shelf") =>
    `${desk}${head} (\n${body}\n);`;
  test.each([
    ["a table in public", good.replace("app.shelf", "public.shelf"), "public"],
    ["a table in no schema", good.replace("app.shelf", "shelf"), "not in the schema app"],
    ["a table that does not say how it is spread", good.replace("-- dist: desk\n", ""), "how it is spread"],
    [
      "a table spread in a way that there is not",
      good.replace("dist: desk", "dist: everywhere"),
      "how it is spread",
    ],
    ["a table without a primary key", table("  desk text not null"), "no primary key"],
    [
      "a primary key that does not begin with the desk",
      table("  desk text,\n  n integer,\n  primary key (n, desk)"),
      "begin with desk",
    ],
    [
      "a unique key across desks",
      table("  desk text,\n  id text,\n  primary key (desk),\n  unique (id)"),
      "begin with desk",
    ],
    ["a unique column", table("  desk text,\n  id text unique,\n  primary key (desk)"), "begin with desk"],
    ["an index across desks", `${good}\ncreate index shelf_n on app.shelf (n);`, "begin with desk"],
    [
      "a foreign key without the desk",
      table(
        "  desk text,\n  other text,\n  primary key (desk),\n  foreign key (other) references app.desk (desk)",
      ),
      "begin with desk",
    ],
    [
      "a foreign key beside a column, without the desk",
      table("  desk text,\n  other text references app.desk (desk),\n  primary key (desk)"),
      "begin with desk",
    ],
    [
      "a reference table that references a desk's",
      table(
        "  n text references app.desk (desk),\n  primary key (n)",
        "-- dist: reference\ncreate table app.shelf",
      ),
      "not a desk's table",
    ],
    ["a trigger", "create trigger t after insert on app.shelf execute function f();", "no triggers"],
    ["a rule", "create rule r as on insert to app.shelf do nothing;", "no rules"],
    ["inheritance", `${good.slice(0, -1)} inherits (app.desk);`, "no inheritance"],
    [
      "an exclusion",
      table("  desk text,\n  primary key (desk),\n  exclude using gist (desk with =)"),
      "no exclusion",
    ],
    ["a serial", table("  desk text,\n  n bigserial,\n  primary key (desk, n)"), "no sequences"],
    [
      "an identity",
      table("  desk text,\n  n bigint generated always as identity,\n  primary key (desk, n)"),
      "no sequences",
    ],
    ["a sequence", "create sequence app.n;", "no sequences"],
    [
      "a time made by the database",
      table("  desk text,\n  at timestamptz default now(),\n  primary key (desk)"),
      "made in the program",
    ],
    [
      "an id made by the database",
      table("  desk text default gen_random_uuid(),\n  primary key (desk)"),
      "made in the program",
    ],
    ["an advisory lock", "select pg_advisory_lock(1);", "no advisory locks"],
    ["a dropped column", "alter table app.desk drop column head;", "only add"],
    ["a renamed column", "alter table app.desk rename column head to top;", "only add"],
    [
      "a foreign key that sets null",
      table(
        "  desk text,\n  primary key (desk),\n  foreign key (desk) references app.desk (desk) on delete set null",
      ),
      "cascade or restrict",
    ],
    ["a transaction of its own", "begin;\nselect 1;\ncommit;", "given its transaction"],
  ])("%s", (_, sql, rule) => {
    expect(brokenRules(sql, [desk]).join("; ")).toContain(rule);
  });
});
