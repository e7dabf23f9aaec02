import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { versions } from "./fixtures/versions";
import { table } from "./markdown";

/** A way to write the stack of an example without this package. */
interface Peer {
    /** In `tests/fixtures/peers/<example>/`. */
    readonly file: string;
    readonly name: string;
    readonly tried: string;
}

export const peersFolder = join(__dirname, "..", "tests", "fixtures", "peers");

export const peers: readonly Peer[] = [
    {
        file: "awsx.ts",
        name: "awsx and `@pulumi/aws`",
        tried: "type-checked, and run on Pulumi's mocks, on which the components of awsx expand to nothing",
    },
    { file: "cdk.cjs", name: `CDK ${versions["aws-cdk-lib"]}`, tried: "synthesised" },
    { file: "main.tf", name: "terraform-aws-modules", tried: `planned by Terraform ${versions.terraform}` },
];

/** The lines of a program that are neither blank nor a comment alone. */
export function linesOf(program: string): number {
    return program.split("\n").filter((line) => !/^\s*(?:$|\/\/|#)/.test(line)).length;
}

/** The lines of an example's program, and of those that make the same without this package. */
export function linesTable(root: string, example: string): string {
    const rows = peers
        .map(({ file, name, tried }) => ({ file: join(peersFolder, example, file), name, tried }))
        .filter(({ file }) => existsSync(file))
        .map(({ file, name, tried }) => [name, String(linesOf(readFileSync(file, "utf8"))), tried]);
    const own = linesOf(readFileSync(join(root, "examples", example, "index.ts"), "utf8"));
    const all = [["this example", String(own), "deployed, updated and destroyed in the emulator"], ...rows];
    return table(["program", "lines", "tried"], all);
}
