/** One advice card: what to read out first, and below it what it rests on. Where there is no answer it says so. */
import { levelWords, type AdviceCard } from "@answerable/casework";
import { FormattedDate, FormattedMessage } from "react-intl";

import { useLang } from "../../app/vocab.ts";
import type { WordId } from "../../words/words.ts";

export function Card({ card, version }: { readonly card: AdviceCard; readonly version: string }) {
  const lang = useLang();
  return (
    <article className="advice-card" data-kind={card.kind} lang={lang}>
      <p className="advice-kind label">
        <FormattedMessage id={`advice.kind.${card.kind}`} />
      </p>
      <h3 className="unseen">
        <FormattedMessage id="advice.read" />
      </h3>
      <p className="script">{card.says}</p>
      {lang !== "ru" && (
        <Part title="advice.russian">
          <p className="script" lang="ru">
            {card.saysInRussian}
          </p>
        </Part>
      )}
      {(card.never ?? card.harm) !== undefined && (
        <Part title="advice.never">
          <p className="advice-never">{[card.never, card.harm].filter(Boolean).join(" ")}</p>
        </Part>
      )}
      <List title="advice.facts" rows={card.facts} />
      <List title="advice.routes" rows={card.routes} />
      {card.laws.length + card.basis.length > 0 && (
        <Part title="advice.laws">
          {card.strength !== undefined && <p className="says">{card.strength}</p>}
          <ul className="advice-laws">
            {card.laws.map((law) => (
              <li key={`${law.law} ${law.says}`}>
                {law.says}{" "}
                <small>
                  {law.law} <abbr title={levelWords[law.level][lang]}>{law.level}</abbr>
                </small>
              </li>
            ))}
            {card.basis.map((basis) => (
              <li key={basis}>{basis}</li>
            ))}
          </ul>
        </Part>
      )}
      <p className="says advice-foot">
        {card.checkedOn === undefined ? (
          <FormattedMessage id="advice.unchecked" />
        ) : (
          <FormattedMessage
            id="advice.checked"
            values={{ day: <FormattedDate value={card.checkedOn} dateStyle="long" timeZone="UTC" /> }}
          />
        )}{" "}
        <FormattedMessage id="advice.version" values={{ version }} />
      </p>
    </article>
  );
}

function Part({ title, children }: { readonly title: WordId; readonly children: React.ReactNode }) {
  return (
    <div className="advice-part">
      <h3 className="label">
        <FormattedMessage id={title} />
      </h3>
      {children}
    </div>
  );
}

function List({ title, rows }: { readonly title: WordId; readonly rows: readonly string[] }) {
  if (rows.length === 0) return null;
  return (
    <Part title={title}>
      <ul className="advice-list">
        {rows.map((row) => (
          <li key={row}>{row}</li>
        ))}
      </ul>
    </Part>
  );
}
