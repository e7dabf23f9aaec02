import assert from "node:assert/strict";
import { isBelow, normalizedPath } from "../../contract/path";

describe("A path", () => {
    const paths: [string, string][] = [
        ["/a//b.sock", "/a/b.sock"],
        ["/a/./b.sock", "/a/b.sock"],
        ["//a///b/", "/a/b"],
        ["/a/x/../b.sock", "/a/b.sock"],
        ["/../a", "/a"],
        ["/", ""],
        ["/./", ""],
        ["a/b/", "a/b"],
        ["", ""],
    ];
    for (const [path, resolved] of paths) {
        it(`${JSON.stringify(path)} is ${JSON.stringify(resolved)}`, () =>
            assert.equal(normalizedPath(path), resolved));
    }

    it("lies below a directory however the two are written", () =>
        assert.deepStrictEqual(
            [isBelow("/sock/./a", "//sock/"), isBelow("/sock/../a", "/sock"), isBelow("/sock//", "/sock")],
            [true, false, false],
        ));

    const places: [string, string, boolean][] = [
        ["/sock/a", "/sock", true],
        ["/sock/a", "/sock/", true],
        ["/sock/a", "/", true],
        ["/sock", "/sock", false],
        ["/sock/", "/sock", false],
        ["/socket/a", "/sock", false],
    ];
    for (const [path, directory, below] of places) {
        it(`takes ${path} to lie ${below ? "below" : "outside"} ${directory}`, () =>
            assert.equal(isBelow(path, directory), below));
    }
});
