import assert from "node:assert/strict";
import { exampleOf, examplesOf } from "../../../checks/examples";
import { readConfiguration } from "../../../checks/configuration/read-configuration";
import { fixableRules, repair } from "../../../checks/fixes/repair";
import { repaired } from "../repaired";
import { UNKNOWN } from "../../../ecs/known";
import type { Definition } from "../component-definitions";
import { everyRule } from "../every-rule";
import { address, awaiting, mount, rightTask, variable } from "../right-task";
import { pascalCase } from "../pascal-case";

/** Examples that have more than one right answer, or none that the other side tells. */
const leftAlone: Readonly<Record<string, string>> = {
    "neuron-rtd-starts-first: the containers wait for each other": "either dependency could go",
    "neuron-rtd-address: sh -c drops the option, which stands in a word of its own": "the command line is not data",
    "neuron-rtd-address: the daemon starts without -g": "the command line is not data",
    "neuron-rtd-capabilities: the sidecar runs as 1000": "the image could need its user",
    "neuron-rtd-capabilities: the sidecar runs as nobody": "the image could need its user",
    "neuron-rtd-capabilities: the sidecar runs as 1000:0": "the image could need its user",
    "neuron-rtd-shared-volume: the volume is not declared": "the volume could be of any kind",
    "neuron-rtd-shared-volume: the model container mounts another volume": "either volume could be meant",
    "neuron-rtd-shared-volume: the model container mounts the volume beside the socket":
        "the mount or the address could be meant",
    "neuron-visible-devices: the devices are not contiguous": "they are a choice of devices",
    "neuron-visible-devices: the devices do not ascend": "they are a choice of devices",
    "neuron-visible-devices: there is a blank in the list": "they are a choice of devices",
    "neuron-visible-devices: the instance type has no such device": "the list or the instance type could be meant",
    "neuron-visible-devices: no Inf1 size has such a device": "they are a choice of devices",
};
/** Examples that break a second rule, which has no right answer. */
const rightByOwnRule = [
    "neuron-rtd-capabilities: the sidecar adds ALL instead",
    "neuron-rtd-capabilities: the sidecar is privileged instead",
    "neuron-rtd-capabilities: the model container adds them instead",
];

const nothing = { problems: [], violations: [], undecided: [], rules: [] };

describe("The fix of an example", () => {
    it("is known for the rules that have one right answer", () => {
        assert.deepStrictEqual([...fixableRules].sort(), [
            "neuron-rtd-address",
            "neuron-rtd-capabilities",
            "neuron-rtd-shared-volume",
            "neuron-rtd-starts-first",
            "neuron-visible-devices",
        ]);
    });

    for (const { rule, title, definition, findings } of fixableRules.flatMap(examplesOf)) {
        const example = `${rule}: ${title}`;
        // Not before the tests run: what is called while they are told counts for all of them in mutation testing.
        const fix = () => repaired(definition);

        if (findings.length === 0 || example in leftAlone) {
            it(`leaves ${example} alone${example in leftAlone ? `, as ${leftAlone[example]}` : ""}`, () => {
                assert.deepStrictEqual(fix(), { definition, changes: [] });
            });
            continue;
        }

        it(`makes ${example} right, and says so`, () => {
            const { definition: fixed, changes } = fix();
            const after = everyRule(fixed);
            assert.deepStrictEqual(
                rightByOwnRule.includes(example) ? after.rules : after,
                rightByOwnRule.includes(example) ? ["neuron-rtd-least-privilege"] : nothing,
            );
            assert.deepStrictEqual([...new Set(changes.map((change) => change.rule))], [rule]);
        });

        it(`changes nothing in ${example} a second time`, () => {
            const { definition: fixed } = fix();
            assert.deepStrictEqual(repaired(fixed), { definition: fixed, changes: [] });
        });

        it(`is the same for ${example} as the JSON text of a Pulumi resource, and in CloudFormation's spelling`, () => {
            const { definition: fixed, changes } = fix();
            const text = (of: object) => ({
                ...of,
                containerDefinitions: JSON.stringify((of as Definition).containerDefinitions),
            });
            assert.deepStrictEqual(repaired(text(definition)), { definition: text(fixed), changes });
            assert.deepStrictEqual(repaired(pascalCase(definition) as object), {
                definition: pascalCase(fixed),
                changes,
            });
        });
    }
});

