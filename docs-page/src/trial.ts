// The form that sends a request to the server the page came from.

import { answerOf, failureOf, send } from "./answer.js";
import { nameOf } from "./authentication.js";
import type { Credentials } from "./credentials.js";
import type { OpenApi, Operation, Parameter } from "./document.js";
import { type Child, code, disclosure, division, element, freshId, span } from "./element.js";
import { parse } from "./json.js";
import { type Filled, bodyExample, exampleOfParameter, isList, keyOf, mediaTypesOf, missing, requestOf, usable } from "./request.js";
import { choicesOf, plain, typeOf } from "./schema.js";

/** The form, closed until the reader asks for it. `changed` is called after each change of `filled`. */
export function trial(openApi: OpenApi, operation: Operation, filled: Filled, credentials: Credentials, changed: () => void): HTMLElement {
  return disclosure({ class: "trial" }, ["Try it", span("unseen", `: ${operation.summary}`)], () => {
    const result = element("div", { class: "result", "aria-live": "polite" });
    const button = element("button", { type: "submit", class: "send" }, "Send");
    const warning = element("p", { class: "warning", role: "alert" });
    const form = element(
      "form",
      { autocomplete: "off", novalidate: true, "aria-label": `Request of ${operation.summary}` },
      ...operation.parameters.filter((each) => each.place !== "cookie").map((each) => parameterField(openApi, each, filled, changed)),
      ...bodyFields(openApi, operation, filled, changed),
      callerLine(openApi, operation, credentials),
      warning,
      division("actions", button),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const absent = missing(operation, filled);
      warning.textContent = absent.length === 0 ? "" : `Fill in ${absent.map((each) => each.name).join(", ")}.`;
      if (absent.length > 0) return form.querySelector<HTMLElement>('[aria-required="true"]:placeholder-shown')?.focus();
      void run(openApi, operation, filled, credentials, button, result);
    });
    return [form, result];
  });
}

async function run(openApi: OpenApi, operation: Operation, filled: Filled, credentials: Credentials, button: HTMLButtonElement, result: HTMLElement): Promise<void> {
  const schemes = usable(openApi, operation, credentials);
  const request = requestOf(openApi, operation, filled, schemes, credentials);
  // With another credential cookies would say a second time who calls.
  const byCookie = schemes.length === 0 && openApi.security(operation).flat().some((scheme) => scheme.kind === "cookie");
  button.disabled = true;
  result.setAttribute("aria-busy", "true");
  try {
    result.replaceChildren(...answerOf(await send(request, byCookie ? "same-origin" : "omit")));
  } catch (error) {
    result.replaceChildren(...failureOf(error));
  } finally {
    button.disabled = false;
    result.removeAttribute("aria-busy");
  }
}

function parameterField(openApi: OpenApi, parameter: Parameter, filled: Filled, changed: () => void): HTMLElement {
  const id = freshId("parameter");
  const key = keyOf(parameter);
  const control = controlOf(openApi, parameter, id);
  control.value = filled.values.get(key) ?? "";
  control.addEventListener("input", () => {
    filled.values.set(key, control.value);
    changed();
  });
  const hint = isList(openApi, parameter) ? span("hint", "one a line") : undefined;
  const label = element("label", { for: id }, code(parameter.name), " ", span("place", parameter.place), parameter.required && span("required", " required"));
  return division("field", label, hint, control);
}

/** What fits the type: a choice, several lines, or one. */
function controlOf(openApi: OpenApi, parameter: Parameter, id: string): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  const { schema } = plain(openApi, parameter.schema);
  const common = { id, "aria-required": parameter.required && "true", spellcheck: "false", autocapitalize: "off", autocomplete: "off" };
  if (isList(openApi, parameter)) return element("textarea", { ...common, rows: "2", placeholder: " " });
  const choices = typeOf(schema) === "boolean" ? ["true", "false"] : choicesOf(openApi, schema);
  if (choices.length > 0) return element("select", common, element("option", { value: "" }, "—"), ...choices.map((each) => element("option", { value: each }, each)));
  const mode = typeOf(schema) === "integer" ? "numeric" : typeOf(schema) === "number" ? "decimal" : "text";
  const example = exampleOfParameter(openApi, parameter);
  return element("input", { ...common, type: "text", inputmode: mode, placeholder: example || " " });
}

function bodyFields(openApi: OpenApi, operation: Operation, filled: Filled, changed: () => void): Child[] {
  const types = mediaTypesOf(openApi, operation);
  if (types.length === 0) return [];
  const [id, problem] = [freshId("body"), freshId("problem")];
  const note = element("p", { class: "warning", id: problem, role: "status" });
  const area = element("textarea", { id, class: "body", rows: String(rowsOf(filled.body)), spellcheck: "false", autocapitalize: "off", "aria-describedby": problem });
  area.value = filled.body;
  const check = () => {
    note.textContent = problemOf(filled);
    changed();
  };
  area.addEventListener("input", () => {
    filled.body = area.value;
    check();
  });
  const setType = (type: string) => {
    // What the reader has written is theirs.
    const untouched = filled.body === bodyExample(openApi, operation, filled.mediaType);
    filled.mediaType = type;
    if (untouched) area.value = filled.body = bodyExample(openApi, operation, type);
    check();
  };
  return [typeField(types, setType), division("field", element("label", { for: id }, "Body"), area, note)];
}

function typeField(types: readonly string[], set: (type: string) => void): Child {
  if (types.length < 2) return undefined;
  const id = freshId("type");
  const select = element("select", { id, onchange: () => set(select.value) }, ...types.map((type) => element("option", { value: type }, type)));
  return division("field", element("label", { for: id }, "Content-Type"), select);
}

function rowsOf(text: string): number {
  return Math.min(20, Math.max(3, text.split("\n").length));
}

/** What is wrong with a body in JSON. It can be sent all the same: what the server says is of interest too. */
function problemOf(filled: Filled): string {
  if (!/[/+]json\b/.test(filled.mediaType) || filled.body.trim() === "") return "";
  try {
    parse(filled.body);
    return "";
  } catch (error) {
    return `Not JSON: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

/** Says as whom the request will be made. */
function callerLine(openApi: OpenApi, operation: Operation, credentials: Credentials): Child {
  const ways = openApi.security(operation);
  if (ways.length === 0) return undefined;
  const said = element("span", {});
  const refresh = () => {
    const schemes = usable(openApi, operation, credentials);
    said.textContent = schemes.length > 0 ? `Sent with your ${schemes.map(nameOf).join(" and ").toLowerCase().replace("api", "API")}. ` : "Sent without credentials of yours. ";
  };
  refresh();
  credentials.listen(refresh);
  return element("p", { class: "hint" }, said, element("a", { href: "#authentication" }, "Authentication"));
}
