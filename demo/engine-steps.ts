import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { NeuronRuntime } from "pulumi-ecs-inferentia/contract";
import {
    foldersOf,
    makeProject,
    operate,
    projectRoot,
    pulumi,
    type EngineEvent,
    type Session,
} from "../emulation/session";
import { NotSoError, type Narrator } from "./narrator";
import { brokenRuleVariable, taskDefinitionType, variants, type Variant } from "./variants";

/** The stack that is deployed. */
const stack = "dev";

const withPack = ["--policy-pack", "policy-pack"];

type Operation = Awaited<ReturnType<typeof operate>>;

/** Makes the project and its stack. */
export async function makeStack(session: Session): Promise<void> {
    makeProject(projectRoot, foldersOf(session.folder).project);
    succeeded("pulumi stack init", await pulumi(session, ["stack", "init", stack]));
}

/** Makes a project of an example, as somebody has it who installed the package, and its stack. */
export async function makeExample(session: Session, name: string): Promise<string> {
    const folder = join(session.folder, "examples", name);
    cpSync(join(projectRoot, "examples", name), folder, { recursive: true });
    for (const [link, target] of [
        [join(folder, "node_modules"), join(projectRoot, "node_modules")],
        [join(session.folder, "examples", "node_modules", "pulumi-ecs-inferentia"), projectRoot],
        [join(folder, "policy-pack"), join(projectRoot, "policy-pack")],
    ] as const) {
        mkdirSync(dirname(link), { recursive: true });
        symlinkSync(target, link);
    }
    succeeded("pulumi stack init", await pulumi(session, ["stack", "init", name], { cwd: folder }));
    return folder;
}

export async function previewWithPack(session: Session, narrator: Narrator): Promise<string> {
    const operation = await engine(session, narrator, ["preview", ...withPack]);
    return `${count(created(operation))} would be created; ${rightByThePack(operation)}`;
}

/** @param folder Of the project. Default: the stack of `index.ts`; so below. */
export async function up(session: Session, narrator: Narrator, folder?: string): Promise<string> {
    const operation = await engine(session, narrator, ["up", "--yes", "--skip-preview", ...withPack], folder);
    return `${count(created(operation))} created; ${rightByThePack(operation)}`;
}

/** Moves the deployed stack to the runtime library: one setting, and the rest follows from it. */
export async function otherRuntime(session: Session, narrator: Narrator): Promise<string> {
    const setting = ["config", "set", "runtime", NeuronRuntime.Libnrt];
    narrator.command(`pulumi ${setting.join(" ")}`);
    succeeded("pulumi config set", await pulumi(session, setting));
    const operation = await engine(session, narrator, ["up", "--yes", "--skip-preview", ...withPack]);
    const { same = 0, ...changed } = changes(operation);
    const steps = Object.values(changed).reduce((sum, one) => sum + one, 0);
    return `${count(steps)} changed, ${count(same)} kept; ${rightByThePack(operation)}`;
}

export async function previewWithoutChanges(session: Session, narrator: Narrator): Promise<string> {
    const operation = await engine(session, narrator, ["preview", "--expect-no-changes", ...withPack]);
    const { same, ...others } = changes(operation);
    if (same === undefined || Object.keys(others).length > 0) {
        throw new NotSoError(`the second preview wants changes: ${JSON.stringify(others)}`);
    }
    return `no changes: ${count(same)} as they should be`;
}

/** Previews the deployed stack with one mistake in it; right where the mistake's rule, and no other, refuses it. */
export async function refusedVariant(session: Session, narrator: Narrator, variant: Variant): Promise<string> {
    const folder = join(session.folder, "variants", variant.rule);
    makeProject(projectRoot, folder, "demo/variant.ts");
    const settings = join(foldersOf(session.folder).project, `Pulumi.${stack}.yaml`);
    const args = ["preview", "--stack", stack, ...withPack];
    narrator.command(`${brokenRuleVariable}=${variant.rule} pulumi ${args.join(" ")}`);
    const { code, events } = await operate(session, [...args, "--config-file", settings], {
        cwd: folder,
        env: { [brokenRuleVariable]: variant.rule },
    });
    const refusals = mandatory(events);
    for (const { policyName, message } of refusals) {
        narrator.say(`${policyName}:`);
        narrator.say(message.trim());
    }
    if (code === 0) {
        throw new NotSoError(`the preview passed, though ${variant.mistake}`);
    }
    const rules = [...new Set(refusals.map(({ policyName }) => policyName))];
    if (rules.length !== 1 || rules[0] !== variant.rule) {
        throw new NotSoError(
            `the preview was to be refused by ${variant.rule} alone, and was by ` +
                (rules.join(", ") || `no rule:\n${errors(events)}`),
        );
    }
    return `refused by ${variant.rule}`;
}

