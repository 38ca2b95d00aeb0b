/** The age identity of a desk's epoch for files and exports: it follows from the desk's secret, so every device of the desk has it. */
import { identityFrom, recipientOf, type Suite } from "./age.ts";
import type { DeskKeys } from "./desk-keys.ts";

export function filesIdentity({ files }: DeskKeys, suite: Suite): string {
  return identityFrom(suite, files);
}

export function filesRecipient(keys: DeskKeys, suite: Suite): Promise<string> {
  return recipientOf(filesIdentity(keys, suite));
}
