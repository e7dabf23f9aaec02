import assert from "node:assert/strict";
import { problemsOf } from "./compiler";
import { blocksOf, pages } from "./pages";

/** The TypeScript blocks of a page as one program: each in a scope of its own, with what the page imports. */
function programOf(page: string): string {
    const blocks = blocksOf(page, "ts", "typescript").map(({ text }) => text);
    const imports = new Set(blocks.flatMap((block) => block.match(/^import .*;$/gm) ?? []));
    const rest = blocks.map((block) => `{\n${block.replaceAll(/^import .*;$/gm, "").replaceAll(/^export /gm, "")}}\n`);
    return [...imports, ...rest].join("\n");
}

describe("The TypeScript programs of the documents", function () {
    this.timeout(120_000);
    const programs = new Map(
        pages.map((page) => [page, programOf(page)] as const).filter(([, program]) => program !== ""),
    );
    const mistyped = "README.md, mistyped";
    let problems: ReturnType<typeof problemsOf>;

    before("compile all of them, and one that is wrong", () => {
        const wrong = programs.get("README.md")?.replace("instanceType:", "instancetype:") ?? "";
        problems = problemsOf(new Map([...programs, [mistyped, wrong]]));
    });

    for (const page of programs.keys()) {
        it(`${page}: compile with the package that was built`, () => {
            assert.deepStrictEqual(problems.get(page), []);
        });
    }

    it("README.md: would not with a mistyped argument", () => {
        assert.match(problems.get(mistyped)?.join() ?? "", /'instancetype' does not exist/);
    });
});
