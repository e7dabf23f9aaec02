import assert from "node:assert/strict";
import { readArguments } from "../../../cli/commands/arguments";
import { UsageError } from "../../../cli/usage-error";

const read = (line: string) => readArguments(line.split(" "));

describe("migrateRequest", () => {
    const defaults = { command: "migrate", path: "a", instanceType: undefined, isJson: false, write: false };
    const cases: [line: string, request: object][] = [
        ["migrate a --to libnrt", defaults],
        ["migrate a --to libnrt --diff --format text", defaults],
        ["migrate - --to libnrt --instance-type inf2.xlarge", { ...defaults, path: "-", instanceType: "inf2.xlarge" }],
        ["migrate a --to libnrt --write --format json", { ...defaults, isJson: true, write: true }],
    ];
    for (const [line, request] of cases) {
        it(`reads: ${line}`, () => assert.deepStrictEqual(read(line), request));
    }

    const refused: [line: string, message: string | RegExp][] = [
        ["migrate --to libnrt", "migrate takes one file: ecs-inferentia migrate FILE --to libnrt"],
        ["migrate a b --to libnrt", "migrate takes one file: ecs-inferentia migrate FILE --to libnrt"],
        ["migrate a", "migrate to what? --to libnrt, the runtime library, is what there is"],
        ["migrate a --to libnr", 'there is no --to "libnr" (did you mean libnrt?); libnrt is what there is'],
        [
            "migrate a --to libnrt --instance-type inf1.large",
            /^there is no instance type "inf1\.large" with Neuron devices \(did you mean inf1\.xlarge\?\); there are /,
        ],
        ["migrate a --to libnrt --format sarif", "migrate has the formats text and json, and takes one --format"],
        ["migrate a --to libnrt --diff --write", "--diff shows what --write would do; give one of them"],
        ["migrate - --to libnrt --write", "standard input cannot be written; give --write the path of a file"],
        [
            "migrate a --to libnrt --fix",
            "migrate takes no --fix; it takes --to, --instance-type, --diff, --write, --format",
        ],
    ];
    for (const [line, message] of refused) {
        it(`refuses: ${line}`, () => {
            assert.throws(
                () => read(line),
                (error: unknown) =>
                    error instanceof UsageError &&
                    (typeof message === "string" ? error.message === message : message.test(error.message)),
            );
        });
    }
});
