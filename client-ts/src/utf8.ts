// Text as bytes.

/** Strict: what is no UTF-8 throws, and nothing is left out. */
export const utf8: TextDecoder = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
