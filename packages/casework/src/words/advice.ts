/** What is said where the legal pack has no answer. */
import { ownWords } from "./vocabulary.ts";

export const adviceWords = ownWords({
  askLawyer: {
    ru: "Ответа нет: спросите юриста",
    uk: "Відповіді немає: спитайте юриста",
    en: "No answer here: ask the lawyer",
  },
  passedOn: {
    ru: "На это у меня нет проверенного ответа, а гадать я не буду. Я запишу вопрос и передам юристу. Давайте договоримся, когда вам перезвонить.",
    uk: "На це в мене немає перевіреної відповіді, а гадати я не буду. Я запишу питання й передам юристові. Домовмося, коли вам передзвонити.",
    en: "I have no checked answer to this, and I will not guess. I write the question down and pass it to the lawyer. Let us agree when to call you back.",
  },
  noGuess: {
    ru: "Не отвечайте по памяти и не обещайте исхода: поставьте задачу юристу и день звонка.",
    uk: "Не відповідайте з пам’яті й не обіцяйте результату: поставте завдання юристові й день дзвінка.",
    en: "Do not answer from memory, and promise no outcome: set a task for the lawyer and a day to call.",
  },
});
