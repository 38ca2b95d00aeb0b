/** How long a case is kept, and how it ends. */
export { isRetentionCommand, type RetentionCommand } from "./command.ts";
export { isRetentionEvent, type RetentionEvent } from "./event.ts";
export { expiryOf, retentionRules, ruleIds, type Expiry, type Leaving, type RetentionRule } from "./rule.ts";
