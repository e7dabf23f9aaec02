import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { documents, root } from "./documents";
import { referencePages } from "./reference/pages";

async function main(): Promise<void> {
    for (const [path, text] of [...documents(), ...(await referencePages(root))]) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
    }
}

void main();
