/** Scripts, also those of workers, come only from our own origin and only through the one policy made here. */
interface Policy {
  createScriptURL(url: string): string;
}
/** The library types do not know Trusted Types yet. */
interface WithTrustedTypes {
  readonly trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
}

/** Once a page and once a worker: the browser refuses a second policy of this name. */
export function ownScripts(origin: string): Policy {
  const rules: Policy = {
    createScriptURL: (url) => {
      if (new URL(url, origin).origin !== origin) throw new Error("a script from elsewhere");
      return url;
    },
  };
  return (globalThis as WithTrustedTypes).trustedTypes?.createPolicy("answerable", rules) ?? rules; // see WithTrustedTypes
}
