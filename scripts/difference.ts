import { isDeepStrictEqual } from "node:util";

type Fields = Readonly<Record<string, unknown>>;

/** Tells what a part is, and so is kept around what differs. */
const identifying = ["name", "Name", "Type"];

/** Only what differs between two values, on either side, below the names of what it is in. */
export function difference(one: unknown, other: unknown): readonly [unknown, unknown] {
    if (areNamed(one) && areNamed(other)) {
        return namedDifference(one, other);
    }
    if (!isFields(one) || !isFields(other)) {
        return [one, other];
    }
    const parts = [...new Set([...identifying, ...Object.keys(one), ...Object.keys(other)])].flatMap((key) => {
        const equal = isDeepStrictEqual(one[key], other[key]);
        return equal && !identifying.includes(key) ? [] : [[key, difference(one[key], other[key])] as const];
    });
    const side = (which: 0 | 1) =>
        Object.fromEntries(
            parts.map(([key, values]) => [key, values[which]] as const).filter(([, value]) => value !== undefined),
        );
    return [side(0), side(1)];
}

function namedDifference(one: readonly Fields[], other: readonly Fields[]): readonly [unknown[], unknown[]] {
    const pairs = [
        ...one.map((item) => [item, other.find((like) => nameOf(like) === nameOf(item))] as const),
        ...other
            .filter((item) => !one.some((like) => nameOf(like) === nameOf(item)))
            .map((item) => [undefined, item] as const),
    ]
        .filter(([before, after]) => !isDeepStrictEqual(before, after))
        .map(([before, after]) => difference(before, after));
    const side = (which: 0 | 1) => pairs.map((pair) => pair[which]).filter((item) => item !== undefined);
    return [side(0), side(1)];
}

function isFields(value: unknown): value is Fields {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

function areNamed(value: unknown): value is readonly Fields[] {
    return Array.isArray(value) && value.every((item) => isFields(item) && nameOf(item) !== undefined);
}

function nameOf(item: Fields): unknown {
    return item["name"] ?? item["Name"];
}
