// What the compiler makes of actions and their errors. Nothing here runs.

import { clearPosts, countPosts, createPost, listPosts } from "./fixtures/posts.js";
import type { Post, PostError } from "./fixtures/posts.js";
import type { ActionError, Brand, CallCode, CallOptions, Client, Interceptor, Outcome, StaleClientError, StaleCode, StaleServerError, Staleness, TramlineError } from "./index.js";
import { TramlineError as ErrorClass, createClient, isStale } from "./index.js";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function expect<_Holds extends true>(): void;

declare const post: Post;
declare const thrown: unknown;

// Calls.
const created = createPost(post);
expect<Equal<typeof created, Promise<Post>>>();
expect<Equal<ReturnType<typeof clearPosts>, Promise<void>>>();
void countPosts();
void countPosts(undefined, { timeoutMs: 1 });
void listPosts({ page: 1, search: "" }, { signal: new AbortController().signal });
// @ts-expect-error: the input is not optional
void createPost();
// @ts-expect-error: a bigint, not a number
void createPost({ id: 1, title: "", tags: [] });
// @ts-expect-error: there is no input
void countPosts({});
// @ts-expect-error: an unknown option
void countPosts(undefined, { timeout: 1 });

// Identity.
expect<Equal<typeof createPost.id, string>>();
expect<Equal<ReturnType<typeof listPosts.key>, readonly [name: string, input: string]>>();
countPosts.key();
countPosts.url(undefined, { client: createClient() });
// @ts-expect-error: only queries have a key
createPost.key(post);

// Errors are closed under kind and code.
function exhaustive(error: ActionError<PostError>): string {
  switch (error.kind) {
    case "declared":
      switch (error.code) {
        case "name_taken":
          expect<Equal<typeof error.data, { name: string }>>();
          return error.data.name;
        case "not_yours":
          expect<Equal<typeof error.data, null>>();
          return "";
      }
    case "invalid":
      expect<Equal<typeof error.code, "invalid_input">>();
      return error.message;
    case "call":
      expect<Equal<typeof error.code, CallCode>>();
      // @ts-expect-error: not a code of any call
      return error.code === "name_taken" ? "" : error.code;
  }
}

// Codes alone tell the variants apart too.
function byCode(error: ActionError<PostError>): string {
  return error.code === "name_taken" ? error.data.name : error.code;
}

if (createPost.isError(thrown)) {
  exhaustive(thrown);
  byCode(thrown);
  expect<Equal<typeof thrown.status, number | undefined>>();
}
if (listPosts.isError(thrown)) {
  expect<Equal<typeof thrown.kind, "invalid" | "call">>();
}
if (thrown instanceof ErrorClass) {
  expect<Equal<typeof thrown.kind, "declared" | "invalid" | "call">>();
  if (thrown.kind === "call") expect<Equal<typeof thrown.code, CallCode>>();
}

async function safely(): Promise<void> {
  const outcome = await createPost.safe(post);
  expect<Equal<typeof outcome, Outcome<Post, PostError>>>();
  if (outcome.ok) expect<Equal<typeof outcome.data, Post>>();
  else exhaustive(outcome.error);
  // @ts-expect-error: there is no data before ok is known
  outcome.data;
  const listed = await listPosts.safe({ page: 1, search: "" });
  if (!listed.ok) expect<Equal<typeof listed.error.kind, "invalid" | "call">>();
}
void safely;

// An error that is thrown anywhere is at least this.
expect<ActionError<PostError> extends TramlineError ? true : false>();

// Of versions.
if (isStale(thrown)) {
  expect<Equal<typeof thrown.code, StaleCode>>();
  expect<Equal<typeof thrown.kind, "call">>();
}
declare const stale: ActionError<PostError>;
if (stale.code === "stale_client") expect<Equal<typeof stale.kind, "call">>();
if (isStale(stale)) expect<Equal<typeof stale.code, StaleCode>>();
expect<StaleClientError | StaleServerError extends TramlineError ? true : false>();
expect<Equal<StaleClientError["code"], "stale_client">>();
expect<Equal<StaleServerError["code"], "stale_server">>();
expect<StaleCode extends CallCode ? true : false>();
createClient({ onStale: (staleness) => expect<Equal<typeof staleness, Staleness>>() });
createClient({ onStale: undefined });
// @ts-expect-error: not a code that it is told
createClient({ onStale: ({ code }) => code === "network" });

// Brands are made on purpose.
type UserId = Brand<bigint, "UserId">;
declare const user: UserId;
const plain: bigint = user;
// @ts-expect-error: not every bigint is a user's id
const branded: UserId = plain;
void branded;

// Options, under exactOptionalPropertyTypes.
const options: CallOptions = { signal: undefined, timeoutMs: undefined, headers: undefined, client: undefined };
const client: Client = createClient({ headers: () => ({ a: "b" }), credentials: undefined, fetch: globalThis.fetch, interceptors: undefined });
const other: Client = createClient({ headers: async () => new Headers([["a", "b"]]) });
const interceptor: Interceptor = (request, next) => next(request.action.kind === "query" ? request : { ...request, url: "" });
// @ts-expect-error: a client is not changed
client.baseUrl = "";
void [options, other, interceptor];
