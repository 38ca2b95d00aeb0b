/** Why a part of a claims file cannot stand. Ids and places only: nothing that a family told us. */
export type LedgerRefusal =
  | { readonly type: "NotALedger"; readonly why: string }
  | {
      readonly type: "NotReadable";
      readonly table: string;
      readonly at: number;
      readonly id?: string;
      readonly where: string;
    }
  | { readonly type: "HiddenSigns"; readonly table: string; readonly at: number; readonly where: string }
  | { readonly type: "IdTwice"; readonly table: string; readonly id: string }
  | { readonly type: "NobodyOfThatName"; readonly table: string; readonly id: string; readonly names: string }
  | { readonly type: "CircularChain"; readonly chain: string; readonly through: string }
  | { readonly type: "CircularDerivation"; readonly item: string }
  | { readonly type: "CircularCorrection"; readonly claim: string }
  | { readonly type: "ClaimDeniesItself"; readonly claim: string; readonly relation: string }
  | { readonly type: "FigureUpsideDown"; readonly figure: string; readonly min: number; readonly max: number }
  | { readonly type: "RetractionOfRetraction"; readonly claim: string };
