// Puts the form and the book together. Whatever is said to the server is said through the
// generated functions in `api/`.
// @ts-check

import { openBook } from "./book.js";
import { prepareForm } from "./form.js";
import { element } from "./page.js";

const status = element("status", HTMLElement);

const book = openBook({
  removed: (entry) => {
    status.textContent = `${entry.name}’s entry was taken out.`;
  },
});

prepareForm({
  signed: async (entry) => {
    status.textContent = `Thank you, ${entry.name}. You are number ${entry.id}.`;
    await book.showFirst(entry.id);
  },
});

await book.showAddressed();
