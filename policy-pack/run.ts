import { isDeepStrictEqual } from "node:util";
import type { ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { UNKNOWN } from "../checks/known";
import type { Stack } from "../checks/stack/stack";
import { readStack } from "../checks/stack/read-stack";
import { namesOf } from "../checks/stack/references";
import type { SourceResource } from "../checks/stack/source-resource";
import { componentTypes } from "../contract";
import { kindOf } from "../checks/stack/resource-kind";
import { componentContainers } from "../checks/task/component";
import type { TaskDefinition } from "../checks/task/task-definition";
import { readTaskDefinition } from "../checks/task/read-task-definition";
import { plainInputs } from "./plain";

/** What the engine has shown of a resource before it is created or updated. */
export interface Analysed {
    readonly resource: SourceResource;
    /** The inputs of the component of this project that makes it, if one does. */
    readonly component: SourceResource | undefined;
}

const analysed = new Map<string, Analysed>();
const parsed = new WeakMap<SourceResource, TaskDefinition>();
const components: readonly string[] = Object.values(componentTypes);

/**
 * A resource that rules look at; undefined for the others. What the engine shows is kept for the run: stacks are
 * validated by their resources' outputs, and only their inputs tell what a component was given. Each rule is handed a
 * copy of its own, so what was kept for the URN is compared with it, and parsed once.
 */
export function analyse({
    type,
    urn,
    props,
    opts,
}: Pick<ResourceValidationArgs, "type" | "urn" | "props" | "opts">): Analysed | undefined {
    if (!concerns(type)) {
        return undefined;
    }
    const properties = plainInputs(props);
    const before = analysed.get(urn);
    if (before !== undefined && isDeepStrictEqual(before.resource.properties, properties)) {
        return before;
    }
    const parent = opts.parent === undefined ? undefined : analysed.get(opts.parent);
    const resource = { id: urn, type, properties, ...(opts.parent === undefined ? {} : { parent: opts.parent }) };
    const now = {
        resource,
        component: parent !== undefined && components.includes(parent.resource.type) ? parent.resource : undefined,
    };
    analysed.set(urn, now);
    return now;
}

/** The task definition of a resource; undefined for resources of other types. */
export function taskDefinitionOf({ resource }: Analysed): TaskDefinition | undefined {
    return kindOf(resource.type) === "taskDefinition" ? readOnce(resource) : undefined;
}

/**
 * A resource and the stack around it, without other services, as far as the engine has shown it: it shows a resource
 * after everything that it refers to.
 */
export function stackAround({ resource }: Analysed): Stack {
    const others = [...analysed.values()]
        .map((one) => one.resource)
        .filter((one) => one !== resource && kindOf(one.type) !== "service");
    return readStack([resource, ...others], { complete: false, readTask: readOnce });
}

/**
 * The whole stack, by the inputs that the engine has shown: among a resource's outputs are values that the provider
 * fills in and that are not known at preview. They give what names it.
 */
export function wholeStack(resources: StackValidationArgs["resources"]): Stack {
    const sources = resources.map((resource) => {
        const outputs = concerns(resource.type) ? plainInputs(resource.props) : {};
        const dependencies = Object.entries(resource.propertyDependencies).map(
            ([property, those]) => [property, those.map(({ urn }) => urn)] as const,
        );
        return {
            ...(analysed.get(resource.urn)?.resource ?? { id: resource.urn, type: resource.type, properties: outputs }),
            identifiers: namesOf({ properties: outputs }),
            dependencies: Object.fromEntries(dependencies),
            ...(resource.parent === undefined ? {} : { parent: resource.parent.urn }),
        };
    });
    return readStack(sources, { readTask: readOnce });
}

function concerns(type: string): boolean {
    return kindOf(type) !== undefined || components.includes(type);
}

function readOnce(resource: SourceResource): TaskDefinition {
    const shown = analysed.get(resource.id)?.resource ?? resource;
    const before = parsed.get(shown);
    if (before !== undefined) {
        return before;
    }
    const task = readTaskDefinition(withComponent(shown));
    parsed.set(shown, task);
    return task;
}

/**
 * The container definitions are one text, in which one unknown hides all; what the component was given is known by
 * itself.
 */
function withComponent({ properties, parent }: SourceResource): Readonly<Record<string, unknown>> {
    const component = parent === undefined ? undefined : analysed.get(parent)?.resource;
    return properties["containerDefinitions"] === UNKNOWN && component?.type === componentTypes.taskDefinition
        ? { ...properties, containerDefinitions: componentContainers(component.properties) }
        : properties;
}