describe("The notes of a fix", () => {
    const notes = (rule: string, example: string) =>
        repaired(exampleOf(rule, example).definition).changes.map(({ note }) => note);

    const expected: [string, string, string[]][] = [
        [
            "neuron-rtd-capabilities",
            "the sidecar adds no capability",
            ['container "neuron-rtd" now adds SYS_ADMIN and IPC_LOCK'],
        ],
        ["neuron-rtd-capabilities", "the sidecar adds only SYS_ADMIN", ['container "neuron-rtd" now adds IPC_LOCK']],
        [
            "neuron-rtd-starts-first",
            "the model container does not wait for the sidecar",
            ['container "bert" now depends on container "neuron-rtd" with condition START'],
        ],
        [
            "neuron-rtd-starts-first",
            "the model container waits for the end of the sidecar",
            ['container "bert" now waits for container "neuron-rtd" with condition START'],
        ],
        [
            "neuron-rtd-address",
            "the model container has no address",
            ['container "bert" now has NEURON_RTD_ADDRESS "unix:/sock/neuron-rtd.sock"'],
        ],
        [
            "neuron-rtd-shared-volume",
            "the model container does not mount the volume",
            ['container "bert" now mounts volume "sock" at "/sock"'],
        ],
        [
            "neuron-rtd-shared-volume",
            "the sidecar does not mount the volume",
            ['container "neuron-rtd" now mounts volume "sock" at "/sock"'],
        ],
        [
            "neuron-rtd-shared-volume",
            "the sidecar cannot write to the volume",
            ['container "neuron-rtd" can now write to volume "sock"'],
        ],
        [
            "neuron-visible-devices",
            "ALL is in lower case",
            ['container "neuron-rtd" now has AWS_NEURON_VISIBLE_DEVICES "ALL"'],
        ],
    ];
    for (const [rule, example, wanted] of expected) {
        it(`tell what was changed in ${rule}: ${example}`, () => {
            assert.deepStrictEqual(notes(rule, example), wanted);
        });
    }
});

describe("The fix of capabilities", () => {
    const becomes = (capabilities: object | undefined) => {
        const definition = rightTask({ daemon: { linuxParameters: capabilities && { capabilities } } });
        const { definition: fixed } = repaired(definition);
        const [, daemon] = (fixed as Definition).containerDefinitions;
        return (daemon?.["linuxParameters"] as { capabilities: object }).capabilities;
    };
    const both = ["SYS_ADMIN", "IPC_LOCK"];

    it("writes both lists, as ECS stores them", () => {
        assert.deepStrictEqual(becomes({ add: ["SYS_ADMIN"] }), { add: both, drop: [] });
        assert.deepStrictEqual(becomes(undefined), { add: both, drop: [] });
    });

    it("keeps a list of dropped ones, and changes nothing where nothing else is wrong", () => {
        assert.deepStrictEqual(becomes({ add: ["SYS_ADMIN"], drop: ["NET_RAW"] }), { add: both, drop: ["NET_RAW"] });
        assert.deepStrictEqual(becomes({ add: ["SYS_ADMIN"], drop: UNKNOWN }), { add: both, drop: UNKNOWN });
        assert.deepStrictEqual(becomes({ add: both }), { add: both });
    });
});

