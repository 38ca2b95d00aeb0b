/** Letters: every slot named in a text is declared, every required slot is used, and no template extends itself. */
import type { JsonPath, Problem } from "./problem.ts";
import { grammarCases, type PackFile } from "./shape.ts";

type TemplateFile = PackFile["templates"][number];

/** "{applicant.full_name:genitive}": the slot, and the grammatical case if one is asked for. */
export interface SlotUse {
  readonly slot: string;
  readonly grammar: string | undefined;
}

export function slotsUsed(text: string): readonly SlotUse[] {
  return [...text.matchAll(/\{([^{}:]+)(?::([^{}]+))?\}/g)].map(([, slot, grammar]) => ({
    slot: slot ?? "",
    grammar,
  }));
}

export function templateProblems(file: PackFile): readonly Problem[] {
  return file.templates.flatMap((template, index) => problemsOf(file, template, ["templates", index]));
}

function problemsOf(file: PackFile, template: TemplateFile, path: JsonPath): readonly Problem[] {
  const problems: Problem[] = [];
  const error = (inside: JsonPath, what: string) =>
    problems.push({ weight: "error", path: [...path, ...inside], what });
  const declared = slotsOf(file, template);
  if (!declared)
    return [{ weight: "error", path: [...path, "extends"], what: "the template extends itself" }];
  const ids = new Set(declared.map(({ id }) => id));
  const used = new Set<string>();
  template.body?.forEach((block, at) => {
    if (block.if !== undefined && !ids.has(block.if))
      error(["body", at, "if"], `no slot ${block.if} is declared`);
    for (const { slot, grammar } of slotsUsed(block.text)) {
      used.add(slot);
      if (!ids.has(slot)) error(["body", at, "text"], `no slot ${slot} is declared`);
      if (grammar !== undefined && !new Set<string>(grammarCases).has(grammar))
        error(["body", at, "text"], `${grammar} is no grammatical case`);
    }
    const leftOver = block.text.replace(/\{[^{}]*\}/g, "");
    if (/[{}]/.test(leftOver)) error(["body", at, "text"], "a brace is not closed");
  });
  template.slots.forEach((slot, at) => {
    if (template.body && slot.required && !used.has(slot.id))
      error(["slots", at], `the slot ${slot.id} is required but stands nowhere in the letter`);
  });
  if (!template.body && file.pack.schema !== "answerable.legal-pack/0.1")
    error([], `${template.id} has no text`);
  return problems;
}

/** The template's own slots and those of the one it extends. undefined: it extends itself. */
export function slotsOf(
  file: Pick<PackFile, "templates">,
  template: TemplateFile,
): readonly TemplateFile["slots"][number][] | undefined {
  const slots = new Map<string, TemplateFile["slots"][number]>();
  const seen = new Set<string>();
  for (let at: TemplateFile | undefined = template; at;) {
    if (seen.has(at.id)) return undefined;
    seen.add(at.id);
    for (const slot of at.slots) if (!slots.has(slot.id)) slots.set(slot.id, slot);
    const above: string | undefined = at.extends;
    at = above === undefined ? undefined : file.templates.find(({ id }) => id === above);
  }
  return [...slots.values()];
}
