import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exampleOf } from "../../checks/examples";
import {
    enforcement,
    packFolder,
    servePolicyPack,
    unknownText,
    type AnalyzedResource,
    type Diagnostic,
    type PolicyServer,
} from "./policy-server";
import { urnOf } from "./shown";

const levels = { [enforcement.ADVISORY]: "advisory", [enforcement.MANDATORY]: "mandatory" } as Readonly<
    Record<number, string>
>;

interface Definition {
    [key: string]: unknown;
    containerDefinitions: {
        [key: string]: unknown;
        name: string;
        image: string;
        environment: { name: string; value: string }[];
    }[];
}

function rightDefinition(): Definition {
    return exampleOf("neuron-rtd-sidecar", "the sidecar is essential by default").definition as Definition;
}

/** A task definition as a resource of Pulumi's AWS provider, changed. */
function taskDefinition(change: (definition: Definition) => void = () => undefined, name = "task"): AnalyzedResource {
    const definition = rightDefinition();
    change(definition);
    const { containerDefinitions, ...rest } = definition;
    return {
        type: "aws:ecs/taskDefinition:TaskDefinition",
        name,
        properties: { ...rest, containerDefinitions: JSON.stringify(containerDefinitions) },
    };
}

/**
 * What was said, as `<level> <rule>: <message>`, without the rule's description, which the SDK puts on a line before
 * it.
 */
function said(diagnostics: readonly Diagnostic[]): string[] {
    return diagnostics.map(
        ({ policyName, message, enforcementLevel }) =>
            `${String(levels[enforcementLevel])} ${policyName}: ${message.slice(message.indexOf("\n") + 1)}`,
    );
}

function namesIn(diagnostics: readonly Diagnostic[]): string[] {
    return diagnostics.map(({ policyName }) => policyName);
}

