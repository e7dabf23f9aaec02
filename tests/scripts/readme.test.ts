import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root } from "../../scripts/documents";

/** The TypeScript programs of a document as one: later ones use what the first imports. */
function programOf(document: string): string {
    const blocks = Array.from(document.matchAll(/^```ts\n(.*?)^```$/gms), ([, block = ""]) => block);
    const imports = new Set(blocks.flatMap((block) => block.match(/^import .*;$/gm) ?? []));
    const rest = blocks.map((block) => `{\n${block.replaceAll(/^import .*;$/gm, "").replaceAll(/^export /gm, "")}}\n`);
    return [...imports, ...rest].join("\n");
}

/** What the compiler has read of other packages, which no program changes. */
const read = new Map<string, ts.SourceFile | undefined>();

/** What the compiler says of a program of the package. */
function problemsOf(program: string): string[] {
    const file = join(root, "readme.ts");
    const { options } = ts.parseJsonConfigFileContent(
        { compilerOptions: { module: "node16", target: "ES2022", strict: true, skipLibCheck: true, types: ["node"] } },
        ts.sys,
        root,
    );
    const host = ts.createCompilerHost(options);
    const [fileExists, getSourceFile] = [host.fileExists.bind(host), host.getSourceFile.bind(host)];
    host.fileExists = (path) => path === file || fileExists(path);
    host.getSourceFile = (path, languageVersion, ...others) => {
        if (path === file) {
            return ts.createSourceFile(path, program, languageVersion);
        }
        if (!read.has(path)) {
            read.set(path, getSourceFile(path, languageVersion, ...others));
        }
        return read.get(path);
    };
    return ts
        .getPreEmitDiagnostics(ts.createProgram([file], { ...options, noEmit: true }, host))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

describe("The TypeScript programs of README.md", () => {
    const program = programOf(readFileSync(join(root, "README.md"), "utf8"));

    it("compile with the package that was built", () => {
        assert.deepStrictEqual(problemsOf(program), []);
    });

    it("would not with a mistyped argument", () => {
        assert.match(
            problemsOf(program.replace("instanceType:", "instancetype:")).join(),
            /'instancetype' does not exist/,
        );
    });
});
