/** Forward only. A number once released never changes its words; what must change gets the next number. */
import { sealedLog } from "./0001-sealed-log.ts";
import { letterbox } from "./0002-letterbox.ts";
import { tree } from "./0003-tree.ts";
import { leases } from "./0004-leases.ts";
import { publications } from "./0005-publications.ts";
import { shredding } from "./0006-shredding.ts";

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [
  { number: 1, name: "sealed log", sql: sealedLog },
  { number: 2, name: "letterbox", sql: letterbox },
  { number: 3, name: "tree", sql: tree },
  { number: 4, name: "leases", sql: leases },
  { number: 5, name: "publications", sql: publications },
  { number: 6, name: "shredding", sql: shredding },
];
