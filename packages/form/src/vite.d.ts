/** What vite makes of a worker: the address of its bundle. */
declare module "*?worker&url" {
  const address: string;
  export default address;
}

/** A file inside the age library, by the name that vite.config.ts gives it. */
declare module "age-encryption/recipients" {
  export const decryptFileKey: unknown;
  export const encryptFileKey: unknown;
  export const generateHybridIdentity: () => Promise<string>;
  export const generateIdentity: () => Promise<string>;
  export const generateX25519Identity: () => Promise<string>;
  export const HybridIdentity: unknown;
  export const HybridRecipient: unknown;
  export const identityToRecipient: (identity: string) => Promise<string>;
  export const X25519Identity: unknown;
  export const X25519Recipient: unknown;
}

/** The hybrid key exchange that the age library uses, by the name that vite.config.ts gives it. */
declare module "ml-kem-itself" {
  export const MLKEM768X25519: {
    readonly getPublicKey: (secret: Uint8Array) => Uint8Array;
    readonly encapsulate: (recipient: Uint8Array) => {
      readonly cipherText: Uint8Array;
      readonly sharedSecret: Uint8Array;
    };
    readonly decapsulate: (share: Uint8Array, secret: Uint8Array) => Uint8Array;
  };
}
