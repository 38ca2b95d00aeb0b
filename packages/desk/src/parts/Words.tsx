/**
 * Words as they were said, shown as text whatever they are. Many pages in one field are folded, or one slip of the paste key
 * would hold the screen for half a minute; an unbroken run gets places to break at, or each line would measure all of it.
 */
import { Fragment, useState, type ComponentProps } from "react";
import { FormattedMessage } from "react-intl";

/** Symbols. A summary of four sentences has some five hundred. */
const LONG = 2_000;
const SHOWN = 600;

export function Words({ text }: { readonly text: string }) {
  const [isWhole, setWhole] = useState(false);
  if (text.length <= LONG) return text;
  const pieces = piecesOf(isWhole ? text : text.slice(0, SHOWN));
  return (
    <>
      {pieces.map((piece, at) => (
        <Fragment key={at}>
          {piece}
          <wbr />
        </Fragment>
      ))}
      {!isWhole && (
        <>
          {"… "}
          <button type="button" className="button small" onClick={() => setWhole(true)}>
            <FormattedMessage id="words.whole" values={{ count: text.length }} />
          </button>
        </>
      )}
    </>
  );
}

/** A sentence of words/, whose values may be words of any length. */
export function Sentence({ values, ...rest }: ComponentProps<typeof FormattedMessage>) {
  if (!values) return <FormattedMessage {...rest} />;
  const folded = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "string" && value.length > LONG ? <Words key={name} text={value} /> : value,
  ]);
  return <FormattedMessage {...rest} values={Object.fromEntries(folded) as typeof values} />; // the same names, words folded
}

/** Whole letters: a pair of surrogates is one. */
function piecesOf(text: string): readonly string[] {
  return text.match(/[\s\S]{1,100}/gu) ?? [];
}
