import assert from "node:assert/strict";
import { cronProblem } from "../../../components/scaling/cron";

const right = [
    "0 8 ? * MON-FRI *",
    "30 6 * * 2 *",
    "0/15 * * * ? *",
    "0 18 L * ? *",
    "0 18 15W JAN,jul ? 2026-2030",
    "0,30 0-6 ? 1-12/2 MON#1 *",
    "0 18 ? * 6L *",
    "  0 8 ? * 2-6 *  ",
];

const wrong: [string, string][] = [
    ["cron(0 8 ? * MON-FRI *)", 'is "cron(0 8 ? * MON-FRI *)", but must be the fields alone, without cron(…)'],
    ["rate(1 hour)", 'is "rate(1 hour)", but must be the fields alone, without cron(…)'],
    [
        "0 8 * * 1-5",
        'is "0 8 * * 1-5", which has 5 fields, but must have six: minutes, hours, day of month, month, day of week, year',
    ],
    ["60 24 ? * MON *", 'is "60 24 ? * MON *", in which "60" is no minutes, and "24" is no hours'],
    ["0 8 ? * 0 *", 'is "0 8 ? * 0 *", in which "0" is no day of week'],
    ["0 8 ? MAI MON *", 'is "0 8 ? MAI MON *", in which "MAI" is no month'],
    ["? 8 32 * ? *", 'is "? 8 32 * ? *", in which "?" is no minutes, and "32" is no day of month'],
    ["0 8 ? * ? *", 'is "0 8 ? * ? *", in which only one of day of month and day of week can be ?'],
    ["0 8 1 * MON *", 'is "0 8 1 * MON *", in which one of day of month and day of week must be ?'],
    ["0 8 32W * ? *", 'is "0 8 32W * ? *", in which "32W" is no day of month'],
    ["0 8 ? * MON/x *", 'is "0 8 ? * MON/x *", in which "MON/x" is no day of week'],
];

describe("cron expression of a schedule", () => {
    for (const expression of right) {
        it(`takes ${expression}`, () => assert.equal(cronProblem(expression), undefined));
    }

    for (const [expression, problem] of wrong) {
        it(`refuses ${expression}`, () => assert.equal(cronProblem(expression), problem));
    }
});
