/**
 * A film is looked at while it lies there: its pictures are drawn at fixed moments, small and grey, in an element that nobody sees, beside the
 * one that the person plays. Only their likeness leaves.
 */
import { filmMoments, filmPicture } from "./likeness.ts";
import { smallPoints } from "./picture.ts";

/** An old laptop may need seconds for one moment; one that cannot be shown must not hold up the rest for ever. */
const PATIENCE_MILLISECONDS = 15_000;

/** Empty: nothing in it could be drawn. */
export async function likenessOfFilm(source: string): Promise<string> {
  const film = document.createElement("video");
  film.muted = true;
  film.preload = "auto";
  film.src = source;
  if (!(await heard(film, "loadeddata"))) return "";
  const pictures: string[] = [];
  for (const moment of filmMoments(await lengthOf(film))) {
    film.currentTime = moment;
    if (!(await heard(film, "seeked"))) break;
    pictures.push(filmPicture(smallPoints(film)));
  }
  film.removeAttribute("src");
  film.load();
  return pictures.some((picture) => picture !== "") ? pictures.join() : "";
}

/** What was recorded in a browser says its length only at its end. */
async function lengthOf(film: HTMLVideoElement): Promise<number> {
  if (Number.isFinite(film.duration)) return film.duration;
  film.currentTime = Number.MAX_SAFE_INTEGER;
  await heard(film, "seeked");
  return Number.isFinite(film.duration) ? film.duration : film.currentTime;
}

function heard(film: HTMLVideoElement, event: "loadeddata" | "seeked"): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isThere: boolean): void => {
      clearTimeout(timer);
      film.removeEventListener(event, arrived);
      film.removeEventListener("error", failed);
      resolve(isThere);
    };
    const arrived = (): void => end(true);
    const failed = (): void => end(false);
    const timer = setTimeout(failed, PATIENCE_MILLISECONDS);
    film.addEventListener(event, arrived);
    film.addEventListener("error", failed);
  });
}
