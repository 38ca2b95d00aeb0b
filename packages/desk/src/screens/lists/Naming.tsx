/** What the columns hold, beside the first rows of the list. Guessed, and every guess can be changed. */
import { listFields, type ListField } from "@answerable/casework";
import { FormattedMessage, useIntl } from "react-intl";

import { Line } from "../../parts/Line.tsx";
import { letters } from "../../reading/rows.ts";
import type { ListFile } from "./useListFile.ts";

const SHOWN = 6;

export function Naming({ file }: { readonly file: ListFile }) {
  const intl = useIntl();
  const { leaf, read, header } = file;
  if (!leaf || !read) return null;
  const headings = header === undefined ? [] : (leaf.head[header] ?? []);
  const sample = leaf.head.slice((header ?? -1) + 1, (header ?? -1) + 1 + SHOWN);
  const columns = Math.max(file.fields.length, ...leaf.head.map((cells) => cells.length));
  return (
    <form
      className="incoming-naming"
      onSubmit={(event) => {
        event.preventDefault();
        void file.check();
      }}
    >
      <Line
        label={intl.formatMessage({ id: "lists.name" })}
        says={intl.formatMessage({ id: "lists.name.says" })}
        value={file.name}
        onWrite={file.rename}
        maxLength={200}
      />
      {read.leaves.length > 1 && (
        <label className="incoming-choice">
          <span className="label">
            <FormattedMessage id="lists.leaf" />
          </span>
          <select value={file.leafAt} onChange={(event) => file.chooseLeaf(Number(event.target.value))}>
            {read.leaves.map((one, at) => (
              <option key={one.name} value={at}>
                {one.name} · {intl.formatNumber(one.rows)}
              </option>
            ))}
          </select>
        </label>
      )}
      <ul className="incoming-noted">
        {read.noted.map((one) => (
          <li key={one.type}>
            <FormattedMessage
              id={`lists.noted.${one.type}`}
              values={{
                name: "name" in one ? one.name : "",
                sign: "sign" in one ? signName(one.sign) : "",
                count: "rows" in one ? one.rows : "cells" in one ? one.cells : "lines" in one ? one.lines : 0,
              }}
            />
          </li>
        ))}
      </ul>
      <label className="incoming-choice">
        <span className="label">
          <FormattedMessage id="lists.header" />
        </span>
        <select
          value={header ?? ""}
          onChange={(event) =>
            file.setHeader(event.target.value === "" ? undefined : Number(event.target.value))
          }
        >
          <option value="">{intl.formatMessage({ id: "lists.header.none" })}</option>
          {leaf.head.slice(0, 12).map((cells, at) => (
            <option key={`${at} ${cells[0] ?? ""}`} value={at}>
              {at + 1}:{" "}
              {cells
                .filter((text) => text !== "")
                .join(" · ")
                .slice(0, 60)}
            </option>
          ))}
        </select>
      </label>
      <div
        className="incoming-table"
        // It is scrolled with the keyboard where it is wider than the screen.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={intl.formatMessage({ id: "lists.columns" })}
      >
        <table>
          <thead>
            <tr>
              {Array.from({ length: columns }, (_, column) => (
                <th key={letters(column)} scope="col">
                  <span className="incoming-heading">{headings[column] || letters(column)}</span>
                  <select
                    aria-label={intl.formatMessage(
                      { id: "lists.holds" },
                      { column: headings[column] || letters(column) },
                    )}
                    data-on={file.fields[column] !== undefined}
                    value={file.fields[column] ?? ""}
                    onChange={(event) => file.setField(column, fieldOf(event.target.value))}
                  >
                    <option value="">{intl.formatMessage({ id: "lists.field.none" })}</option>
                    {listFields.map((field) => (
                      <option key={field} value={field}>
                        {intl.formatMessage({ id: `lists.field.${field}` })}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map((cells, at) => (
              <tr key={`${at} ${cells.join(" ")}`}>
                {Array.from({ length: columns }, (_, column) => (
                  <td key={letters(column)} data-on={file.fields[column] !== undefined}>
                    {cells[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {file.unclear.map(({ column, cells, isMixed }) => (
        <fieldset key={column} className="incoming-order">
          <legend>
            <FormattedMessage
              id={isMixed ? "lists.order.mixed" : "lists.order"}
              values={{ column: headings[column] || letters(column), count: cells }}
            />
          </legend>
          {(["day", "month"] as const).map((order) => (
            <label key={order}>
              <input
                autoComplete="off"
                type="radio"
                name={`order-${column}`}
                checked={file.orders[column] === order}
                onChange={() => file.setOrder(column, order)}
              />{" "}
              <FormattedMessage id={`lists.order.${order}`} />
            </label>
          ))}
        </fieldset>
      ))}
      <button
        type="submit"
        className="button"
        data-look="seal"
        disabled={
          file.state === "laying" || file.name.trim() === "" || file.fields.every((one) => one === undefined)
        }
      >
        <FormattedMessage id="lists.check" /> <kbd>c</kbd>
      </button>
      {file.laid && (
        <p className="says" role="status">
          <progress
            value={file.laid.done}
            max={Math.max(1, file.laid.of)}
            aria-label={intl.formatMessage({ id: "lists.laying" }, file.laid)}
          />{" "}
          <FormattedMessage id="lists.laying" values={file.laid} />
        </p>
      )}
    </form>
  );
}

function fieldOf(value: string): ListField | undefined {
  return listFields.find((field) => field === value);
}

function signName(sign: string): string {
  return sign === "\t" ? "Tab" : sign;
}
