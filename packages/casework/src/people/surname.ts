/**
 * A surname as it may have stood in the nominative. Иванова is Иванов's wife or Иванов himself in the genitive; Кравца is Кравец. Whatever the
 * case and the sex, one man's surname has one stem here, so that forms of it meet exactly and the distance is spent on hearing only.
 */
const adjective = /(ск|цк)(?:и|а|е|у|ого|ого|ому|им|ом|ая|ои|ую|ою|еи|ею|их|ими|ого|о)$/u;
const possessive = /(ов|ев|ин)(?:а|у|им|ом|ем|е|ои|ою|и|их|ими|еи)$/u;
const nounEnding =
  /(?:ами|ями|ого|ему|ому|его|ою|ею|ая|яя|ую|юю|ои|еи|ом|ем|им|ам|ям|ах|ови|еви|а|я|у|ю|и|е|о)$/u;
const strongFamily =
  /(?:ов|ев|ин|ск|цк|енк|чук|юк|ак|як|ук|ян|янц|швил|џе|ич|их|ец|ко|иев|аев|оев|ия|уа|ава|ени|улин|улл)$/u;

export interface SurnameStem {
  readonly stem: string;
  /** 0 for the plain reading; a little for one that supposes an ending or a lost vowel. */
  readonly supposed: number;
}

/** Of a fine form. The first stem is the likeliest. */
export function surnameStems(form: string): readonly SurnameStem[] {
  if (form.length < 4)
    return [
      { stem: form, supposed: 0 },
      ...(/[ая]$/u.test(form) && form.length === 3 ? [{ stem: form.slice(0, -1), supposed: 0.1 }] : []),
    ];
  const bare = adjective.exec(form);
  if (bare) return [{ stem: form.slice(0, bare.index + 2), supposed: 0 }];
  const owned = possessive.exec(form);
  if (owned && owned.index > 1) return [{ stem: form.slice(0, owned.index + 2), supposed: 0 }];
  if (/(?:ов|ев|ин)$/u.test(form) || form.endsWith("их")) return [{ stem: form, supposed: 0 }];
  const ending = nounEnding.exec(form);
  const clan = clanForms(form);
  if (clan.length > 0) return clan;
  if (!ending) {
    const fleeting = withoutFleeting(form);
    return fleeting
      ? [
          { stem: form, supposed: 0 },
          { stem: fleeting, supposed: 0.05 },
        ]
      : [{ stem: form, supposed: 0 }];
  }
  let stem = form.slice(0, ending.index);
  if (stem.length < 2) stem = form.slice(0, -1);
  const stems: SurnameStem[] = [{ stem, supposed: 0 }];
  // Ахтем is a whole surname, Мельничуком is not: both readings stay.
  if (/[мх]$/u.test(form) || ending[0].length > 1)
    stems.push({ stem: /[аеиоуюя]$/u.test(form) ? form.slice(0, -1) : form, supposed: 0.1 });
  return stems;
}

/** Гогичаты, Байрамукъланы, Ньукулаайап: what clans call themselves, and the passport writes -ев, -ов. */
const clanEnding = /(?:ати|ити|лани|лари|лери|лени)$/u;

function clanForms(form: string): readonly SurnameStem[] {
  const ending = clanEnding.exec(form);
  if (!ending || ending.index < 3) return [];
  const base = form.slice(0, ending.index);
  const vowel = /^[аи]ти/u.test(ending[0]) ? ending[0].charAt(0) : "";
  return [
    { stem: form.slice(0, -1), supposed: 0 },
    { stem: `${base}ов`, supposed: 0.15 },
    { stem: `${base}${vowel}ев`, supposed: 0.15 },
  ];
}

function withoutFleeting(form: string): string | undefined {
  if (/[^аеиоуюя]ец$/u.test(form)) return `${form.slice(0, -2)}ц`;
  if (/[аоуюя]ец$/u.test(form)) return `${form.slice(0, -2)}иц`;
  if (/[^аеиоуюя][ео]к$/u.test(form)) return `${form.slice(0, -2)}к`;
  if (/[^аеиоуюя]ен$/u.test(form) && form.length > 5) return `${form.slice(0, -2)}н`;
  return undefined;
}

/** Whether the form looks like a surname by its ending alone. */
export function looksLikeSurname(form: string): boolean {
  return endsAsSurname(form, form.length > 3 ? surnameStems(form)[0] : undefined);
}

/** The same, by whoever knows the likeliest stem. */
export function endsAsSurname(form: string, likeliest: SurnameStem | undefined): boolean {
  return form.length > 3 && strongFamily.test(likeliest?.stem ?? form);
}

/** What a surname's ending says of its bearer, if it says anything. A genitive of a man's name says the same as a woman's nominative. */
export function sexOfSurname(form: string): "male" | "female" | undefined {
  if (/(?:ов|ев|ин|ски|цки|скои)$/u.test(form)) return "male";
  return /(?:ова|ева|ина|ская|цкая|ска|цка)$/u.test(form) ? "female" : undefined;
}
