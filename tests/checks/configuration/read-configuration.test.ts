import assert from "node:assert/strict";
import Ajv from "ajv";
import { defaultOptions } from "../../../checks/configuration/options";
import { configurationSchema } from "../../../checks/configuration/file-schema";
import {
    defaultConfiguration,
    readConfiguration,
    policySchema,
    type Configuration,
} from "../../../checks/configuration/read-configuration";
import { levelSchema, optionSchemas } from "../../../checks/configuration/schema";
import { Suppressions } from "../../../checks/configuration/suppressions";
import { rules } from "../../../checks/rules";

const sidecar = { name: "neuron-rtd-sidecar", level: "mandatory" } as const;
const devices = { name: "neuron-visible-devices", level: "mandatory" } as const;

function read(data: unknown) {
    const result = readConfiguration(data);
    assert.ok("configuration" in result, "problems" in result ? result.problems.join("\n") : "");
    return result.configuration;
}

function problems(data: unknown): readonly string[] {
    const result = readConfiguration(data);
    return "problems" in result ? result.problems : [];
}

describe("A configuration", () => {
    it("may be empty: every policy has the level that it has by itself, and the default options", () => {
        assert.equal(read({}).level(sidecar), "mandatory");
        assert.equal(read({}).level({ ...sidecar, level: "advisory" }), "advisory");
        assert.deepStrictEqual(read({}).options("neuron-rtd-sidecar"), defaultOptions);
    });

    it("is the default one where it is empty", () => {
        const said = (one: Configuration) => [
            one.suppressions,
            ...rules.map((rule) => [one.level(rule), one.options(rule.name), one.suppression(rule.name, "bert")]),
        ];
        assert.deepStrictEqual(said(defaultConfiguration), said(read({})));
    });

    it("gives a policy a level, alone or beside options", () => {
        const configuration = read({
            "neuron-rtd-sidecar": "disabled",
            "neuron-visible-devices": { enforcementLevel: "remediate", scope: "all" },
        });
        assert.deepStrictEqual([configuration.level(sidecar), configuration.level(devices)], ["disabled", "remediate"]);
        assert.deepStrictEqual(configuration.options("neuron-visible-devices"), { ...defaultOptions, scope: "all" });
        assert.deepStrictEqual(configuration.options("neuron-rtd-sidecar"), defaultOptions);
    });

    it("gives all policies a level, and all rules options, which a rule's own go before", () => {
        const common = { all: "advisory", "ecs-inferentia": { runtimes: ["libnrt"], scope: "all" } };
        const configuration = read({
            ...common,
            "neuron-rtd-sidecar": { enforcementLevel: "mandatory", scope: "auto" },
        });
        assert.deepStrictEqual([configuration.level(sidecar), configuration.level(devices)], ["mandatory", "advisory"]);
        assert.deepStrictEqual(configuration.options("neuron-rtd-sidecar"), {
            ...defaultOptions,
            runtimes: ["libnrt"],
        });
        assert.deepStrictEqual(configuration.options("neuron-visible-devices"), {
            ...defaultOptions,
            scope: "all",
            runtimes: ["libnrt"],
        });
    });

    it("gives no rule an option that it does not have", () => {
        assert.deepStrictEqual(
            read({ "ecs-inferentia": { runtimes: ["libnrt"] } }).options("neuron-placement"),
            defaultOptions,
        );
    });

    it("gives policies that only inform the level of all, where none stands under their own name", () => {
        const unknown = { name: "neuron-unknown-at-preview", level: "advisory" } as const;
        assert.equal(read({ all: "mandatory" }).level(unknown), "mandatory");
        assert.equal(read({ all: "mandatory", [unknown.name]: "advisory" }).level(unknown), "advisory");
    });

    it("says of what is no policy of the pack what an empty one says", () => {
        const configuration = read({ all: "disabled", "ecs-inferentia": { scope: "all", suppressions: [] } });
        assert.deepStrictEqual(
            [
                configuration.level({ name: "other", level: "mandatory" }),
                configuration.options("other"),
                configuration.suppression("other", "bert"),
            ],
            ["mandatory", defaultOptions, undefined],
        );
    });

    it("may name environments of Pulumi ESC, which the engine reads", () => {
        assert.deepStrictEqual(problems({ environments: ["team/inference"] }), []);
    });

    const wrong: [string, unknown, string[]][] = [
        ["a list", [], ["the configuration must be an object with the names of rules as keys"]],
        ["nothing", null, ["the configuration must be an object with the names of rules as keys"]],
        [
            "an unknown rule",
            { "neuron-rtd-sidcar": "advisory" },
            ['there is no rule "neuron-rtd-sidcar" (did you mean neuron-rtd-sidecar?)'],
        ],
        ["an unknown rule that is like no other", { abc: "advisory" }, ['there is no rule "abc"']],
        ["a key of every object", { constructor: "advisory" }, ['there is no rule "constructor"']],
        [
            "an unknown level",
            { "neuron-rtd-sidecar": "mandatry" },
            ["neuron-rtd-sidecar must be one of advisory, mandatory, remediate, disabled (did you mean mandatory?)"],
        ],
        [
            "an unknown level beside options",
            { "neuron-rtd-sidecar": { enforcementLevel: "off" } },
            ["neuron-rtd-sidecar.enforcementLevel must be one of advisory, mandatory, remediate, disabled"],
        ],
        [
            "a number for a level",
            { "neuron-rtd-sidecar": 1 },
            ["neuron-rtd-sidecar must be a level, or an object with enforcementLevel and options"],
        ],
        [
            "an unknown option",
            { "neuron-rtd-sidecar": { scop: "all" } },
            ['neuron-rtd-sidecar has no option "scop" (did you mean scope?)'],
        ],
        [
            "an option of every object",
            { "neuron-rtd-sidecar": { toString: "all" } },
            ['neuron-rtd-sidecar has no option "toString"'],
        ],
        [
            "an option of another rule",
            { "neuron-placement": { allowedSidecarImages: ["a"] } },
            ['neuron-placement has no option "allowedSidecarImages"'],
        ],
        ["an option of all", { all: { runtimes: ["libnrt"] } }, ['all has no option "runtimes"']],
        [
            "an unknown option of all rules",
            { "ecs-inferentia": { runtime: ["libnrt"] } },
            ['ecs-inferentia has no option "runtime" (did you mean runtimes?)'],
        ],
        [
            "an unknown scope",
            { "neuron-rtd-sidecar": { scope: "every" } },
            ["neuron-rtd-sidecar.scope must be one of auto, all"],
        ],
        [
            "runtimes that are no list",
            { "neuron-rtd-sidecar": { runtimes: "libnrt" } },
            ["neuron-rtd-sidecar.runtimes must be a list"],
        ],
        [
            "no runtime",
            { "neuron-rtd-sidecar": { runtimes: [] } },
            ["neuron-rtd-sidecar.runtimes is empty, but needs an item"],
        ],
        [
            "an unknown runtime",
            { "neuron-rtd-sidecar": { runtimes: ["libnrt", "nrt"] } },
            ["neuron-rtd-sidecar.runtimes[1] must be one of neuron-rtd, libnrt, managed"],
        ],
        [
            "an image with a tag",
            { "neuron-rtd-sidecar": { allowedSidecarImages: ["own/neuron-rtd:1"] } },
            [
                'neuron-rtd-sidecar.allowedSidecarImages[0] is "own/neuron-rtd:1", but must match ' +
                    "^(?:[^\\s:@/]+:\\d+/)?[^\\s:@]+$",
            ],
        ],
        [
            "a suppression without a reason",
            { "neuron-placement": { suppressions: [{ resource: "bert" }] } },
            ["neuron-placement.suppressions[0].reason is missing"],
        ],
        [
            "a suppression with a blank reason",
            { "neuron-placement": { suppressions: [{ resource: "bert", reason: " " }] } },
            ['neuron-placement.suppressions[0].reason is " ", but must match \\S'],
        ],
        [
            "a suppression for every resource",
            { "neuron-placement": { suppressions: [{ resource: "*", reason: "always" }] } },
            ['neuron-placement.suppressions[0].resource is "*", but must match [^*]'],
        ],
        [
            "a suppression with an unknown key, and one that is no object",
            { "neuron-placement": { suppressions: [{ resource: "bert", reason: "no", until: "2030" }, "bert"] } },
            [
                'neuron-placement.suppressions[0] has no option "until"',
                "neuron-placement.suppressions[1] must be an object",
            ],
        ],
        ["environments that are no strings", { environments: [1] }, ["environments[0] must be a string"]],
        [
            "several problems, all at once",
            { abc: {}, "neuron-placement": { scope: 1, suppressions: {} } },
            [
                'there is no rule "abc"',
                "neuron-placement.scope must be one of auto, all",
                "neuron-placement.suppressions must be a list",
            ],
        ],
    ];
    for (const [what, data, expected] of wrong) {
        it(`is refused with ${what}`, () => {
            assert.deepStrictEqual(problems(data), expected);
        });
    }
});

