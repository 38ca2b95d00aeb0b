/** One thing said, as a page prints it: the words, who says it and through whom, the mark it stands under, its figure, its denial. */
import type { ReactNode } from "react";

import type { Entry } from "../entries.ts";
import type { Matter } from "../record.ts";
import { inLang, type Say } from "./say.ts";
import { answerPath, type Leaf } from "./site.ts";

export function Said({ leaf, entry }: { readonly leaf: Leaf; readonly entry: Entry }): ReactNode {
  const { release, say, site } = leaf;
  const answer = answerPath(site, entry.claim);
  const words = inLang(entry.words, say.lang);
  const figure = entry.provenance.figure && figureIn(entry.provenance.figure, say);
  const denials = release.entries.filter(({ claim }) => entry.deniedBy.includes(claim));
  return (
    <article className="said" id={entry.claim} itemScope itemType="https://schema.org/Claim">
      <p lang={words.lang} itemProp="text">
        {words.text}
      </p>
      {figure !== undefined && <p className="meta">{figure}</p>}
      <Whence entry={entry} say={say} />
      {denials.map((denial) => {
        const denied = inLang(denial.words, say.lang);
        return (
          <div className="denial" key={denial.claim}>
            <p lang={denied.lang}>{denied.text}</p>
            <Whence entry={denial} say={say} />
          </div>
        );
      })}
      {answer !== undefined && (
        <p className="meta reply">
          <a href={answer}>{say("site.reply")}</a>
        </p>
      )}
    </article>
  );
}

/** The same for a reader of feeds: never words without who says them, nor a contested claim without its denial. */
export function saidInLines({ release, say }: Leaf, own: readonly Entry[]): readonly string[] {
  const line = (entry: Entry): string => {
    const way = wayOf(entry, say).way.map(({ text }) => text);
    return `${inLang(entry.words, say.lang).text} (${way.length === 0 ? say("said.nobody") : way.join(" → ")})`;
  };
  return own.flatMap((entry) => [
    line(entry),
    ...release.entries.filter(({ claim }) => entry.deniedBy.includes(claim)).map((one) => `— ${line(one)}`),
  ]);
}

function wayOf(entry: Entry, say: Say) {
  const { origin, through } = entry.provenance;
  const who = origin && entry.attributed ? inLang(origin, say.lang) : undefined;
  return { who, way: [...(who ? [who] : []), ...through.map((one) => inLang(one, say.lang))] };
}

function Whence({ entry, say }: { readonly entry: Entry; readonly say: Say }): ReactNode {
  const { depth, grade } = entry.provenance;
  const { who, way } = wayOf(entry, say);
  return (
    <div className="who">
      <span className={`chip ${grade}`}>{say(`grade.${grade}`)}</span>{" "}
      {way.length === 0 ? (
        say("said.nobody")
      ) : (
        <ol className="chain" aria-label={say("said.chain")}>
          {way.map((one) => (
            <li key={one.text} lang={one.lang}>
              {one.text}
            </li>
          ))}
        </ol>
      )}
      {(depth > 0 || who) && (
        <>
          {" · "}
          <span className="whole">{depth > 0 ? say("said.tellings", { depth }) : say("said.first")}</span>
        </>
      )}
    </div>
  );
}

type Figure = NonNullable<Entry["provenance"]["figure"]>;

/** A range with the words it was read from; never one number where a range was said. undefined: nothing to add. */
function figureIn(figure: Figure, say: Say): string | undefined {
  const { words, min, max } = figure;
  const said = words[say.lang];
  const range = rangeIn(min, max, say);
  const parts = [
    range === undefined ? undefined : say("figure.read", { range: range + unitIn(figure, say) }),
    said === undefined || !/\p{L}/u.test(said) ? undefined : say("figure.said", { words: said }),
  ];
  const known = parts.filter((part) => part !== undefined);
  return known.length > 0 ? known.join("; ") : undefined;
}

/** After a number: what is counted. A unit that we have no word for is left out: it was typed, in one language. */
function unitIn({ unit, min, max }: Figure, say: Say): string {
  const known = units.find((one) => one === unit);
  if (known === undefined) return "";
  const form = min === max ? "exact" : "range";
  return ` ${say(`unit.${known}`, { form, count: max ?? min ?? 0 })}`;
}

const units = ["person", "day", "year", "event", "ratio", "call/day", "message"] as const;

function rangeIn(min: number | undefined, max: number | undefined, say: Say): string | undefined {
  if (min === undefined) return max === undefined ? undefined : say("figure.most", { max: say.number(max) });
  if (max === undefined) return say("figure.least", { min: say.number(min) });
  return min === max ? say.number(min) : say("figure.range", { min: say.number(min), max: say.number(max) });
}

export function originsIn({ min, max }: Matter["origins"], say: Say): string {
  if (max === undefined) return say("origins.open", { min: say.number(min) });
  if (max === 0) return say("origins.none");
  return min === max
    ? say("origins.exact", { min })
    : say("origins.range", { min: say.number(min), max: say.number(max) });
}
