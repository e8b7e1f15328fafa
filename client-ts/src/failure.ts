// What codecs throw. The call that runs them turns it into a `TramlineError` and keeps it as the
// cause, so codecs need to know neither the action nor the error class.

/** The bytes are no encoding of what was expected. */
export function malformed(what: string): never {
  throw new RangeError(`malformed ${what}`);
}

/** A variant that this enum does not have, by its index or its name. */
export function unknownVariant(variant: number | string, type: string): never {
  malformed(`${type} (variant ${variant})`);
}

/** An error code that this action does not declare. */
export function unknownCode(code: string): never {
  malformed(`error (${code})`);
}

/** The value is none of the type's. Texts and objects may be secrets: only numbers are shown. */
export function invalidValue(type: string, value?: unknown): never {
  throw new TypeError(`invalid ${type}${/number|bigint/.test(typeof value) ? `, got ${value}` : ""}`);
}
