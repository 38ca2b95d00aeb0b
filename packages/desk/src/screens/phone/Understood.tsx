/** What the desk understood of a day as it was said. */
import { readDay } from "@answerable/casework";
import { FormattedMessage } from "react-intl";

import { useBirthWords } from "../../app/moments.tsx";
import { useToday } from "../../app/today.ts";

export function Understood({ text }: { readonly text: string }) {
  const today = useToday();
  const birthWords = useBirthWords();
  if (text.trim() === "") return null;
  const day = readDay(text, today);
  return day === undefined ? <FormattedMessage id="call.unread" /> : birthWords(day);
}
