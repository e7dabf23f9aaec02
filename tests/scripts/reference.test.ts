import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/documents";
import { withDefault } from "../../scripts/reference/comment-text";
import { componentPage } from "../../scripts/reference/component-page";
import { referenceFolder, referencePages } from "../../scripts/reference/pages";
import { readExports, type PackageExports } from "../../scripts/reference/read";

const fixture = join(root, "tests", "fixtures", "reference");

describe("The reference of the components", function () {
    this.timeout(120_000);

    it("says what the docstrings say; otherwise run npm run docs", async () => {
        const folder = join(root, referenceFolder);
        const files = existsSync(folder) ? readdirSync(folder) : [];
        const written = files.map((file) => [`${referenceFolder}/${file}`, readFileSync(join(folder, file), "utf8")]);
        assert.deepStrictEqual(new Map(written as [string, string][]), await referencePages(root));
    });
});

describe("The page of a component", function () {
    this.timeout(120_000);
    let exported: PackageExports;

    before(async () => {
        exported = await readExports(join(fixture, "index.ts"), join(fixture, "tsconfig.json"));
    });

    it("is of each class that Pulumi makes resources of", () => {
        const { components, others } = exported;
        assert.deepStrictEqual(
            [components.map(({ name }) => name), others.map(({ name }) => name)],
            [["Kettle"], ["Size"]],
        );
    });

    it("has arguments, inherited ones too, and outputs in tables, and every interface that they name", () => {
        const [kettle] = exported.components;
        assert.ok(kettle);
        assert.equal(componentPage(kettle), readFileSync(join(fixture, "Kettle.md"), "utf8"));
    });

    it("must find a docstring on all that it tells of", () => {
        const [kettle] = exported.components;
        assert.ok(kettle);
        const bare = Object.create(kettle, { comment: { value: undefined } }) as typeof kettle;
        assert.throws(() => componentPage(bare), { message: "Kettle has no docstring" });
    });
});

describe("What holds without an argument", () => {
    for (const [text, expected] of [
        ["The size.", { description: "The size." }],
        ["The size. Default: 30.", { description: "The size.", otherwise: "30" }],
        ["Default: 30.", { description: "", otherwise: "30" }],
        [
            "The size. Default: 0; more when needed. It grows.",
            { description: "The size. It grows.", otherwise: "0; more when needed" },
        ],
        [
            "The tag, as `1.0`. Default: `2.0.1` of today.",
            { description: "The tag, as `1.0`.", otherwise: "`2.0.1` of today" },
        ],
    ] as const) {
        it(`is taken out of "${text}"`, () => {
            const { description, otherwise } = withDefault(text);
            assert.deepEqual({ description, otherwise }, { otherwise: undefined, ...expected });
        });
    }
});
