/** A folder is a case or a shift, and nothing but what its sheets say, folded in the order of their numbers. */
import type { Case } from "./case.ts";
import type { Sheet } from "./event.ts";
import type { FolderId } from "./id.ts";
import type { Shift } from "./shift.ts";

export type Folder = Case | Shift;
export declare function foldSheet(folder: Folder | undefined, id: FolderId, sheet: Sheet): Folder | undefined;
