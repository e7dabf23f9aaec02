import { propertyText } from "../../checks/phrasing/property-text";
import type { Violation } from "../../checks/rules/rule";
import { sentence } from "../../checks/phrasing/sentence";

/** A violation in words: `path: message`. */
export function violationText(violation: Violation): string {
    return `${propertyText(violation)}: ${sentence(violation)}`;
}
