/** A brand makes two strings, or two numbers, different types: a folder's id cannot be handed in as a sheet's. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
