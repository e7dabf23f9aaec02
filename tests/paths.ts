import assert from "node:assert/strict";
import { propertyText } from "../checks/phrasing/property-text";
import { Undecided } from "../ecs/known";
import type { Path } from "../ecs/path";

/** The path that a text names: `containerDefinitions[1].dependsOn`. */
export function pathOf(text: string): Path {
    return [...text.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, key = "", index]) =>
        index === undefined ? key : Number(index),
    );
}

/** Tests whether an error is that of values that are not known, by what their properties are in words. */
export function undecidedAt(...texts: readonly string[]): (error: unknown) => boolean {
    return (error) => {
        assert.ok(error instanceof Undecided);
        assert.deepStrictEqual(error.values.map(propertyText), texts);
        return true;
    };
}
