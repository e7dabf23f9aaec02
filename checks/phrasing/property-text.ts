import type { Property } from "../../ecs/path";
import { named } from "./names";

/**
 * A property in words: `containerDefinitions[1].linuxParameters.capabilities.add`; an environment variable by its name:
 * `containerDefinitions[1].environment.AWS_NEURON_VISIBLE_DEVICES`.
 */
export function propertyText({ path, variable, owner }: Property): string {
    // It stands in a list of a container, at an index that tells nobody anything.
    const list = path.findIndex((step) => step === "environment" || step === "secrets");
    const steps = variable === undefined ? path : [...path.slice(0, list + 1), variable];
    const text = steps.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
    const own = text.replace(/^\./, "");
    return owner === undefined ? own : `${own} of ${named(owner)}`;
}

/** A property of which something is not known, with what in it is not read. */
export function undecidedText(property: Property): string {
    const { unread } = property;
    return `${propertyText(property)}${unread === undefined ? "" : ` (${unread} is not read)`}`;
}