describe("The policy pack, served as the engine does", function () {
    this.timeout(60_000);
    let pack: PolicyServer;

    before("start it", async () => {
        pack = await servePolicyPack(packFolder);
    });
    after("end it", () => pack.close());
    afterEach("forget its configuration", () => pack.configure({}));

    it("accepts the right task definition", async () =>
        assert.deepStrictEqual(await pack.analyze(taskDefinition()), []));

    it("refuses a broken one with everything that is wrong, each for its own reason", async () => {
        const broken = taskDefinition(({ containerDefinitions: [model, sidecar] }) => {
            assert.ok(model && sidecar);
            model["privileged"] = true;
            model["dependsOn"] = [];
            model.environment = [{ name: "NEURON_RTD_ADDRESS", value: "/sock/neuron-rtd.sock" }];
            sidecar["linuxParameters"] = {};
            sidecar.environment = [];
        });
        const diagnostics = await pack.analyze(broken);
        assert.deepStrictEqual(said(diagnostics), [
            'mandatory neuron-rtd-starts-first: container "bert" does not depend on the sidecar, container ' +
                '"neuron-rtd"; it must start after it: add {"containerName": "neuron-rtd", "condition": "START"} to ' +
                "dependsOn",
            'mandatory neuron-rtd-capabilities: container "neuron-rtd" does not add SYS_ADMIN and IPC_LOCK; the ' +
                "daemon needs both SYS_ADMIN and IPC_LOCK: add them by name",
            'mandatory neuron-rtd-address: container "bert" has NEURON_RTD_ADDRESS "/sock/neuron-rtd.sock", which ' +
                'is no socket; it must be unix: and an absolute path: set it to "unix:/sock/neuron-rtd.sock"',
            'mandatory neuron-visible-devices: container "neuron-rtd" has no AWS_NEURON_VISIBLE_DEVICES, without ' +
                "which it gets no Inferentia device; it must be ALL, or a contiguous ascending list of device indexes " +
                "such as 0 or 0,1: set it to ALL",
            'mandatory neuron-rtd-least-privilege: container "bert" is privileged, which no container of an ' +
                "inference task needs: leave privileged out",
        ]);
    });

    it("judges the typed list of the Cloud Control provider alike, and what is known of it beside what is not", async () => {
        const { containerDefinitions, ...rest } = rightDefinition();
        const [model, sidecar] = containerDefinitions;
        assert.ok(model && sidecar);
        const half = {
            ...rest,
            containerDefinitions: [
                { ...model, image: unknownText },
                { ...sidecar, linuxParameters: {} },
            ],
        };
        assert.deepStrictEqual(
            said(await pack.analyze({ type: "aws-native:ecs:TaskDefinition", name: "task", properties: half })),
            [
                'mandatory neuron-rtd-capabilities: container "neuron-rtd" does not add SYS_ADMIN and IPC_LOCK; ' +
                    "the daemon needs both SYS_ADMIN and IPC_LOCK: add them by name",
                "advisory neuron-unknown-at-preview: not known at preview, because it comes from a resource that " +
                    "is not there yet: containerDefinitions[0].image. " +
                    "Not decided by: neuron-rtd-sidecar. It is checked before the update touches this resource",
            ],
        );
    });

    it(
        "judges what is known beside container definitions that are not, where the placement says that they are for " +
            "inference",
        async () => {
            const properties = {
                containerDefinitions: unknownText,
                requiresCompatibilities: ["FARGATE"],
                placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type == Inf1.xlarge" }],
            };
            assert.deepStrictEqual(
                namesIn(
                    await pack.analyze({ type: "aws:ecs/taskDefinition:TaskDefinition", name: "task", properties }),
                ),
                ["neuron-compatible-launch-type", "neuron-placement", "neuron-unknown-at-preview"],
            );
        },
    );

    describe("while the container definitions of TaskDefinition are not known", () => {
        const component: AnalyzedResource = {
            type: "ecs-inferentia:index:TaskDefinition",
            name: "inference",
            properties: {
                containers: [{ name: "bert", image: unknownText }],
                visibleDevices: "0",
            },
        };
        const child: AnalyzedResource = {
            type: "aws:ecs/taskDefinition:TaskDefinition",
            name: "inference-task",
            urn: "urn:pulumi:stack::project::ecs-inferentia:index:TaskDefinition$aws:ecs/taskDefinition:TaskDefinition::inference-task",
            parent: urnOf(component),
            properties: { family: "inference", containerDefinitions: unknownText, volumes: [{ name: "sock" }] },
        };
        const notDecided =
            "advisory neuron-unknown-at-preview: not known at preview, because it comes from a resource that is not " +
            'there yet: containers[0].image of "inference", from which containerDefinitions is made. Not decided by: ' +
            "neuron-rtd-sidecar. It is checked before the update touches this resource";

        it("finds what the rest of the task definition breaks", async () => {
            await pack.analyze(component);
            const properties = { ...child.properties, volumes: [], requiresCompatibilities: ["FARGATE"] };
            const missing = (container: string) =>
                `mandatory neuron-rtd-shared-volume: container "${container}" mounts no declared task volume above ` +
                'its socket "unix:/sock/neuron-rtd.sock"; ' +
                "the sidecar and the model container must share one there: declare it in volumes, and mount it in both";
            assert.deepStrictEqual(said(await pack.analyze({ ...child, properties })), [
                missing("neuron-rtd"),
                missing("bert"),
                "mandatory neuron-compatible-launch-type: the task definition requires FARGATE, which has no " +
                    "Inferentia or Trainium chips: require EC2 instead, or leave it out",
                notDecided,
            ]);
        });

        it("finds what an input breaks", async () => {
            await pack.analyze({ ...component, properties: { ...component.properties, visibleDevices: "0,2" } });
            assert.deepStrictEqual(namesIn(await pack.analyze(child)), [
                "neuron-visible-devices",
                "neuron-unknown-at-preview",
            ]);
        });
    });

    it("never puts a secret into a message", async () => {
        const secret = "hunter2-hunter2";
        const leaks: AnalyzedResource[] = [
            {
                type: "aws:ecs/taskDefinition:TaskDefinition",
                name: "not-json",
                properties: { containerDefinitions: `[{"name": "bert", "secret": ${secret}}]` },
            },
            {
                type: "aws:ecs/taskDefinition:TaskDefinition",
                name: "no-list",
                properties: { containerDefinitions: JSON.stringify({ secret }) },
            },
            {
                type: "aws:ecs/taskDefinition:TaskDefinition",
                name: "no-objects",
                properties: {
                    containerDefinitions: JSON.stringify([
                        secret,
                        { name: [secret], image: { secret }, environment: secret },
                    ]),
                },
            },
            ...rightDefinition().containerDefinitions.map((_, index) =>
                taskDefinition(({ containerDefinitions }) => {
                    containerDefinitions.forEach((container) =>
                        Object.assign(container, {
                            dependsOn: [],
                            mountPoints: [],
                            linuxParameters: {},
                            essential: false,
                            privileged: true,
                        }),
                    );
                    const container = containerDefinitions[index];
                    assert.ok(container);
                    container.environment = [{ name: "API_KEY", value: secret }];
                    container["command"] = ["serve", `--api-key=${secret}`];
                }, `environment-${index}`),
            ),
        ];
        for (const leak of leaks) {
            const diagnostics = await pack.analyze(leak);
            assert.ok(diagnostics.length > 0, leak.name);
            assert.deepStrictEqual(
                diagnostics.filter((diagnostic) => JSON.stringify(diagnostic).includes("hunter2")),
                [],
                leak.name,
            );
        }
    });

    it("leaves other task definitions alone, unless all are in its scope", async () => {
        const web: AnalyzedResource = {
            type: "aws:ecs/taskDefinition:TaskDefinition",
            name: "web",
            properties: { containerDefinitions: JSON.stringify([{ name: "web", image: "nginx", memory: 64 }]) },
        };
        assert.deepStrictEqual(await pack.analyze(web), []);
        await pack.configure({ "neuron-rtd-sidecar": { level: enforcement.MANDATORY, properties: { scope: "all" } } });
        assert.deepStrictEqual(said(await pack.analyze(web)), [
            "mandatory neuron-rtd-sidecar: no container is a neuron-rtd sidecar, maps a Neuron device or requires one, " +
                "so that none reaches a chip: for neuron-rtd, on Inf1 only, add a container named neuron-rtd with the " +
                'neuron-rtd image, or for libnrt map the devices in the model container ("linuxParameters": {"devices": ' +
                '[{"hostPath": "/dev/neuron0", …}]}), or for ECS Managed Instances require them ' +
                '("resourceRequirements": [{"type": "NeuronDevice", "value": "ALL"}])',
        ]);
    });

    it("follows the enforcement levels that are configured", async () => {
        const unordered = taskDefinition(({ containerDefinitions: [model] }) =>
            Object.assign(model ?? {}, { dependsOn: [], privileged: true }),
        );
        await pack.configure({
            "neuron-rtd-starts-first": { level: enforcement.ADVISORY },
            "neuron-rtd-least-privilege": { level: enforcement.DISABLED },
        });
        assert.deepStrictEqual(
            (await pack.analyze(unordered)).map(({ policyName, enforcementLevel }) => [
                policyName,
                levels[enforcementLevel],
            ]),
            [["neuron-rtd-starts-first", "advisory"]],
        );
    });
});

describe("Starting the policy pack", function () {
    this.timeout(60_000);

    it("loads no provider's SDK", async () => {
        const scratch = mkdtempSync(join(tmpdir(), "pack-"));
        const [hook, log] = [join(scratch, "hook.cjs"), join(scratch, "loaded")];
        writeFileSync(log, "");
        writeFileSync(
            hook,
            'const { Module } = require("node:module");\nconst { appendFileSync } = require("node:fs");\nconst ' +
                "load = Module._load;\n" +
                `Module._load = function (request) {\n    appendFileSync(${JSON.stringify(log)}, request + ` +
                `"\\n");\n    return load.apply(this, arguments);\n};\n`,
        );
        try {
            const pack = await servePolicyPack(packFolder, { ...process.env, NODE_OPTIONS: `--require ${hook}` });
            await pack.analyze(taskDefinition());
            pack.close();
            const packages = new Set(
                readFileSync(log, "utf8")
                    .split("\n")
                    .flatMap((request) => /^@pulumi\/[\w-]+/.exec(request) ?? []),
            );
            assert.deepStrictEqual([...packages].sort(), ["@pulumi/policy", "@pulumi/pulumi"]);
        } finally {
            rmSync(scratch, { recursive: true });
        }
    });
});
