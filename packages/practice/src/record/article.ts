/**
 * The seed article as a ledger that may be printed: its claims as taken apart, with the words a person chose for print in
 * three languages, and what she holds back. The facts, places and officials are the article's own; nobody private is named.
 */
import article from "@answerable/casework/article.json" with { type: "json" };

import printed from "./printed.json" with { type: "json" };

type Row = Readonly<Record<string, unknown>>;
type Printed = Readonly<Record<string, Row>>;

const claims: Printed = printed.claims;
const held: Readonly<Record<string, string>> = printed.held;

/** In the shape of a claims file: it is read and checked like any other. */
export function articleForPrint(): Row {
  return {
    ...article,
    claims: article.claims.map((claim) => {
      const why = held[claim.id];
      const words = claims[claim.id];
      return {
        ...claim,
        ...(words && { printed: { en: claim.text, ...words } }),
        ...(why !== undefined && { publication: { level: "withhold", rules: ["HOLD"], note: why } }),
      };
    }),
    incidents: withWords(article.incidents, printed.incidents),
    agents: withWords(article.agents, printed.agents),
    places: withWords(article.places, printed.places),
  };
}

function withWords(rows: readonly (Row & { readonly id: string })[], words: Printed): readonly Row[] {
  return rows.map((row) => ({ ...row, ...(words[row.id] && { printed: words[row.id] }) }));
}
