// Memory in which numbers change between words, integers and floats. Every platform with
// JavaScript on it is little-endian, as the wire is.

const scratch = /* @__PURE__ */ new ArrayBuffer(8);

/** The two halves of a 64-bit value, low one first. */
export const words = /* @__PURE__ */ new Uint32Array(scratch);
/** The same 64 bits, unsigned. */
export const unsigned = /* @__PURE__ */ new BigUint64Array(scratch);
/** The same 64 bits in two's complement. */
export const signed = /* @__PURE__ */ new BigInt64Array(scratch);
/** The low 32 bits, and the high ones, as single-precision floats. */
export const singles = /* @__PURE__ */ new Float32Array(scratch);
/** The same 64 bits as a double-precision float. */
export const doubles = /* @__PURE__ */ new Float64Array(scratch);