describe("What a fix leaves alone", () => {
    const changed = (model: object, daemon: object = {}, rest: object = {}) => rightTask({ model, daemon, rest });
    const right = rightTask();
    const noAddress = { environment: [] };
    const twice = [
        { name: "AWS_NEURON_VISIBLE_DEVICES", value: "all" },
        { name: "AWS_NEURON_VISIBLE_DEVICES", value: "2,1" },
    ];

    const cases: [string, object, boolean?][] = [
        ["a definition that is right", right],
        ["a definition that is not for inference", { containerDefinitions: [{ name: "web", image: "nginx" }] }],
        ["a definition that is not of the shape that ECS takes", { containerDefinitions: "{" }],
        ["devices of which one value is a choice", changed({}, { environment: twice })],
        ["a missing sidecar", changed(noAddress, { name: "other", image: "other", command: [] })],
        [
            "the capabilities of two sidecars",
            {
                ...right,
                containerDefinitions: [...right.containerDefinitions, { name: "second", image: "neuron-rtd" }],
            },
        ],
        [
            "capabilities of which one is not known",
            changed({}, { linuxParameters: { capabilities: { add: ["SYS_ADMIN", UNKNOWN] } } }),
        ],
        [
            "an address that comes from a secret",
            changed({ environment: [], secrets: [{ name: "NEURON_RTD_ADDRESS", valueFrom: "arn" }] }),
        ],
        [
            "an address that comes from a file",
            changed({ environment: [], environmentFiles: [{ value: "arn", type: "s3" }] }),
        ],
        [
            "devices that come from a secret",
            changed({}, { environment: [], secrets: [{ name: "AWS_NEURON_VISIBLE_DEVICES", valueFrom: "arn" }] }),
        ],
        ["an address that may come from secrets that are not known", changed({ environment: [], secrets: UNKNOWN })],
        ["an address while the sidecar does not say where it listens", changed(noAddress, { command: [] })],
        [
            "an address while the sidecar's socket is not on a declared volume",
            changed(noAddress, { command: ["neuron-rtd -g unix:/tmp/neuron-rtd.sock"] }),
        ],
        [
            "an address where the model container mounts the volume twice, at other paths",
            changed({
                ...noAddress,
                mountPoints: ["/a", "/b"].map((containerPath) => ({ sourceVolume: "sock", containerPath })),
            }),
        ],
        ["an environment that is not known", changed({ environment: UNKNOWN })],
        [
            "a mount where the model container has another volume",
            changed(
                { mountPoints: [{ sourceVolume: "other", containerPath: "/sock/" }] },
                {},
                { volumes: [{ name: "sock" }, { name: "other" }] },
            ),
        ],
        [
            "a sidecar's mount that its model containers place differently",
            {
                ...changed({}, { mountPoints: [] }, { volumes: [{ name: "sock" }, { name: "other" }] }),
                containerDefinitions: [
                    ...changed({}, { mountPoints: [] }).containerDefinitions,
                    {
                        ...right.containerDefinitions[0],
                        name: "second",
                        mountPoints: [{ sourceVolume: "other", containerPath: "/sock" }],
                    },
                ],
            },
        ],
        [
            "a start order that would become a circle",
            changed({ dependsOn: [] }, { dependsOn: [{ containerName: "bert", condition: "START" }] }),
        ],
        [
            "a circle of containers beside no sidecar",
            changed(awaiting("x"), { name: "x", image: "x", command: [], environment: [], ...awaiting("bert") }),
        ],
        [
            "a circle of containers of which one may be the sidecar",
            changed(awaiting("x"), { name: "x", image: UNKNOWN, command: [], environment: [], ...awaiting("bert") }),
        ],
        [
            "an address where the model container has another volume over the socket",
            changed(
                { ...noAddress, mountPoints: [mount("sock", "/sock"), mount("data", "/sock/d")] },
                { command: ["neuron-rtd -g unix:/sock/d/neuron-rtd.sock"] },
            ),
        ],
    ];
    for (const [what, definition] of cases) {
        it(`is ${what}`, () => {
            assert.deepStrictEqual(repaired(definition), { definition, changes: [] });
        });
    }

    it("is what rules reject that were not asked for", () => {
        const definition = changed(noAddress, { environment: [] });
        assert.deepStrictEqual(repaired(definition, []).changes, []);
        assert.deepStrictEqual(
            repaired(definition, ["neuron-visible-devices"]).changes.map(({ rule }) => rule),
            ["neuron-visible-devices"],
        );
    });

    it("is every key that it does not know, hostile ones too", () => {
        const definition = JSON.parse(
            JSON.stringify(changed({ dependsOn: [] })).replace('"name":"bert"', '"__proto__":{"a":1},"name":"bert"'),
        ) as object;
        const text = JSON.stringify(definition);
        assert.equal(
            JSON.stringify(repaired(definition).definition),
            text.replace('"dependsOn":[]', '"dependsOn":[{"containerName":"neuron-rtd","condition":"START"}]'),
        );
        assert.equal(JSON.stringify(definition), text);
    });
});

