/**
 * Cells that a spreadsheet would take for a formula: an old trick is a name of "=HYPERLINK(…)" or "@SUM(…)", which runs, or sends what
 * stands beside it, on the machine of whoever opens the list. An apostrophe before it makes it text, also where a program cuts the
 * line at another sign than we do. To take it off again gives back the very text: what goes out and comes in says the same.
 */

/** Half-width and full-width; a tab and a return are dropped by the program, and what follows them is reckoned. */
const signs = String.raw`=+\-@\t\r＝＋－＠`;
const begins = `[${signs}]`;
const place = String.raw`(?<=^[ \u00a0"]*|[,;|\t\n\r]"*)`;
// What stands there is looked at first, and only then what stood before it: else a cell of a million spaces takes a million times a million steps.
const bare = new RegExp(`(?=['${signs}])${place}'*(?=${begins})`, "gu");
const quoted = new RegExp(`(?=')${place}'('*)(?=${begins})`, "gu");

export function neutral(text: string): string {
  return text.replace(bare, "'$&");
}

export function asWritten(cell: string): string {
  return cell.replace(quoted, "$1");
}
