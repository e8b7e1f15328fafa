// The whole page, from the document of the version that its address names.

import { authenticationSection } from "./authentication.js";
import { Credentials } from "./credentials.js";
import { OpenApi } from "./document.js";
import { type Child, division, element } from "./element.js";
import { type Json, member, parse, text } from "./json.js";
import { operationSection } from "./operation.js";
import { prose } from "./prose.js";
import { follow, groupsOf, sidebar } from "./sidebar.js";

/** The last segment of `/docs/v2`. */
const version = /[^/]*$/.exec(location.pathname)?.[0] ?? "";
const address = `/openapi.${version}.json`;

/** Fetches the document, and shows it or what went wrong. */
export async function open(root: HTMLElement): Promise<void> {
  try {
    show(root, parse(await fetched()));
  } catch (error) {
    root.replaceChildren(failure(root, error));
  }
}

async function fetched(): Promise<string> {
  // The browser keeps the document, and asks whether it is still the same.
  const response = await fetch(address, { credentials: "same-origin", cache: "no-cache", headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}`);
  return response.text();
}

function failure(root: HTMLElement, error: unknown): HTMLElement {
  const reason = error instanceof Error ? error.message : String(error);
  const again = element("button", { type: "button", onclick: () => void open(root) }, "Try again");
  return element("main", { class: "failure", role: "alert" }, element("h1", {}, "The documentation cannot be shown"), element("p", {}, `${reason}.`), again);
}

function show(root: HTMLElement, json: Json): void {
  const openApi = new OpenApi(json);
  const credentials = new Credentials();
  const information = member(json, "info");
  const title = text(member(information, "title")) || "API";
  document.title = `${title} ${version}`;
  const navigation = sidebar(openApi, title, versionChoice());
  const main = element(
    "main",
    { id: "top", tabindex: "-1" },
    introduction(title, information),
    authenticationSection(openApi, credentials),
    ...groups(openApi, credentials),
  );
  root.replaceChildren(element("a", { class: "skip", href: "#top" }, "Skip to the content"), navigation, main);
  follow(navigation, main.querySelectorAll<HTMLElement>("section.operation, section.authentication"));
  // The browser looked for the place before it was there.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

function introduction(title: string, information: Json | undefined): HTMLElement {
  const release = text(member(information, "version"));
  return element(
    "header",
    { class: "introduction" },
    element("h1", {}, title),
    element("p", { class: "hint" }, release === "" ? "" : `Version ${release}. `, element("a", { href: address }, "OpenAPI document")),
    prose(text(member(information, "description"))),
  );
}

/** A choice between the versions that the server has, which it names in the page. */
function versionChoice(): Child {
  const named = document.querySelector<HTMLMetaElement>('meta[name="versions"]')?.content ?? "";
  const versions = named.split(" ").filter((each) => /^v\d+$/.test(each));
  if (versions.length < 2) return division("version", version);
  const select = element("select", { "aria-label": "Version", autocomplete: "off" }, ...versions.map((each) => element("option", { value: each, selected: each === version }, each)));
  select.addEventListener("change", () => location.assign(`${location.pathname.replace(/[^/]*$/, "")}${select.value}`));
  return division("version", select);
}

function groups(openApi: OpenApi, credentials: Credentials): Child[] {
  const descriptions = new Map(openApi.tags.map((tag) => [tag.name, tag.description]));
  return groupsOf(openApi).map(({ title, anchor, operations }) =>
    element(
      "section",
      { class: "tag", id: anchor, "aria-labelledby": `${anchor}-title` },
      element("h2", { id: `${anchor}-title` }, title),
      prose(anchor === "webhooks" ? "Requests that this service sends to your server when something has happened." : (descriptions.get(title) ?? "")),
      ...operations.map((operation) => operationSection(openApi, operation, credentials)),
    ),
  );
}
