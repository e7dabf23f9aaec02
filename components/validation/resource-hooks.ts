import { getMonitor } from "@pulumi/pulumi/runtime";

/**
 * Whether the engine takes resource hooks. The mocks of Pulumi's unit tests do not, and a resource with a hook could
 * not be registered there.
 */
export function takesResourceHooks(): boolean {
    return typeof (getMonitor() as { registerResourceHook?: unknown } | undefined)?.registerResourceHook === "function";
}
