// Who calls: what the document offers, where the reader puts their credentials, and what an operation
// asks for.

import type { Credentials } from "./credentials.js";
import type { OpenApi, Operation, Scheme } from "./document.js";
import { type Child, code, division, element, freshId, span } from "./element.js";
import { prose } from "./prose.js";

/** The section with a field for each credential. */
export function authenticationSection(openApi: OpenApi, credentials: Credentials): Child {
  if (openApi.schemes.length === 0) return undefined;
  return element(
    "section",
    { id: "authentication", "aria-labelledby": "authentication-title", class: "authentication" },
    element("h2", { id: "authentication-title" }, "Authentication"),
    element("p", { class: "hint" }, "What you enter stays in this tab’s memory: it is sent with the requests that you make here, and gone when you leave or reload the page."),
    ...openApi.schemes.map((scheme) => division("scheme", element("h3", {}, nameOf(scheme)), prose(scheme.description), field(scheme, credentials))),
  );
}

function field(scheme: Scheme, credentials: Credentials): Child {
  if (scheme.kind === "cookie") return element("p", { class: "hint" }, "Sent by the browser once you are signed in at this address.");
  if (scheme.kind === "other") return undefined;
  const id = freshId("credential");
  const input = element("input", {
    id,
    type: "password",
    autocomplete: "off",
    spellcheck: "false",
    autocapitalize: "off",
    oninput: () => credentials.set(scheme, input.value.trim()),
  });
  const show = element("button", { type: "button", class: "quiet", "aria-pressed": "false" }, "Show");
  show.addEventListener("click", () => {
    const shown = input.type === "text";
    input.type = shown ? "password" : "text";
    show.textContent = shown ? "Show" : "Hide";
    show.setAttribute("aria-pressed", String(!shown));
  });
  return division("field", element("label", { for: id }, labelOf(scheme)), division("with-button", input, show));
}

/** What a way to authenticate is called. */
export function nameOf(scheme: Scheme): string {
  switch (scheme.kind) {
    case "bearer":
      return "Bearer token";
    case "basic":
      return "Basic authentication";
    case "header":
    case "query":
      return "API key";
    case "cookie":
      return "Session cookie";
    case "other":
      return scheme.key;
  }
}

function labelOf(scheme: Scheme): string {
  if (scheme.kind === "bearer") return "Token for Authorization: Bearer";
  if (scheme.kind === "basic") return "Base64 of user:password, for Authorization: Basic";
  return `Key for ${scheme.name}`;
}

/** What an operation asks for, in a line. */
export function authenticationOf(openApi: OpenApi, operation: Operation): Child {
  const ways = openApi.security(operation);
  if (ways.length === 0) return undefined;
  const words = ways.map((way) => (way.length === 0 ? ["nothing"] : way.flatMap((scheme, index) => [index > 0 && " and ", ...inWords(scheme)])));
  return element("p", { class: "asks" }, span("label", "Authentication "), ...words.flatMap((each, index) => [index > 0 && " or ", ...each]));
}

function inWords(scheme: Scheme): Child[] {
  const named = scheme.kind === "header" || scheme.kind === "query" || scheme.kind === "cookie";
  const link = element("a", { href: "#authentication" }, nameOf(scheme));
  return named ? [link, " ", code(scheme.name)] : [link];
}
