import type { RuleOptions, Suppression } from "../configuration/options";
import { matchesPattern } from "../configuration/pattern";

/** What switches the rule off for a resource. @param names its id (a URN), and shorter names that tell it */
export function suppressionOf({ suppressions }: RuleOptions, names: readonly string[]): Suppression | undefined {
    return suppressions.find(({ resource }) => names.some((name) => matchesPattern(resource, name)));
}

/** What is said of a finding that was suppressed. */
export function suppressedText({ reason }: Suppression, rule: string, message: string): string {
    return `${rule} is switched off for this resource, because: ${reason}. It would say: ${message}`;
}
