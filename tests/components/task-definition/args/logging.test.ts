import assert from "node:assert/strict";
import { firelensConfiguration, logConfiguration } from "../../../../components/task-definition/args/logging";
import { Problems } from "../../../../components/validation/problems";
import type { Check } from "../../../../components/validation/shape";

function problems(check: Check, value: unknown): string[] {
    const found = new Problems();
    check(value, "log", found);
    return found.found.map(({ propertyPath, reason }) => `${propertyPath} ${reason}`);
}

const splunk = {
    logDriver: "splunk",
    options: { "splunk-url": "https://splunk" },
    secretOptions: [{ name: "splunk-token", valueFrom: "/token" }],
};

describe("The log configuration of a container, and of its log router,", () => {
    const cases: [what: string, Check, value: unknown, problems: string[]][] = [
        ["is taken with options, some of which are secrets", logConfiguration, splunk, []],
        [
            "is refused without a driver",
            logConfiguration,
            { ...splunk, logDriver: undefined },
            ["log.logDriver is missing; name the log driver"],
        ],
        [
            "is refused with a driver that the agent does not have",
            logConfiguration,
            { ...splunk, logDriver: "none" },
            [
                'log.logDriver is "none", but must be one of awslogs, awsfirelens, fluentd, gelf, journald, json-file, ' +
                    "splunk, syslog",
            ],
        ],
        [
            "is refused with an option that is no string",
            logConfiguration,
            { ...splunk, options: { "max-buffer": 4 } },
            ["log.options.max-buffer is a number, but must be a string"],
        ],
        ["is taken with a type of router", firelensConfiguration, { type: "fluentbit", options: { a: "b" } }, []],
        [
            "is refused with another type",
            firelensConfiguration,
            { type: "vector" },
            ['log.type is "vector", but must be one of fluentbit, fluentd'],
        ],
        ["is refused without one", firelensConfiguration, {}, ["log.type is missing; give fluentbit or fluentd"]],
    ];
    for (const [what, check, value, expected] of cases) {
        it(what, () => assert.deepStrictEqual(problems(check, value), expected));
    }
});
