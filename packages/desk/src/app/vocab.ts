/** The vocabularies as lists to choose from, in the language of the page. Labels belong to casework, order too. */
import {
  channels,
  codesOf,
  consentScopes,
  contactKinds,
  dispositions,
  fates,
  grievances,
  labelOf,
  outcomes,
  relations,
  services,
  sources,
  stages,
  whereabouts,
  type Code,
  type Lang,
  type Vocabulary,
} from "@answerable/casework";
import { useMemo } from "react";
import { useIntl } from "react-intl";

export interface CodeEntry<C extends string> {
  readonly code: C;
  readonly label: string;
  readonly shown?: string;
}

export function useLang(): Lang {
  return useIntl().locale as Lang; // main.tsx sets the locale from the list of languages
}

function entriesOf<V extends Vocabulary>(vocab: V, lang: Lang): readonly CodeEntry<Code<V>>[] {
  return codesOf(vocab).map((code) => ({ code, label: labelOf(vocab, code, lang) }));
}

export function useEntries<V extends Vocabulary>(vocab: V): readonly CodeEntry<Code<V>>[] {
  const lang = useLang();
  return useMemo(() => entriesOf(vocab, lang), [vocab, lang]);
}

/** Grievances are known by their codes: A1, G2. */
export function useGrievances(): readonly CodeEntry<Code<typeof grievances>>[] {
  const entries = useEntries(grievances);
  return useMemo(
    () => entries.map((entry) => (/^[A-Z]\d?$/.test(entry.code) ? { ...entry, shown: entry.code } : entry)),
    [entries],
  );
}

export {
  channels,
  consentScopes,
  contactKinds,
  dispositions,
  fates,
  grievances,
  outcomes,
  relations,
  services,
  sources,
  stages,
  whereabouts,
};

export function Label<V extends Vocabulary>({ of, code }: { readonly of: V; readonly code: Code<V> }) {
  return labelOf(of, code, useLang());
}
