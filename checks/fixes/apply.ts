import type { Path } from "../../ecs/path";
import type { Edit } from "./fix";
import { Spelling } from "./spelling";

type Node = Record<string | number, unknown>;

/**
 * A task definition with one edit; keys are spelt as the definition spells them. Nothing is copied that the edit does
 * not touch. `containerDefinitions` may be a JSON text, and is one again.
 *
 * @param inPlace changes the definition itself, as its proxies of secrets need it
 */
export function edited(definition: object, edit: Edit, inPlace = false): object {
    return change(definition, edit.path, edit, Spelling.of(definition, Spelling.camelCase), inPlace) as object;
}

function change(node: unknown, path: Path, edit: Edit, spelling: Spelling, inPlace: boolean): unknown {
    const [step, ...rest] = path;
    if (typeof node === "string" && step !== undefined) {
        // Stryker disable next-line BooleanLiteral: what is read from the text is nobody else's
        return JSON.stringify(change(JSON.parse(node), path, edit, spelling, false));
    }
    if (step === undefined) {
        const value = spelling.spelled(edit.value);
        return edit.append !== true
            ? value
            : node === undefined || node === null
              ? [value]
              : appended(node as unknown[], value, inPlace);
    }
    const holder = writable(node, step, inPlace);
    const inner = Spelling.of(holder, spelling);
    const key = typeof step === "string" ? inner.keyIn(holder, step) : step;
    if (rest.length === 0 && edit.remove === true) {
        return without(holder, key);
    }
    const before = Object.hasOwn(holder, key) ? holder[key] : undefined;
    const after = change(before, rest, edit, inner, inPlace);
    if (after !== before) {
        holder[key] = after;
    }
    return holder;
}

function writable(node: unknown, step: string | number, inPlace: boolean): Node {
    if (node === undefined || node === null) {
        return (typeof step === "number" ? [] : {}) as Node;
    }
    return (inPlace ? node : Array.isArray(node) ? [...(node as unknown[])] : { ...node }) as Node;
}

function without(holder: Node, key: string | number): Node {
    if (Array.isArray(holder)) {
        holder.splice(Number(key), 1);
    } else {
        delete holder[key];
    }
    return holder;
}

function appended(list: unknown[], value: unknown, inPlace: boolean): unknown[] {
    if (!inPlace) {
        return [...list, value];
    }
    list[list.length] = value;
    return list;
}
