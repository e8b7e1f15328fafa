// What the page runs.

import { open } from "./page.js";

const root = document.getElementById("root");
if (root !== null) void open(root);
