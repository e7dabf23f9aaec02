import assert from "node:assert/strict";
import { timeZone } from "../../../components/scaling/time-zone";
import { Problems } from "../../../components/validation/problems";

function problems(value: unknown): readonly object[] {
    const found = new Problems();
    timeZone(value, "schedule[0].timeZone", found);
    return found.found;
}

describe("time zone of a schedule", () => {
    for (const name of ["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Asia/Kolkata"]) {
        it(`takes ${name}`, () => assert.deepStrictEqual(problems(name), []));
    }

    const wrong: [value: unknown, quoted: string][] = [
        ["Berlin", '"Berlin"'],
        ["europe/berlin", '"europe/berlin"'],
        ["utc", '"utc"'],
        ["EUROPE/BERLIN", '"EUROPE/BERLIN"'],
        ["+01:00", '"+01:00"'],
        ["", '""'],
        [1, "1"],
    ];
    for (const [value, quoted] of wrong) {
        it(`refuses ${quoted}`, () => {
            const reason = `is ${quoted}, but must be a time zone such as Europe/Berlin or UTC`;
            assert.deepStrictEqual(problems(value), [{ propertyPath: "schedule[0].timeZone", reason }]);
        });
    }
});
