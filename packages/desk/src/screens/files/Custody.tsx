/** Whose hands a file went through, what was read in it, and the hash by which anybody can tell that it is still the same. */
import { numberToText, readNumber, type Attachment, type Case } from "@answerable/casework";
import { FormattedMessage } from "react-intl";

import { hashOf } from "../../app/route.ts";
import { hexOf } from "../../parts/hex.ts";
import type { WordId } from "../../words/words.ts";
import { Said } from "../casefile/Said.tsx";

const told = [
  "taken",
  "zone",
  "make",
  "camera",
  "software",
  "by",
  "says",
  "place",
  "direction",
  "c2pa",
] as const;

export function Custody({ attachment, file }: { readonly attachment: Attachment; readonly file: Case }) {
  const { found, opened, givenOut, madeFrom, plain, stamp } = attachment;
  const source = madeFrom && file.attachments.find(({ id }) => id === madeFrom.attachment);
  const read = told.flatMap((name) => {
    const words = found[name];
    return words === undefined ? [] : [{ id: `files.found.${name}` as const satisfies WordId, words }];
  });
  // Read by a machine from a stranger's paper: it counts only if its check symbol does.
  const number = readNumber(found["number"] ?? "");
  const letter = file.appeals.find((one) => one.number === number);
  const alike = file.attachments.filter((one) => one.id !== attachment.id && areAlike(one, attachment));
  return (
    <details className="gone">
      <summary>
        <FormattedMessage id="files.custody" />
      </summary>
      {read.length > 0 && (
        <dl className="file-found">
          {read.map(({ id, words }) => (
            <div key={id}>
              <dt>
                <FormattedMessage id={id} />
              </dt>
              <dd>
                <bdi>{words}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {number !== undefined && (
        <p>
          <FormattedMessage id="files.letterNumber" values={{ number: numberToText(number) }} />{" "}
          {letter ? (
            <a href={hashOf({ page: "letter", case: file.id, appeal: letter.id })}>{letter.office}</a>
          ) : (
            <FormattedMessage id="files.letterElsewhere" />
          )}
        </p>
      )}
      <ul>
        <li>
          <FormattedMessage id="files.received" /> <Said stamp={attachment} />
        </li>
        {source && (
          <li>
            <FormattedMessage id="files.madeFrom" values={{ name: <bdi>{source.name}</bdi> }} />
          </li>
        )}
        {alike.map((one) => (
          <li key={one.id}>
            <FormattedMessage id="files.alike" values={{ name: <bdi>{one.name}</bdi> }} />
          </li>
        ))}
        {opened.map((stamp) => (
          <li key={stamp.sheet}>
            <FormattedMessage id="files.openedBy" /> <Said stamp={stamp} />
          </li>
        ))}
        {givenOut.map((one) => (
          <li key={one.sheet}>
            <FormattedMessage id="files.givenOut" values={{ to: <bdi>{one.to}</bdi>, as: one.as }} />{" "}
            <Said stamp={one} />
          </li>
        ))}
      </ul>
      <p className="file-hash">
        <FormattedMessage id="files.hash" values={{ hash: <code key="hash">{hexOf(plain)}</code> }} />
      </p>
      {stamp && (
        <p className="file-hash">
          <FormattedMessage
            id="files.stamped"
            values={{ day: stamp.day, root: <code key="root">{hexOf(stamp.root)}</code> }}
          />
        </p>
      )}
    </details>
  );
}

/** A proposal and no more: few of the 64 bits of likeness differ, or the very same bytes. */
const MOST_DIFFERENT = 6;

function areAlike(one: Attachment, other: Attachment): boolean {
  if (one.madeFrom || other.madeFrom) return false;
  if (one.plain === other.plain) return true;
  const [a, b] = [one.found["likeness"], other.found["likeness"]];
  if (!isLikeness(a) || !isLikeness(b)) return false;
  const different = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  return different.toString(2).replaceAll("0", "").length <= MOST_DIFFERENT;
}

function isLikeness(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{16}$/u.test(text);
}
