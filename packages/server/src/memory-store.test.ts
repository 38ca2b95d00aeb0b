import { memoryStore } from "./memory-store.ts";
import { describeLeases } from "./testing/describe-leases.ts";
import { describeOutside } from "./testing/describe-outside.ts";
import { describePublications } from "./testing/describe-publications.ts";
import { describeStore } from "./testing/describe-store.ts";

const opened = async () => ({ store: memoryStore(), close: async () => undefined });
describeStore("in memory", opened);
describeOutside("in memory", opened);
describeLeases("in memory", opened);
describePublications("in memory", opened);
