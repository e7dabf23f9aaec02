import { parsedJson } from "../../../ecs/json";
import { UNKNOWN } from "../../../ecs/known";
import type { Path } from "../../../ecs/path";
import { at, items } from "../fields";
import type { ResourceReferences } from "../references";
import type { SourceResource } from "../source-resource";

/** A state of a state machine that runs an ECS task, or submits a job of Batch. */
export interface TaskState {
    /** Its name; undefined where the definition is not known. */
    readonly name: string | undefined;
    /** Whether it submits a job. */
    readonly isJob: boolean;
    /** What it gives RunTask or SubmitJob, in the API's PascalCase. */
    readonly parameters: unknown;
    readonly path: Path;
    /** The property of the resource in which it stands. */
    readonly holder: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** The integrations of Step Functions that run a task: `.sync` and `.waitForTaskToken`, and the SDK's, too. */
const runTask = /:states:::(?:aws-sdk:)?(ecs:runTask|batch:submitJob)(?:\.|$)/;
const maxDepth = 32;

/**
 * The states that run tasks. A definition that is not known has one, if a task definition went into it.
 *
 * Source: AWS Step Functions Developer Guide, "Amazon States Language", "Run Amazon ECS or Fargate tasks with Step
 * Functions" and "Run AWS Batch workloads with Step Functions".
 */
export function statesThatRunTasks(resource: SourceResource, references: ResourceReferences): readonly TaskState[] {
    const { properties } = resource;
    const holder = ["definitionString", "definition"].find((key) => at(properties, key) !== undefined);
    if (holder === undefined) {
        return [];
    }
    const given = at(properties, holder);
    if (given === UNKNOWN) {
        const isForTask = references.into(resource, holder, ["taskDefinition"]).length > 0;
        return isForTask ? [{ name: undefined, isJob: false, parameters: UNKNOWN, path: [holder], holder }] : [];
    }
    const substitutions = at(properties, "definitionSubstitutions");
    const definition = typeof given === "string" ? parsedJson(given) : given;
    return statesIn(definition, [holder], holder, 0).map((state) => ({
        ...state,
        parameters: valueOf(state.parameters, isFields(substitutions) ? substitutions : {}),
    }));
}

function statesIn(machine: unknown, path: Path, holder: string, depth: number): readonly TaskState[] {
    const states = at(machine, "states");
    if (!isFields(states) || depth > maxDepth) {
        return [];
    }
    return Object.entries(states).flatMap(([name, state]) => {
        const here = [...path, "States", name];
        const inner = (key: string) => statesIn(at(state, key), [...here, key], holder, depth + 1);
        const branches = items(at(state, "branches"));
        const resource = at(state, "resource");
        const key = ["Arguments", "Parameters"].find((one) => at(state, one) !== undefined) ?? "Parameters";
        const action = typeof resource === "string" ? runTask.exec(resource)?.[1] : undefined;
        const isJob = action === "batch:submitJob";
        const own =
            action === undefined ? [] : [{ name, isJob, parameters: at(state, key), path: [...here, key], holder }];
        return [
            ...own,
            ...(branches === UNKNOWN ? [] : branches).flatMap((branch, index) =>
                statesIn(branch, [...here, "Branches", index], holder, depth + 1),
            ),
            ...inner("ItemProcessor"),
            ...inner("Iterator"),
        ];
    });
}

/** The parameters that name a resource, which can be told without its name: `${Id}`, but not `${Fn::ImportValue}`. */
const namingResources = ["TaskDefinition", "Cluster", "CapacityProvider", "JobDefinition", "JobQueue"];

/** What a state takes from its input is not known: `"Name.$": "$.path"`, and `{% … %}`. */
function valueOf(value: unknown, substitutions: Fields, key = ""): unknown {
    if (typeof value === "string") {
        const text = value.replace(/\$\{(\w+)\}/g, (whole, name: string) => {
            const given = Object.hasOwn(substitutions, name) ? substitutions[name] : undefined;
            return typeof given === "string" ? given : whole;
        });
        const isNaming = namingResources.includes(key) && !text.startsWith("${Fn::");
        return text.startsWith("{%") || (text.startsWith("${") && !isNaming) ? UNKNOWN : text;
    }
    if (Array.isArray(value)) {
        return value.map((item) => valueOf(item, substitutions));
    }
    return isFields(value)
        ? Object.fromEntries(
              Object.entries(value).map(([name, item]) =>
                  name.endsWith(".$") ? [name.slice(0, -2), UNKNOWN] : [name, valueOf(item, substitutions, name)],
              ),
          )
        : value;
}

function isFields(value: unknown): value is Fields {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
