import { join } from "node:path";
import ts from "typescript";
import { root } from "../../scripts/documents";

/** The options of a new project, as the examples have them. */
const compilerOptions = { module: "node16", target: "ES2022", strict: true, skipLibCheck: true, types: ["node"] };

/**
 * What the compiler says of programs of the package, by their names; one run for all, which shares what they import.
 */
export function problemsOf(programs: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
    const fileOf = (name: string) => join(root, `${name.replaceAll("/", "-")}.ts`);
    const texts = new Map([...programs].map(([name, text]) => [fileOf(name), text]));
    const { options } = ts.parseJsonConfigFileContent({ compilerOptions }, ts.sys, root);
    const host = ts.createCompilerHost(options);
    const [fileExists, getSourceFile] = [host.fileExists.bind(host), host.getSourceFile.bind(host)];
    host.fileExists = (path) => texts.has(path) || fileExists(path);
    host.getSourceFile = (path, version, ...others) => {
        const text = texts.get(path);
        return text === undefined ? getSourceFile(path, version, ...others) : ts.createSourceFile(path, text, version);
    };
    const found = ts.getPreEmitDiagnostics(ts.createProgram([...texts.keys()], { ...options, noEmit: true }, host));
    return new Map([...programs.keys()].map((name) => [name, found.filter(isIn(fileOf(name))).map(describeProblem)]));
}

function isIn(path: string): (problem: ts.Diagnostic) => boolean {
    return ({ file }) => file === undefined || file.fileName === path;
}

/** The message, after the line that it is about. */
function describeProblem({ file, start, messageText }: ts.Diagnostic): string {
    const message = ts.flattenDiagnosticMessageText(messageText, "\n");
    if (file === undefined || start === undefined) {
        return message;
    }
    return `${file.text.split("\n")[file.getLineAndCharacterOfPosition(start).line]?.trim()}: ${message}`;
}
