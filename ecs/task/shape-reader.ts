import { maxTaskDefinitionBytes } from "../../contract";
import { UNKNOWN, type Known } from "../known";
import type { Path } from "../path";
import { pascalCase, type Key } from "./keys";
import type { ShapeProblem } from "./task-definition";
import { isBoolean, isFields, isList, isNumber, isString, kind, type Fields } from "./value-types";

/** The least that a list item takes in JSON: `"",` and `{"name":""},`. */
const leastTextBytes = 3;
const leastObjectBytes = 12;

/** One step of a path: a property, or the index of an item. */
type Step = Key | number;

/** How the items of a list of objects are read. */
export interface ItemReader<T> {
    /** @param path where the item stands */
    readonly read: (reader: ShapeReader, fields: Fields, path: Path) => T;
    /** Stands for an item that is not known, or is no object. */
    readonly unknown: T;
}

/**
 * Reads values of an expected type out of data of any shape. What has another type is recorded as a problem, without
 * its value, and read as unknown, so that no rule judges it.
 *
 * So is what is larger than ECS takes: so that judging ends in bounded time, whatever is given.
 *
 * Keys are found in the API's camelCase and in CloudFormation's PascalCase; Pulumi's and Terraform's providers take
 * both. A path is put together only where it is needed: most definitions are right.
 */
export class ShapeReader {
    readonly problems: ShapeProblem[] = [];

    field(fields: Fields, key: Key): unknown {
        return fields[key] ?? fields[pascalCase[key]] ?? undefined;
    }

    object(fields: Fields, key: Key, path: Path): Known<Fields> | undefined {
        return this.objectValue(this.field(fields, key), path, key);
    }

    text(fields: Fields, key: Key, path: Path): Known<string> | undefined {
        return this.textValue(this.field(fields, key), path, key);
    }

    /** A flag; CloudFormation takes them as strings too. */
    flag(fields: Fields, key: Key, path: Path, absent: boolean): Known<boolean> {
        const value = this.field(fields, key);
        const flag = value === "true" ? true : value === "false" ? false : value;
        return this.typed(flag, path, key, "true or false", isBoolean) ?? absent;
    }

    /** A number; CloudFormation takes them as strings too. */
    number(fields: Fields, key: Key, path: Path): Known<number> | undefined {
        const value = this.field(fields, key);
        const number = typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : value;
        return this.typed(number, path, key, "a number", isNumber);
    }

    list(value: unknown, path: Path): Known<readonly unknown[]> | undefined {
        return this.typed(value, path, undefined, "a list", isList);
    }

    texts(fields: Fields, key: Key, path: Path): Known<readonly Known<string>[]> {
        const list = this.items(fields, key, path, leastTextBytes);
        const at = [...path, key];
        return list === UNKNOWN
            ? UNKNOWN
            : list.map((item, index) => this.required(this.textValue(item, at, index), at, index));
    }

    objects<T>(fields: Fields, key: Key, path: Path, { read, unknown }: ItemReader<T>): Known<readonly T[]> {
        const list = this.items(fields, key, path, leastObjectBytes);
        return list === UNKNOWN
            ? UNKNOWN
            : list.map((item, index) => {
                  const at = [...path, key, index];
                  const object = this.required(this.objectValue(item, at), at);
                  return object === UNKNOWN ? unknown : read(this, object, at);
              });
    }

    objectValue(value: unknown, path: Path, key?: Key): Known<Fields> | undefined {
        return this.typed(value, path, key, "an object", isFields);
    }

    required<T>(value: Known<T> | undefined, path: Path, key?: Step): Known<T> {
        if (value === undefined) {
            this.problems.push({ path: joined(path, key), reason: "is missing" });
            return UNKNOWN;
        }
        return value;
    }

    private textValue(value: unknown, path: Path, key?: Step): Known<string> | undefined {
        const text = this.typed(value, path, key, "a string", isString);
        return this.bounded(text, path, key, maxTaskDefinitionBytes, "characters");
    }

    items(fields: Fields, key: Key, path: Path, leastBytes = leastObjectBytes): Known<readonly unknown[]> {
        const list = this.typed(this.field(fields, key), path, key, "a list", isList);
        return this.bounded(list, path, key, Math.floor(maxTaskDefinitionBytes / leastBytes), "items") ?? [];
    }

    private bounded<T extends string | readonly unknown[]>(
        value: Known<T> | undefined,
        path: Path,
        key: Step | undefined,
        max: number,
        unit: string,
    ): Known<T> | undefined {
        if (value === undefined || value === UNKNOWN || value.length <= max) {
            return value;
        }
        const limit = `more than fit into the ${maxTaskDefinitionBytes} bytes that ECS takes`;
        this.problems.push({ path: joined(path, key), reason: `has ${value.length} ${unit}, ${limit}` });
        return UNKNOWN;
    }

    private typed<T>(
        value: unknown,
        path: Path,
        key: Step | undefined,
        expected: string,
        is: (value: unknown) => value is T,
    ): Known<T> | undefined {
        if (value === undefined || value === null) {
            return undefined;
        }
        if (value === UNKNOWN || is(value)) {
            return value;
        }
        this.problems.push({ path: joined(path, key), reason: `is ${kind(value)}, but must be ${expected}` });
        return UNKNOWN;
    }
}

function joined(path: Path, key: Step | undefined): Path {
    return key === undefined ? path : [...path, key];
}
