import assert from "node:assert/strict";
import Ajv from "ajv";
import fc from "fast-check";
import { configurationSchema } from "../../../checks/configuration/file-schema";
import { matchesPattern } from "../../../checks/configuration/pattern";
import { readConfiguration } from "../../../checks/configuration/read-configuration";
import "../property-runs";

function problems(data: unknown): readonly string[] {
    const result = readConfiguration(data);
    return "problems" in result ? result.problems : [];
}

describe("The configuration's JSON schema", () => {
    const validate = new Ajv({ strict: true, allErrors: true }).compile(configurationSchema);

    it("accepts what the reader accepts, and nothing else", () => {
        const text = fc.oneof(
            fc.string(),
            fc.constantFrom("advisory", "auto", "all", "libnrt", "neuron-rtd", "own/neuron-rtd", "own:1", "*", " "),
        );
        const key = fc.constantFrom(
            "enforcementLevel",
            "scope",
            "runtimes",
            "allowedSidecarImages",
            "suppressions",
            "scop",
            "__proto__",
        );
        const suppression = fc.oneof(fc.dictionary(fc.constantFrom("resource", "reason", "until"), text), text);
        const option = fc.oneof(
            text,
            fc.array(text, { maxLength: 3 }),
            fc.array(suppression, { maxLength: 3 }),
            fc.integer(),
            fc.constant(null),
        );
        const policy = fc.constantFrom(
            "all",
            "ecs-inferentia",
            "environments",
            "neuron-rtd-sidecar",
            "neuron-placement",
            "neuron-suppressed",
            "task-definition-shape",
            "other",
        );
        const data = fc.dictionary(policy, fc.oneof(text, fc.dictionary(key, option, { maxKeys: 3 }), option), {
            maxKeys: 2,
        });
        fc.assert(
            fc.property(fc.oneof(data, option), (configuration) => {
                assert.equal(
                    problems(configuration).length === 0,
                    validate(configuration),
                    JSON.stringify(problems(configuration)),
                );
            }),
            { numRuns: 2000 },
        );
    });
});

describe("A pattern", () => {
    it("matches a text with each * replaced by any text, and the parts in order and apart", () => {
        const part = fc.stringMatching(/^[ab]{0,3}$/);
        fc.assert(
            fc.property(
                fc.array(part, { minLength: 1, maxLength: 4 }),
                fc.stringMatching(/^[ab]{0,10}$/),
                (parts, text) => {
                    assert.equal(matchesPattern(parts.join("*"), text), new RegExp(`^${parts.join(".*")}$`).test(text));
                },
            ),
            { numRuns: 2000 },
        );
    });
});
