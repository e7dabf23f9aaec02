import { neuronCoresOf, neuronEnvironment } from "../../contract";
import { known } from "../../ecs/known";
import { coresOf, mappedDevices, startAtZero } from "../../ecs/task/cores";
import { environmentOf, variable } from "../../ecs/task/environment";
import type { Container } from "../../ecs/task/task-definition";
import { label, quoted } from "../phrasing/names";
import { sources } from "../rules/sources";
import { NotMigrated, type ManualStep, type MigrationContext } from "./step";

const { groupSizes, numCores, visibleCores } = neuronEnvironment;

type ChipsOfTask = Pick<MigrationContext, "chip" | "devices">;

/** What becomes of the groups of cores of a container. */
interface Groups {
    /** Where the library's variable takes their place, and how many cores it says; undefined without an equal. */
    readonly replaced: { readonly index: number; readonly cores: number } | undefined;
    /** Where their variable goes. */
    readonly removed: readonly number[];
    readonly manual: readonly ManualStep[];
}

/**
 * Reads NEURONCORE_GROUP_SIZES, which has had no effect since Neuron 1.20. A process takes as many cores as all groups
 * have together; the groups themselves have no equal, nor have those of another chip, whose cores are others. What sets
 * the library's variables keeps them.
 *
 * Source: aws-neuron/aws-neuron-tensorflow, runtime/direct/placer.cc, which did so from Neuron 1.16 to 1.19.
 */
export function coreGroupsOf(container: Container, context: ChipsOfTask): Groups {
    const names = variableNames(container);
    // Of several with one name the agent takes the last.
    const last = names.lastIndexOf(groupSizes);
    const value = last === -1 ? undefined : variable(container, groupSizes);
    if (value === undefined) {
        return { replaced: undefined, removed: [], manual: [] };
    }
    const available = availableCores(container, context);
    const groups = context.chip === "Inferentia" ? groupsIn(value, available) : undefined;
    const secrets = known(container.secrets, [...container.path, "secrets"]);
    const isOwn = [visibleCores, numCores].some((name) => names.includes(name) || secrets.includes(name));
    const replaced = groups === undefined || isOwn ? undefined : { index: last, cores: groups.cores };
    const has = `${label(container)} has ${groupSizes} ${quoted(value)}`;
    const lost =
        context.chip !== "Inferentia"
            ? `, which counts cores of Inf1: say with ${numCores} how many of the ${available} cores here it takes, ` +
              "if not all"
            : groups === undefined
              ? `, which is no list of groups on ${available} cores: say with ${numCores} how many it takes, if not all`
              : groups.count > 1
                ? `, and the library has no groups: let the program place the models of its ${groups.count} groups ` +
                  `on the ${isOwn ? "" : `${groups.cores} `}cores that it takes`
                : undefined;
    const manual = lost === undefined ? [] : [{ text: has + lost, sources: groupSources }];
    const removed = names.flatMap((name, index) => (name === groupSizes && index !== replaced?.index ? [index] : []));
    return { replaced, removed, manual };
}

/**
 * How many groups a value lists, and how many cores they have: `1,2`, `[1,2]`, or `4x1` for four groups of one core, in
 * which TensorFlow puts copies of a model. Undefined for what is no such list, or has more cores than there are.
 *
 * Source: AWS Neuron documentation, "MXNet Configurations for NeuronCore Groups", and "Auto Model Replication" of
 * "Parallel Execution using NEURONCORE_GROUP_SIZES". That a group has a core at least: placer.cc, as above.
 */
function groupsIn(value: string, available: number): { readonly count: number; readonly cores: number } | undefined {
    let [count, cores] = [0, 0];
    for (const part of value.replace(/^\s*\[(.*)\]\s*$/, "$1").split(",")) {
        const group = /^\s*(?:([1-9]\d?)x)?([1-9]\d?)\s*$/.exec(part);
        if (group === null) {
            return undefined;
        }
        const times = Number(group[1] ?? 1);
        count += times;
        cores += times * Number(group[2]);
    }
    return cores > available ? undefined : { count, cores };
}

/** The names in a container's environment. @throws Undecided */
export function variableNames(container: Container): readonly string[] {
    const path = environmentOf(container);
    return known(container.environment, path).map(({ name }) => known(name, path));
}

export const groupSources = [sources.runtime2, sources.endOfGroups, sources.neuronRuntimeConfiguration];

/** The cores of the devices that a container maps already; else of those that the daemon drove. @throws Undecided */
export function availableCores(container: Container, { chip, devices }: ChipsOfTask): number {
    const own = mappedDevices(container);
    return (own.length > 0 ? own : devices).length * neuronCoresOf[chip];
}

/**
 * The library gives a core to one process only: of several models each must say how many it takes, and together not too
 * many. @throws NotMigrated
 */
export function refuseSharedCores(context: MigrationContext): void {
    const { models } = context;
    if (models.length < 2) {
        return;
    }
    const taken = models.map((model) => coresOf(model)?.count ?? coreGroupsOf(model, context).replaced?.cores);
    const available = context.devices.length * neuronCoresOf[context.chip];
    const sum = taken.reduce<number>((all, one) => all + (one ?? Infinity), 0);
    const named = models.flatMap((model) => {
        const own = mappedDevices(model);
        return own.length > 0 && !startAtZero(own) ? [] : (coresOf(model)?.indexes ?? []);
    });
    const isNamedTwice = new Set(named).size < named.length;
    if (sum > available || isNamedTwice) {
        const first = isNamedTwice ? `name other cores in ${visibleCores} of each` : `set ${numCores} in each`;
        throw new NotMigrated(
            `${models.map(label).join(" and ")} share the daemon, and the library gives a core to one process ` +
                `only: ${first} first, ${available} cores at most together`,
        );
    }
}
