/** The chosen files, by name, each with a button that takes it out again. */
import { isTooLarge, MOST_FILES } from "../letter/files.ts";
import { element, part } from "./dom.ts";
import type { Speech } from "./language.ts";

export interface FileList {
  readonly files: () => readonly File[];
  readonly clear: () => void;
}

export function openFileList(speech: Speech, complain: (tooLarge: boolean) => void): FileList {
  let files: readonly File[] = [];
  const input = part("files", HTMLInputElement);

  function draw(): void {
    const list = part("file-list");
    list.textContent = "";
    for (const file of files) {
      const line = element("li", "");
      const remove = element("button", speech.say("q.files.remove"));
      remove.setAttribute("type", "button");
      remove.setAttribute("aria-label", `${speech.say("q.files.remove")}: ${file.name}`);
      remove.addEventListener("click", () => {
        files = files.filter((one) => one !== file);
        draw();
        input.focus();
      });
      line.append(element("span", file.name), remove);
      list.append(line);
    }
  }

  input.addEventListener("change", () => {
    const added = Array.from(input.files ?? []);
    complain(added.some(isTooLarge));
    files = [...files, ...added.filter((file) => !isTooLarge(file))].slice(0, MOST_FILES);
    input.value = "";
    draw();
  });
  speech.onChange(draw);
  return {
    files: () => files,
    clear() {
      files = [];
      draw();
    },
  };
}
