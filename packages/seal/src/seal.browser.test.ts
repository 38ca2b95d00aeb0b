/** What seal promises in Node it promises in the browser: the same tests on Chromium's own WebCrypto and WebAssembly. */
import "./argon2id.test.ts";
import "./binder.test.ts";
import "./found.test.ts";
import "./keep.test.ts";
import "./meeting-notes.test.ts";
import "./meeting.test.ts";
import "./padding.test.ts";
import "./published.test.ts";
import "./sealed.test.ts";
import "./drop/mail.test.ts";
import "./drop/receipt-code.test.ts";
import "./drop/receipt-keys.test.ts";
import "./drop/tar.test.ts";
