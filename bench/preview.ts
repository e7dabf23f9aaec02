import Module, { createRequire } from "node:module";
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
import { fastest, medianDifference, timesOf, type Figure } from "./timing";

/** So many that a tenth of a second, by which two previews of the same differ, is little for each. */
const definitions = 1500;
const runs = { definitions: 12, components: 10 };
const maxMilliseconds = 0.4;
const maxTimes = 1.1;
const program = join(__dirname, "program");

/**
 * What the pack costs a preview, against a pack of as many policies that do nothing, and against one of those. The SDK
 * copies each resource for each policy that it asks: the pack has most of its own not asked. Every resource here is one
 * that the pack judges; of others, such as roles and buckets, it only looks at the type.
 */
export async function preview(): Promise<Figure> {
    return inProject(async (session, folder, previewed) => {
        const file = join(folder, "definition.json");
        writeFileSync(file, JSON.stringify(guide.definition));
        const env = { PROGRAM: "definitions", TASK_DEFINITION: file, TASK_DEFINITIONS_COUNT: String(definitions) };
        const pack = join(projectRoot, "policy-pack");
        const policies = policiesOf(pack);
        const one = emptyPack(join(session.folder, "one-policy"), policies.slice(0, 1));
        const many = emptyPack(join(session.folder, "as-many-policies"), policies);
        const times = await timesOf(runs.definitions, {
            nothing: () => previewed(env, "--policy-pack", one),
            empty: () => previewed(env, "--policy-pack", many),
            ours: () => previewed(env, "--policy-pack", pack),
        });
        const each = medianDifference(times.ours, times.empty) / definitions;
        const more = medianDifference(times.ours, times.nothing) / definitions;
        return {
            what: `a preview of ${definitions} task definitions with the pack, against as many empty policies`,
            value:
                `${each.toFixed(2)} ms a resource more than ${policies.length} empty policies, and ` +
                `${more.toFixed(2)} ms more than one`,
            bound: `${maxMilliseconds} ms a resource`,
            isKept: each <= maxMilliseconds,
        };
    });
}

/** What the components cost a preview, against the same resources and lookups by hand. */
export async function components(): Promise<Figure> {
    return inProject(async (_session, _folder, previewed) => {
        const { ours, byHand } = await fastest(runs.components, {
            ours: () => previewed({ PROGRAM: "components" }),
            byHand: () => previewed({ PROGRAM: "by-hand" }),
        });
        const ratio = ours / byHand;
        return {
            what: "a preview of the smallest program of the components, against the same resources by hand",
            value: `${(ours / 1000).toFixed(2)} s against ${(byHand / 1000).toFixed(2)} s: ${ratio.toFixed(2)} times`,
            bound: `${maxTimes} times`,
            isKept: ratio <= maxTimes,
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

/** What a policy judges: each resource, and perhaps the stack. */
interface Judges {
    readonly name: string;
    readonly ofStack: boolean;
}

/** The policies of a pack, as it gives them to the SDK, which only takes note of them here. Each has its functions. */
function policiesOf(pack: string): readonly Judges[] {
    const found: Judges[] = [];
    function PolicyPack(_name: string, { policies }: { policies: readonly { name: string }[] }): void {
        found.push(...policies.map((policy) => ({ name: policy.name, ofStack: "validateStack" in policy })));
    }
    const load = createRequire(join(pack, "package.json"));
    const sdk = load.resolve("@pulumi/policy");
    const exports = { ...(load(sdk) as object), PolicyPack };
    load.cache[sdk] = Object.assign(new Module(sdk), { loaded: true, exports });
    load("./dist/index.js");
    return found;
}

/** A pack of policies that do nothing. */
function emptyPack(folder: string, policies: readonly Judges[]): string {
    mkdirSync(folder);
    writeFileSync(join(folder, "PulumiPolicy.yaml"), "runtime: nodejs\n");
    writeFileSync(join(folder, "package.json"), '{"name": "empty", "version": "0.0.1", "main": "index.js"}\n');
    writeFileSync(
        join(folder, "index.js"),
        `const policies = ${JSON.stringify(policies)}.map(({ name, ofStack }) => ({
    name, description: "", enforcementLevel: "mandatory", validateResource() {}, ...(ofStack && { validateStack() {} }),
}));
new (require("@pulumi/policy").PolicyPack)("empty", { policies });
`,
    );
    symlinkSync(join(projectRoot, "node_modules"), join(folder, "node_modules"));
    return folder;
}
