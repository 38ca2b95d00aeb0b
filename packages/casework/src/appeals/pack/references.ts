/** Every id in a pack stands once, and every reference leads to something. */
import type { JsonPath, Problem } from "./problem.ts";
import type { PackFile } from "./shape.ts";

const events = ["forwarded", "overdue", "formal-answer", "refusal", "exhausted"];

export function referenceProblems(file: PackFile): readonly Problem[] {
  const problems: Problem[] = [];
  const error = (path: JsonPath, what: string) => problems.push({ weight: "error", path, what });
  function idsIn(
    part: "calendars" | "authorities" | "rules" | "grounds" | "routes" | "templates",
  ): ReadonlySet<string> {
    const ids = new Set<string>();
    file[part].forEach(({ id }, index) => {
      if (ids.has(id)) error([part, index, "id"], `the id ${id} stands twice in ${part}`);
      ids.add(id);
    });
    return ids;
  }
  const [calendars, authorities, rules] = [idsIn("calendars"), idsIn("authorities"), idsIn("rules")];
  const [grounds, routes, templates] = [idsIn("grounds"), idsIn("routes"), idsIn("templates")];
  function refer(ids: ReadonlySet<string>, id: string | undefined, path: JsonPath): void {
    if (id !== undefined && !ids.has(id)) error(path, `nothing in this pack has the id ${id}`);
  }

  file.authorities.forEach((authority, index) => {
    refer(calendars, authority.calendar, ["authorities", index, "calendar"]);
    refer(authorities, authority.parent, ["authorities", index, "parent"]);
  });
  for (const [index, circle] of parentCircles(file).entries()) {
    if (circle) error(["authorities", index, "parent"], "the parents of this authority lead back to it");
  }
  file.rules.forEach((rule, index) => {
    const path: JsonPath = ["rules", index];
    refer(calendars, rule.term?.calendar, [...path, "term", "calendar"]);
    for (const way of ["max", "to", "totalMax", "noticeWithin"] as const) {
      refer(calendars, rule.extension?.[way]?.calendar, [...path, "extension", way, "calendar"]);
    }
    rule.grounds?.forEach((ground, at) => refer(grounds, ground, [...path, "grounds", at]));
    rule.starts?.forEach((started, at) => refer(rules, started.split("@")[0], [...path, "starts", at]));
  });
  file.grounds.forEach((ground, index) => {
    ground.routes.forEach((route, at) => refer(routes, route, ["grounds", index, "routes", at]));
    ground.basis.forEach((basis, at) => {
      const named =
        typeof basis === "string" ? /\brule ([a-z0-9][a-z0-9.-]*[a-z0-9])/i.exec(basis)?.[1] : undefined;
      refer(rules, named, ["grounds", index, "basis", at]);
    });
  });
  file.routes.forEach((route, index) => {
    refer(authorities, route.to, ["routes", index, "to"]);
    route.rules.forEach((rule, at) => refer(rules, rule, ["routes", index, "rules", at]));
  });
  file.escalations.forEach((edge, index) => {
    const path: JsonPath = ["escalations", index];
    if (edge.from !== "*") for (const from of edge.from.split("|")) refer(routes, from, [...path, "from"]);
    if (edge.to !== "watch:receiver") refer(routes, edge.to, [...path, "to"]);
    for (const on of edge.on.split("|")) {
      const [event, rule] = on.split(":");
      if (rule !== undefined && (event === "overdue" || event === "forward-missing"))
        refer(rules, rule, [...path, "on"]);
      else if (rule !== undefined || !events.includes(on))
        error(
          [...path, "on"],
          `"${on}" is nothing that can happen to a letter: ${events.join(", ")}, overdue:RULE, forward-missing:RULE`,
        );
    }
    refer(rules, edge.before, [...path, "before"]);
    refer(grounds, edge.ground, [...path, "ground"]);
    refer(grounds, /ground == ([a-z0-9.-]+)/i.exec(edge.when ?? "")?.[1], [...path, "when"]);
  });
  file.templates.forEach((template, index) => {
    refer(templates, template.extends, ["templates", index, "extends"]);
    template.route?.forEach((route, at) => refer(routes, route, ["templates", index, "route", at]));
    template.slots.forEach((slot, at) => refer(rules, slot.rule, ["templates", index, "slots", at, "rule"]));
    if (template.lang !== undefined && !file.pack.languages.includes(template.lang)) {
      error(["templates", index, "lang"], `the pack does not name the language ${template.lang}`);
    }
  });
  const told = new Set<string>();
  file.cards?.forEach((card, index) => {
    const path: JsonPath = ["cards", index];
    refer(grounds, card.ground, [...path, "ground"]);
    card.routes?.forEach((route, at) => refer(routes, route, [...path, "routes", at]));
    card.rules?.forEach((rule, at) => refer(rules, rule, [...path, "rules", at]));
    card.grievances.forEach((grievance, at) => {
      if (told.has(grievance)) error([...path, "grievances", at], `two cards answer ${grievance}`);
      told.add(grievance);
    });
    const rests = card.ground !== undefined || (card.rules ?? []).length > 0;
    if (rests !== (card.kind === "answer"))
      error([...path, "kind"], "an answer rests on a ground or on rules, and nothing else does");
  });
  return problems;
}

function parentCircles(file: PackFile): readonly boolean[] {
  const parents = new Map(file.authorities.map(({ id, parent }) => [id, parent]));
  return file.authorities.map(({ id }) => {
    const seen = new Set<string>();
    for (let at = parents.get(id); at !== undefined && !seen.has(at); at = parents.get(at)) {
      if (at === id) return true;
      seen.add(at);
    }
    return false;
  });
}
