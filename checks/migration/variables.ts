import { neuronEnvironment } from "../../contract";
import { known } from "../../ecs/known";
import { environmentOf } from "../../ecs/task/environment";
import type { Container } from "../../ecs/task/task-definition";
import type { Edit } from "../fixes/fix";
import { label } from "../phrasing/names";
import { sources } from "../rules/sources";
import { availableCores, coreGroupsOf, groupSources, variableNames } from "./cores";
import { takingOut, type MigrationContext, type Step } from "./step";

/** Variables that only the daemon and its clients read. */
const ofRuntime1: readonly string[] = [neuronEnvironment.rtdAddress, neuronEnvironment.visibleDevices];

/** The address goes, and groups of cores become the variable of the library, where they have an equal. */
export function* changeVariables(context: MigrationContext): Iterable<Step> {
    for (const container of context.remaining) {
        const path = environmentOf(container);
        const names = variableNames(container);
        const gone = names.flatMap((name, index) => (ofRuntime1.includes(name) ? [index] : []));
        const { replaced, removed, manual } = coreGroupsOf(container, context);
        const all = [...gone, ...removed];
        const edits: Edit[] = [
            ...(replaced === undefined
                ? []
                : [
                      {
                          path: [...path, replaced.index],
                          value: { name: neuronEnvironment.numCores, value: `${replaced.cores}` },
                      },
                  ]),
            ...takingOut(path, names.length, all),
        ];
        const notes = [
            ...[...new Set(all.map((index) => names[index]))]
                .filter((name) => replaced === undefined || name !== neuronEnvironment.groupSizes)
                .map((name) => `no longer has ${name ?? ""}`),
            ...(replaced === undefined
                ? []
                : [`has ${neuronEnvironment.numCores} "${replaced.cores}" for ${neuronEnvironment.groupSizes}`]),
        ];
        if (edits.length > 0) {
            yield { edits, note: `${label(container)} ${notes.join(", and ")}` };
        }
        yield* manual;
        yield* fromElsewhere(container, context);
    }
}

/** Variables from secrets and files. */
function* fromElsewhere(container: Container, context: MigrationContext): Iterable<Step> {
    const { rtdAddress, groupSizes, numCores } = neuronEnvironment;
    const path = [...container.path, "secrets"];
    const names = known(container.secrets, path).map((name) => known(name, path));
    const gone = names.filter((name) => name === groupSizes || ofRuntime1.includes(name));
    if (gone.length > 0) {
        const indexes = names.flatMap((name, index) => (gone.includes(name) ? [index] : []));
        yield {
            edits: takingOut(path, names.length, indexes),
            note: `${label(container)} no longer takes ${gone.join(" and ")} from a secret`,
        };
    }
    if (gone.includes(groupSizes)) {
        yield {
            text:
                `say with ${numCores} how many of the ${availableCores(container, context)} cores ` +
                `${label(container)} takes, if not all: ${groupSizes} came from a secret`,
            sources: groupSources,
        };
    }
    if (container.hasEnvironmentFiles !== false) {
        yield {
            text: `take ${rtdAddress} and ${groupSizes} out of the environment files of ${label(container)}`,
            sources: [sources.runtime2],
        };
    }
}
