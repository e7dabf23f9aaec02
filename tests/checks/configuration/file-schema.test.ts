import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { readConfiguration } from "../../../checks/configuration/read-configuration";

const docs = join(__dirname, "..", "..", "..", "docs");
const page = readFileSync(join(docs, "configuration.md"), "utf8");

describe("The page about the configuration", () => {
    const blocks = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, block = ""]) => JSON.parse(block) as unknown);

    it("shows an example that the reader and the published schema accept", () => {
        const validate = new Ajv().compile(
            JSON.parse(readFileSync(join(docs, "policy-pack-config.schema.json"), "utf8")) as object,
        );
        assert.equal(blocks.length, 1);
        for (const block of blocks) {
            assert.ok("configuration" in readConfiguration(block));
            assert.equal(validate(block), true);
        }
    });
});
