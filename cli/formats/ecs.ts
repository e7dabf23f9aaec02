import { field, isFields, type Document, type Fields, type Place } from "../document";

export const ecsFormat = "ECS task definition";

/**
 * ECS task definitions as `register-task-definition` takes them, `describe-task-definition` returns them, or a list of
 * either.
 */
export function readEcs(data: unknown): Document | undefined {
    const items = Array.isArray(data)
        ? (data as unknown[]).map((item, index) => definition(item, [index]))
        : [definition(data, [])];
    const found = items.filter((item) => item !== undefined);
    if (found.length === 0 || found.length < items.length) {
        return undefined;
    }
    const places = new Map<string, Place>();
    const resources = found.map(([properties, place], index) => {
        const family = field(properties, "family");
        const named = typeof family === "string" && family !== "" ? family : "task definition";
        const id = places.has(named) ? `${named} (${index + 1})` : named;
        places.set(id, place);
        return { id, type: "AWS::ECS::TaskDefinition", properties };
    });
    return { format: ecsFormat, resources, places };
}

function definition(data: unknown, place: Place): readonly [Fields, Place] | undefined {
    const described = field(data, "taskDefinition");
    if (isFields(described)) {
        return definition(described, [...place, "taskDefinition"]);
    }
    return isFields(data) && Object.hasOwn(data, "containerDefinitions") ? [data, place] : undefined;
}
