/** What the desk's figures are counted by, and how the codes are said in print. Regions as ISO 3166-2 has them. */
import {
  codesOf,
  grievanceGroups,
  labelOf,
  langs,
  regionLabel,
  regionRows,
  services,
  type Lang,
} from "@answerable/casework";

import type { Site } from "../pages/site.ts";
import type { Period } from "../period.ts";
import type { Words } from "../record.ts";
import type { Domain, TableSpec } from "../table.ts";

const unknown = "unknown";
const notSaid: Words = { ru: "не названо", uk: "не названо", en: "not said" };

/** The detained and refusers are counted at twice k: they are group F. */
export const deskDomain: Domain = {
  k: 5,
  codes: {
    region: [...regionRows().map(({ code }) => code), unknown],
    grievance: [...codesOf(grievanceGroups), unknown],
    service: codesOf(services),
  },
  strict: { grievance: ["F"] },
};

/** The tables of a release, by the names under which they come again: no more often than once a week. */
export const tableNames = ["regions-by-grievance", "service"] as const;
export type TableName = (typeof tableNames)[number];

export function tablesFor(names: readonly TableName[], period: Period): readonly TableSpec[] {
  return names.map((name): TableSpec => {
    switch (name) {
      case "regions-by-grievance":
        return { name, dimensions: ["region", "grievance"], period };
      case "service":
        return { name, dimensions: ["service"], period };
    }
  });
}

function saidIn(label: (lang: Lang) => string | undefined): Words {
  return Object.fromEntries(langs.map((lang) => [lang, label(lang)]));
}

export const deskCodes: Site["codes"] = {
  region: {
    ...Object.fromEntries(
      regionRows().map(({ code }) => [code, saidIn((lang) => regionLabel(code, lang))] as const),
    ),
    [unknown]: notSaid,
  },
  grievance: {
    ...Object.fromEntries(
      codesOf(grievanceGroups).map(
        (code) => [code, saidIn((lang) => labelOf(grievanceGroups, code, lang))] as const,
      ),
    ),
    [unknown]: notSaid,
  },
  service: Object.fromEntries(
    codesOf(services).map((code) => [code, saidIn((lang) => labelOf(services, code, lang))] as const),
  ),
};
