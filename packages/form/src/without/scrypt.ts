/** Stands in the built pages where the age library has scrypt: a letter under a passphrase is refused before it comes to that. */
export function scrypt(): never {
  throw new Error("not in the page");
}
