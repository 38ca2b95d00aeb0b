/** Words that people write where we have a code. What is not among them stays a word. */
import { fates, grievances, labelOf, langs, relations, services } from "@answerable/casework";

type Listed = "service" | "fate" | "relation" | "grievance";

const vocabularies = { service: services, fate: fates, relation: relations, grievance: grievances } as const;

/** Beside the labels themselves. Stems: a word that begins with one of them. */
const stems: Readonly<Record<Listed, readonly (readonly [string, RegExp])[]>> = {
  relation: [
    ["exSpouse", /^(?:бывш|колишн|ex)/u],
    ["partner", /^(?:граждан\S* (?:жен|муж|суп)|сожит|партн|девушк|невест|partner|fianc|girlfriend)/u],
    ["inLaw", /^(?:теща|тесть|свекр|зять|невестк|сноха|in law|mother in law|father in law)/u],
    ["mother", /^(?:мать|мама|мати|матір|матер|mother|mom|mum)/u],
    ["father", /^(?:отец|папа|батьк|тато|father|dad)/u],
    ["spouse", /^(?:жена|супруг|муж|дружин|чоловік|wife|husband|spouse)/u],
    ["sibling", /^(?:брат|сестр|brother|sister|sibling)/u],
    ["child", /^(?:сын|син|доч|донь|son|daughter|child)/u],
    ["grandparent", /^(?:баб|дед|дід|grand)/u],
    ["auntUncle", /^(?:тет|тіт|дяд|aunt|uncle)/u],
    ["nieceNephew", /^(?:племян|племін|niece|nephew)/u],
    ["fellowSoldier", /^(?:сослужив|побратим|fellow)/u],
    ["friend", /^(?:друг|подруг|товарищ|friend)/u],
    ["neighbour", /^(?:сосед|сусід|neighb)/u],
    ["lawyer", /^(?:адвокат|юрист|lawyer)/u],
    ["self", /^(?:сам|сама|он сам|лично|self|himself)$/u],
  ],
  service: [
    ["mobilised", /^(?:моб|mobil)/u],
    ["contractSince", /^(?:контракт с|контракт 2)/u],
    ["conscript", /^(?:сроч|призыв|строк|conscript)/u],
    ["volunteer", /^(?:доброволец|доброволь|барс|volunteer)/u],
    ["prisoner", /^(?:шторм|заключен|осужден|prison)/u],
    ["privateCompany", /^(?:чвк|вагнер|pmc)/u],
    ["nationalGuard", /^(?:росгвард|rosgvard)/u],
    ["officer", /^(?:офицер|офіцер|officer)/u],
  ],
  fate: [
    ["noContact", /^(?:нет связи|без связи|не выходит|немає зв|no contact|believed missing)/u],
    ["missingFamily", /^(?:пропал|без вести|бвп|зник|missing|information sought)/u],
    ["captureClaimed", /^(?:плен|в плену|полон|у полоні|captur|pow)/u],
    ["wounded", /^(?:ранен|поранен|wound)/u],
    ["exchanged", /^(?:обмен|обмін|exchanged)/u],
    ["deathReported", /^(?:погиб|убит|загин|200|believed dead|dead|kia)/u],
    ["foundAlive", /^(?:найден|жив|знайден|found|is note author|believed alive|alive)/u],
    ["contactNow", /^(?:на связи|есть связь|на зв|in contact)/u],
  ],
  grievance: [],
};

const byLabel = new Map<string, string>();
for (const listed of ["service", "fate", "relation", "grievance"] as const) {
  const vocabulary = vocabularies[listed];
  for (const code of Object.keys(vocabulary)) {
    byLabel.set(`${listed} ${plain(code)}`, code);
    for (const lang of langs)
      byLabel.set(`${listed} ${plain(labelOf(vocabulary, code as never, lang))}`, code); // each is a code of this very list
  }
}

export function codeFor(listed: Listed, text: string): string | undefined {
  const word = plain(text);
  return byLabel.get(`${listed} ${word}`) ?? stems[listed].find(([, stem]) => stem.test(word))?.[0];
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
