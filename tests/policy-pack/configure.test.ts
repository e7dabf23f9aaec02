import assert from "node:assert/strict";
import { repaired } from "../checks/repaired";
import { exampleOf } from "../../checks/examples";
import { version } from "../../policy-pack/package.json";
import { enforcement, packFolder, servePolicyPack, unknownText, urnOf, type PolicyServer } from "./policy-server";

const type = "aws:ecs/taskDefinition:TaskDefinition";
const typed = "aws-native:ecs:TaskDefinition";
const { MANDATORY: level } = enforcement;

function example(rule: string, title: string): Record<string, unknown> & { containerDefinitions: unknown } {
    return exampleOf(rule, title).definition as ReturnType<typeof example>;
}

/** As `@pulumi/aws` takes it: the container definitions are a JSON text. */
function asText(definition: object): Record<string, unknown> {
    return {
        ...definition,
        containerDefinitions: JSON.stringify((definition as { containerDefinitions: unknown }).containerDefinitions),
    };
}

const noDevices = asText(example("neuron-visible-devices", "the sidecar has no devices"));
const bert = { type, name: "bert", properties: noDevices };
const complaint =
    'container "neuron-rtd" has no AWS_NEURON_VISIBLE_DEVICES, without which it gets no Inferentia device; it must ' +
    "be ALL, or a contiguous ascending list of device indexes such as 0 or 0,1: set it to ALL";

