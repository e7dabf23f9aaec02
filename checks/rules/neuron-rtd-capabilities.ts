import { label } from "../phrasing/names";
import { Runtime, neuronRtdCapabilities as required } from "../../contract";
import { known, UNKNOWN, Undecided } from "../../ecs/known";
import { fixCapabilities } from "../fixes/capabilities";
import { fixedBy } from "../fixes/fix";
import type { Container, TaskDefinition } from "../../ecs/task/task-definition";
import type { TaskRule, Violation } from "./rule";
import { sources } from "./sources";

export const neuronRtdCapabilities: TaskRule = {
    name: "neuron-rtd-capabilities",
    summary:
        `The neuron-rtd sidecar adds the kernel capabilities ${required.join(" and ")} by name, and runs ` + "as root.",
    severity: "critical",
    level: "mandatory",
    runtimes: [Runtime.NeuronRtd],
    options: ["runtimes"],
    isFixable: true,
    why:
        "The daemon needs both while it initialises the chips, and drops them afterwards; without them it fails. ALL " +
        "and privileged mode give far more, and are not dropped. In a process of another user than root, an added " +
        "capability has no effect.",
    fix:
        `Set "linuxParameters": {"capabilities": {"add": ${JSON.stringify(required)}, "drop": []}} on the ` +
        "sidecar. ECS stores both lists, and the AWS provider of Pulumi and Terraform replaces a definition without " +
        "drop at every update.",
    sources: [sources.inferenceGuide, sources.capabilities],
    *perSidecar(sidecar, task) {
        yield* addedByName(sidecar, task);
        const path = [...sidecar.path, "user"];
        const user = known(sidecar.user, path);
        if (user !== undefined && !isRoot(user)) {
            yield {
                path,
                subject: label(sidecar),
                problem: "runs as another user than root, in whose processes added capabilities have no effect",
                requirement: `the daemon needs ${required.join(" and ")}`,
                remedy: "leave user out, or set it to root",
            };
        }
    },
};

function* addedByName(sidecar: Container, task: TaskDefinition): Iterable<Violation> {
    const path = [...sidecar.path, "linuxParameters", "capabilities", "add"];
    const added = known(sidecar.addedCapabilities, path);
    const missing = required.filter((capability) => !added.includes(capability));
    if (missing.length > 0 && added.includes(UNKNOWN)) {
        throw new Undecided({ path });
    }
    if (missing.length > 0) {
        const instead = added.includes("ALL")
            ? " (ALL does not count)"
            : sidecar.privileged === true
              ? " (privileged does not count)"
              : "";
        yield {
            path,
            subject: label(sidecar),
            problem: `does not add ${missing.join(" and ")}${instead}`,
            requirement: `the daemon needs both ${required.join(" and ")}`,
            remedy: `add ${missing.length === 1 ? "it" : "them"} by name`,
            ...fixedBy(task, fixCapabilities),
        };
    }
}

/** Whether a user, by name or number and perhaps with a group, is root; without a name, it is the image's. */
function isRoot(user: string): boolean {
    return /^(?:root|0*)(?::|$)/.test(user);
}
