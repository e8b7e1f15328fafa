// Reads the steps that a section of a Markdown document asks of its reader.

/**
 * @typedef {{ kind: "file", path: string, text: string }} File
 * @typedef {{ kind: "console", commands: string[], expected: string[] }} Console
 */

/**
 * The fenced blocks below a heading, up to the next heading of its level.
 *
 * @param {string} markdown
 * @param {string} heading
 * @returns {(File | Console)[]}
 */
export function stepsOf(markdown, heading) {
  const start = markdown.indexOf(`\n## ${heading}\n`);
  if (start < 0) throw new Error(`there is no section "${heading}"`);
  const end = markdown.indexOf("\n## ", start + 4);
  const section = markdown.slice(start, end < 0 ? undefined : end);
  const steps = [];
  for (const [, info, text] of section.matchAll(/^```(.*)\n([^]*?)^```$/gm)) {
    const title = info.match(/title="([^"]+)"/);
    if (title) steps.push({ kind: "file", path: title[1], text });
    else if (info.startsWith("console")) steps.push(consoleStep(text));
  }
  return steps;
}

/** @returns {Console} */
function consoleStep(text) {
  const lines = text.trimEnd().split("\n");
  const commands = lines.filter((line) => line.startsWith("$ ")).map((line) => line.slice(2));
  const expected = lines.filter((line) => !line.startsWith("$ ") && line !== "");
  return { kind: "console", commands, expected };
}