describe("The address that a fix gives", () => {
    it("is the path at which the model container itself mounts the volume", () => {
        const example = exampleOf("neuron-rtd-shared-volume", "the two mount it at different paths");
        const definition = example.definition as Definition;
        const [model] = definition.containerDefinitions;
        const environment = model?.["environment"];
        (model ?? {})["environment"] = [];
        assert.deepStrictEqual(
            (repaired(definition).definition as Definition).containerDefinitions.find(
                ({ name }) => name === model?.["name"],
            )?.["environment"],
            environment,
        );
    });
});

describe("What is not known", () => {
    it("hides nothing that can be repaired beside it", () => {
        const [model] = rightTask().containerDefinitions;
        const second = { ...model, name: "second", mountPoints: UNKNOWN };
        const definition = rightTask({ model: { mountPoints: [] }, further: [second] });
        assert.deepStrictEqual(repaired(definition), {
            definition: rightTask({ model: { mountPoints: [mount("sock", "/sock")] }, further: [second] }),
            changes: [
                {
                    rule: "neuron-rtd-shared-volume",
                    note: 'container "bert" now mounts volume "sock" at "/sock"',
                    edits: [
                        {
                            path: ["containerDefinitions", 0, "mountPoints"],
                            value: { sourceVolume: "sock", containerPath: "/sock" },
                            append: true,
                        },
                    ],
                },
            ],
        });
    });

    it("does not count as found, where a fix makes it matter", () => {
        const model = { mountPoints: [mount("sock", "/sock"), { sourceVolume: "data", containerPath: UNKNOWN }] };
        assert.deepStrictEqual(
            repaired(rightTask({ model: { ...model, environment: [] } })).definition,
            rightTask({ model: { ...model, environment: [variable("NEURON_RTD_ADDRESS", address)] } }),
        );
    });
});

describe("A fix as it is configured", () => {
    const broken = rightTask({ model: { environment: [] } });
    const rules = (configured: object) => {
        const read = readConfiguration(configured);
        assert.ok("configuration" in read);
        return repair({ id: "task", definition: broken }, read.configuration).changes.map(({ rule }) => rule);
    };
    const suppressed = (resource: string) => ({
        "neuron-rtd-address": { suppressions: [{ resource, reason: "to be moved" }] },
    });

    it("is made at any level but disabled", () =>
        assert.deepStrictEqual(
            ["advisory", "mandatory", "remediate", "disabled"].map((level) => rules({ "neuron-rtd-address": level })),
            [["neuron-rtd-address"], ["neuron-rtd-address"], ["neuron-rtd-address"], []],
        ));

    it("is not made where its rule is suppressed for the resource", () =>
        assert.deepStrictEqual([rules(suppressed("task")), rules(suppressed("other"))], [[], ["neuron-rtd-address"]]));

    it("is not made for one of several sidecars", () => {
        const definition = rightTask({
            daemon: { linuxParameters: {} },
            further: [{ name: "second", image: "neuron-rtd" }],
        });
        assert.deepStrictEqual(repaired(definition).changes, []);
    });
});
