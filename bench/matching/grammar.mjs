/** School grammar and slips of the ear, written apart from the matcher's own. */
export function patronymicOf(father, woman = false) {
  const special = {
    Лев: "Львович",
    Пётр: "Петрович",
    Павел: "Павлович",
    Илья: "Ильич",
    Никита: "Никитич",
    Михаил: "Михайлович",
    Яков: "Яковлевич",
  };
  let name = special[father];
  if (!name) {
    if (father.endsWith("ий"))
      name =
        /(?:[^ц]т|н|л|р|с|в|д)ий$/u.test(father) && !/(?:тр|рг)ий$/u.test(father)
          ? `${father.slice(0, -2)}ьевич`
          : `${father.slice(0, -1)}евич`;
    else if (father.endsWith("й")) name = `${father.slice(0, -1)}евич`;
    else if (father.endsWith("ь")) name = `${father.slice(0, -1)}евич`;
    else if (/[ая]$/u.test(father)) name = `${father}евич`;
    else if (/[иоуэ]$/u.test(father)) name = `${father}евич`;
    else name = `${father}ович`;
  }
  return woman ? name.replace(/ович$/u, "овна").replace(/евич$/u, "евна").replace(/ич$/u, "ична") : name;
}

const vowels = "аеёиоуыэюя";
const oblique = {
  noun: { gen: "а", dat: "у", ins: "ом" },
  soft: { gen: "я", dat: "ю", ins: "ем" },
};
/** Plain school grammar, written apart from the matcher's. */
export function declined(word, part, inCase) {
  const e = (a) => word.slice(0, -1) + a;
  if (/-/u.test(word)) {
    const [a, b] = word.split("-");
    return `${a}-${declined(b, part, inCase)}`;
  }
  if (part === "surname") {
    if (/(?:ов|ев|ёв|ин|ын)$/u.test(word)) return word + { gen: "а", dat: "у", ins: "ым" }[inCase];
    if (/(?:ский|цкий|ный|вой|тый|лый)$/u.test(word))
      return word.slice(0, -2) + { gen: "ого", dat: "ому", ins: "ым" }[inCase];
    if (/(?:их|ых|ко|[иеуэюо]|ово)$/u.test(word)) return word;
    if (word.endsWith("ец")) return word.slice(0, -2) + "ц" + { gen: "а", dat: "у", ins: "ом" }[inCase];
  }
  if (word === "Лев") return { gen: "Льва", dat: "Льву", ins: "Львом" }[inCase];
  if (word === "Пётр") return { gen: "Петра", dat: "Петру", ins: "Петром" }[inCase];
  if (word === "Павел") return { gen: "Павла", dat: "Павлу", ins: "Павлом" }[inCase];
  if (word.endsWith("а"))
    return e({ gen: /[гкхжшчщ]а$/u.test(word) ? "и" : "ы", dat: "е", ins: "ой" }[inCase]);
  if (word.endsWith("я")) return e({ gen: "и", dat: "е", ins: "ей" }[inCase]);
  if (word.endsWith("й")) return e(oblique.soft[inCase]);
  if (word.endsWith("ь")) return e(oblique.soft[inCase]);
  if (vowels.includes(word.at(-1))) return word;
  return word + oblique.noun[inCase];
}

/** One or two slips of the ear. */
export function misheard(random, word) {
  const swaps = {
    б: "п",
    п: "б",
    в: "ф",
    ф: "в",
    г: "к",
    к: "г",
    д: "т",
    т: "д",
    ж: "ш",
    ш: "ж",
    з: "с",
    с: "з",
    м: "н",
    н: "м",
    л: "р",
    р: "л",
    ч: "щ",
    щ: "ш",
    ц: "с",
    х: "г",
    о: "а",
    а: "о",
    е: "и",
    и: "е",
    у: "о",
    ы: "и",
    я: "е",
    ю: "у",
    э: "е",
    ё: "е",
  };
  let out = word;
  const times = word.length > 6 && random.chance(0.35) ? 2 : 1;
  for (let n = 0; n < times; n += 1) {
    const at = random.chance(0.12) ? 0 : 1 + random.below(Math.max(1, out.length - 1));
    const letter = out.charAt(at).toLowerCase();
    const roll = random.next();
    if (roll < 0.62 && swaps[letter])
      out = out.slice(0, at) + (at === 0 ? swaps[letter].toUpperCase() : swaps[letter]) + out.slice(at + 1);
    else if (roll < 0.78 && at > 0) out = out.slice(0, at) + out.slice(at + 1);
    else if (roll < 0.88 && at > 0 && at < out.length - 1)
      out = out.slice(0, at) + out[at + 1] + out[at] + out.slice(at + 2);
    else if (at > 0)
      out =
        out.slice(0, at) +
        (vowels.includes(letter) ? random.pick(Array.from("аеио")) : letter) +
        out.slice(at);
  }
  return out;
}
