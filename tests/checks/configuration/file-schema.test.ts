import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { configurationSchema } from "../../../checks/configuration/file-schema";
import { readConfiguration } from "../../../checks/configuration/read-configuration";

const docs = join(__dirname, "..", "..", "..", "docs");
const published = JSON.parse(readFileSync(join(docs, "policy-pack-config.schema.json"), "utf8")) as object;
const page = readFileSync(join(docs, "configuration.md"), "utf8");

describe("The published schema", () => {
    it("is the one of the policies", () => assert.deepStrictEqual(configurationSchema, published));
});

describe("The page about the configuration", () => {
    const blocks = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, block = ""]) => JSON.parse(block) as unknown);

    it("shows an example that the reader and the published schema accept", () => {
        const validate = new Ajv().compile(published);
        assert.equal(blocks.length, 1);
        for (const block of blocks) {
            assert.ok("configuration" in readConfiguration(block));
            assert.equal(validate(block), true);
        }
    });
});
