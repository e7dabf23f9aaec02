import { Runtime } from "../configuration/options";
import { neuronEnvironment, socketPath } from "../../contract";
import { label, quoted, type Container, type TaskDefinition } from "../task/task-definition";
import { values } from "../task/environment";
import { listens, placeSocket } from "../task/socket";
import type { TaskRule } from "./rule";
import { sources } from "./sources";

const { rtdAddress: name } = neuronEnvironment;

export const neuronRtdAddress: TaskRule = {
    name: "neuron-rtd-address",
    summary: `Every model container has ${name}, and it names the socket on which the sidecar listens.`,
    severity: "critical",
    level: "mandatory",
    runtimes: [Runtime.NeuronRtd],
    options: ["runtimes"],
    why:
        "A model container without the address starts a daemon of its own, which silently competes with the sidecar " +
        "for the devices; with another address it finds nobody there.",
    fix:
        `Set the environment variable ${name} of each model container to the address that follows -g in the ` +
        "sidecar's " +
        "command.",
    sources: [sources.inferenceGuide, sources.daemonAddress],
    *perModel(model, sidecar, task) {
        const path = `${model.path}.environment.${name}`;
        const addresses = values(model, name);
        const heard = listens(sidecar);
        const example = heard === undefined ? "the sidecar's socket" : quoted(heard);
        if (addresses.length === 0) {
            yield {
                path,
                message:
                    `${label(model)} has no ${name} in its environment; it must name the socket of the sidecar, ` +
                    `${label(sidecar)}: set it to ${example}`,
            };
        }
        for (const address of addresses) {
            const subject = `${label(model)} has ${name} ${quoted(address)}`;
            if (socketPath(address) === undefined) {
                yield {
                    path,
                    message:
                        `${subject}, which is no socket; ` +
                        `it must be unix: and an absolute path: set it to ${example}`,
                };
            } else if (heard !== undefined && !sameSocket(task, [model, address], [sidecar, heard])) {
                const but =
                    address === heard
                        ? `but mounts the volume at another path than ${label(sidecar)}, so that this is another ` +
                          "file there; both must name one socket: mount it at the same path"
                        : `but ${label(sidecar)} listens on ${quoted(heard)}; both must name one socket: set it to ` +
                          example;
                yield { path, message: `${subject}, ${but}` };
            }
        }
    },
};

/** Two containers may mount the volume at different paths; then it is the path on the volume that must agree. */
function sameSocket(task: TaskDefinition, ...[one, other]: [[Container, string], [Container, string]]): boolean {
    const placed = placeSocket(task, ...one);
    const placedOther = placeSocket(task, ...other);
    return placed !== undefined && placedOther !== undefined && placed.volume === placedOther.volume
        ? placed.pathInVolume === placedOther.pathInVolume
        : socketPath(one[1]) === socketPath(other[1]);
}
