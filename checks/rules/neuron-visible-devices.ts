import { label, quoted } from "../phrasing/names";
import {
    Runtime,
    allDevices,
    neuronEnvironment,
    parseVisibleDevices,
    visibleDevicesProblems,
    visibleDevicesRequirement,
} from "../../contract";
import { fixedBy } from "../fixes/fix";
import { fixVisibleDevices } from "../fixes/visible-devices";
import { environmentOf, settings } from "../../ecs/task/environment";
import { boundingInstanceType } from "../../ecs/task/member-of";
import type { TaskRule } from "./rule";
import { sources } from "./sources";

const { visibleDevices: name } = neuronEnvironment;

export const neuronVisibleDevices: TaskRule = {
    name: "neuron-visible-devices",
    summary: `The sidecar has ${name}, and it is ${visibleDevicesRequirement}, within the chips of the instance type.`,
    severity: "critical",
    level: "mandatory",
    runtimes: [Runtime.NeuronRtd],
    options: ["runtimes"],
    isFixable: true,
    why:
        "The presence of the variable makes the container agent give the sidecar the Neuron devices; without it the " +
        "daemon finds no chip. It fails on a list with gaps, and on devices that the instance does not have.",
    fix: `Set ${name} to ALL on the sidecar, or to a contiguous ascending list such as 0,1.`,
    sources: [sources.inferenceGuide, sources.agentTask],
    *perSidecar(sidecar, task) {
        const given = settings(sidecar, name);
        if (given.length === 0) {
            yield {
                path: environmentOf(sidecar),
                variable: name,
                subject: label(sidecar),
                problem: `has no ${name}, without which it gets no Inferentia device`,
                requirement: `it must be ${visibleDevicesRequirement}`,
                remedy: `set it to ${allDevices}`,
                ...fixedBy(task, fixVisibleDevices),
            };
        }
        for (const { value, path, variable } of given) {
            const parsed = parseVisibleDevices(value);
            // Check the grammar even while the placement, which bounds the indexes, is not known.
            const problems =
                "problems" in parsed
                    ? parsed.problems
                    : parsed.devices === allDevices
                      ? []
                      : visibleDevicesProblems(value, boundingInstanceType(task));
            for (const problem of problems) {
                yield {
                    path,
                    variable,
                    subject: label(sidecar),
                    given: `has ${name} ${quoted(value)}`,
                    problem,
                    requirement: `it must be ${visibleDevicesRequirement}`,
                    remedy: `set it to ${allDevices}`,
                    ...fixedBy(task, fixVisibleDevices),
                };
            }
        }
    },
};
