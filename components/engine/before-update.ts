import { ResourceHook, type ComponentResourceOptions, type ResourceHookBinding } from "@pulumi/pulumi";
import { getMonitor } from "@pulumi/pulumi/runtime";
import { ofRunningStack } from "./running-stack";

/** The inputs of a resource, as the program gave them: plain values, and outputs for what is secret. */
export type Inputs = Readonly<Record<string, unknown>>;

/**
 * A hook that runs when a resource is about to be updated in place, at preview too, and refuses the update by throwing.
 * What a preview does not know is not a value of its kind in the new inputs (the engine gives a text of its own).
 *
 * Pulumi's mocks know no hooks; on them none is bound, so that programs with these components can be tested there.
 *
 * @param name unique among the components' hooks, or made so.
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

/** The options of a component, with {@link beforeUpdate} for it behind the hooks that it has. */
export function withBeforeUpdate(
    opts: ComponentResourceOptions | undefined,
    ...hook: Parameters<typeof beforeUpdate>
): ComponentResourceOptions {
    const { beforeUpdate: own = [] } = beforeUpdate(...hook);
    const { hooks } = opts ?? {};
    return own.length === 0
        ? { ...opts }
        : { ...opts, hooks: { ...hooks, beforeUpdate: [...(hooks?.beforeUpdate ?? []), ...own] } };
}

const names = ofRunningStack(() => new Map<string, number>());

/** Components of one name may stand in different parents; hooks of one program may not. */
function unique(name: string): string {
    const count = (names().get(name) ?? 0) + 1;
    names().set(name, count);
    return count === 1 ? name : `${name}-${count}`;
}