export async function destroy(session: Session, narrator: Narrator, folder?: string): Promise<string> {
    const operation = await engine(session, narrator, ["destroy", "--yes", "--skip-preview"], folder);
    const { delete: deleted = 0 } = changes(operation);
    return `${count(deleted)} deleted`;
}

/** One of the stack's outputs. */
export async function output(session: Session, name: string, folder?: string): Promise<string> {
    const outcome = await pulumi(session, ["stack", "output", name], inFolder(folder));
    return succeeded("pulumi stack output", outcome).stdout.trim();
}

/** Writes the deployed stack's state to a file. */
export async function exportState(session: Session, file: string): Promise<string> {
    succeeded("pulumi stack export", await pulumi(session, ["stack", "export", "--file", file]));
    return `its state is in ${file}`;
}

async function engine(
    session: Session,
    narrator: Narrator,
    args: readonly string[],
    folder?: string,
): Promise<Operation> {
    narrator.command(`pulumi ${args.join(" ")}`);
    const operation = await operate(session, args, {
        ...inFolder(folder),
        onLine: (line) => isNews(line) && narrator.say(line.trimEnd()),
    });
    return succeeded(`pulumi ${args[0]}`, operation);
}

function inFolder(folder: string | undefined): { readonly cwd?: string } {
    return folder === undefined ? {} : { cwd: folder };
}

/** One line for each resource and each thing that went wrong, without the engine's signs of life. */
function isNews(line: string): boolean {
    return (
        line.trim() !== "" && !/^(@|Loading policy packs)/.test(line) && !/ (creating|deleting|updating) \(/.test(line)
    );
}

function succeeded<Outcome extends { readonly code: number | null; readonly stderr: string }>(
    what: string,
    outcome: Outcome,
): Outcome {
    if (outcome.code !== 0) {
        throw new NotSoError(`${what} ended with exit code ${outcome.code}\n${outcome.stderr.trim()}`);
    }
    return outcome;
}

function summary({ events }: Operation): NonNullable<EngineEvent["summaryEvent"]> {
    const found = events.flatMap(({ summaryEvent }) => summaryEvent ?? [])[0];
    if (found === undefined) {
        throw new NotSoError("the engine did not sum up what it did");
    }
    return found;
}

function changes(operation: Operation): Readonly<Record<string, number>> {
    return summary(operation).resourceChanges;
}

function created(operation: Operation): number {
    const { create = 0, ...others } = changes(operation);
    if (create === 0 || Object.keys(others).length > 0) {
        throw new NotSoError(
            `a new stack only creates resources, and this one does ${JSON.stringify(changes(operation))}`,
        );
    }
    return create;
}

/** A pack that did not run refuses nothing either: the engine must say that every rule checked the task definition. */
function rightByThePack({ events }: Operation): string {
    const refusals = mandatory(events);
    if (refusals.length > 0) {
        throw new NotSoError(`the policy pack refuses the stack: ${refusals.map(({ message }) => message).join("; ")}`);
    }
    const summaries = events.flatMap(({ policyAnalyzeSummaryEvent }) => policyAnalyzeSummaryEvent ?? []);
    const passed = summaries
        .filter(({ resourceUrn }) => resourceUrn.includes(`${taskDefinitionType}::`))
        .flatMap((summary) => summary.passed ?? []);
    const missing = variants.filter(({ rule }) => !passed.includes(rule)).map(({ rule }) => rule);
    if (missing.length > 0) {
        throw new NotSoError(`the engine did not judge the task definition by ${missing.join(", ")}`);
    }
    const advice = policyEvents(events).length;
    return (
        "the policy pack refuses " +
        `nothing${advice > 0 ? ` (${advice} advisory ${advice === 1 ? "finding" : "findings"})` : ""}`
    );
}

function policyEvents(events: readonly EngineEvent[]) {
    return events.flatMap(({ policyEvent }) => policyEvent ?? []);
}

function mandatory(events: readonly EngineEvent[]) {
    return policyEvents(events).filter(({ enforcementLevel }) => enforcementLevel === "mandatory");
}

function errors(events: readonly EngineEvent[]): string {
    return events
        .flatMap(({ diagnosticEvent }) => (diagnosticEvent?.severity === "error" ? diagnosticEvent.message : []))
        .join("\n");
}

function count(resources: number): string {
    return `${resources} resources`;
}
