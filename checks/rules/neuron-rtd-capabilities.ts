import { Runtime } from "../configuration/options";
import { neuronRtdCapabilities as required } from "../../contract";
import { known, UNKNOWN, Undecided } from "../known";
import { label } from "../task/task-definition";
import type { TaskRule } from "./rule";
import { sources } from "./sources";

export const neuronRtdCapabilities: TaskRule = {
    name: "neuron-rtd-capabilities",
    summary: `The neuron-rtd sidecar adds the kernel capabilities ${required.join(" and ")} by name.`,
    severity: "critical",
    level: "mandatory",
    runtimes: [Runtime.NeuronRtd],
    options: ["runtimes"],
    why:
        "The daemon needs both while it initialises the chips, and drops them afterwards; without them it fails. ALL " +
        "and privileged mode give far more, and are not dropped.",
    fix: `Set "linuxParameters": {"capabilities": {"add": ${JSON.stringify(required)}}} on the sidecar.`,
    sources: [sources.inferenceGuide],
    *perSidecar(sidecar) {
        const path = `${sidecar.path}.linuxParameters.capabilities.add`;
        const added = known(sidecar.addedCapabilities, path);
        const missing = required.filter((capability) => !added.includes(capability));
        if (missing.length > 0 && added.includes(UNKNOWN)) {
            throw new Undecided(path);
        }
        if (missing.length > 0) {
            const instead = added.includes("ALL")
                ? " (ALL does not count)"
                : sidecar.privileged === true
                  ? " (privileged does not count)"
                  : "";
            yield {
                path,
                message:
                    `${label(sidecar)} does not add ${missing.join(" and ")}${instead}; the daemon needs both ` +
                    `${required.join(" and ")}: add ${missing.length === 1 ? "it" : "them"} by name`,
            };
        }
    },
};