describe("The schema of a policy's value", () => {
    it("has its level and its options, and nothing else", () =>
        assert.deepStrictEqual(policySchema(["scope"]), {
            type: "object",
            properties: { enforcementLevel: levelSchema, scope: optionSchemas.scope },
            additionalProperties: false,
        }));
});

describe("The configuration's JSON schema", () => {
    const validate = new Ajv({ strict: true, allErrors: true }).compile(configurationSchema);

    it("is valid by itself, and knows every rule and every option", () => {
        assert.equal(
            validate({
                ...Object.fromEntries(
                    rules.map(({ name, level }) => [name, { enforcementLevel: level, scope: "auto" }]),
                ),
                all: "advisory",
            }),
            true,
        );
    });
});

describe("A suppression", () => {
    const urn = "urn:pulumi:dev::ml::aws:ecs/taskDefinition:TaskDefinition::bert-task";

    it("is for a resource by its URN, its name, or a pattern of either", () => {
        for (const resource of [urn, "bert-task", "bert-*", "*::bert-task", "urn:pulumi:dev::*"]) {
            const suppression = { resource, reason: "being migrated" };
            assert.deepStrictEqual(new Suppressions([suppression]).of(urn), suppression);
        }
    });

    it("is for no other resource", () => {
        for (const resource of ["bert", "task", "Bert-task", "urn:pulumi:prod::*", "bert-task2*"]) {
            assert.equal(new Suppressions([{ resource, reason: "no" }]).of(urn), undefined);
        }
    });

    it("is for an id that is no URN by the whole of it", () => {
        const whole = { resource: "aws_ecs_service.bert", reason: "being migrated" };
        const suppressions = new Suppressions([{ resource: "ws_ecs_service.bert", reason: "no" }, whole]);
        assert.deepStrictEqual(
            ["aws_ecs_service.bert", "xws_ecs_service.bert"].map((id) => suppressions.of(id)),
            [whole, undefined],
        );
    });
});
