import { type Failure, didYouMean, join } from "./failure";
import type { Properties, Property, ScalarKind, Values } from "./property";
import { isUnknown } from "./unknown";
import { asDocument, convert, isObject, nameOfType } from "./values";

export interface CheckedInputs {
    /** The inputs with numbers, flags and texts as declared. */
    readonly inputs: Values;
    readonly failures: readonly Failure[];
}

/**
 * Judges inputs as Pulumi's provider would: unknown ones, missing ones, wrong types and values. All failures come at
 * once.
 */
export function checkInputs(properties: Properties, values: Values): CheckedInputs {
    const failures: Failure[] = [];
    return { inputs: checkObject(properties, values, "", { failures, unknownKeys: failures, convert }), failures };
}

export interface CheckedJson {
    readonly failures: readonly Failure[];
    /** What is there and known has the right type, and nothing that is required is missing. */
    readonly isWellTyped: boolean;
}

/**
 * Judges a part of a JSON document: as `checkInputs`, but a number in quotes is no number. Property paths begin with
 * `path`.
 */
export function checkJson(properties: Properties, values: Values, path: string): CheckedJson {
    const failures: Failure[] = [];
    const unknownKeys: Failure[] = [];
    checkObject(properties, values, path, {
        failures,
        unknownKeys,
        convert: (kind, value) => (typeof value === kind ? value : undefined),
    });
    return { failures: [...unknownKeys, ...failures], isWellTyped: failures.length === 0 };
}

interface Judgement {
    readonly failures: Failure[];
    readonly unknownKeys: Failure[];
    /** The value as one of the kind; undefined when it is none. */
    readonly convert: (kind: ScalarKind, value: unknown) => unknown;
}

function checkObject(properties: Properties, values: Values, path: string, judgement: Judgement): Values {
    const checked: Values = {};
    for (const [name, value] of Object.entries(values)) {
        const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
        if (name === "__defaults" || value === undefined) {
            continue;
        }
        if (property === undefined) {
            judgement.unknownKeys.push({
                property: join(path, name),
                reason:
                    `"${name}" is no input here${didYouMean(name, Object.keys(properties))}; known are ` +
                    Object.keys(properties).join(", "),
            });
        } else {
            checked[name] = checkValue(property, value, join(path, name), judgement);
        }
    }
    for (const [name, property] of Object.entries(properties)) {
        if (property.required === true && values[name] === undefined) {
            judgement.failures.push({ property: join(path, name), reason: `"${name}" is required and missing` });
        }
    }
    return checked;
}

function checkValue(property: Property, value: unknown, path: string, judgement: Judgement): unknown {
    if (isUnknown(value)) {
        return value;
    }
    switch (property.kind) {
        case "unserved":
            judgement.failures.push({
                property: path,
                reason: "Pulumi's provider takes this input, this stand-in does not: leave it out to emulate",
            });
            return value;
        case "list":
            return Array.isArray(value)
                ? value.map((element, index) => checkValue(property.element, element, join(path, index), judgement))
                : wrongType("a list", value, path, judgement);
        case "map":
            return isObject(value)
                ? Object.fromEntries(
                      Object.entries(value).map(([key, one]) => [
                          key,
                          checkValue(property.element, one, join(path, key), judgement),
                      ]),
                  )
                : wrongType("a map", value, path, judgement);
        case "object":
            return isObject(value)
                ? checkObject(property.properties, value, path, judgement)
                : wrongType("an object", value, path, judgement);
        default:
            return checkScalar(property, property.kind, value, path, judgement);
    }
}

function checkScalar(
    property: Property,
    kind: ScalarKind,
    value: unknown,
    path: string,
    judgement: Judgement,
): unknown {
    if (property.document === true && typeof value === "object" && value !== null) {
        return asDocument(value);
    }
    const converted = judgement.convert(kind, value);
    if (converted === undefined) {
        return wrongType(`a ${kind}`, value, path, judgement);
    }
    if (property.oneOf !== undefined && !property.oneOf.includes(converted as string | number)) {
        judgement.failures.push({
            property: path,
            reason: `${JSON.stringify(converted)} is not accepted; it must be one of ${property.oneOf.join(", ")}`,
        });
    }
    return converted;
}

function wrongType(expected: string, value: unknown, path: string, judgement: Judgement): unknown {
    judgement.failures.push({ property: path, reason: `must be ${expected}, not ${nameOfType(value)}` });
    return value;
}
