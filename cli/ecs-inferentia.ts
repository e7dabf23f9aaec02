import * as nodeModule from "node:module";
import { join } from "node:path";

/** Node 22 and newer keep what a run compiles for the next one, beside it; where nobody may write, nothing is kept. */
const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: (folder: string) => unknown };
enableCompileCache?.(join(__dirname, ".cache"));

// Not an import, which would be compiled before.
require("./main");
