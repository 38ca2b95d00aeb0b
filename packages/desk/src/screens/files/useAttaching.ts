/** Puts files into a case: from the button, dropped on it, or pasted; one after the other, each with its refusal in words. */
import type { AttachmentId, CaseId } from "@answerable/casework";
import type { AttachRefusal, FileToAttach } from "@answerable/replica";
import { useCallback, useState } from "react";

import { usePage } from "../../app/desk.tsx";

export interface RefusedFile {
  readonly name: string;
  readonly why: AttachRefusal;
}
type With = Partial<Omit<FileToAttach, "case" | "attachment" | "name" | "source">>;

export function useAttaching(id: CaseId) {
  const { office, newId } = usePage();
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const attach = useCallback(
    async (files: readonly File[], more: With = {}): Promise<readonly AttachmentId[]> => {
      setRefused([]);
      const done: AttachmentId[] = [];
      for (const file of files) {
        const attachment = newId<AttachmentId>();
        const put = await office.attach({ ...more, case: id, attachment, name: file.name, source: file });
        if (put.ok) done.push(put.value.attachment);
        else if (put.refusal.type !== "Cancelled") {
          const { refusal: why } = put;
          setRefused((all) => [...all, { name: file.name, why }]);
        }
      }
      return done;
    },
    [office, newId, id],
  );
  return { attach, refused };
}
