import { label } from "../phrasing/names";
import { Runtime, neuronRtdCapabilities } from "../../contract";
import { known, Undecided, UNKNOWN } from "../../ecs/known";
import { isWatcher } from "../../ecs/task/bystanders";
import { rolesOf } from "../../ecs/task/roles";
import type { Container, TaskDefinition } from "../../ecs/task/task-definition";
import { isSidecar } from "../../ecs/task/sidecar";
import type { TaskRule } from "./rule";
import { sources } from "./sources";

const everything = "ALL";
const [systemAdministration] = neuronRtdCapabilities;

export const neuronRtdLeastPrivilege: TaskRule = {
    name: "neuron-rtd-least-privilege",
    summary:
        `No container of a task with the daemon is privileged or adds ${everything} capabilities, and only the ` +
        `sidecar adds ${systemAdministration}.`,
    severity: "high",
    level: "mandatory",
    runtimes: [Runtime.NeuronRtd],
    options: ["runtimes"],
    why:
        "The daemon alone sets up the chips, and drops its capabilities afterwards. A model container, which answers " +
        "requests from outside, keeps what it is given: with SYS_ADMIN or privileged mode a flaw in it takes over " +
        "the instance, and with it every other task there.",
    fix:
        `Leave "privileged" out, and remove ${systemAdministration} from "linuxParameters.capabilities.add" of every ` +
        `container but the sidecar, which adds ${neuronRtdCapabilities.join(" and ")} by name.`,
    sources: [sources.inferenceGuide, sources.containerSecurity],
    *perContainer(container, task) {
        // What watches the instance must see more of it than a model.
        if (isWatcher(container) === true) {
            return;
        }
        const path = [...container.path, "linuxParameters", "capabilities", "add"];
        if (container.privileged === true) {
            yield {
                path: [...container.path, "privileged"],
                subject: label(container),
                problem: "is privileged, which no container of an inference task needs",
                remedy: "leave privileged out",
            };
        }
        const given = known(container.addedCapabilities, path);
        const added = given.map((capability) => (capability === UNKNOWN ? UNKNOWN : plainName(capability)));
        if (added.includes(everything)) {
            yield {
                path,
                subject: label(container),
                problem: `adds the capability ${everything}, far more than any container of an inference task needs`,
                remedy: "name the ones that it needs",
            };
        }
        if (added.includes(systemAdministration) && !isDaemon(container, task)) {
            yield {
                path,
                subject: label(container),
                problem: `adds ${systemAdministration}, which only the neuron-rtd sidecar needs`,
                remedy: "remove it",
            };
        }
        known(container.privileged, container.path, "privileged");
        if (added.includes(UNKNOWN)) {
            throw new Undecided({ path });
        }
    },
};

/** @throws Undecided */
function isDaemon(container: Container, task: TaskDefinition): boolean {
    return rolesOf(task).sidecars.includes(container) || known(isSidecar(container), container.path);
}

/** Docker takes capabilities in any case, and with the kernel's prefix. */
function plainName(capability: string): string {
    return capability.toUpperCase().replace(/^CAP_/, "");
}
