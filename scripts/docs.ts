import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { documents, root } from "./documents";
import { referencePages } from "./reference/pages";
import { packageSchema, schemaFile } from "./schema";

async function main(): Promise<void> {
    for (const [path, text] of [
        ...documents(),
        ...(await referencePages(root)),
        [schemaFile, packageSchema(root)] as const,
    ]) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
    }
}

void main();
