import { label, quoted } from "../phrasing/names";
import { known } from "../../ecs/known";
import { environmentOf, settings } from "../../ecs/task/environment";
import type { Container } from "../../ecs/task/task-definition";
import type { Fix } from "./fix";

/** Gives a container a variable, wherever it has it already, or anew. @throws Undecided */
export function settingVariable(container: Container, name: string, value: string): Fix {
    const path = environmentOf(container);
    const variables = known(container.environment, path);
    // What may come from a secret or a file is left to it: ECS refuses a definition with a variable in both.
    settings(container, name);
    const places = variables.flatMap((one, index) => (known(one.name, path) === name ? [index] : []));
    return {
        edits:
            places.length === 0
                ? [{ path, value: { name, value }, append: true }]
                : places.map((index) => ({ path: [...path, index, "value"], value })),
        note: `${label(container)} now has ${name} ${quoted(value)}`,
    };
}
