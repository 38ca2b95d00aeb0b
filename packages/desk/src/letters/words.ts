/** What stands on a letter beside its text. Letters go to Russian bodies, so they are in Russian whatever the desk speaks. */
export const onPaper = {
  sheetTitle: "Лист подписей",
  sheetOf: (number: string) => `к коллективному обращению № ${number}`,
  consent: "Подписывая, соглашаюсь, чтобы моё имя и имя моего близкого стояли в этом обращении.",
  row: ["№", "Кто подписывает", "О ком пишет", "Подпись, дата"],
  ourNumber: (number: string) => `Наш № ${number}`,
} as const;
