// What a page does about deploys: calls as ever, and a banner.

import { createClient } from "/client/_runtime.js";
import { save as rate } from "/client/input_field_renamed.js";
import { find, save } from "/client/input_fields_swapped.js";

const element = (id) => document.getElementById(id);

const client = createClient({
  onStale() {
    element("new-version").hidden = false;
  },
});

/** Shows what a function answers, or why it does not. */
async function show(call, input) {
  const output = document.querySelector("output");
  output.textContent = "…";
  const result = await call.safe({ title: element("title").value, ...input }, { client });
  output.textContent = result.ok ? result.data : result.error.code;
}

element("save").onclick = () => show(save, { width: 640, height: 480 });
element("find").onclick = () => show(find, { width: 640, height: 480 });
element("rate").onclick = () => show(rate, { stars: 3 });
element("reload").onclick = () => location.reload();
