import { memoryStore } from "./memory-store.ts";
import { describeStore } from "./testing/describe-store.ts";

describeStore("in memory", async () => ({ store: memoryStore(), close: async () => undefined }));
