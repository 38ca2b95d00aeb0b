/** The reader of names at work: a composition root of the desk that reaches for nothing. What it is given stays in its own memory until it is ended. */
import { openNamesReader, type ToRead } from "@answerable/casework/people";

const reader = openNamesReader();

addEventListener("message", ({ data }) => {
  postMessage(reader.read(data as readonly ToRead[])); // only openReadingAhead is at the other end
});
