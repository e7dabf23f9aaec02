import { log, type Resource } from "@pulumi/pulumi";

/**
 * Warns of a component, once it is registered. The SDK logs in order: a warning of a component that never is, because
 * one of its inputs fails, would hold back the error that says why.
 */
export function warn(text: string, component: Resource): void {
    component.urn.apply(() => log.warn(text, component));
}
