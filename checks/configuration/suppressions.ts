import type { Suppression } from "./options";
import { matchesPattern } from "./pattern";

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
        const end = resource.lastIndexOf("::");
        const names = end === -1 ? [resource] : [resource, resource.slice(end + 2)];
        const named = names.map((name) => this.byName.get(name)).find((found) => found !== undefined);
        return named ?? this.patterns.find((pattern) => names.some((name) => matchesPattern(pattern.resource, name)));
    }
}
