import assert from "node:assert/strict";
import { Runtime } from "../../../contract";
import { defaultConfiguration, readConfiguration } from "../../../checks/configuration/read-configuration";
import { exampleOf } from "../../../checks/examples";
import { checkStack } from "../../../checks/judge/check-stack";
import type { Finding } from "../../../checks/judge/finding";
import { UNKNOWN } from "../../../ecs/known";
import { inferenceService } from "../inference-stack";
import { rightTask, second, variable } from "../right-task";
import { pathOf } from "../../paths";
import { propertyText } from "../../../checks/phrasing/property-text";

function findings(properties: Readonly<Record<string, unknown>>, configured: object): readonly Finding[] {
    const read = readConfiguration(configured);
    assert.ok("configuration" in read);
    return checkStack([{ id: "task", type: "AWS::ECS::TaskDefinition", properties }], read.configuration).findings;
}

const gap = exampleOf("neuron-visible-devices", "the devices are not contiguous");
const libnrt = {
    containerDefinitions: [
        { name: "bert", image: "bert", linuxParameters: { devices: [{ hostPath: "/dev/neuron0" }] } },
    ],
};

const optionOf = (finding: Finding) => (finding.kind === "unknown" ? undefined : finding.option);

describe("A finding", () => {
    const found = {
        resource: "task",
        rule: "neuron-visible-devices",
        level: "mandatory",
        severity: "critical",
        path: ["containerDefinitions", 1, "environment", 0, "value"],
        variable: "AWS_NEURON_VISIBLE_DEVICES",
        container: "neuron-rtd",
        subject: 'container "neuron-rtd"',
        given: 'has AWS_NEURON_VISIBLE_DEVICES "0,2"',
        problem: "there is a gap between 0 and 2: the list must be contiguous",
        requirement: "it must be ALL, or a contiguous ascending list of device indexes such as 0 or 0,1",
        remedy: "set it to ALL",
        role: { part: "daemon", reason: "it is named so" },
        runtime: "neuron-rtd",
    };

    it("names the container, what was found, and the one remedy", () => {
        assert.deepStrictEqual(findings(gap.definition, {}), [{ ...found, kind: "violation" }]);
    });

    it("carries the reason for which it is suppressed", () => {
        const suppressions = [{ resource: "task", reason: "a trial" }];
        assert.deepStrictEqual(findings(gap.definition, { "neuron-visible-devices": { suppressions } }), [
            {
                ...found,
                kind: "suppressed",
                reason: "a trial",
            },
        ]);
    });

    it("names the option runtimes where that would change the verdict, and only there", () => {
        const only = (...runtimes: string[]) =>
            findings(libnrt, { "ecs-inferentia": { runtimes } }).map((one) => [one.rule, optionOf(one)]);
        assert.deepStrictEqual(only("neuron-rtd"), [
            ["neuron-rtd-sidecar", { name: "runtimes", value: Object.values(Runtime) }],
        ]);
        assert.deepStrictEqual(only("neuron-rtd", "libnrt"), []);
        assert.deepStrictEqual(
            findings(gap.definition, { "ecs-inferentia": { runtimes: ["neuron-rtd"] } }).map(optionOf),
            [undefined],
        );
    });

    it("names no option where the shape is wrong, which none changes", () => {
        const [model, sidecar] = rightTask().containerDefinitions;
        const definition = { ...rightTask(), containerDefinitions: [model, { ...sidecar, user: 7 }] };
        assert.deepStrictEqual(
            findings(definition, { "ecs-inferentia": { runtimes: ["libnrt"] } }).map((one) => [
                one.rule,
                propertyText(one),
                optionOf(one)?.name,
            ]),
            [
                ["task-definition-shape", `${second}.user`, undefined],
                ["neuron-rtd-sidecar", second, "runtimes"],
            ],
        );
    });

    it("names no option where it is not known what the rule would say with it", () => {
        const [model, sidecar] = rightTask().containerDefinitions;
        const definition = { ...rightTask(), containerDefinitions: [model, { ...sidecar, essential: UNKNOWN }] };
        assert.deepStrictEqual(
            findings(definition, { "ecs-inferentia": { runtimes: ["libnrt"] } }).map((one) => [
                one.rule,
                propertyText(one),
                one.kind,
                optionOf(one),
            ]),
            [["neuron-rtd-sidecar", second, "violation", undefined]],
        );
    });

    it("names that option for each violation that it would change, and for no other of the rule", () => {
        const [model, sidecar] = rightTask().containerDefinitions;
        const definition = {
            ...rightTask(),
            containerDefinitions: [model, { ...sidecar, essential: false }],
        };
        assert.deepStrictEqual(
            findings(definition, { "ecs-inferentia": { runtimes: ["libnrt"] } }).map((one) => [
                one.rule,
                propertyText(one),
                optionOf(one)?.name,
            ]),
            [["neuron-rtd-sidecar", second, "runtimes"]],
        );
    });
});

