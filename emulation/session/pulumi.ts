import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "../command";
import type { SessionCommandOptions } from "./commands";
import { foldersOf } from "./environment";
import type { Session } from "./session";

/** An event of the engine's, of the kinds that are read here. */
export interface EngineEvent {
    readonly policyEvent?: PolicyEvent;
    readonly diagnosticEvent?: { readonly urn?: string; readonly message: string; readonly severity: string };
    readonly policyAnalyzeSummaryEvent?: PolicySummary;
    readonly summaryEvent?: { readonly resourceChanges: Readonly<Record<string, number>> };
    readonly resourcePreEvent?: {
        readonly metadata: { readonly op: string; readonly urn: string; readonly type: string };
    };
}

/** What a policy found. */
export interface PolicyEvent {
    readonly resourceUrn?: string;
    readonly message: string;
    readonly policyName: string;
    readonly policyPackName: string;
    readonly enforcementLevel: string;
}

/** The policies of a pack that judged a resource, by what came of it. */
interface PolicySummary {
    readonly resourceUrn: string;
    readonly policyPackName: string;
    readonly passed?: readonly string[];
    readonly failed?: readonly string[];
}

/**
 * Runs the Pulumi CLI in a session, in its project unless told otherwise, without asking anything. Does not throw where
 * it fails.
 */
export function pulumi(
    session: Session,
    args: readonly string[],
    options: SessionCommandOptions = {},
): Promise<Outcome> {
    return session.run(session.pulumi, [...args, "--non-interactive"], {
        cwd: foldersOf(session.folder).project,
        ...options,
    });
}

/**
 * {@link pulumi} for a command that runs the engine (`preview`, `up`, `destroy`), with the engine's events.
 * @throws where the command did not get as far as the engine.
 */
export async function operate(
    session: Session,
    args: readonly string[],
    options: SessionCommandOptions = {},
): Promise<Outcome & { readonly events: readonly EngineEvent[] }> {
    const log = join(mkdtempSync(join(session.folder, "events-")), "events.json");
    // The CLI has the option only where it is debugged.
    const env = { ...options.env, PULUMI_DEBUG_COMMANDS: "true" };
    const outcome = await pulumi(session, [...args, "--event-log", log], { ...options, env });
    if (!existsSync(log)) {
        throw new Error(`pulumi ${args.join(" ")} did not reach the engine: ${outcome.stderr.trim()}`);
    }
    return { ...outcome, events: readEvents(log) };
}

function readEvents(log: string): EngineEvent[] {
    return readFileSync(log, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as EngineEvent);
}
