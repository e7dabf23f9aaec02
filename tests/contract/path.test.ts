import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../ecs/known";
import { isBelow, normalizedPath } from "../../contract/path";
import { absolutePath } from "../../ecs/shell/absolute-path";

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
