import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageSchema, schemaFile } from "../../scripts/schema";

const root = join(__dirname, "..", "..");

describe("The schema of the components", () => {
    it("is what the sources say; otherwise run npm run docs", function () {
        this.timeout(60_000);
        assert.equal(readFileSync(join(root, schemaFile), "utf8"), packageSchema(root));
    });
});
