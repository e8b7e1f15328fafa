// Memory in which numbers change between words and integers. Every platform with
// JavaScript on it is little-endian, as the wire is.

const scratch = /* @__PURE__ */ new ArrayBuffer(8);

/** The two halves of a 64-bit value, low one first. */
export const words = /* @__PURE__ */ new Uint32Array(scratch);
/** The same 64 bits, unsigned. */
export const unsigned = /* @__PURE__ */ new BigUint64Array(scratch);
/** The same 64 bits in two's complement. */
export const signed = /* @__PURE__ */ new BigInt64Array(scratch);
/** The same 64 bits as a float. */
export const double = /* @__PURE__ */ new Float64Array(scratch);
/** The same 64 bits as bytes. */
export const octets = /* @__PURE__ */ new Uint8Array(scratch);
