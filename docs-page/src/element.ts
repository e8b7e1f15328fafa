// How elements are made. Text reaches the page as text nodes and through nothing else.

export type Child = Node | string | undefined | false;

/** What an element may be given: listeners begin with `on`, everything else is an attribute. */
export type Attributes = Readonly<Record<string, string | boolean | undefined | ((event: Event) => void)>>;

/** Makes an element. An attribute that is `false` or absent is left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Attributes, ...children: Child[]): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...present(children));
  return made;
}

/** Children without those that are left out. */
export function present(children: readonly Child[]): (Node | string)[] {
  return children.filter((child): child is Node | string => child !== undefined && child !== false && child !== "");
}

export function code(text: string, name = ""): HTMLElement {
  return element("code", name === "" ? {} : { class: name }, text);
}

export function span(name: string, ...children: Child[]): HTMLElement {
  return element("span", { class: name }, ...children);
}

export function division(name: string, ...children: Child[]): HTMLElement {
  return element("div", { class: name }, ...children);
}

/** What is made when the reader opens it, and not before. */
export function disclosure(attributes: Attributes, summary: readonly Child[], content: () => readonly Child[]): HTMLDetailsElement {
  const details = element("details", attributes, element("summary", {}, ...summary));
  let made = false;
  const make = () => {
    if (made || !details.open) return;
    made = true;
    details.append(division("inside", ...content()));
  };
  details.addEventListener("toggle", make);
  make();
  return details;
}

/** A button that puts a text into the clipboard, and says so. */
export function copyButton(what: string, read: () => string): HTMLElement {
  const button = element("button", { type: "button", class: "copy", "aria-label": `Copy ${what}` }, "Copy");
  const status = element("span", { class: "unseen", role: "status" });
  const say = (text: string) => {
    button.textContent = text;
    status.textContent = text;
    setTimeout(() => {
      button.textContent = "Copy";
      status.textContent = "";
    }, 2000);
  };
  button.addEventListener("click", () => {
    // Without a secure context there is no clipboard at all.
    const written = navigator.clipboard?.writeText(read()) ?? Promise.reject(new Error("no clipboard"));
    written.then(
      () => say("Copied"),
      () => say("Not copied"),
    );
  });
  return element("span", {}, button, status);
}

let ids = 0;

/** An id that nothing else has. */
export function freshId(prefix: string): string {
  ids += 1;
  return `${prefix}-${ids}`;
}
