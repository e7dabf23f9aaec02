import { propertyText } from "../../checks/phrasing/property-text";
import type { Violation } from "../../checks/rules/rule";

/** A violation in words: `path: message`. */
export function violationText(violation: Violation): string {
    return `${propertyText(violation)}: ${violation.message}`;
}
