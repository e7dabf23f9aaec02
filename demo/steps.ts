import type { Session } from "../emulation/session";
import { describeAmi, describeService, describeTargets, describeTaskDefinition, nothingLeft } from "./aws-steps";
import {
    destroy,
    exportState,
    makeExample,
    otherRuntime,
    previewWithoutChanges,
    previewWithPack,
    refusedVariant,
    up,
} from "./engine-steps";
import { migrateGuide } from "./migrate-step";
import type { Narrator } from "./narrator";
import type { Options } from "./options";
import { variants } from "./variants";

export interface Step {
    readonly title: string;
    /** What it shows, together with those beside it that have the same; its title where it is left out. */
    readonly shows?: string;
    /** Answers with what the step comes to, and throws where something is not as it must be. */
    readonly work: (session: Session, narrator: Narrator) => Promise<string>;
}

/** An example with a load balancer, deployed beside the stack, and destroyed. */
function exampleSteps(name: string): readonly Step[] {
    let folder: string;
    return [
        {
            title: `The example ${name}, deployed with the policy pack`,
            work: async (session, narrator) => {
                folder = await makeExample(session, name);
                return up(session, narrator, folder);
            },
        },
        {
            title: "Where its load balancer would send requests",
            work: (session, narrator) => describeTargets(session, narrator, folder),
        },
        { title: `The example ${name}, destroyed`, work: (session, narrator) => destroy(session, narrator, folder) },
    ];
}

/**
 * What the demo shows, in order.
 *
 * @param before What was in the account before the stack.
 */
export function stepsOf({ keep, exportFile }: Options, before: readonly string[]): readonly Step[] {
    return [
        { title: "Preview, with the policy pack", work: previewWithPack },
        { title: "Deploy, with the policy pack", work: up },
        ...(exportFile === undefined
            ? []
            : [{ title: "Export the deployed stack", work: (session: Session) => exportState(session, exportFile) }]),
        { title: "The task definition, as AWS describes it", work: describeTaskDefinition },
        { title: "The launch template's AMI, as AWS describes it", work: describeAmi },
        { title: "The service, as AWS describes it", work: describeService },
        { title: "A second preview", work: previewWithoutChanges },
        ...variants.map((variant) => ({
            title: `A variant that breaks ${variant.rule}: ${variant.mistake}`,
            shows: `${variants.length} variants with one mistake each, which the policy pack refuses`,
            work: (session: Session, narrator: Narrator) => refusedVariant(session, narrator, variant),
        })),
        { title: "The same stack with the runtime library, which needs no daemon", work: otherRuntime },
        { title: "The task definition with the runtime library", work: describeTaskDefinition },
        ...exampleSteps("balanced"),
        ...(keep
            ? []
            : [
                  { title: "Destroy", work: destroy },
                  {
                      title: "What is left, asked of every AWS service",
                      work: (session: Session, narrator: Narrator) => nothingLeft(session, narrator, before),
                  },
              ]),
        { title: "The guide's own task definition, migrated by the command", work: migrateGuide },
    ];
}

/** What steps show, for the beginning: a line for each, or for those that show the same. */
export function outlineOf(steps: readonly Pick<Step, "title" | "shows">[]): readonly string[] {
    const shown = steps.map(({ title, shows }) => shows ?? title);
    return shown.filter((line, at) => line !== shown[at - 1]).map((line) => `  - ${line}`);
}
