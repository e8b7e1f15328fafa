// Types that exist for the compiler alone.

declare const brandName: unique symbol;

/** A `T` that is only taken for one where it was made for `Name`: Rust's newtype. */
export type Brand<T, Name extends string> = T & { readonly [brandName]: Name };
