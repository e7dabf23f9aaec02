import { UNKNOWN } from "../../../ecs/known";
import type { Path } from "../../../ecs/path";
import { named } from "../../phrasing/names";
import { at, items } from "../fields";
import type { Places } from "../places";
import type { ResourceReferences } from "../references";
import { kindOf, type Kind } from "../resource-kind";
import type { SourceResource } from "../source-resource";
import { startersInTarget } from "./event-target";
import { submittedJob } from "./job-submission";
import { overridesIn, settingsOf, type SourceStarter } from "./source-starter";
import { statesThatRunTasks, type TaskState } from "./state-machine";

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
 * Sources: EventBridge Scheduler API Reference, EcsParameters; Amazon ECS API Reference, CreateTaskSet.
 */
export function startersIn(resource: SourceResource, references: ResourceReferences): readonly SourceStarter[] {
    const { id, properties } = resource;
    const kind = kindOf(resource.type) ?? "cluster";
    const title = `${nouns[kind]} ${named(id)}`;
    const isService = kind === "service";
    const { places = [] } = resource;
    const whole = { title, isService, isPlaced: true, settings: resource, places, overrides: [] };
    const target = (value: unknown, path: Path, holder: string | undefined, ecs: string, batch: string) =>
        startersInTarget(resource, title, { value, path, holder, keys: { ecs, batch } }, references);
    switch (kind) {
        case "service":
            return [whole];
        case "jobDefinition":
            return [{ ...whole, isPlaced: false, places: placesOfJob }];
        case "taskSet":
            return [{ ...whole, settings: { ...resource, properties: withPlacementOfService(resource, references) } }];
        case "eventTarget":
            return target(properties, [], undefined, "ecsTarget", "batchTarget");
        case "schedule":
            return target(at(properties, "target"), ["target"], "target", "ecsParameters", "batchParameters");
        case "eventRule": {
            const targets = items(at(properties, "targets"));
            return targets === UNKNOWN
                ? target(UNKNOWN, ["targets"], "targets", "ecsParameters", "batchParameters")
                : targets.flatMap((one, index) =>
                      target(one, ["targets", index], "targets", "ecsParameters", "batchParameters"),
                  );
        }
        case "stateMachine":
            return statesThatRunTasks(resource, references).map((state) =>
                starterInState(state, resource, title, references),
            );
        default:
            return [];
    }
}

function starterInState(
    { name, isJob, parameters, path, holder }: TaskState,
    resource: SourceResource,
    machine: string,
    references: ResourceReferences,
): SourceStarter {
    const title = name === undefined ? machine : `state ${JSON.stringify(name)} of ${machine}`;
    if (isJob) {
        const holders = { definition: holder, queue: holder };
        const paths = {
            definition: [...path, "JobDefinition"],
            queue: [...path, "JobQueue"],
            overrides: [...path, "ContainerOverrides"],
        };
        const jobQueue = at(parameters, "jobQueue");
        const overrides = parameters;
        return submittedJob(resource, title, { parameters, jobQueue, overrides, holders, paths }, references);
    }
    return {
        title,
        isService: false,
        settings: settingsOf(resource, { "": [parameters, holder] }),
        isPlaced: true,
        places: [
            [["overrides"], [...path, "overrides", "containerOverrides"]],
            [[], path],
        ],
        overrides: overridesIn(at(parameters, "overrides")),
    };
}

/** Of a job that something elsewhere submits, the queue is not known. */
const placesOfJob: Places = [
    [["taskDefinition"], []],
    [["capacity providers"], ["job queue"]],
];

/** The tasks of a task set are placed by the constraints of its service. */
function withPlacementOfService(resource: SourceResource, references: ResourceReferences): Record<string, unknown> {
    const name = at(resource.properties, "service");
    const found = references.find(resource, "service", [typeof name === "string" ? name : UNKNOWN], "service");
    const service = found === UNKNOWN ? undefined : found.targets[0];
    const constraints = service === undefined ? UNKNOWN : at(service.properties, "placementConstraints");
    return { ...resource.properties, placementConstraints: constraints };
}
