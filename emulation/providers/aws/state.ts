import { isDeepStrictEqual } from "node:util";
import { differences } from "./differences";
import { only, type Values } from "./property";
import type { ResourceType } from "./resource-type";
import { unknown } from "./unknown";
import { isObject } from "./values";

/**
 * The state that a preview shows: the inputs, and unknown what only AWS can say. An update keeps what it does not
 * change.
 */
export function planned(type: ResourceType, wanted: Values, olds?: Values): Values {
    const decidedByAws = [
        ...type.outputs.filter((name) => name !== "tagsAll"),
        ...Object.keys(type.inputs).filter(
            (name) => type.inputs[name]?.computed === true && wanted[name] === undefined,
        ),
        ...(wanted["name"] === undefined && wanted["namePrefix"] !== undefined ? ["name"] : []),
    ];
    const changed = olds === undefined ? undefined : type.changedByUpdate?.(olds, wanted);
    const state: Values = { ...wanted, ...(olds === undefined ? {} : unchangedAnswers(type, wanted, olds)) };
    for (const name of decidedByAws) {
        state[name] = changed?.includes(name) === true ? unknown : (olds?.[name] ?? unknown);
    }
    return olds?.["id"] === undefined ? state : { ...state, id: olds["id"] };
}

/** The inputs, with the state's value of each whose changes the program ignores (`ignoreChanges`), and gives. */
export function unlessIgnored(inputs: Values, state: Values, ignored: readonly string[]): Values {
    const kept = ignored.filter((name) => inputs[name] !== undefined && state[name] !== undefined);
    return { ...inputs, ...only(state, kept) };
}

/** What AWS has answered, where an update leaves it as it is. */
function unchangedAnswers(type: ResourceType, wanted: Values, olds: Values): Values {
    const answers = Object.entries(answeredOf(type, olds));
    const changed = differences(type.inputs, olds, wanted).map(({ property }) => property);
    return Object.fromEntries(answers.filter(([name]) => !changed.includes(name)));
}

/** What AWS has answered to the inputs to which it answers more than it was given. */
export function answeredOf(type: ResourceType, state: Values): Values {
    return Object.fromEntries(
        Object.entries(state).filter(([name, value]) => type.inputs[name]?.answered === true && value !== undefined),
    );
}

/** The state of a resource as it was asked for, with what AWS adds. */
export function afterCreate(type: ResourceType, wanted: Values, described: Values): Values {
    const state: Values = { ...wanted };
    for (const name of [...Object.keys(type.inputs), ...type.outputs]) {
        const answered = type.inputs[name]?.answered === true ? described[name] : undefined;
        const value = answered ?? wanted[name] ?? described[name];
        if (value !== undefined) {
            state[name] = value;
        }
    }
    return state;
}

/**
 * The inputs that describe a resource as AWS has it: those that the program gave, each with AWS's value where it means
 * something else; for a resource that is imported, all that AWS describes.
 */
export function inputsAfterRead(type: ResourceType, inputs: Values, described: Values): Values {
    if (Object.keys(inputs).length === 0) {
        return Object.fromEntries(
            Object.entries(described).filter(([name, value]) => name in type.inputs && value !== undefined),
        );
    }
    const current: Values = { ...inputs };
    for (const [name, property] of Object.entries(type.inputs)) {
        // A map's keys are the program's own: one more is a change.
        const value = property.kind === "map" ? described[name] : projected(inputs[name], described[name]);
        if (inputs[name] !== undefined && value !== undefined) {
            const drifted = differences({ [name]: property }, inputs, { ...inputs, [name]: value }).length > 0;
            current[name] = drifted ? value : inputs[name];
        }
    }
    return current;
}

/**
 * AWS's value, reduced to the members that the program gave: AWS also answers the defaults of those that it did not.
 */
function projected(given: unknown, described: unknown): unknown {
    if (isObject(given) && isObject(described)) {
        return Object.fromEntries(Object.keys(given).map((key) => [key, projected(given[key], described[key])]));
    }
    if (
        Array.isArray(given) &&
        Array.isArray(described) &&
        given.length === described.length &&
        !isDeepStrictEqual(given, described)
    ) {
        return described.map((element, index) => projected(given[index], element));
    }
    return described;
}
