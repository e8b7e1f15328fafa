// In Node.

import { measure } from "./measure.js";

console.log(`Node ${process.versions.node}`);
console.table(Object.fromEntries(measure().map(({ "": name, ...row }) => [name, row])));
