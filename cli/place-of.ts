import { field, isFields, stepInto, type Place } from "./document";

/** Where in a file's data the property of a finding stands. */
export interface FoundPlace {
    readonly place: Place;
    /** Whether the property stands in a text, of which the file shows no lines: JSON inside a string. */
    readonly isInText: boolean;
    /** Whether it is the value of a variable of the Neuron contract, which messages quote. */
    readonly isVariable: boolean;
}

type Step = string | number;

/**
 * The place of a property such as `containerDefinitions[1].environment.AWS_NEURON_VISIBLE_DEVICES`: of its value, or of
 * what lacks it. A variable is found by its name; an object that has a name is shown by it.
 *
 * @param base the place of the resource's properties
 */
export function placeOf(data: unknown, base: Place, path: string): FoundPlace {
    const place: Step[] = [...base];
    let node = base.reduce((holder: unknown, step) => child(holder, step)?.[1], data);
    let isVariable = false;
    let hasMore = false;
    const go = ([step, value]: readonly [Step, unknown]) => {
        place.push(step);
        node = value;
    };
    const steps = stepsOf(path);
    // Rules read the data of a launch template as its properties, and CloudFormation has it in an object of its own.
    const inner = child(node, "launchTemplateData");
    if (inner !== undefined && child(node, steps[0] ?? "") === undefined) {
        go(inner);
    }
    for (const step of steps) {
        const variable = typeof step === "string" && Array.isArray(node) ? named(node, step) : undefined;
        const next = variable ?? child(node, step);
        if (next === undefined) {
            hasMore = true;
            break;
        }
        go(next);
        const value = variable === undefined ? undefined : child(node, "value");
        if (value !== undefined) {
            go(value);
            isVariable = true;
        }
    }
    const isInText = typeof node === "string" && hasMore;
    const name = place.length > base.length && isFields(node) ? child(node, "name") : undefined;
    return { place: name === undefined ? place : [...place, name[0]], isInText, isVariable };
}

function stepsOf(path: string): Place {
    return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, key, index]) =>
        index === undefined ? (key ?? "") : Number(index),
    );
}

function child(node: unknown, step: Step): readonly [Step, unknown] | undefined {
    const next = stepInto(node, step, {
        items: Array.isArray(node) ? (node as readonly unknown[]) : undefined,
        value: (key) => field(node, key),
    });
    return next === undefined ? undefined : [step, next];
}

function named(list: readonly unknown[], name: string): readonly [Step, unknown] | undefined {
    const index = list.findIndex((item) => child(item, "name")?.[1] === name);
    return index === -1 ? undefined : [index, list[index]];
}
