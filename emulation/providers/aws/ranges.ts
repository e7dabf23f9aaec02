import { type Failure, join } from "./failure";
import type { Values } from "./property";

type Range = readonly [min: number, max: number];

/** The numbers among the members that lie outside of their range. */
export function rangeFailures(
    path: string,
    values: Values | undefined,
    ranges: Readonly<Record<string, Range>>,
): Failure[] {
    return Object.entries(ranges).flatMap(([name, [min, max]]) => {
        const value = values?.[name];
        return typeof value === "number" && (value < min || value > max)
            ? [{ property: join(path, name), reason: `is ${value}; it lies between ${min} and ${max}` }]
            : [];
    });
}
