// Calls the example with the types that openapi-typescript has made.

import createClient from "openapi-fetch";
import type { components, paths } from "./schema.js";

type Product = components["schemas"]["Product"];

const [origin, key] = process.argv.slice(2) as [string, string];
const client = createClient<paths>({ baseUrl: origin });
const headers = { authorization: `Bearer ${key}` };

function equal(left: unknown, right: unknown): void {
  if (JSON.stringify(left) !== JSON.stringify(right)) {
    throw new Error(`${JSON.stringify(left)} is not ${JSON.stringify(right)}`);
  }
}

const body = { name: "Kettle", category: "kitchen", price: { amount: 3900, currency: "EUR" } } as const;
const created = await client.POST("/v2/products", { body, headers });
const kettle: Product = created.data ?? fail(created.error);
equal(created.response.status, 201);
equal(created.response.headers.get("location"), `/v2/products/${kettle.id}`);

const refused = await client.POST("/v2/products", { body, headers });
if (refused.error === undefined || !("data" in refused.error)) fail(refused);
equal([refused.error.code, refused.error.data.product], ["name_taken", kettle.id]);

const params = { path: { id: kettle.id } };
const changed = await client.PATCH("/v2/products/{id}", { params, body: { description: "Whistles." }, headers });
equal(changed.data?.description, "Whistles.");

const found = await client.GET("/v2/products/{id}", { params });
equal(found.data, changed.data);

const query = { category: ["kitchen" as const], limit: 5 };
const listed = await client.GET("/v2/products", { params: { query } });
equal(listed.data, [changed.data]);

const missing = await client.GET("/v2/products/{id}", { params: { path: { id: 4711 } } });
equal(missing.error?.code, "product_not_found");

// @ts-expect-error: there is no such currency.
void (() => client.POST("/v2/products", { body: { ...body, price: { amount: 1, currency: "GBP" } }, headers }));

function fail(what: unknown): never {
  throw new Error(JSON.stringify(what));
}

console.log("The TypeScript client works.");