describe("The configuration of the served pack", function () {
    this.timeout(60_000);
    let pack: PolicyServer;

    before("start it", async () => {
        pack = await servePolicyPack(packFolder);
    });
    after("end it", () => pack.close());
    afterEach("forget its configuration", () => pack.configure({}));

    const said = async (resource: typeof bert) =>
        (await pack.analyze(resource)).map(({ policyName, message, enforcementLevel }) => [
            policyName,
            message.split("\n").slice(1).join("\n"),
            enforcementLevel,
        ]);

    for (const [policy, properties, problem] of [
        ["neuron-rtd-sidecar", { scop: "all" }, 'neuron-rtd-sidecar has no option "scop" (did you mean scope?)'],
        ["ecs-inferentia", { runtime: ["libnrt"] }, 'ecs-inferentia has no option "runtime" (did you mean runtimes?)'],
        ["neuron-suppressed", { scope: "all" }, 'neuron-suppressed has no option "scope"'],
        [
            "neuron-placement",
            { scope: "every", suppressions: [{ resource: "bert" }] },
            "neuron-placement.scope must be one of auto, all\n  - neuron-placement.suppressions[0].reason is missing",
        ],
    ] as const) {
        it(`is refused by ${policy}, with everything in its options that it does not know`, async () => {
            await pack.configure({ [policy]: { level: enforcement.ADVISORY, properties } });
            const details =
                `Error validating resource with policy '${policy}' from policy pack 'ecs-inferentia@v${version}':\n` +
                `the configuration is wrong:\n  - ${problem}`;
            await assert.rejects(pack.analyze({ type: "pulumi:pulumi:Stack", name: "stack", properties: {} }), {
                details,
            });
        });
    }

    it("is refused before a resource is repaired, and before the stack is judged", async () => {
        const properties = { scop: "all" };
        await pack.configure({ "neuron-visible-devices": { level: enforcement.REMEDIATE, properties } });
        await assert.rejects(pack.remediate(bert), /neuron-visible-devices has no option "scop"/);
        await pack.configure({ "neuron-placement": { level, properties } });
        await assert.rejects(pack.analyzeStack([bert]), /neuron-placement has no option "scop"/);
    });

    it("is read anew where it changes, without a word of what held before", async () => {
        const suppressions = [{ resource: "bert", reason: "an experiment" }];
        await pack.configure({ "neuron-visible-devices": { level, properties: { suppressions } } });
        assert.deepStrictEqual(
            (await said(bert)).map(([policy]) => policy),
            ["neuron-suppressed"],
        );
        await pack.configure({});
        assert.deepStrictEqual(
            (await said(bert)).map(([policy]) => policy),
            ["neuron-visible-devices"],
        );
    });

    it("is taken when it is right, and changes what a rule says", async () => {
        await pack.configure({
            "neuron-visible-devices": { level: enforcement.ADVISORY, properties: { scope: "all" } },
        });
        assert.deepStrictEqual(await said(bert), [["neuron-visible-devices", complaint, enforcement.ADVISORY]]);
    });

    it("may speak of all rules at once", async () => {
        const web = {
            type,
            name: "web",
            properties: asText({ containerDefinitions: [{ name: "web", image: "nginx" }] }),
        };
        assert.deepStrictEqual(await said(web), []);
        await pack.configure({ "ecs-inferentia": { level, properties: { scope: "all" } } });
        assert.deepStrictEqual(
            (await said(web)).map(([policy]) => policy),
            ["neuron-rtd-sidecar"],
        );
    });

    it("refuses tasks of another runtime where it says so", async () => {
        const linuxParameters = { devices: [{ hostPath: "/dev/neuron0", containerPath: "/dev/neuron0" }] };
        const libnrt = {
            type,
            name: "bert",
            properties: asText({ containerDefinitions: [{ name: "bert", image: "bert", linuxParameters }] }),
        };
        assert.deepStrictEqual(await said(libnrt), []);
        await pack.configure({ "ecs-inferentia": { level, properties: { runtimes: ["neuron-rtd"] } } });
        assert.deepStrictEqual(
            (await said(libnrt)).map(([policy]) => policy),
            ["neuron-rtd-sidecar"],
        );
    });

    it("tells where a policy that informs has the level of all, how it gets its own", async () => {
        await pack.configure({
            "neuron-suppressed": { level },
            "neuron-unknown-at-preview": { level: enforcement.ADVISORY },
            "neuron-visible-devices": {
                level,
                properties: { suppressions: [{ resource: "bert", reason: "an experiment" }] },
            },
        });
        const unknown = {
            ...bert,
            name: "unknown",
            properties: { ...noDevices, containerDefinitions: unknownText },
        };
        const diagnostics = [...(await pack.analyze(bert)), ...(await pack.analyze(unknown))];
        assert.deepStrictEqual(
            diagnostics.map(({ policyName, message, enforcementLevel }) => [
                policyName,
                message.split("\n")[0],
                enforcementLevel,
            ]),
            [
                [
                    "neuron-suppressed",
                    "What a rule would say of a resource for which the configuration switches it off. It only " +
                        'informs: where "all" has another level, set "neuron-suppressed": "advisory" beside it.',
                    enforcement.MANDATORY,
                ],
                [
                    "neuron-unknown-at-preview",
                    "What is not known at preview is judged before the update touches the resource. It only " +
                        'informs: where "all" has another level, set "neuron-unknown-at-preview": "advisory" beside it.',
                    enforcement.ADVISORY,
                ],
            ],
        );
    });

    it("leaves rules that are disabled out of what is not known", async () => {
        await pack.configure({
            "neuron-rtd-sidecar": { level: enforcement.DISABLED },
            "neuron-rtd-address": { level: enforcement.DISABLED },
        });
        const unknown = { ...bert, properties: { ...noDevices, containerDefinitions: unknownText } };
        const [[, message = ""] = []] = await said(unknown);
        assert.match(String(message), /Not decided by: neuron-rtd-starts-first, neuron-rtd-capabilities, /);
        assert.doesNotMatch(String(message), /neuron-rtd-sidecar|neuron-rtd-address/);
    });

    it("switches a rule off for one resource, and what it would have said is reported with the reason", async () => {
        await pack.configure({
            "neuron-visible-devices": {
                level,
                properties: { suppressions: [{ resource: "bert", reason: "being migrated, see OPS-12" }] },
            },
        });
        assert.deepStrictEqual(await said(bert), [
            [
                "neuron-suppressed",
                "neuron-visible-devices is switched off for this resource, because: being migrated, see OPS-12. It " +
                    `would say: ${complaint}`,
                enforcement.ADVISORY,
            ],
        ]);
        assert.deepStrictEqual(await said({ ...bert, name: "other" }), [
            ["neuron-visible-devices", complaint, enforcement.MANDATORY],
        ]);
    });

    it("switches a rule off for one resource of the stack", async () => {
        const template = {
            type: "aws:ec2/launchTemplate:LaunchTemplate",
            name: "inf1",
            properties: { instanceType: "inf1.xlarge", metadataOptions: { httpTokens: "optional" } },
        };
        await pack.configure({
            "neuron-instance-imdsv2": {
                level,
                properties: { suppressions: [{ resource: urnOf(template), reason: "an old agent" }] },
            },
        });
        const policies = (diagnostics: readonly { policyName: string }[]) =>
            diagnostics.map(({ policyName }) => policyName).filter((name) => /imds|suppressed/.test(name));
        assert.deepStrictEqual(policies(await pack.analyze(template)), ["neuron-suppressed"]);
        assert.deepStrictEqual(policies(await pack.analyzeStack([template])), []);
    });
});

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

    const definition = example("neuron-visible-devices", "the sidecar has no devices");
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
