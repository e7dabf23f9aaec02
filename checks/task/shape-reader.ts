import { mostTaskDefinitionBytes } from "../../contract";
import { UNKNOWN, type Known } from "../known";
import type { ShapeProblem } from "./task-definition";

/** The least that a list item takes in JSON: `"",` and `{"name":""},`. */
const leastTextBytes = 3;
const leastObjectBytes = 12;

/** A JSON object, or what stands in its place. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads values of an expected type out of data of any shape. What has another type is recorded as a problem, without
 * its value, and read as unknown, so that no rule judges it.
 *
 * So is what is larger than ECS takes: so that judging ends in bounded time, whatever is given.
 *
 * Keys are found in the API's camelCase and in CloudFormation's PascalCase; Pulumi's and Terraform's providers take
 * both.
 */
export class ShapeReader {
    readonly problems: ShapeProblem[] = [];

    field(fields: Fields, key: string): unknown {
        if (Object.hasOwn(fields, key)) {
            return fields[key] ?? undefined;
        }
        const pascal = key.charAt(0).toUpperCase() + key.slice(1);
        return Object.hasOwn(fields, pascal) ? (fields[pascal] ?? undefined) : undefined;
    }

    object(value: unknown, path: string): Known<Fields> | undefined {
        return this.typed(value, path, "an object", isFields);
    }

    list(value: unknown, path: string): Known<readonly unknown[]> | undefined {
        return this.typed(value, path, "a list", Array.isArray as (value: unknown) => value is unknown[]);
    }

    text(fields: Fields, key: string, path: string): Known<string> | undefined {
        return this.textValue(this.field(fields, key), `${path}.${key}`);
    }

    /** A flag; CloudFormation takes them as strings too. */
    flag(fields: Fields, key: string, path: string, absent: boolean): Known<boolean> {
        const value = this.field(fields, key);
        const flag = value === "true" ? true : value === "false" ? false : value;
        return this.typed(flag, `${path}.${key}`, "true or false", isBoolean) ?? absent;
    }

    /** A number; CloudFormation takes them as strings too. */
    number(fields: Fields, key: string, path: string): Known<number> | undefined {
        const value = this.field(fields, key);
        const number = typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : value;
        return this.typed(number, `${path}.${key}`, "a number", isNumber);
    }

    texts(fields: Fields, key: string, path: string): Known<readonly Known<string>[]> {
        return this.items(fields, key, path, leastTextBytes, (item, at) => this.required(this.textValue(item, at), at));
    }

    /** A list of objects; `unknown` stands for an item that is not known, or is no object. */
    objects<T>(
        fields: Fields,
        key: string,
        path: string,
        read: (item: Fields, path: string) => T,
        unknown: T,
    ): Known<readonly T[]> {
        return this.items(fields, key, path, leastObjectBytes, (item, at) => {
            const object = this.required(this.object(item, at), at);
            return object === UNKNOWN ? unknown : read(object, at);
        });
    }

    required<T>(value: Known<T> | undefined, path: string): Known<T> {
        if (value === undefined) {
            this.problems.push({ path, reason: "is missing" });
            return UNKNOWN;
        }
        return value;
    }

    private textValue(value: unknown, path: string): Known<string> | undefined {
        return this.bounded(this.typed(value, path, "a string", isString), path, mostTaskDefinitionBytes, "characters");
    }

    private bounded<T extends string | readonly unknown[]>(
        value: Known<T> | undefined,
        path: string,
        most: number,
        unit: string,
    ): Known<T> | undefined {
        if (value === undefined || value === UNKNOWN || value.length <= most) {
            return value;
        }
        this.problems.push({
            path,
            reason: `has ${value.length} ${unit}, more than fit into the ${mostTaskDefinitionBytes} bytes that ECS takes`,
        });
        return UNKNOWN;
    }

    private items<T>(
        fields: Fields,
        key: string,
        path: string,
        leastBytes: number,
        read: (item: unknown, path: string) => T,
    ): Known<readonly T[]> {
        const given = this.list(this.field(fields, key), `${path}.${key}`);
        const list = this.bounded(given, `${path}.${key}`, Math.floor(mostTaskDefinitionBytes / leastBytes), "items");
        if (list === undefined || list === UNKNOWN) {
            return list ?? [];
        }
        return list.map((item, index) => read(item, `${path}.${key}[${index}]`));
    }

    private typed<T>(
        value: unknown,
        path: string,
        expected: string,
        is: (value: unknown) => value is T,
    ): Known<T> | undefined {
        if (value === undefined || value === null) {
            return undefined;
        }
        if (value === UNKNOWN || is(value)) {
            return value;
        }
        this.problems.push({ path, reason: `is ${kind(value)}, but must be ${expected}` });
        return UNKNOWN;
    }
}

function isFields(value: unknown): value is Fields {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isString(value: unknown): value is string {
    return typeof value === "string";
}

function isBoolean(value: unknown): value is boolean {
    return typeof value === "boolean";
}

function isNumber(value: unknown): value is number {
    return typeof value === "number";
}

function kind(value: unknown): string {
    return Array.isArray(value) ? "a list" : typeof value === "object" ? "an object" : `a ${typeof value}`;
}
