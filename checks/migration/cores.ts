import { neuronCoresOf, neuronEnvironment } from "../../contract";
import { known } from "../../ecs/known";
import { coresOf } from "../../ecs/task/cores";
import type { Container } from "../../ecs/task/task-definition";
import { label, quoted } from "../phrasing/names";
import { sources } from "../rules/sources";
import { NotMigrated, type ManualStep, type MigrationContext } from "./step";

const { groupSizes, numCores } = neuronEnvironment;

/** What becomes of the groups of cores of a container. */
interface Groups {
    /** Where the variable stands in the environment. */
    readonly indexes: readonly number[];
    /** How many cores the process takes in the library's terms; undefined where there is no equal. */
    readonly cores: number | undefined;
    /** Whether the variable goes without one that takes its place. */
    readonly isRemoved: boolean;
    readonly manual: readonly ManualStep[];
}

/**
 * Reads NEURONCORE_GROUP_SIZES, which has had no effect since Neuron 1.20. A process takes as many cores as all groups
 * have together; the groups themselves have no equal, nor have those of another chip, whose cores are others.
 */
export function coreGroupsOf(
    container: Container,
    names: readonly string[],
    context: Pick<MigrationContext, "chip" | "devices" | "type">,
): Groups {
    const indexes = names.flatMap((name, index) => (name === groupSizes ? [index] : []));
    const last = indexes.at(-1);
    if (last === undefined) {
        return { indexes, cores: undefined, isRemoved: false, manual: [] };
    }
    const path = [...container.path, "environment"];
    const value = known(known(container.environment, path)[last]?.value ?? "", path, last, "value");
    const sizes = /^\s*\d{1,4}(?:\s*,\s*\d{1,4})*\s*$/.test(value) ? value.split(",").map(Number) : undefined;
    const total = sizes?.reduce((sum, size) => sum + size, 0);
    const available = maxCores(context);
    const isEqual =
        context.chip === "Inferentia" && total !== undefined && total <= available && coresOf(container) === undefined;
    const has = `${label(container)} has ${groupSizes} ${quoted(value)}`;
    const lost =
        context.chip !== "Inferentia"
            ? `, which counts cores of Inf1: say with ${numCores} how many of the ${available} cores here it takes, ` +
              "if not all"
            : sizes === undefined || total === undefined || total > available
              ? `, which is no list of groups on ${available} cores: say with ${numCores} how many it takes, if not all`
              : sizes.length > 1
                ? `, and the library has no groups: let the program place its ${sizes.length} models on the ` +
                  `${total} cores that it takes`
                : undefined;
    const manual = lost === undefined ? [] : [{ text: has + lost, sources: groupSources }];
    return { indexes, cores: isEqual ? total : undefined, isRemoved: !isEqual, manual };
}

const groupSources = [sources.runtime2, sources.endOfGroups, sources.neuronRuntimeConfiguration];

/** The cores of the devices that the daemon drove. */
function maxCores({ chip, devices }: Pick<MigrationContext, "chip" | "devices">): number {
    return devices.length * neuronCoresOf[chip];
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
    const taken = models.map((model) => {
        const path = [...model.path, "environment"];
        const names = known(model.environment, path).map(({ name }) => known(name, path));
        return coresOf(model)?.count ?? coreGroupsOf(model, names, context).cores;
    });
    const available = maxCores(context);
    const sum = taken.reduce<number>((all, one) => all + (one ?? available), 0);
    if (taken.includes(undefined) || sum > available) {
        throw new NotMigrated(
            `${models.map(label).join(" and ")} share the daemon, and the library gives a core to one process ` +
                `only: set ${numCores} in each first, ${available} cores at most together`,
        );
    }
}
