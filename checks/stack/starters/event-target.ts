import { UNKNOWN } from "../../../ecs/known";
import type { Path } from "../../../ecs/path";
import { at } from "../fields";
import type { ResourceReferences } from "../references";
import type { SourceResource } from "../source-resource";
import { submittedJob } from "./job-submission";
import { overridesIn, settingsOf, type SourceStarter } from "./source-starter";

/** A target of EventBridge in a resource. */
export interface EventTarget {
    readonly value: unknown;
    readonly path: Path;
    /** The property of the resource in which it stands; undefined for the resource itself. */
    readonly holder: string | undefined;
    /** What the parameters of a task, and of a job, are called in it. */
    readonly keys: { readonly ecs: string; readonly batch: string };
}

/**
 * What a target starts: a task, where its ARN is a cluster's, or a job, where it is a queue's.
 *
 * Sources: Amazon EventBridge API Reference, EcsParameters and BatchParameters; EventBridge Scheduler User Guide,
 * "Using universal targets".
 */
export function startersInTarget(
    resource: SourceResource,
    title: string,
    target: EventTarget,
    references: ResourceReferences,
): readonly SourceStarter[] {
    const { value, path, holder, keys } = target;
    const arn = { value: at(value, "arn"), path: [...path, "arn"], holder: holder ?? "arn" };
    const action = universal.exec(String(arn.value === UNKNOWN ? "" : arn.value))?.[1];
    const input = { value: parsed(at(value, "input")), path: [...path, "input"], holder: holder ?? "input" };
    if (action === "batch:submitJob") {
        const { value: parameters, path: inside, holder: within } = input;
        const holders = { definition: within, queue: within };
        const paths = { definition: inside, queue: inside, overrides: inside };
        return [
            submittedJob(
                resource,
                title,
                { parameters, jobQueue: at(parameters, "jobQueue"), overrides: parameters, holders, paths },
                references,
            ),
        ];
    }
    if (action === "ecs:runTask") {
        return [
            {
                title,
                isService: false,
                isPlaced: true,
                settings: settingsOf(resource, { "": [input.value, input.holder] }),
                places: [[[], input.path]],
                overrides: overridesIn(at(input.value, "overrides")),
            },
        ];
    }
    const task = parametersIn(resource, target, keys.ecs, references);
    // What is not known at all is one of the two.
    const job = task === UNKNOWN ? undefined : parametersIn(resource, target, keys.batch, references);
    return [...(task === undefined ? [] : [taskStarter(task)]), ...(job === undefined ? [] : [jobStarter(job)])];

    function taskStarter(parameters: unknown): SourceStarter {
        const [inside, within] = [[...path, keys.ecs], holder ?? keys.ecs];
        return {
            title,
            isService: false,
            settings: settingsOf(resource, {
                "": [parameters, within],
                taskDefinition: [at(parameters, "taskDefinitionArn"), within],
                cluster: [arn.value, arn.holder],
            }),
            isPlaced: true,
            places: [
                [["taskDefinition"], [...inside, "taskDefinitionArn"]],
                [["cluster"], arn.path],
                [["overrides"], input.path],
                [[], inside],
            ],
            overrides: overridesIn(input.value),
        };
    }

    function jobStarter(parameters: unknown): SourceStarter {
        const definition = [...path, keys.batch, "jobDefinition"];
        return submittedJob(
            resource,
            title,
            {
                parameters,
                jobQueue: arn.value,
                overrides: input.value,
                holders: { definition: holder ?? keys.batch, queue: arn.holder },
                paths: { definition, queue: arn.path, overrides: input.path },
            },
            references,
        );
    }
}

/** The actions by which Scheduler calls the API itself. */
const universal = /:scheduler:::aws-sdk:(ecs:runTask|batch:submitJob)$/;

/** What is not known can be for something else, unless a task definition went into it. */
function parametersIn(
    resource: SourceResource,
    { value, holder }: EventTarget,
    key: string,
    references: ResourceReferences,
): unknown {
    const parameters = at(value, key);
    const isNone = Array.isArray(parameters) && parameters.length === 0;
    const isOther = parameters === UNKNOWN && references.into(resource, holder ?? key, ["taskDefinition"]).length === 0;
    return isNone || isOther ? undefined : parameters;
}

/** The input of a target is JSON, in which EventBridge may put values of the event. */
function parsed(input: unknown): unknown {
    try {
        return typeof input === "string" ? (JSON.parse(input) as unknown) : input;
    } catch {
        return undefined;
    }
}
