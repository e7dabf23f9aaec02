import type { Lines, Position } from "./position";
import type { SourceResource } from "../checks";

/** A file that was read, in whatever format: the resources of one stack, and where they stand in it. */
export interface Document {
    readonly format: string;
    readonly resources: readonly SourceResource[];
    /** The place of each resource's properties in the file, by its id: the keys and indexes from the top. */
    readonly places: ReadonlyMap<string, Place>;
}

export type Place = readonly (string | number)[];

/** A text as data, and where in the text a place is. */
export interface Parsed {
    readonly data: unknown;
    /** The text's lines, for what is shown of it. */
    readonly lines: Lines;
    /**
     * The position of the value at a place, or of the deepest one on the way to it; keys in camelCase are found in
     * PascalCase and snake_case too.
     */
    positionOf(place: Place): Position;
}

/** A file that cannot be read. The reason quotes nothing of the file: secrets may stand there. */
export class Unreadable extends Error {
    constructor(
        readonly reason: string,
        readonly line?: number,
    ) {
        super(reason);
    }
}

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The field of an object, if it is one and has it. */
export function field(value: unknown, ...path: readonly string[]): unknown {
    return path.reduce<unknown>(
        (holder, key) => (isFields(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined),
        value,
    );
}

/** The spellings in which a key of the ECS API is written. */
export function spellings(key: string): readonly string[] {
    return [
        key,
        key.charAt(0).toUpperCase() + key.slice(1),
        key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    ];
}
