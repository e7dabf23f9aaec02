import { log, type Resource } from "@pulumi/pulumi";

/**
 * Warns of a component, once it is registered. The SDK logs in order: a warning of a component that never is, because
 * one of its inputs fails, would hold back the error that says why.
 *
 * @returns when the engine has the warning
 */
export function warn(text: string, component: Resource): Promise<void> {
    return new Promise((resolve) => {
        component.urn.apply(() => log.warn(text, component).then(resolve));
    });
}
