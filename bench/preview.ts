import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { guide } from "../checks/examples/bases/guide";
import {
    makeProject,
    obtainTools,
    openSession,
    operate,
    projectRoot,
    pulumi,
    type Session,
} from "../emulation/session";
import { fastest, type Figure } from "./timing";

const definitions = 500;
const runs = 10;
const mostMilliseconds = 0.4;
const mostTimes = 1.1;
const program = join(__dirname, "program");

/** What the pack costs a preview, against a pack with one policy that does nothing. */
export async function preview(): Promise<Figure> {
    return inProject(async (session, folder, previewed) => {
        const file = join(folder, "definition.json");
        writeFileSync(file, JSON.stringify(guide.definition));
        const env = { PROGRAM: "definitions", TASK_DEFINITION: file, TASK_DEFINITIONS_COUNT: String(definitions) };
        const nothing = emptyPack(session.folder);
        const { none, empty, ours } = await fastest(runs, {
            none: () => previewed(env),
            empty: () => previewed(env, "--policy-pack", nothing),
            ours: () => previewed(env, "--policy-pack", join(projectRoot, "policy-pack")),
        });
        const each = (ours - empty) / definitions;
        return {
            what: `a preview of ${definitions} task definitions with the pack, against one with an empty pack`,
            value:
                `${(ours / 1000).toFixed(1)} s against ${(empty / 1000).toFixed(1)} s (${(none / 1000).toFixed(1)} s ` +
                `without): ${each.toFixed(2)} ms a resource`,
            bound: `${mostMilliseconds} ms a resource`,
            isKept: each <= mostMilliseconds,
        };
    });
}

/** What the components cost a preview, against the same resources and lookups by hand. */
export async function components(): Promise<Figure> {
    return inProject(async (_session, _folder, previewed) => {
        const { ours, byHand } = await fastest(runs, {
            ours: () => previewed({ PROGRAM: "components" }),
            byHand: () => previewed({ PROGRAM: "by-hand" }),
        });
        const ratio = ours / byHand;
        return {
            what: "a preview of the smallest program of the components, against the same resources by hand",
            value: `${(ours / 1000).toFixed(2)} s against ${(byHand / 1000).toFixed(2)} s: ${ratio.toFixed(2)} times`,
            bound: `${mostTimes} times`,
            isKept: ratio <= mostTimes,
        };
    });
}

type Previewed = (env: Readonly<Record<string, string>>, ...args: string[]) => Promise<void>;

/** Measures previews of the program, which `PROGRAM` chooses, in a session of its own. */
async function inProject<T>(measure: (session: Session, folder: string, previewed: Previewed) => Promise<T>) {
    const session = await openSession(await obtainTools(() => undefined));
    try {
        const folder = join(session.folder, "bench");
        makeProject(program, folder);
        await pulumi(session, ["stack", "init", "bench"], { cwd: folder });
        return await measure(session, folder, async (env, ...args) => {
            const command = ["preview", "--stack", "bench", ...args];
            const { code, stdout } = await operate(session, command, { cwd: folder, env });
            if (code !== 0) {
                throw new Error(stdout);
            }
        });
    } finally {
        await session.close();
    }
}

function emptyPack(parent: string): string {
    const folder = join(parent, "empty-pack");
    mkdirSync(folder);
    writeFileSync(join(folder, "PulumiPolicy.yaml"), "runtime: nodejs\n");
    writeFileSync(join(folder, "package.json"), '{"name": "empty", "version": "0.0.1", "main": "index.js"}\n');
    writeFileSync(
        join(folder, "index.js"),
        'new (require("@pulumi/policy").PolicyPack)("empty", { policies: [{ name: "nothing", description: "", ' +
            'enforcementLevel: "mandatory", validateResource: () => {} }] });\n',
    );
    symlinkSync(join(projectRoot, "node_modules"), join(folder, "node_modules"));
    return folder;
}
