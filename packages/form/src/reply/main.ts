/** Composition root of "Read the answer". */
import { openQueue } from "../letter/queue.ts";
import { browserDeps } from "../page/main.ts";
import { openReplyPage } from "./reply-page.ts";

openReplyPage({ ...browserDeps(), queue: openQueue(globalThis.indexedDB) });
