/**
 * The regions as tiles of one size, each about where it lies: an own layout, north above, west to the left. A small region weighs as
 * much as a large one, which is what a count of families needs.
 */
const rows = `
.   .   .   .   .   .   .   MUR .   .   .   .   .   .   .   .   .   .   .   CHU
.   .   .   .   .   SPE LEN KR  ARK NEN .   YAN .   .   .   SA  .   .   MAG KAM
.   .   .   .   PSK NGR VLG KOS KIR KO  PER KHM .   KYA .   .   .   KHA .   SAK
.   KGD .   .   SMO TVE YAR IVA NIZ ME  UD  SVE TYU TOM IRK .   AMU YEV .   .
.   .   .   .   BRY KLU MOW MOS VLA CU  TA  CHE KGN NVS KEM BU  ZAB PRI .   .
07  56  18  32  74  59  KRS ORL TUL RYA MO  BA  OMS ALT KK  TY  .   .   .   .
46  61  68  30  71  53  63  BEL LIP TAM PNZ ULY .   .   AL  .   .   .   .   .
21  26  05  35  12  14  09  VOR SAR SAM ORE .   .   .   .   .   .   .   .   .
.   77  51  48  65  23  ROS VGG AST .   .   .   .   .   .   .   .   .   .   .
.   .   .   40  43  KDA AD  STA KL  .   .   .   .   .   .   .   .   .   .   .
.   .   .   .   .   KC  KB  SE  IN  CE  DA  .   .   .   .   .   .   .   .   .
`;

export interface Tile {
  /** ISO 3166-2. */
  readonly region: string;
  readonly column: number;
  readonly row: number;
}

export const tileGrid: readonly Tile[] = rows
  .trim()
  .split("\n")
  .flatMap((line, row) =>
    line
      .trim()
      .split(/\s+/)
      .flatMap((code, column) =>
        code === "." ? [] : [{ region: `${/^\d/.test(code) ? "UA" : "RU"}-${code}`, column, row }],
      ),
  );
