/** All keys on one sheet beside the desk. It takes no focus away from the call. */
import { useEffect, useRef } from "react";
import { FormattedMessage } from "react-intl";

import type { WordId } from "../words/words.ts";

const keys: readonly (readonly [
  heading: WordId,
  rows: readonly (readonly [keys: readonly string[], what: WordId])[],
])[] = [
  [
    "help.before",
    [
      [["1", "2", "3", "4", "5", "6"], "help.kind"],
      [["!"], "help.unsafe"],
      [["y"], "help.consent"],
      [["n"], "help.giveNumber"],
    ],
  ],
  [
    "help.call",
    [
      [["Tab", "Enter"], "help.forward"],
      [["Ctrl", "Enter"], "help.seal"],
      [["F2"], "help.matches"],
      [["F4"], "help.urgency"],
      [["F8"], "help.callBack"],
      [["F9"], "help.park"],
      [["??", "F6"], "help.advice"],
      [["Esc"], "help.esc"],
    ],
  ],
  [
    "help.inMatches",
    [
      [["1", "…", "5"], "help.look"],
      [["l"], "help.link"],
      [["n"], "help.different"],
      [["?"], "help.unsure"],
    ],
  ],
  [
    "help.summary",
    [
      [["::"], "help.snippet"],
      [["@@"], "help.colleague"],
      [["##"], "help.grievance"],
      [["!!"], "help.setUrgency"],
      [[">>"], "help.task"],
    ],
  ],
  [
    "help.queue",
    [
      [["n"], "queue.take"],
      [["1", "…", "8"], "queue.result"],
      [["w"], "queue.record"],
      [["s", "b"], "help.queue.pass"],
      [["z"], "queue.undo"],
      [["F3"], "help.lane"],
    ],
  ],
  [
    "help.lists",
    [
      [["f"], "help.lists.file"],
      [["c", "b"], "help.lists.check"],
      [["1", "n", "x"], "help.lists.line"],
    ],
  ],
  [
    "help.inbox",
    [
      [["j", "k"], "help.inbox.rows"],
      [["t"], "help.inbox.take"],
      [["1", "…", "5"], "help.inbox.into"],
      [["s", "b"], "help.inbox.aside"],
      [["z"], "help.inbox.undo"],
    ],
  ],
  [
    "help.case",
    [
      [["u", "t"], "help.veils"],
      [["d"], "help.takeOut"],
      [["p", "z", "y", "x"], "help.expiring"],
    ],
  ],
  [
    "help.publish",
    [
      [["p"], "help.publish.prepare"],
      [["Ctrl", "Enter"], "help.publish.sign"],
      [["Esc"], "help.publish.stop"],
    ],
  ],
  [
    "help.roster",
    [
      [["/"], "help.search"],
      [["j", "k", "Enter"], "help.rows"],
      [["d", "r"], "help.due"],
      [["g"], "help.court"],
      [["c"], "help.close"],
      [["Shift", "F1", "←", "→"], "help.places"],
      [["F10", "1", "…"], "help.desks"],
      [["F7", "F7", "F7"], "help.panic"],
      [["F1", "?"], "help.this"],
    ],
  ],
];

export function Help({ onClose }: { readonly onClose: () => void }) {
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && !event.defaultPrevented && onClose();
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [onClose]);
  return (
    <aside className="help settles" aria-labelledby="help-title">
      <header>
        <h1 id="help-title">
          <FormattedMessage id="help.title" />
        </h1>
        <button ref={close} type="button" className="button" data-look="plain" onClick={onClose}>
          <FormattedMessage id="help.putAway" />
        </button>
      </header>
      {keys.map(([heading, rows]) => (
        <section key={heading}>
          <h2>
            <FormattedMessage id={heading} />
          </h2>
          <dl>
            {rows.map(([pressed, what]) => (
              <div key={what} className="help-row">
                <dt>
                  {pressed.map((key, at) => (
                    <kbd key={`${at}${key}`}>{key}</kbd>
                  ))}
                </dt>
                <dd>
                  <FormattedMessage id={what} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </aside>
  );
}