describe("A schedule that overrides containers", () => {
    const nightly = (environment: object[]) => [
        { id: "task", type: "AWS::ECS::TaskDefinition", properties: { ...rightTask() } },
        {
            id: "nightly",
            type: "aws_cloudwatch_event_target",
            properties: {
                arn: UNKNOWN,
                ecsTarget: [{ taskDefinitionArn: UNKNOWN }],
                input: { containerOverrides: [{ name: "neuron-rtd", environment }] },
            },
            dependencies: { ecsTarget: ["task"] },
        },
    ];
    const found = (value: string, configured: object = {}) => {
        const read = readConfiguration(configured);
        assert.ok("configuration" in read);
        const resources = nightly([variable("AWS_NEURON_VISIBLE_DEVICES", value)]);
        return checkStack(resources, read.configuration)
            .findings.filter(({ kind }) => kind === "violation")
            .map(({ resource, rule }) => `${resource}: ${rule}`);
    };

    it("is judged by the rules of what it starts, as they are configured", () =>
        assert.deepStrictEqual(
            [found("all"), found("ALL"), found("all", { "neuron-visible-devices": "disabled" })],
            [["nightly: neuron-visible-devices"], [], []],
        ));
});

describe("The level of a finding", () => {
    const levels: [string, string | undefined][] = [
        ["advisory", "advisory"],
        ["mandatory", "mandatory"],
        ["remediate", "mandatory"],
        ["disabled", undefined],
    ];
    for (const [configured, level] of levels) {
        it(`is ${level ?? "none, and there is no finding,"} where the rule is ${configured}`, () =>
            assert.deepStrictEqual(
                findings(gap.definition, { "neuron-visible-devices": configured }).map((finding) => finding.level),
                level === undefined ? [] : [level],
            ));
    }
});

describe("What a rule could not decide", () => {
    const undecidedBy = (change: object) => {
        const [model, sidecar] = rightTask().containerDefinitions;
        return findings({ ...rightTask(), containerDefinitions: [model, { ...sidecar, ...change }] }, {});
    };

    it("is a finding that fails nothing", () =>
        assert.deepStrictEqual(undecidedBy({ user: UNKNOWN }), [
            {
                resource: "task",
                rule: "neuron-rtd-capabilities",
                level: "mandatory",
                severity: "critical",
                path: pathOf(`${second}.user`),
                container: "neuron-rtd",
                role: { part: "daemon", reason: "it is named so" },
                runtime: "neuron-rtd",
                kind: "unknown",
            },
        ]));

    it("is none where the shape is wrong, which is refused once", () =>
        assert.deepStrictEqual(
            undecidedBy({ user: 1 }).map(({ rule, kind, path }) => [rule, kind, propertyText({ path })]),
            [["task-definition-shape", "violation", `${second}.user`]],
        ));

    it("may be whether the rule is about the task at all", () =>
        assert.deepStrictEqual(
            findings({ containerDefinitions: [{ name: "web", image: UNKNOWN }] }, {}).filter(
                (one) => one.kind !== "unknown" || one.isScopeOpen !== true,
            ),
            [],
        ));

    it("of a service is one too", () =>
        assert.deepStrictEqual(
            checkStack([inferenceService("service", UNKNOWN)], defaultConfiguration)
                .findings.map(({ rule, kind, path, runtime }) => [rule, kind, propertyText({ path }), runtime])
                .slice(0, 1),
            [["neuron-rtd-sidecar", "unknown", "taskDefinition", undefined]],
        ));
});
