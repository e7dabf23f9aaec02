import { allDevices, neuronEnvironment } from "../../contract";
import { settings } from "../../ecs/task/environment";
import type { Fix, FixContext } from "./fix";
import { settingVariable } from "./variable";

/** Gives the sidecar all devices, where it chooses none. @throws Undecided */
export function fixVisibleDevices({ sidecar }: Pick<FixContext, "sidecar">): Fix | undefined {
    const given = settings(sidecar, neuronEnvironment.visibleDevices);
    return given.every(({ value }) => isNoChoice(value))
        ? settingVariable(sidecar, neuronEnvironment.visibleDevices, allDevices)
        : undefined;
}

/** Whoever writes `2,1` chose two devices: to show the daemon all of them would undo the choice. */
export function isNoChoice(value: string): boolean {
    const text = value.trim();
    return text === "" || text.toUpperCase() === allDevices;
}
