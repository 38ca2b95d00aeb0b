import { describeStore } from "../testing/store-contract.ts";
import { memoryStore } from "./memory.ts";

describeStore("in memory", { open: async () => memoryStore(), again: async (store) => store });
