/** The letter as it will lie on a desk: the very blocks that become PDF and DOCX. */
import type { LetterBlock, LetterPage } from "@answerable/casework";

import { onPaper } from "../../letters/words.ts";

export function PaperPage({ page }: { readonly page: LetterPage }) {
  return (
    <div className="paper" lang="ru">
      <article className="paper-page">
        {page.blocks.map((block, at) => (
          // A letter may say the same twice; its blocks have no other name than their place.
          // oxlint-disable-next-line react/no-array-index-key
          <Block key={at} block={block} />
        ))}
        <footer className="number">{onPaper.ourNumber(page.number)}</footer>
      </article>
      {page.signatures.length > 0 && (
        <article className="paper-page">
          <h2>{onPaper.sheetTitle}</h2>
          <p className="paper-centred">{onPaper.sheetOf(page.number)}</p>
          <table>
            <thead>
              <tr>
                {onPaper.row.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {page.signatures.map(({ name, soldier }, at) => (
                <tr key={name}>
                  <td>{at + 1}</td>
                  <td>{name}</td>
                  <td>{soldier}</td>
                  <td>{"\u00a0"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </article>
      )}
    </div>
  );
}

function Block({ block }: { readonly block: LetterBlock }) {
  const lines = block.lines.map((line) => <p key={line}>{line}</p>);
  switch (block.type) {
    case "title":
      return <h1>{block.lines.join(" ")}</h1>;
    case "heading":
      return <h2>{block.lines.join(" ")}</h2>;
    case "list":
      return (
        <ol>
          {block.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      );
    case "addressee":
    case "sender":
    case "paragraph":
    case "enclosures":
    case "signature":
      return <div className={`paper-${block.type}`}>{lines}</div>;
  }
}
