import type { Failure } from "../failure";
import type { Values } from "../property";
import { holdsUnknown, isUnknown } from "../unknown";
import { containerDefinitionsFailures } from "./container-definitions";
import { fargateFailures } from "./fargate";
import { placementConstraintFailures } from "./placement";
import { taskVolumeFailures } from "./task-volumes";

/** What is wrong with a task definition. */
export function taskDefinitionFailures(values: Values): Failure[] {
    return [
        ...familyFailures(values["family"]),
        ...volumeNameFailures(values["volumes"]),
        ...taskVolumeFailures(values["volumes"]),
        ...placementConstraintFailures(values["placementConstraints"]),
        ...fargateFailures(values),
        ...containerFailures(values),
    ];
}

function containerFailures(values: Values): readonly Failure[] {
    const { containerDefinitions, memory } = values;
    if (isUnknown(containerDefinitions)) {
        return [];
    }
    return containerDefinitionsFailures(String(containerDefinitions), {
        networkMode: networkModeOf(values),
        volumes: volumeNames(values["volumes"]),
        hasMemory: isUnknown(memory) ? undefined : memory !== undefined,
    });
}

function familyFailures(family: unknown): Failure[] {
    return isUnknown(family) || /^[\w-]{1,255}$/.test(String(family))
        ? []
        : [
              {
                  property: "family",
                  reason:
                      `"${String(family)}" is not accepted; a family has 1 to 255 letters, digits, hyphens and ` +
                      "underscores",
              },
          ];
}

function volumeNameFailures(volumes: unknown): Failure[] {
    const names = volumeNames(volumes) ?? [];
    return names.flatMap((name, index) =>
        names.indexOf(name) < index
            ? [
                  {
                      property: `volumes[${index}].name`,
                      reason: `"${name}" is the name of an earlier volume; names are unique`,
                  },
              ]
            : [],
    );
}

function volumeNames(volumes: unknown): string[] | undefined {
    if (isUnknown(volumes)) {
        return undefined;
    }
    const names = ((volumes ?? []) as unknown[]).map((one) => (isUnknown(one) ? one : (one as Values)["name"]));
    return holdsUnknown(names) ? undefined : names.map(String);
}

/** The network mode, where the program gives one that is known. */
function networkModeOf(values: Values): string | undefined {
    const mode = values["networkMode"];
    return typeof mode === "string" && !isUnknown(mode) ? mode : undefined;
}
