import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { documents, pagesFolder, root } from "./documents";

mkdirSync(join(root, pagesFolder), { recursive: true });
for (const [path, text] of documents()) {
    writeFileSync(join(root, path), text);
}
