import { UNKNOWN } from "../../../ecs/known";
import type { Path } from "../../../ecs/path";
import { named } from "../../phrasing/names";
import { at, items } from "../fields";
import type { References } from "../references";
import { kindOf, type Kind } from "../resource-kind";
import type { SourceResource } from "../source-resource";
import { targetStarter } from "./event-target";
import { overridesIn, settingsOf, type SourceStarter } from "./source-starter";
import { statesThatRunTasks } from "./state-machine";

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
export function startersIn(resource: SourceResource, references: References): readonly SourceStarter[] {
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

/** The tasks of a task set are placed by the constraints of its service. */
function withPlacementOfService(resource: SourceResource, references: References): Record<string, unknown> {
    const name = at(resource.properties, "service");
    const found = references.find(resource, "service", [typeof name === "string" ? name : UNKNOWN], "service");
    const service = found === UNKNOWN ? undefined : found.targets[0];
    const constraints = service === undefined ? UNKNOWN : at(service.properties, "placementConstraints");
    return { ...resource.properties, placementConstraints: constraints };
}
