import type { Lines, Position } from "./position";
import { isFields, type Fields, type SourceResource } from "../../checks";

export { isFields, type Fields };

/** A file that was read, in whatever format: the resources of one stack, and where they stand in it. */
export interface Document {
    readonly format: string;
    readonly resources: readonly SourceResource[];
    /** The place of each resource's properties in the file, by its id: the keys and indexes from the top. */
    readonly places: ReadonlyMap<string, Place>;
    /** The places that have what the first one does not, where a resource's properties stand in several. */
    readonly otherPlaces?: ReadonlyMap<string, readonly Place[]>;
    /** What must hold for the stack to be this one; absent where it is always. */
    readonly conditions?: ConditionValues;
    /** The names of a template's parameters. */
    readonly parameters?: readonly string[];
    /** How values of the file become those of the resources; absent where they stand there as they are. */
    readonly choices?: Choices;
    /** What of the file is not in the resources, or is in them with a doubt. */
    readonly warnings?: readonly Warning[];
}

/** The conditions of a template that tell its stacks apart, by name. */
export type ConditionValues = ReadonlyMap<string, boolean>;

/** What a file with several possible values chooses for one of its stacks. */
export interface Choices {
    /** The steps from a node of the file's data to the value that is taken instead of it; none where it is its own. */
    readonly stepsFrom: (node: unknown) => Place;
    /** Whether a node stands for nothing, so that its list goes on with the next. */
    readonly isNothing: (node: unknown) => boolean;
}

export interface Warning {
    readonly place: Place;
    readonly text: string;
}

export type Place = readonly (string | number)[];

/** A text as data, and where in the text a place is. */
export interface Parsed {
    readonly data: unknown;
    /** The text's lines, for what is shown of it. */
    readonly lines: Lines;
    /** The keys that stand in one object again, at each place where they do: the last one counts. */
    equalKeys(): readonly EqualKey[];
    /**
     * The position of the value at a place, or of the deepest one on the way to it; keys in camelCase are found in
     * PascalCase and snake_case too.
     */
    positionOf(place: Place): Position;
}

export interface EqualKey {
    readonly key: string;
    readonly line: number;
}

/** A file that cannot be read. The reason quotes nothing of the file: secrets may stand there. */
export class UnreadableFile extends Error {
    constructor(
        readonly reason: string,
        readonly line?: number,
        /** Whether nothing in the text tells that it is for this command. */
        readonly isOther = false,
    ) {
        super(reason);
    }
}

/** The items of a list; none of what is no list. */
export function itemsOf(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? (value as unknown[]) : [];
}

/** The field of an object, if it is one and has it. */
export function field(value: unknown, ...path: readonly string[]): unknown {
    return path.reduce<unknown>(
        (holder, key) => (isFields(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined),
        value,
    );
}

/** The spellings in which a key of the ECS API is written; Terraform names some lists for one of their blocks. */
function spellings(key: string): readonly string[] {
    const inSnakeCase = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return [key, key.charAt(0).toUpperCase() + key.slice(1), inSnakeCase, inSnakeCase.replace(/s$/, "")];
}

/** What stands in a node of a text, whatever its language. */
export interface Holder<T> {
    /** Its items, if it is a list. */
    readonly items: readonly T[] | undefined;
    readonly value: (key: string) => T | undefined;
}

/** One step from a node of a text towards a place. */
export function stepInto<T>(node: T, step: string | number, { items, value }: Holder<T>): T | undefined {
    if (typeof step === "number") {
        return items?.[step];
    }
    // A list of container definitions can stand alone.
    if (items !== undefined && step === "containerDefinitions") {
        return node;
    }
    return spellings(step)
        .map(value)
        .find((found) => found !== undefined);
}
