import type { SourceResource } from "../../checks";
import { field, isFields, type Document, type Place } from "../document";
import { Intrinsics } from "./intrinsics";

/** A CloudFormation template, JSON or YAML. */
export function readCloudFormation(data: unknown): Document | undefined {
    const declared = field(data, "Resources");
    if (
        !isFields(declared) ||
        !Object.values(declared).some((resource) => typeof field(resource, "Type") === "string")
    ) {
        return undefined;
    }
    const intrinsics = new Intrinsics(data, new Set(Object.keys(declared)));
    const places = new Map<string, Place>();
    const resources = Object.entries(declared).flatMap(([id, resource]): SourceResource[] => {
        const [type, given] = [field(resource, "Type"), field(resource, "Properties")];
        if (typeof type !== "string") {
            return [];
        }
        places.set(id, ["Resources", id, "Properties"]);
        const properties: Record<string, unknown> = {};
        const dependencies: Record<string, readonly string[]> = {};
        for (const [key, value] of Object.entries(isFields(given) ? given : {})) {
            const resolved = intrinsics.resolve(value);
            properties[key] = resolved.value;
            dependencies[key] = resolved.resources;
        }
        return [{ id, type, properties, dependencies, identifiers: [id] }];
    });
    return { format: "CloudFormation template", resources, places };
}
