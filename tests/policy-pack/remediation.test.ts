import assert from "node:assert/strict";
import { exampleOf } from "../../checks/examples";
import { repaired } from "../checks/repaired";
import { enforcement, packFolder, servePolicyPack, unknownText, type PolicyServer } from "./policy-server";
import { asText } from "./shown";

const type = "aws:ecs/taskDefinition:TaskDefinition";
const typed = "aws-native:ecs:TaskDefinition";
const { MANDATORY: level } = enforcement;

describe("The enforcement level remediate", function () {
    this.timeout(60_000);
    let pack: PolicyServer;

    before(async () => {
        pack = await servePolicyPack(packFolder);
        await pack.configure({
            all: { level },
            "neuron-visible-devices": { level: enforcement.REMEDIATE },
            "neuron-rtd-starts-first": { level: enforcement.REMEDIATE },
        });
    });
    after(() => pack.close());

    const { definition } = exampleOf("neuron-visible-devices", "the sidecar has no devices");
    const fixed = repaired(definition).definition;

    for (const [kind, resource, properties] of [
        ["a JSON text", { type, name: "text", properties: asText(definition) }, asText(fixed)],
        ["a typed list", { type: typed, name: "list", properties: definition }, fixed],
    ] as const) {
        it(`repairs container definitions that are ${kind}, and reports what was changed`, async () => {
            assert.deepStrictEqual(await pack.remediate(resource), [["neuron-visible-devices", properties]]);
            const diagnostics = await pack.analyze({ ...resource, properties: properties as Record<string, unknown> });
            assert.deepStrictEqual(
                diagnostics.map(({ policyName, message, enforcementLevel }) => [
                    policyName,
                    message.split("\n").at(-1),
                    enforcementLevel,
                ]),
                [
                    [
                        "neuron-remediated",
                        'neuron-visible-devices: container "neuron-rtd" now has AWS_NEURON_VISIBLE_DEVICES "ALL"',
                        enforcement.ADVISORY,
                    ],
                ],
            );
            assert.deepStrictEqual(
                await pack.remediate({ ...resource, properties: properties as Record<string, unknown> }),
                [],
            );
        });
    }

    it("repairs one thing after the other, by every rule that has the level", async () => {
        const broken = structuredClone(definition) as { containerDefinitions: { name: string; dependsOn?: unknown }[] };
        broken.containerDefinitions.forEach((container) => delete container.dependsOn);
        const remediations = await pack.remediate({ type, name: "twice", properties: asText(broken) });
        assert.deepStrictEqual(
            remediations.map(([policy]) => policy),
            ["neuron-rtd-starts-first", "neuron-visible-devices"],
        );
        assert.deepStrictEqual(remediations.at(-1)?.[1], asText(repaired(broken).definition));
    });

    const secretKey = "4dabf18193072939515e22adb298388d";
    const secret = (value: unknown) => ({ [secretKey]: "1b47061264138c4ac30d75fd1eb44270", value });

    it("keeps secret what is secret: the text, and a value in the list beside what is repaired", async () => {
        const text = asText(definition);
        const secretText = { ...text, containerDefinitions: secret(text["containerDefinitions"]) };
        assert.deepStrictEqual(await pack.remediate({ type, name: "secret", properties: secretText }), [
            [
                "neuron-visible-devices",
                { ...text, containerDefinitions: secret(asText(fixed)["containerDefinitions"]) },
            ],
        ]);
        const withToken = (one: object) => {
            const { containerDefinitions, ...rest } = structuredClone(one) as {
                containerDefinitions: { name: string; environment: object[] }[];
            };
            containerDefinitions.forEach(({ environment }) =>
                environment.unshift({ name: "TOKEN", value: secret("hidden") }),
            );
            return { ...rest, containerDefinitions };
        };
        assert.deepStrictEqual(
            await pack.remediate({
                type: typed,
                name: "token",
                properties: withToken({ ...definition, containerDefinitions: withEnvironment(definition) }),
            }),
            [["neuron-visible-devices", withToken({ ...fixed, containerDefinitions: withEnvironment(fixed) })]],
        );
    });

    it("leaves alone what is not known, and the rest as it was", async () => {
        assert.deepStrictEqual(
            await pack.remediate({
                type,
                name: "unknown",
                properties: { ...definition, containerDefinitions: unknownText },
            }),
            [],
        );
        const withImage = (one: object) => ({
            ...one,
            containerDefinitions: withEnvironment(one).map((container) => ({
                ...container,
                image: container.name === "neuron-rtd" ? container.image : unknownText,
            })),
        });
        assert.deepStrictEqual(
            await pack.remediate({ type: typed, name: "image", properties: withImage(definition) }),
            [["neuron-visible-devices", withImage(fixed)]],
        );
    });

    it("does nothing to other resources, to what is right, and where the rule is switched off", async () => {
        assert.deepStrictEqual(
            await pack.remediate({ type: "aws:ecs/service:Service", name: "service", properties: asText(definition) }),
            [],
        );
        assert.deepStrictEqual(await pack.remediate({ type, name: "right", properties: asText(fixed) }), []);
        await pack.configure({
            "neuron-visible-devices": {
                level: enforcement.REMEDIATE,
                properties: { suppressions: [{ resource: "off", reason: "by hand" }] },
            },
        });
        assert.deepStrictEqual(await pack.remediate({ type, name: "off", properties: asText(definition) }), []);
    });
});

/** The containers, each with an environment: the SDK's structures have no absent list. */
function withEnvironment(definition: object): { name: string; image: string; environment: object[] }[] {
    const { containerDefinitions } = definition as {
        containerDefinitions: { name: string; image: string; environment?: object[] }[];
    };
    return containerDefinitions.map((container) => ({ ...container, environment: container.environment ?? [] }));
}
