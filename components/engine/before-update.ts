import { ResourceHook, type ResourceHookBinding } from "@pulumi/pulumi";
import { getMonitor } from "@pulumi/pulumi/runtime";
import { ofRunningStack } from "./running-stack";

/** The inputs of a resource: plain values, and outputs for secrets. */
export type Inputs = Readonly<Record<string, unknown>>;

/**
 * A hook that runs before a resource is updated in place, at preview too, and refuses the update by throwing. What a
 * preview does not know is a string of the engine's own in the new inputs.
 *
 * Pulumi's mocks know no hooks, and get none, so that programs with these components can be tested on them.
 *
 * @param name A further hook of the same name gets a number behind it.
 */
export function beforeUpdate(name: string, act: (oldInputs: Inputs, newInputs: Inputs) => void): ResourceHookBinding {
    const monitor = getMonitor() as { registerResourceHook?: unknown } | undefined;
    if (typeof monitor?.registerResourceHook !== "function") {
        return {};
    }
    const hook = new ResourceHook(
        unique(name),
        ({ oldInputs = {}, newInputs = {} }) => act(oldInputs as Inputs, newInputs as Inputs),
        { onDryRun: true },
    );
    return { beforeUpdate: [hook] };
}

const names = ofRunningStack(() => new Map<string, number>());

/** Components in different parents may have one name, but hooks of one program may not. */
function unique(name: string): string {
    const count = (names().get(name) ?? 0) + 1;
    names().set(name, count);
    return count === 1 ? name : `${name}-${count}`;
}
