export { fileStore } from "./file-store.ts";
export { openPractice, type PractiseDeps } from "./practise.ts";
