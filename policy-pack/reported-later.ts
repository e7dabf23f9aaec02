import type { ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";

/**
 * A policy that reports what other policies left for it, under its own name and level. It stands after them in the
 * pack: the SDK asks one after the other about a resource.
 */
export class ReportedLater {
    private readonly texts = new Map<string, string[]>();

    constructor(private readonly about: Pick<ResourceValidationPolicy, "name" | "description" | "remediationSteps">) {}

    /** @param resource its URN */
    leave(resource: string, text: string): void {
        this.texts.set(resource, [...(this.texts.get(resource) ?? []), text]);
    }

    get policy(): ResourceValidationPolicy & StackValidationPolicy {
        return {
            ...this.about,
            enforcementLevel: "advisory",
            severity: "low",
            validateResource: ({ urn }, report) => this.take(urn).forEach((text) => report(text)),
            validateStack: (_, report) =>
                [...this.texts.keys()].forEach((urn) => this.take(urn).forEach((text) => report(text, urn))),
        };
    }

    private take(resource: string): readonly string[] {
        const texts = this.texts.get(resource) ?? [];
        this.texts.delete(resource);
        return texts;
    }
}
