/** A new letter: to whom, on what ground, by whom. Its text fills itself from the case and is read on the next screen. */
import type {
  AppealCommandOf,
  AppealId,
  BatchId,
  Case,
  CaseId,
  DraftingQuery,
  DraftingRoute,
  Refusal,
  SignatoryGiven,
} from "@answerable/casework";
import { presentConsent, presentValue } from "@answerable/casework";
import type { OfficeRefusal } from "@answerable/replica";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer, usePage } from "../app/desk.tsx";
import { go } from "../app/route.ts";
import { useSlip } from "../app/slips.tsx";
import { useLang } from "../app/vocab.ts";
import { Choice } from "../parts/Choice.tsx";
import { Line } from "../parts/Line.tsx";
import { Refused } from "../parts/Refused.tsx";
import type { WordId } from "../words/words.ts";
import { Signatories } from "./appeals/Signatories.tsx";

export function Drafting({
  case: id,
  chosen,
}: {
  readonly case: CaseId | undefined;
  readonly chosen: readonly CaseId[];
}) {
  const lang = useLang();
  const drafting = useAnswer<DraftingQuery>({
    type: "Drafting",
    lang,
    ...(id === undefined ? {} : { case: id }),
  });
  const file = useAnswer(id === undefined ? undefined : { type: "CaseFile", case: id });
  if (!drafting || (id !== undefined && file?.type !== "Here")) return <p className="empty large" />;
  if (id === undefined && chosen.length === 0)
    return (
      <p className="empty large">
        <FormattedMessage id="draft.nobody" />
      </p>
    );
  const known = file?.type === "Here" ? file.case : undefined;
  return (
    <Form routes={drafting.routes} grounds={drafting.grounds} known={known} cases={id ? [id] : chosen} />
  );
}

interface Given {
  readonly routes: readonly DraftingRoute[];
  readonly grounds: readonly { readonly id: string; readonly name: string; readonly says: string }[];
  /** undefined: one letter for each of many cases. */
  readonly known: Case | undefined;
  readonly cases: readonly CaseId[];
}

