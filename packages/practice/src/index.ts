export { lettersFromFamilies } from "./calls/families.ts";
export { fileStore } from "./file-store.ts";
export { openPractice, type PractiseDeps } from "./practise.ts";
export { articleForPrint } from "./record/article.ts";
