import type { Path } from "../../../ecs/path";
import { at } from "../fields";
import type { SourceResource } from "../source-resource";
import { overridesIn, settingsOf, type SourceStarter } from "./source-starter";

/** A target of EventBridge, as far as it is a cluster: its ARN is the cluster's. */
export function targetStarter(
    resource: SourceResource,
    title: string,
    target: unknown,
    path: Path,
    holder: string,
    key: string,
): readonly SourceStarter[] {
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

/** The input of a target is JSON, in which EventBridge may put values of the event. */
function parsed(input: unknown): unknown {
    try {
        return typeof input === "string" ? (JSON.parse(input) as unknown) : undefined;
    } catch {
        return undefined;
    }
}
