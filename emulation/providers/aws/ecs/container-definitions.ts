import { checkJson, type CheckedJson } from "../check-inputs";
import type { Failure } from "../failure";
import type { Values } from "../property";
import { isObject, nameOfType } from "../values";
import { containerDefinition } from "./container-definition";
import { relationFailures, type TaskSettings } from "./container-relations";

const root = "containerDefinitions";

/**
 * What is wrong with the `containerDefinitions` of a task definition, a JSON text. All of it at once, and no value is
 * quoted.
 */
export function containerDefinitionsFailures(json: string, task: TaskSettings): readonly Failure[] {
    let parsed: unknown;
    try {
        parsed = JSON.parse(json);
    } catch {
        // The parser's own message quotes the text, which may hold secrets.
        return [
            { property: root, reason: "is not JSON: give the list of container definitions through JSON.stringify" },
        ];
    }
    if (!Array.isArray(parsed)) {
        return [{ property: root, reason: `must be a JSON list of container definitions, not ${nameOfType(parsed)}` }];
    }
    if (parsed.length === 0) {
        return [{ property: root, reason: "is an empty list; a task definition requires at least one container" }];
    }
    const shapes = (parsed as unknown[]).map((container, index) => checkContainer(container, `${root}[${index}]`));
    const containers = shapes.map(({ isWellTyped }, index) => ({
        definition: asObject((parsed as unknown[])[index]),
        isWellTyped,
    }));
    return [...shapes.flatMap(({ failures }) => failures), ...relationFailures(containers, task)];
}

function checkContainer(container: unknown, path: string): CheckedJson {
    return isObject(container)
        ? checkJson(containerDefinition, container, path)
        : {
              failures: [{ property: path, reason: `must be an object, not ${nameOfType(container)}` }],
              isWellTyped: false,
          };
}

function asObject(container: unknown): Values {
    return isObject(container) ? container : {};
}
