import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../contract/known";
import { absolutePath } from "../../contract/path";

describe("A path from a directory on", () => {
    const paths: [Known<string>, Known<string>, Known<string>][] = [
        ["a", "/b", "/b/a"],
        ["../a", "/b", "/a"],
        ["a", "/", "/a"],
        ["/a/", "/b", "/a"],
        ["/a", UNKNOWN, "/a"],
        ["a/", UNKNOWN, UNKNOWN],
        ["", "/b", UNKNOWN],
        [UNKNOWN, "/b", UNKNOWN],
    ];
    for (const [path, directory, absolute] of paths) {
        it(`${String(path)} in ${String(directory)} is ${String(absolute)}`, () =>
            assert.equal(absolutePath(path, directory), absolute));
    }
});
