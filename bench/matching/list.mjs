/** A list of drawn reports as a committee would send it, and a roster that knows half of its men in another spelling. */
import { drawReports } from "./generate.mjs";

export function drawnList({ cards, lines }, labelOf) {
  // Drawn together, so that a man has reports on both sides.
  const drawn = drawReports(7, cards + lines, labelOf);
  const step = Math.floor(drawn.length / lines);
  const isLine = (at) => at % step === 0 && at / step < lines;
  const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
  const csv = [
    "ФИО военнослужащего;Дата рождения;Регион;Часть;Имя заявителя;Кем приходится;Телефон",
    ...drawn
      .filter((_, at) => isLine(at))
      .map(({ name, birth, region, unit, caller, relation, phone }) =>
        [name, birth, region, unit, caller, relation, phone].map(quoted).join(";"),
      ),
  ].join("\r\n");
  return { reports: drawn.filter((_, at) => !isLine(at)), bytes: new TextEncoder().encode(csv) };
}
