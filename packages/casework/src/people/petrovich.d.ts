/** npm petrovich has no types of its own. */
declare module "petrovich" {
  type Case = "nominative" | "genitive" | "dative" | "accusative" | "instrumental" | "prepositional";
  interface Person {
    readonly gender: "male" | "female" | "androgynous";
    readonly first?: string;
    readonly middle?: string;
    readonly last?: string;
  }
  export default function petrovich(
    person: Person,
    inCase: Case,
  ): { readonly first?: string; readonly middle?: string; readonly last?: string };
}
