import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { documents, pagesFolder, root } from "../../scripts/documents";

describe("The generated documents", () => {
    const generated = documents();

    for (const [path, text] of generated) {
        it(`${path} says what the code says; otherwise run npm run docs`, () => {
            assert.equal(existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : "", text);
        });
    }

    it("have pages of rules that fit on a screen or two", () => {
        const long = [...generated].filter(
            ([path, text]) => path.startsWith(pagesFolder) && text.split("\n").length > 100,
        );
        assert.deepStrictEqual(
            long.map(([path]) => path),
            [],
        );
    });

    it("have no page of a rule that is no more", () => {
        const pages = readdirSync(join(root, pagesFolder)).map((file) => `${pagesFolder}/${file}`);
        assert.deepStrictEqual(
            pages.filter((page) => !generated.has(page)),
            [],
        );
    });
});
