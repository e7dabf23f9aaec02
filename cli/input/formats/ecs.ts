import { UNKNOWN, type SourceResource } from "../../../checks";
import { field, isFields, type Document, type Fields, type Place } from "../document";

export const ecsFormat = "ECS task definition";
export const containersFormat = "ECS container definitions";

/**
 * A list of container definitions, as Terraform reads it from a file of its own: what stands around them is not known.
 * Where the tasks are placed is left out, because it alone could make any list one of Neuron containers.
 */
export function readContainers(data: unknown): Document | undefined {
    if (!Array.isArray(data) || !data.every((item) => isFields(item) && "name" in item) || !data.some(hasImage)) {
        return undefined;
    }
    const [id, type] = ["container definitions", "AWS::ECS::TaskDefinition"];
    const taskSettings = ["volumes", "requiresCompatibilities", "networkMode", "cpu", "memory"];
    const properties = {
        ...Object.fromEntries([...taskSettings, "runtimePlatform"].map((key) => [key, UNKNOWN])),
        containerDefinitions: data,
    };
    return { format: containersFormat, resources: [{ id, type, properties }], places: new Map([[id, []]]) };
}

function hasImage(item: unknown): boolean {
    return typeof field(item, "image") === "string";
}

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

/**
 * Job definitions of AWS Batch, as `register-job-definition` takes them, or `describe-job-definitions` returns them.
 */
export function readBatch(data: unknown): Document | undefined {
    const described = field(data, "jobDefinitions");
    const list: readonly (readonly [unknown, Place])[] = Array.isArray(described)
        ? described.map((item: unknown, index) => [item, ["jobDefinitions", index]])
        : [[data, []]];
    const places = new Map<string, Place>();
    const resources = list.flatMap(([properties, place], index): SourceResource[] => {
        const name = field(properties, "jobDefinitionName");
        if (!isFields(properties) || !jobProperties.some((key) => isFields(properties[key]))) {
            return [];
        }
        const id = typeof name === "string" && !places.has(name) ? name : `job definition ${index + 1}`;
        places.set(id, place);
        return [{ id, type: "AWS::Batch::JobDefinition", properties }];
    });
    return resources.length === 0 ? undefined : { format: "AWS Batch job definition", resources, places };
}

const jobProperties = ["containerProperties", "ecsProperties", "nodeProperties"];

function definition(data: unknown, place: Place): readonly [Fields, Place] | undefined {
    const described = field(data, "taskDefinition");
    if (isFields(described)) {
        return definition(described, [...place, "taskDefinition"]);
    }
    return isFields(data) && Object.hasOwn(data, "containerDefinitions") ? [data, place] : undefined;
}
