/** The chronicle, newest first, and the dossier of each matter. */
import type { ReactNode } from "react";

import type { Entry } from "../entries.ts";
import type { Matter } from "../record.ts";
import { Said, originsIn } from "./entry.tsx";
import { inLang } from "./say.ts";
import { answerPath, dossierPath, pathTo, type Leaf } from "./site.ts";

export function Chronicle({ leaf }: { readonly leaf: Leaf }): ReactNode {
  const { say, release } = leaf;
  return (
    <>
      <h1>{say("chronicle.title")}</h1>
      <p className="lead">{say("chronicle.lead")}</p>
      {release.matters.length === 0 && <p>{say("chronicle.empty")}</p>}
      <Matters leaf={leaf} matters={inOrder(release.matters)} heading="h2" />
    </>
  );
}

/** Newest first by the earliest day that is printed; what has none comes last. */
export function inOrder(matters: readonly Matter[]): readonly Matter[] {
  const from = ({ time }: Matter): string => time?.replace(/^[./~]+/u, "") ?? "";
  return matters.toSorted((a, b) => (from(a) === from(b) ? 0 : from(a) < from(b) ? 1 : -1));
}

export function Matters({
  leaf,
  matters,
  heading: Heading,
}: {
  readonly leaf: Leaf;
  readonly matters: readonly Matter[];
  /** One below what stands above. */
  readonly heading: "h2" | "h3";
}): ReactNode {
  const { say, release } = leaf;
  return matters.map((matter) => {
    const title = inLang(matter.title, say.lang);
    const own = entriesOf(matter, release.entries);
    const first = own.find(({ mayHeadline }) => mayHeadline) ?? own[0];
    const words = first && inLang(first.words, say.lang);
    const denials = release.entries.filter(({ claim }) => first?.deniedBy.includes(claim));
    return (
      <article className="matter" key={matter.incident}>
        <p className="meta">
          {matter.time === undefined ? say("chronicle.undated") : say.when(matter.time)}
          {matter.places.map((place) => ` · ${inLang(place, say.lang).text}`).join("")}
        </p>
        <Heading lang={title.lang}>
          <a href={pathTo({ depth: 1 }, dossierPath(say.lang, matter.incident))}>{title.text}</a>
        </Heading>
        {words && <p lang={words.lang}>{words.text}</p>}
        {denials.map((denial) => {
          const denied = inLang(denial.words, say.lang);
          return (
            <p className="denial" key={denial.claim} lang={denied.lang}>
              {denied.text}
            </p>
          );
        })}
        <p className="who">
          <span className={`chip ${matter.grade}`}>{say(`grade.${matter.grade}`)}</span>
          <span className="apart"> · </span>
          {originsIn(matter.origins, say)}
        </p>
      </article>
    );
  });
}

export function Dossier({ leaf, matter }: { readonly leaf: Leaf; readonly matter: Matter }): ReactNode {
  const { say, release, site } = leaf;
  const answer = answerPath(site, matter.incident);
  const title = inLang(matter.title, say.lang);
  const own = entriesOf(matter, release.entries);
  const answered = release.entries.filter(({ claim }) => own.some(({ denies }) => denies.includes(claim)));
  return (
    <article itemScope itemType="https://schema.org/Event">
      <h1 lang={title.lang} itemProp="name">
        {title.text}
      </h1>
      <dl className="facts">
        <dt>{say("dossier.when")}</dt>
        <dd>{matter.time === undefined ? say("dossier.noDate") : say.when(matter.time)}</dd>
        {matter.places.length > 0 && (
          <>
            <dt>{say("dossier.where")}</dt>
            <dd itemProp="location">
              {matter.places.map((place) => inLang(place, say.lang).text).join(", ")}
            </dd>
          </>
        )}
        <dt>{say("dossier.known")}</dt>
        <dd>
          <span className={`chip ${matter.grade}`}>{say(`grade.${matter.grade}`)}</span>
          <span className="apart"> · </span>
          {originsIn(matter.origins, say)}
        </dd>
      </dl>
      <p className="meta">{say(`gradeWhy.${matter.grade}`)}</p>
      {answered.length > 0 && (
        <section>
          <h2>{say("dossier.denies")}</h2>
          {answered.map((entry) => (
            <Said key={entry.claim} leaf={leaf} entry={entry} />
          ))}
        </section>
      )}
      <h2>{say("dossier.claims")}</h2>
      {own.map((entry) => (
        <Said key={entry.claim} leaf={leaf} entry={entry} />
      ))}
      {matter.withheld && <p className="note">{say("dossier.withheld")}</p>}
      {answer !== undefined && (
        <p className="reply ask">
          {say("site.answerAsk")} <a href={answer}>{say("site.answer")}</a>
        </p>
      )}
    </article>
  );
}

export function entriesOf(matter: Matter, entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ provenance }) => provenance.incident === matter.incident);
}