function Form({ routes, grounds, known, cases }: Given) {
  const intl = useIntl();
  const { office, newId } = usePage();
  const lang = useLang();
  const slip = useSlip(`draft/${known?.id ?? "many"}`, {
    route: routes[0]?.id ?? "",
    authority: routes[0]?.offices[0]?.authority ?? "",
    name: routes[0]?.offices[0]?.name ?? "",
    kind: "individual",
    ground: "",
    complainedOf: "",
    signatories: JSON.stringify(known ? signatoriesFrom(known) : []),
  });
  const { write } = slip;
  const { route: routeId, authority, name, ground, complainedOf } = slip.words;
  const route = routes.find((one) => one.id === routeId);
  const kind = slip.words.kind === "collective" ? "collective" : "individual";
  const signatories = JSON.parse(slip.words.signatories) as readonly SignatoryGiven[]; // written in this form
  const [refusal, setRefusal] = useState<Refusal | OfficeRefusal>();
  const [done, setDone] = useState<number>();
  const says = grounds.find((one) => one.id === ground)?.says;
  const template = route?.templates.find((one) => one.isCollective === (kind === "collective"));

  function choose(next: string): void {
    const to = routes.find((one) => one.id === next);
    const [first] = to?.offices ?? [];
    const kinds = to?.collective === true ? {} : { kind: "individual" };
    write({ route: next, authority: first?.authority ?? "", name: first?.name ?? "", ...kinds });
  }
  /** Of the region's own office, unless another was written in its place. */
  function seatOf(written: string): { readonly region?: string } {
    const seat = route?.offices.find((one) => one.authority === authority && one.name === written);
    return seat?.region === undefined ? {} : { region: seat.region };
  }
  function commandFor(
    id: CaseId,
    by: readonly SignatoryGiven[],
    batch?: BatchId,
  ): AppealCommandOf<"DraftAppeal"> {
    return {
      type: "DraftAppeal",
      case: id,
      appeal: newId<AppealId>(),
      pack: route?.pack ?? "",
      route: routeId,
      authority,
      office: name,
      ...seatOf(name),
      complainedOf: complainedOf.trim() === "" ? [] : [complainedOf.trim()],
      kind,
      template: template?.id ?? "",
      slots: {},
      signatories: by,
      ...(ground === "" ? {} : { ground }),
      ...(batch === undefined ? {} : { batch }),
    };
  }
  async function draftOne(id: CaseId): Promise<void> {
    const command = commandFor(
      id,
      signatories.filter((one) => one.name.trim() !== ""),
    );
    const answer = await office.do(command);
    if (!answer.ok) return setRefusal(answer.refusal);
    slip.drop();
    go({ page: "letter", case: id, appeal: command.appeal });
  }
  /** One text, a letter and a clock for each. What a case lacks is seen in its preview. */
  async function draftMany(): Promise<void> {
    const batch = newId<BatchId>();
    for (const [at, id] of cases.entries()) {
      setDone(at);
      const file = await office.ask({ type: "CaseFile", case: id });
      if (file.type !== "Here") continue;
      const command = commandFor(id, signatoriesFrom(file.case), batch);
      const answer = await office.do({ ...command, ...(await ownOffice(id)) });
      if (!answer.ok) {
        setRefusal(answer.refusal);
        setDone(undefined);
        return;
      }
    }
    slip.drop();
    go({ page: "board" });
  }

  /** One text signed by whoever of these families agreed to letters; it lies in the case of the first of them. */
  async function draftTogether(): Promise<void> {
    const signing: { readonly id: CaseId; readonly by: SignatoryGiven }[] = [];
    for (const [at, id] of cases.entries()) {
      setDone(at);
      const file = await office.ask({ type: "CaseFile", case: id });
      if (file.type === "Here") signing.push(...willingOf(file.case).map((by) => ({ id, by })));
    }
    setDone(undefined);
    const [first] = signing;
    if (!first) return setRefusal({ type: "TooFewSignatories", least: 2, field: "signatories" });
    const command = commandFor(
      first.id,
      signing.map(({ by }) => by),
    );
    const answer = await office.do(command);
    if (!answer.ok) return setRefusal(answer.refusal);
    slip.drop();
    go({ page: "letter", case: first.id, appeal: command.appeal });
  }

  /** In a batch each case has its own governor. A name written by hand stands for all. */
  async function ownOffice(id: CaseId): Promise<{ readonly office?: string; readonly region?: string }> {
    const usual = route?.offices.find((one) => one.authority === authority);
    if (usual?.name !== name) return {};
    const own = await office.ask<DraftingQuery>({ type: "Drafting", case: id, lang });
    const seat = own.routes
      .find((one) => one.id === routeId)
      ?.offices.find((one) => one.authority === authority);
    return seat?.region === undefined ? {} : { office: seat.name, region: seat.region };
  }

  const label = (id: WordId) => intl.formatMessage({ id });
  return (
    <form
      className="draft"
      onSubmit={(event) => {
        event.preventDefault();
        const [id] = cases;
        if (known && id) void draftOne(id);
        else void (kind === "collective" ? draftTogether() : draftMany());
      }}
    >
      <h1>
        <FormattedMessage id={known ? "draft.title" : "draft.titleMany"} values={{ count: cases.length }} />
      </h1>
      {known && <p className="name">{presentValue(known, "name").values[0]?.value}</p>}
      <Choose label={label("draft.route")} value={routeId} onChoose={choose} among={routes} />
      {(route?.offices.length ?? 0) > 1 && (
        <Choose
          label={label("draft.level")}
          value={authority}
          onChoose={(next) => {
            const office = route?.offices.find((one) => one.authority === next);
            write({ authority: next, name: office?.name ?? "" });
          }}
          among={(route?.offices ?? []).map((one) => ({ id: one.authority, name: one.name }))}
        />
      )}
      <Line
        label={label("draft.office")}
        value={name}
        onWrite={(text) => write({ name: text })}
        says={label("draft.office.hint")}
      />
      {route?.collective === true && (
        <Choice
          label={label("draft.kind")}
          entries={(["individual", "collective"] as const).map((code) => ({
            code,
            label: label(`draft.kind.${code}`),
          }))}
          value={kind}
          onChoose={(code) => code && write({ kind: code })}
        />
      )}
      <Choose
        label={label("draft.ground")}
        value={ground}
        onChoose={(id) => write({ ground: id })}
        among={[{ id: "", name: label("draft.noGround") }, ...grounds]}
      />
      {says !== undefined && says !== "" && <p className="says">{says}</p>}
      <Line
        label={label("draft.complainedOf")}
        value={complainedOf}
        onWrite={(text) => write({ complainedOf: text })}
      />
      {known && (
        <Signatories
          all={signatories}
          isMany={kind === "collective"}
          onChange={(all) => write({ signatories: JSON.stringify(all) })}
        />
      )}
      {refusal && <Refused refusal={refusal} />}
      {done !== undefined && (
        <p role="status">
          <progress value={done} max={cases.length} />{" "}
          <FormattedMessage id="draft.progress" values={{ done, of: cases.length }} />
        </p>
      )}
      <button type="submit" className="button" data-look="seal" disabled={done !== undefined}>
        <FormattedMessage
          id={known || kind === "collective" ? "draft.make" : "draft.makeMany"}
          values={{ count: cases.length }}
        />
      </button>
    </form>
  );
}

function Choose({
  label,
  value,
  onChoose,
  among,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (id: string) => void;
  readonly among: readonly { readonly id: string; readonly name: string }[];
}) {
  return (
    <label className="line">
      <span className="label">{label}</span>
      <select className="write" value={value} onChange={(event) => onChoose(event.target.value)}>
        {among.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Whoever of the circle has agreed to letters in her name; without one, whoever called first. */
function signatoriesFrom(known: Case): readonly SignatoryGiven[] {
  const [willing] = willingOf(known);
  const [person] = known.people;
  return willing ? [willing] : person ? signatory(known, person) : [];
}

function willingOf(known: Case): readonly SignatoryGiven[] {
  return known.people
    .filter(({ id }) => presentConsent(known, id).includes("letters"))
    .flatMap((person) => signatory(known, person));
}

function signatory(known: Case, person: Case["people"][number]): readonly SignatoryGiven[] {
  const name = presentValue(known, "calledAs", person.id).values[0]?.value ?? person.calledAs;
  if (name.trim() === "") return [];
  const soldier = presentValue(known, "name").values[0]?.value ?? "";
  return [{ name, relation: person.relation, soldier, consent: "spoken", person: person.id }];
}
