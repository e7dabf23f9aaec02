import assert from "node:assert/strict";
import { pages, textOf } from "./pages";

describe("The guides", () => {
    for (const page of pages.filter((one) => one.startsWith("docs/guides/"))) {
        it(`${page}: fits on a screen or two, in lines of at most 120 columns`, () => {
            const lines = textOf(page).split("\n");
            const long = lines.filter((line) => line.length > 120 && !/^[|#]|^ *[-"`]|https:/.test(line));
            assert.deepStrictEqual([lines.length <= 110, long], [true, []]);
        });
    }

    it("are all named by their index", () => {
        const index = textOf("docs/guides/README.md");
        const guides = pages.filter((page) => /^docs\/guides\/(?!README)/.test(page));
        assert.deepStrictEqual(
            guides.filter((page) => !index.includes(`(${page.slice("docs/guides/".length)})`)),
            [],
        );
    });
});
