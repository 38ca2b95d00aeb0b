import { remembering } from "../remembering.ts";

/** Spoken numbers of units, in any case: "сто пятьдесят пятая", "дев'яносто третьої", "one hundred and fifty-fifth". Numbers are read, never guessed. */
const stems: readonly (readonly [pattern: string, value: number])[] = [
  ["од[ин]н\\p{L}*|один|одна|перв\\p{L}*|перш\\p{L}*|one|first", 1],
  ["дв[ауе]|дві|двух|двум|втор\\p{L}*|друг(?:ий|а|ої|ій|ого|ому|у)|two|second", 2],
  ["три|трех|трех|трьох|трет\\p{L}*|three|third", 3],
  ["четыре\\p{L}{0,2}|четверт\\p{L}*|чотири\\p{L}{0,2}|four(?:th)?", 4],
  ["пят(?:ь|и|ый|ая|ое|ой|ого|ому|ом|ую|ым)|п'?ят(?:ь|и|ий|а|ої|ій|ого|ому|у)|five|fifth", 5],
  ["шест(?:ь|и|ой|ая|ого|ому|ом|ую|ым)|шіст(?:ь)|шост\\p{L}*|six(?:th)?", 6],
  ["сем(?:ь|и)|седьм\\p{L}*|сім|сьом\\p{L}*|seven(?:th)?", 7],
  ["восемь|восьми|восьм(?:ой|ая|ого|ому|ом|ую|ым|а|ий|ої|ій|у)|вісім|eight(?:h)?", 8],
  ["девят(?:ь|и|ый|ая|ого|ому|ой|ом|ую|ым)|дев'?ят(?:ь|и|ий|а|ої|ій|ого|ому|у)|nine|ninth", 9],
  ["десят(?:ь|и|ый|ая|ого|ому|ой|ом|ую|ым|ий|а|ої|ій|у)|ten(?:th)?", 10],
  ["одиннадцат\\p{L}*|одинадцят\\p{L}*|eleven(?:th)?", 11],
  ["двенадцат\\p{L}*|дванадцят\\p{L}*|twelve|twelfth", 12],
  ["тринадцат\\p{L}*|тринадцят\\p{L}*|thirteen(?:th)?", 13],
  ["четырнадцат\\p{L}*|чотирнадцят\\p{L}*|fourteen(?:th)?", 14],
  ["пятнадцат\\p{L}*|п'?ятнадцят\\p{L}*|fifteen(?:th)?", 15],
  ["шестнадцат\\p{L}*|шістнадцят\\p{L}*|sixteen(?:th)?", 16],
  ["семнадцат\\p{L}*|сімнадцят\\p{L}*|seventeen(?:th)?", 17],
  ["восемнадцат\\p{L}*|вісімнадцят\\p{L}*|eighteen(?:th)?", 18],
  ["девятнадцат\\p{L}*|дев'?ятнадцят\\p{L}*|nineteen(?:th)?", 19],
  ["двадцат\\p{L}*|двадцят\\p{L}*|twent(?:y|ieth)", 20],
  ["тридцат\\p{L}*|тридцят\\p{L}*|thirt(?:y|ieth)", 30],
  ["сорок\\p{L}*|fort(?:y|ieth)", 40],
  ["пятьдесят|пятидесят\\p{L}*|п'?ятдесят\\p{L}*|fift(?:y|ieth)", 50],
  ["шестьдесят|шестидесят\\p{L}*|шістдесят\\p{L}*|sixt(?:y|ieth)", 60],
  ["семьдесят|семидесят\\p{L}*|сімдесят\\p{L}*|sevent(?:y|ieth)", 70],
  ["восемьдесят|восьмидесят\\p{L}*|вісімдесят\\p{L}*|eight(?:y|ieth)", 80],
  ["девяност\\p{L}*|дев'?яност\\p{L}*|ninet(?:y|ieth)", 90],
  ["сто|ста|сот(?:ый|ая|ого|ой|ому|а|ої|ій|ий)|hundred(?:th)?", 100],
  ["двести|двухсот\\p{L}*|двісті|двохсот\\p{L}*", 200],
  ["триста|трехсот\\p{L}*|трьохсот\\p{L}*", 300],
  ["четыреста|четырехсот\\p{L}*|чотириста|чотирьохсот\\p{L}*", 400],
  ["пятьсот|пятисот\\p{L}*|п'?ятсот\\p{L}*", 500],
  ["шестьсот|шестисот\\p{L}*|шістсот\\p{L}*", 600],
  ["семьсот|семисот\\p{L}*|сімсот\\p{L}*", 700],
  ["восемьсот|восьмисот\\p{L}*|вісімсот\\p{L}*", 800],
  ["девятьсот|девятисот\\p{L}*|дев'?ятсот\\p{L}*", 900],
  ["тысяч\\p{L}*|тысячн\\p{L}*|тисяч\\p{L}*|thousand", 1000],
];
const patterns = stems.map(([pattern, value]) => ({ pattern: new RegExp(`^(?:${pattern})$`, "u"), value }));

/** A spoken number is long; most words are met again and again. */
const valueOf = remembering((word: string): number | undefined =>
  word.length < 3 ? undefined : patterns.find(({ pattern }) => pattern.test(word))?.value,
);

/** Whether `next` may follow within one number: 155 is 100 + 50 + 5; "пятая вторая" are two numbers. */
function continues(last: number, next: number): boolean {
  if (next === 1000) return last < 1000;
  if (next === 100 && last < 10) return true;
  const room = last >= 1000 ? 1000 : last >= 100 ? 100 : last >= 20 ? 10 : 0;
  return next < room;
}

/** Words in, words out, with every spoken number written in figures. */
export function withFigures(words: readonly string[]): readonly string[] {
  const out: string[] = [];
  let sum = 0;
  let last = 0;
  const finish = (): void => {
    if (last > 0) out.push(String(sum));
    sum = 0;
    last = 0;
  };
  for (const word of words) {
    const value = valueOf(word);
    if (value === undefined) {
      if (last > 0 && word === "and") continue;
      finish();
      out.push(word);
      continue;
    }
    if (last > 0 && !continues(last, value)) finish();
    if (value === 1000) sum = (sum === 0 ? 1 : sum) * 1000;
    else if (value === 100 && last > 0 && last < 10) sum = sum - last + last * 100;
    else sum += value;
    last = value;
  }
  finish();
  return out;
}
