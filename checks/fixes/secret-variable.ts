import { UNKNOWN } from "../known";
import type { Edit } from "./proposal";
import { Spelling } from "./spelling";

/**
 * Whether an edit adds a variable that the container may have from a secret: ECS refuses a task definition with both.
 */
export function isSecret({ path, value, append }: Edit, definition: object): boolean {
    const [list, index, key] = path;
    if (append !== true || key !== "environment") {
        return false;
    }
    const given = valueAt(definition, list);
    const containers = typeof given === "string" ? (JSON.parse(given) as unknown) : given;
    const secrets = valueAt(valueAt(containers, index), "secrets");
    const { name } = value as { readonly name: string };
    return (
        secrets === UNKNOWN ||
        (Array.isArray(secrets) &&
            secrets.some((secret) => ([UNKNOWN, name] as unknown[]).includes(valueAt(secret, "name"))))
    );
}

function valueAt(holder: unknown, step: string | number | undefined): unknown {
    if (typeof holder !== "object" || holder === null || step === undefined) {
        return holder === UNKNOWN ? UNKNOWN : undefined;
    }
    const key = typeof step === "string" ? Spelling.camelCase.keyIn(holder, step) : step;
    return (holder as Record<string | number, unknown>)[key];
}
