/** Georgian and Armenian letters written in Latin ones, as passports do, so that the rest of the way is the same for all. */
const pairs =
  "ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=g ყ=k შ=sh ჩ=ch ც=ts ძ=dz წ=ts ჭ=ch ხ=kh ჯ=dzh ჰ=h " +
  "ու=u ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o չ=ch պ=p ջ=dzh ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k և=ev օ=o ֆ=f";
const letters = new Map(pairs.split(" ").map((pair) => pair.split("=") as [string, string]));
const native = /[ა-ჿԱ-և]/u;

export function inLatinLetters(text: string): string {
  if (!native.test(text)) return text;
  return text.toLowerCase().replace(/ու|[ა-ჿա-և]/gu, (letter) => letters.get(letter) ?? letter);
}
