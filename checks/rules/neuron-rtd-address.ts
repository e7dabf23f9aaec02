import { label, quoted } from "../phrasing/names";
import {
    Runtime,
    isTcpAddress,
    neuronEnvironment,
    neuronRtdDefaultAddress,
    neuronRtdListenOption,
    socketPath,
} from "../../contract";
import { fixAddress } from "../fixes/address";
import { fixedBy } from "../fixes/fix";
import { isListenOption } from "../../ecs/shell/daemon-command";
import { holds } from "../../ecs/known";
import { argumentsOf } from "../../ecs/task/command-line";
import type { Container, TaskDefinition } from "../../ecs/task/task-definition";
import { environmentOf, settings } from "../../ecs/task/environment";
import { listens, placeSocket } from "../../ecs/task/socket";
import type { TaskRule, Violation } from "./rule";
import { sources } from "./sources";

const { rtdAddress: name } = neuronEnvironment;

export const neuronRtdAddress: TaskRule = {
    name: "neuron-rtd-address",
    summary: `Every model container has ${name}, and it names the socket on which the sidecar listens.`,
    severity: "critical",
    level: "mandatory",
    runtimes: [Runtime.NeuronRtd],
    options: ["runtimes"],
    isFixable: true,
    why:
        "A model container without the address starts a daemon of its own, which silently competes with the sidecar " +
        "for the devices; with another address it finds nobody there.",
    fix:
        `Set the environment variable ${name} of each model container to the address that follows -g in the ` +
        "sidecar's command.",
    sources: [sources.inferenceGuide, sources.daemonAddress],
    *perModel(model, sidecar, task) {
        const addresses = settings(model, name);
        const heard = listens(sidecar);
        const fixed = () => fixedBy(task, (context) => fixAddress(model, context));
        const example = heard === undefined || socketPath(heard) === undefined ? "the sidecar's socket" : quoted(heard);
        if (addresses.length === 0) {
            yield {
                path: environmentOf(model),
                variable: name,
                subject: label(model),
                problem: `has no ${name} in its environment`,
                requirement: `it must name the socket of the sidecar, ${label(sidecar)}`,
                remedy: `set it to ${example}`,
                ...fixed(),
            };
        }
        for (const { value: address, path, variable } of addresses) {
            const found = { path, variable, subject: label(model) };
            const given = `has ${name} ${quoted(address)}`;
            if (socketPath(address) === undefined) {
                const isTcp = isTcpAddress(address);
                yield {
                    ...found,
                    problem: `${given}, which is ${isTcp ? "a TCP address" : "no socket"}`,
                    requirement: isTcp
                        ? "it must name a Unix socket on a volume that the containers share, as unix: and an " +
                          "absolute path"
                        : "it must be unix: and an absolute path",
                    remedy: `set it to ${example}`,
                    ...fixed(),
                };
            } else if (heard !== undefined && !sameSocket(task, [model, address], [sidecar, heard])) {
                yield { ...found, given, ...difference(address, heard, sidecar), ...fixed() };
            }
        }
    },
};

/** How the daemon's address differs from that of a model container, and what to do. */
function difference(
    address: string,
    heard: string,
    container: Container,
): Pick<Violation, "problem" | "requirement" | "remedy"> {
    const sidecar = label(container);
    const startWith = `start the daemon with ${neuronRtdListenOption} ${quoted(address)}`;
    const requirement = "both must name one socket";
    if (address === heard) {
        return {
            problem: `mounts the volume at another path than ${sidecar}, so that this is another file there`,
            requirement,
            remedy: "mount it at the same path",
        };
    }
    if (heard === neuronRtdDefaultAddress) {
        const isKept = holds(argumentsOf(container), (argv) => argv.some(isListenOption)) === true;
        const [why, how] = isKept ? [", which its shell keeps for itself", " in the shell's one text"] : ["", ""];
        return {
            problem:
                `${sidecar} starts the daemon without ${neuronRtdListenOption}${why}, so that it listens on its ` +
                `default, ${quoted(heard)}`,
            requirement,
            remedy: `${startWith}${how}`,
        };
    }
    if (socketPath(heard) === undefined) {
        return {
            problem: `${sidecar} listens on ${isTcpAddress(heard) ? "the TCP address " : ""}${quoted(heard)}`,
            requirement: "both must name one Unix socket on a volume that they share",
            remedy: startWith,
        };
    }
    return { problem: `${sidecar} listens on ${quoted(heard)}`, requirement, remedy: `set it to ${quoted(heard)}` };
}

/** Two containers may mount the volume at different paths; then it is the path on the volume that must agree. */
function sameSocket(task: TaskDefinition, ...[one, other]: [[Container, string], [Container, string]]): boolean {
    const placed = placeSocket(task, ...one);
    const placedOther = placeSocket(task, ...other);
    return placed !== undefined && placedOther !== undefined && placed.volume === placedOther.volume
        ? placed.pathInVolume === placedOther.pathInVolume
        : socketPath(one[1]) === socketPath(other[1]);
}
