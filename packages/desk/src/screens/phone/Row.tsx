/** One field of the call: its place in speaking order, its name, and what is written. */
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";

import type { WordId } from "../../words/words.ts";

interface Given {
  readonly n: number;
  readonly name: WordId;
  readonly children: ReactNode;
  /** What was understood, or what to say: a quiet line under the field. */
  readonly under?: ReactNode;
  readonly isWide?: boolean;
}

export function Row({ n, name, children, under, isWide = false }: Given) {
  return (
    <div className="row" data-row={n} data-wide={isWide || undefined}>
      <span className="row-n" aria-hidden="true">
        {n}
      </span>
      <span className="row-name">
        <FormattedMessage id={name} />
      </span>
      <div className="row-write">
        {children}
        {under && <div className="row-under">{under}</div>}
      </div>
    </div>
  );
}
