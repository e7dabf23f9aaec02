import type { Suppression } from "./options";
import { matchesPattern } from "./pattern";
import { packPolicies } from "./policies";

/** Finds what switches a rule off for a resource: those that name it are looked up, and only patterns are tried. */
export class Suppressions {
    private readonly byName = new Map<string, Suppression>();
    private readonly patterns: Suppression[] = [];

    constructor(suppressions: readonly Suppression[]) {
        for (const suppression of suppressions) {
            const { resource } = suppression;
            if (resource.includes("*")) {
                this.patterns.push(suppression);
            } else if (!this.byName.has(resource)) {
                this.byName.set(resource, suppression);
            }
        }
    }

    /** @param resource its id: a URN, whose name at the end tells it too, or another id */
    of(resource: string): Suppression | undefined {
        const names = namesOf(resource);
        const named = names.map((name) => this.byName.get(name)).find((found) => found !== undefined);
        return named ?? this.patterns.find((pattern) => isFor(pattern, names));
    }
}

/** A suppression, and the policy under which it stands in the configuration. */
export interface ConfiguredSuppression extends Suppression {
    readonly policy: string;
}

/** The suppressions that suppress nothing of what was found: what they were for is gone, or they never named it. */
export function unmatched(
    suppressions: readonly ConfiguredSuppression[],
    suppressed: Iterable<{ readonly rule: string; readonly resource: string }>,
): readonly ConfiguredSuppression[] {
    const left = new Set(suppressions);
    for (const { rule, resource } of suppressed) {
        const names = namesOf(resource);
        for (const one of left) {
            if ((one.policy === rule || one.policy === packPolicies.options) && isFor(one, names)) {
                left.delete(one);
            }
        }
    }
    return [...left];
}

function isFor({ resource }: Suppression, names: readonly string[]): boolean {
    return names.some((name) => matchesPattern(resource, name));
}

function namesOf(resource: string): readonly string[] {
    const end = resource.lastIndexOf("::");
    return end === -1 ? [resource] : [resource, resource.slice(end + 2)];
}
