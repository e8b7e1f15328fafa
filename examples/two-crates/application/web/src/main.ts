// One client for both feature crates: what one returns is what the other takes.

import { register } from "./api/accounts/users";
import { postsBy, publish } from "./api/blog/posts";
import { version } from "./api/index";
import type { User } from "./api/model/index";

/** Registers an author, or finds the one that has the name. */
async function author(name: string): Promise<User["id"]> {
  const answer = await register.safe({ name });
  if (answer.ok) return answer.data.id;
  if (answer.error.code === "name_taken") return answer.error.data.by;
  throw answer.error;
}

/** Publishes a post and lists everything that its author has published. */
export async function announce(name: string, title: string, body: string): Promise<string> {
  const by = await author(name);
  const number = await publish({ author: by, title, body });
  const posts = await postsBy({ author: by });
  return `Post ${number} of ${posts.length} by ${name}, on ${await version()}`;
}
