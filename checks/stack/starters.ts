import { UNKNOWN, type Known } from "../../ecs/known";
import type { Path } from "../../ecs/path";
import { at, items, pascal } from "./fields";
import type { Places } from "./places";
import type { References } from "./references";
import { kindOf, type Kind } from "./resource-kind";
import type { SourceResource } from "./source-resource";
import { statesThatRunTasks } from "./state-machine";
import { named } from "../phrasing/names";

/** What starts tasks: its settings by the names that a service has for them, and where they stand in the resource. */
export interface Starter {
    /** In words: `service "bert"`, `rule "nightly"`. */
    readonly title: string;
    /** Whether it keeps tasks running, and deploys them anew: an ECS service. */
    readonly isService: boolean;
    readonly settings: SourceResource;
    /** Where its settings stand. */
    readonly places: Places;
    /** Whether it, or its task definition, can have placement constraints. */
    readonly isPlaced: boolean;
    /** The containers' overrides, as RunTask takes them. */
    readonly overrides: Known<readonly unknown[]>;
}

/** The kinds of resources that start tasks, in words. */
const nouns: Partial<Record<Kind, string>> = {
    service: "service",
    taskSet: "task set",
    eventRule: "rule",
    eventTarget: "event target",
    schedule: "schedule",
    stateMachine: "state machine",
    jobDefinition: "job definition",
};

export function startsTasks(type: string): boolean {
    return nouns[kindOf(type) ?? "cluster"] !== undefined;
}

/**
 * Everything in a resource that starts tasks: itself, each target of a rule, each state of a state machine.
 *
 * Sources: Amazon EventBridge API Reference, EcsParameters; EventBridge Scheduler API Reference, EcsParameters;
 * AWS Step Functions Developer Guide, "Run Amazon ECS or Fargate tasks"; Amazon ECS API Reference, CreateTaskSet.
 */
export function startersIn(resource: SourceResource, references: References): readonly Starter[] {
    const { id, properties } = resource;
    const kind = kindOf(resource.type) ?? "cluster";
    const title = `${nouns[kind]} ${named(id)}`;
    const isService = kind === "service";
    const whole = { title, isService, isPlaced: true, settings: resource, places: [], overrides: [] };
    const target = (given: unknown, path: Path, holder: string, key: string) =>
        // What is not known can be for something else, unless a task definition went into it.
        at(given, key) === UNKNOWN && references.into(resource, holder, ["taskDefinition"]).length === 0
            ? []
            : targetStarter(resource, title, given, path, holder, key);
    switch (kind) {
        case "service":
            return [whole];
        case "jobDefinition":
            return [{ ...whole, isPlaced: false, places: [[["taskDefinition"], []]] }];
        case "taskSet":
            return [{ ...whole, settings: { ...resource, properties: withPlacementOfService(resource, references) } }];
        case "eventTarget":
            return target(properties, [], "ecsTarget", "ecsTarget");
        case "schedule":
            return target(at(properties, "target"), ["target"], "target", "ecsParameters");
        case "eventRule": {
            const targets = items(at(properties, "targets"));
            return targets === UNKNOWN
                ? target(UNKNOWN, ["targets"], "targets", "ecsParameters")
                : targets.flatMap((one, index) => target(one, ["targets", index], "targets", "ecsParameters"));
        }
        case "stateMachine":
            return statesThatRunTasks(resource, references).map(({ name, parameters, path, holder }) => ({
                title: name === undefined ? title : `state ${JSON.stringify(name)} of ${title}`,
                isService: false,
                settings: settingsOf(resource, { "": [parameters, holder] }),
                isPlaced: true,
                places: [
                    [["overrides"], [...path, "overrides", "containerOverrides"]],
                    [[], path],
                ],
                overrides: overridesIn(at(parameters, "overrides")),
            }));
        default:
            return [];
    }
}

/** A target of EventBridge, as far as it is a cluster: its ARN is the cluster's. */
function targetStarter(
    resource: SourceResource,
    title: string,
    target: unknown,
    path: Path,
    holder: string,
    key: string,
): readonly Starter[] {
    const parameters = at(target, key);
    if (parameters === undefined || (Array.isArray(parameters) && parameters.length === 0)) {
        return [];
    }
    const inside = [...path, key];
    return [
        {
            title,
            isService: false,
            settings: settingsOf(resource, {
                "": [parameters, holder],
                taskDefinition: [at(parameters, "taskDefinitionArn"), holder],
                cluster: [at(target, "arn"), path.length === 0 ? "arn" : holder],
            }),
            isPlaced: true,
            places: [
                [["taskDefinition"], [...inside, "taskDefinitionArn"]],
                [["cluster"], [...path, "arn"]],
                [["overrides"], [...path, "input"]],
                [[], inside],
            ],
            overrides: overridesIn(parsed(at(target, "input"))),
        },
    ];
}

/**
 * A resource with the settings of a starter as its properties. Each stands with the resource's own property that holds
 * it; "" with an object of them.
 */
function settingsOf(
    resource: SourceResource,
    given: Readonly<Record<string, readonly [value: unknown, holder: string]>>,
): SourceResource {
    const properties: Record<string, unknown> = {};
    const dependencies: Record<string, readonly string[]> = {};
    const add = (key: string, value: unknown, holder: string) => {
        properties[key] = value;
        // What is known names its resource itself.
        if (isUnknownIn(value)) {
            dependencies[key] = resource.dependencies?.[holder] ?? resource.dependencies?.[pascal(holder)] ?? [];
        }
    };
    for (const [key, [value, holder]] of Object.entries(given)) {
        if (key !== "") {
            add(key, value, holder);
        } else {
            for (const one of settingNames) {
                add(one, value === UNKNOWN ? UNKNOWN : at(value, one), holder);
            }
        }
    }
    properties["placementConstraints"] ??= at(given[""]?.[0], "placementConstraint");
    return { ...resource, properties, dependencies };
}

const settingNames = [
    ...["taskDefinition", "cluster", "launchType", "capacityProviderStrategy", "capacityProviderStrategies"],
    "placementConstraints",
];

function isUnknownIn(value: unknown): boolean {
    return value === UNKNOWN || (typeof value === "object" && value !== null && Object.values(value).some(isUnknownIn));
}

/** The tasks of a task set are placed by the constraints of its service. */
function withPlacementOfService(resource: SourceResource, references: References): Record<string, unknown> {
    const name = at(resource.properties, "service");
    const found = references.find(resource, "service", [typeof name === "string" ? name : UNKNOWN], "service");
    const service = found === UNKNOWN ? undefined : found.targets[0];
    const constraints = service === undefined ? UNKNOWN : at(service.properties, "placementConstraints");
    return { ...resource.properties, placementConstraints: constraints };
}

function overridesIn(value: unknown): Known<readonly unknown[]> {
    return items(at(value, "containerOverrides"));
}

/** The input of a target is JSON, in which EventBridge may put values of the event. */
function parsed(input: unknown): unknown {
    try {
        return typeof input === "string" ? (JSON.parse(input) as unknown) : undefined;
    } catch {
        return undefined;
    }
}
