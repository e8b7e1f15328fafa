// The parts of an OpenAPI document that the page shows, with references followed.

import { type Json, isMap, items, member, members, text } from "./json.js";

/** Where a document leads in circles, this many steps are enough. */
const STEPS = 32;

const METHODS = ["get", "post", "put", "patch", "delete", "head", "options", "trace"];

const SCHEMAS = "#/components/schemas/";

export interface Operation {
  /** Unique in the page: the anchor of the operation. */
  readonly anchor: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly parameters: readonly Parameter[];
  /** The operation object. */
  readonly json: Json;
  /** Told to the reader's server, and not asked of ours. */
  readonly webhook: boolean;
}

export interface Parameter {
  readonly place: "path" | "query" | "header" | "cookie";
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string;
  readonly schema: Json;
  readonly example: Json | undefined;
}

export interface Tag {
  readonly name: string;
  readonly description: string;
  readonly operations: readonly Operation[];
}

/** A schema, and the name by which the document refers to it. */
export interface Named {
  readonly schema: Json;
  readonly name: string | undefined;
}

/** A way to say who calls. */
export interface Scheme {
  readonly key: string;
  readonly kind: "bearer" | "basic" | "header" | "query" | "cookie" | "other";
  /** The header's, the query parameter's or the cookie's name. */
  readonly name: string;
  readonly description: string;
}

/** A document, as it was read. */
export class OpenApi {
  readonly json: Json;
  readonly tags: readonly Tag[];
  readonly webhooks: readonly Operation[];
  readonly schemes: readonly Scheme[];

  constructor(json: Json) {
    this.json = json;
    const anchors = new Set<string>();
    const operations = this.#operations(member(json, "paths"), false, anchors);
    this.webhooks = this.#operations(member(json, "webhooks"), true, anchors);
    this.tags = this.#tags(operations);
    const schemes = members(member(member(json, "components"), "securitySchemes"));
    this.schemes = [...schemes].map(([key, scheme]) => schemeOf(key, this.follow(scheme)));
  }

  /** What a reference leads to, or the value itself. */
  follow(value: Json | undefined): Json {
    return this.named(value).schema;
  }

  /** What a reference leads to, and its name. */
  named(value: Json | undefined): Named {
    let schema: Json = value ?? null;
    let name: string | undefined;
    for (let step = 0; step < STEPS; step += 1) {
      const reference = member(schema, "$ref");
      if (typeof reference !== "string") return { schema, name };
      name ??= reference.startsWith(SCHEMAS) ? decode(reference.slice(SCHEMAS.length)) : undefined;
      const beside = new Map(members(schema));
      beside.delete("$ref");
      const target = this.#at(reference);
      // What stands beside a reference says more about this place of use.
      schema = beside.size > 0 && isMap(target) ? new Map([...target, ...beside]) : target;
    }
    return { schema: null, name };
  }

  /** The ways to authenticate for an operation: one of the lists, and all of each. */
  security(operation: Operation): readonly (readonly Scheme[])[] {
    const own = member(operation.json, "security") ?? member(this.json, "security");
    return items(own).map((requirement) =>
      [...members(requirement).keys()].flatMap((key) => this.schemes.find((scheme) => scheme.key === key) ?? []),
    );
  }

  #at(reference: string): Json {
    if (!reference.startsWith("#/")) return null;
    const steps = reference.slice(2).split("/").map(decode);
    let value: Json | undefined = this.json;
    for (const step of steps) value = Array.isArray(value) ? (value[Number(step)] as Json) : member(value, step);
    return value ?? null;
  }

  #operations(paths: Json | undefined, webhook: boolean, anchors: Set<string>): Operation[] {
    return [...members(paths)].flatMap(([path, item]) => {
      const shared = this.follow(item);
      return [...members(shared)]
        .filter(([method]) => METHODS.includes(method))
        .map(([method, json]): Operation => {
          const prefix = webhook ? "webhook/" : "operation/";
          const name = text(member(json, "operationId")) || (webhook ? path : `${method}${path}`);
          return {
            anchor: unique(prefix + name.replace(/[^\w.~-]+/g, "-"), anchors),
            method: method.toUpperCase(),
            path,
            // A title, which ends without a full stop.
            summary: text(member(json, "summary")).replace(/\.$/, "") || text(member(json, "operationId")) || path,
            tag: text(items(member(json, "tags"))[0]),
            parameters: this.#parameters(shared, json),
            json,
            webhook,
          };
        });
    });
  }

  /** Those of the operation, and those of its path that it does not repeat. */
  #parameters(shared: Json, json: Json): Parameter[] {
    const all = new Map<string, Parameter>();
    for (const each of [...items(member(shared, "parameters")), ...items(member(json, "parameters"))]) {
      const parameter = parameterOf(this.follow(each));
      all.set(`${parameter.place} ${parameter.name}`, parameter);
    }
    return [...all.values()];
  }

  /** In the order of the document's tags; what has none comes last. */
  #tags(operations: readonly Operation[]): Tag[] {
    const declared = items(member(this.json, "tags")).map((tag) => ({
      name: text(member(tag, "name")),
      description: text(member(tag, "description")),
    }));
    const undeclared = [...new Set(operations.map((each) => each.tag))]
      .filter((name) => !declared.some((tag) => tag.name === name))
      .sort((left, right) => Number(left === "") - Number(right === ""))
      .map((name) => ({ name, description: "" }));
    return [...declared, ...undeclared]
      .map((tag) => ({ ...tag, operations: operations.filter((each) => each.tag === tag.name) }))
      .filter((tag) => tag.operations.length > 0);
  }
}

function parameterOf(json: Json): Parameter {
  const place = text(member(json, "in")) as Parameter["place"];
  const examples = [...members(member(json, "examples")).values()];
  return {
    place,
    name: text(member(json, "name")),
    required: place === "path" || member(json, "required") === true,
    deprecated: member(json, "deprecated") === true,
    description: text(member(json, "description")),
    schema: member(json, "schema") ?? new Map(),
    example: member(json, "example") ?? member(examples[0], "value"),
  };
}

function schemeOf(key: string, json: Json): Scheme {
  const scheme = text(member(json, "scheme")).toLowerCase();
  const place = text(member(json, "in"));
  const description = text(member(json, "description"));
  const named = text(member(json, "name"));
  if (member(json, "type") === "http" && (scheme === "bearer" || scheme === "basic")) {
    return { key, kind: scheme, name: "Authorization", description };
  }
  if (member(json, "type") === "apiKey" && (place === "header" || place === "query" || place === "cookie")) {
    return { key, kind: place, name: named, description };
  }
  return { key, kind: "other", name: key, description };
}

/** The name, or the name with a number that makes it the only one. */
function unique(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let number = 2; taken.has(candidate); number += 1) candidate = `${name}-${number}`;
  taken.add(candidate);
  return candidate;
}

/** A step of a JSON Pointer in a fragment. */
function decode(step: string): string {
  try {
    return decodeURIComponent(step).replace(/~1/g, "/").replace(/~0/g, "~");
  } catch {
    return step;
  }
}
