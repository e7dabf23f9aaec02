import type { SourceResource } from "../../../checks";
import { field, isFields, type Document, type Place } from "../document";
import { recordsIn } from "./pulumi-records";
import { plainValue, stepsFrom, unknownTexts } from "./pulumi-values";

/**
 * What Pulumi writes of a stack: its state, as `pulumi stack export` does, what it will be, as `pulumi preview --json`
 * does, or a plan, as `pulumi preview --save-plan` does.
 */
export function readPulumiState(data: unknown): Document | undefined {
    const records = recordsIn(data);
    if (records === undefined) {
        return undefined;
    }
    const [format, recorded] = records;
    const places = new Map<string, Place>();
    const others = new Map<string, readonly Place[]>();
    const read = new Map<string, SourceResource>();
    for (const { record, inputs, place, otherPlaces } of recorded) {
        const [urn, type] = [field(record, "urn"), field(record, "type")];
        if (typeof urn !== "string" || typeof type !== "string" || field(record, "delete") === true) {
            continue;
        }
        places.set(urn, place);
        if (otherPlaces !== undefined) {
            others.set(urn, otherPlaces);
        }
        const identifiers = [field(record, "id"), field(record, "outputs", "arn"), field(record, "outputs", "name")];
        // Of a replacement there are several steps; the last one says what there will be.
        read.set(urn, {
            id: urn,
            type,
            properties: plainValue(isFields(inputs) ? inputs : {}, 0) as Record<string, unknown>,
            identifiers: identifiers.filter(
                (one) => typeof one === "string" && !unknownTexts.includes(one),
            ) as string[],
            dependencies: dependencies(field(record, "propertyDependencies")),
            ...parentOf(field(record, "parent")),
        });
    }
    const choices = { stepsFrom, isNothing: () => false };
    return { format, resources: [...read.values()], places, otherPlaces: others, choices };
}

function parentOf(parent: unknown): { parent?: string } {
    return typeof parent === "string" ? { parent } : {};
}

function dependencies(value: unknown): Record<string, readonly string[]> {
    return Object.fromEntries(
        Object.entries(isFields(value) ? value : {}).map(([property, urns]) => [
            property,
            Array.isArray(urns) ? urns.map(String) : [],
        ]),
    );
}
