/** Every key under which the matching core files a report, and what a hash of it would look like: for whoever looks for them in what left a device. */
import {
  blockKeys,
  hashOfKey,
  normaliseName,
  openReportIndex,
  type RawReport,
} from "@answerable/casework/people";

export function traces(said: RawReport): readonly string[] {
  const index = openReportIndex();
  index.put(0, said);
  index.settle();
  const words = normaliseName(said.name);
  const stems = index.roster.names
    .readings(0)
    .flatMap(({ surname, given, patronymic }) =>
      [surname, given, patronymic].flatMap((part) => (part ? [...part.stems, ...part.forms] : [])),
    );
  const keys = [...blockKeys(index, 0)];
  const hashes = keys.map(hashOfKey).flatMap((hash) => [String(hash), hash.toString(16)]);
  // What is shorter stands in any text by chance.
  return [...new Set([...words, ...stems, ...keys])]
    .filter((word) => word.length >= 5)
    .concat(hashes.filter((hash) => hash.length >= 8));
}
