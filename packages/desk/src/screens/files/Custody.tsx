/** Whose hands a file went through, what was read in it, and the hash by which anybody can tell that it is still the same. */
import { areAlike, numberToText, readNumber, type Attachment, type Case } from "@answerable/casework";
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
  "pictures",
] as const;

/** provenance.ts in the viewer. */
const verdicts = ["intact", "broken", "claim", "unjudged"] as const;

function isVerdict(text: string | undefined): text is (typeof verdicts)[number] {
  return verdicts.some((one) => one === text);
}

export function Custody({ attachment, file }: { readonly attachment: Attachment; readonly file: Case }) {
  const { found, opened, givenOut, madeFrom, plain, stamp } = attachment;
  const source = madeFrom && file.attachments.find(({ id }) => id === madeFrom.attachment);
  const signed = found["signed"];
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
      {isVerdict(signed) && (
        <p className="file-signed">
          <FormattedMessage
            id={`files.signed.${signed}`}
            values={{ signer: <bdi key="signer">{found["signer"] ?? "–"}</bdi> }}
          />
        </p>
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
