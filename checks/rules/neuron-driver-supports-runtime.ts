import { maxParameterLength, named, quoted } from "../phrasing/names";
import {
    amiSupportsRuntime1,
    firstAmiReleaseWithoutRuntime1,
    lastRuntime1AmiParameter,
    neuronRtdName,
} from "../../contract";
import { known, Undecided, UNKNOWN } from "../../ecs/known";
import { containersOf } from "../../ecs/task/containers";
import { readingTask } from "../stack/inference-starter";
import { type Stack } from "../stack/stack";
import type { LaunchTemplate, StackTaskDefinition } from "../stack/stack-resources";
import { tasksByTemplate } from "../stack/tasks-by-template";
import { isSidecar } from "../../ecs/task/sidecar";
import type { Rule } from "./rule";
import { sources } from "./sources";

/** So many task definitions a message names. */
const maxNames = 3;

export const neuronDriverSupportsRuntime: Rule = {
    name: "neuron-driver-supports-runtime",
    summary:
        `Tasks with a ${neuronRtdName} sidecar run on an AMI whose Neuron driver still supports Runtime 1.x, as far ` +
        "as the stack shows it.",
    severity: "medium",
    level: "advisory",
    why:
        `The ${neuronRtdName} daemon is Runtime 1.x, in maintenance since Neuron 1.16. The driver of Neuron 2.x no ` +
        `longer supports it; the Inferentia AMIs carry that driver since release ${firstAmiReleaseWithoutRuntime1}, ` +
        'the Neuron AMIs always, and "recommended" is always newer.',
    fix:
        `Pin the image to ${lastRuntime1AmiParameter}, the last release with a driver for Runtime 1.x, or move the ` +
        "model containers to Runtime 2.x, which needs no sidecar.",
    sources: [sources.amiReleases, sources.endOfRuntime1],
    *perLaunchTemplate(template, stack) {
        const path = ["imageId"];
        const parameter = known(template.imageParameter, path);
        if (parameter === undefined || amiSupportsRuntime1(parameter) !== false) {
            return;
        }
        const tasks = rtdTasksOn(template, stack);
        if (tasks.length > 0) {
            const names = tasks
                .slice(0, maxNames)
                .map(({ id }) => named(id))
                .join(", ");
            const more = tasks.length > maxNames ? ` and ${tasks.length - maxNames} more` : "";
            yield {
                path,
                subject: template.title,
                given:
                    `takes its image from ${quoted(parameter, maxParameterLength)}, whose Neuron driver no longer ` +
                    `supports Runtime 1.x (release ${firstAmiReleaseWithoutRuntime1} and later), as far as the stack ` +
                    "shows it",
                problem: `${names}${more} ${tasks.length === 1 ? "runs" : "run"} ${neuronRtdName}`,
                remedy: `take the image from ${lastRuntime1AmiParameter}, or move to Runtime 2.x`,
            };
        }
    },
};

/** The task definitions with a sidecar that run on the template's instances, or that no service in the stack runs. */
function rtdTasksOn(template: LaunchTemplate, stack: Stack): readonly StackTaskDefinition[] {
    const { byTemplate, withoutStarter } = tasksByTemplate(stack);
    return [...(byTemplate.get(template) ?? []), ...withoutStarter].filter(hasSidecar);
}

function hasSidecar(definition: StackTaskDefinition): boolean {
    const answers = readingTask(definition, containersOf).map(isSidecar);
    if (!answers.includes(true) && answers.includes(UNKNOWN)) {
        throw new Undecided({ path: ["containerDefinitions"], owner: definition.id });
    }
    return answers.includes(true);
}
