import assert from "node:assert/strict";
import { exampleOf } from "../../checks/examples";
import { version } from "../../policy-pack/package.json";
import { enforcement, packFolder, servePolicyPack, unknownText, type PolicyServer } from "./policy-server";
import { asText } from "./shown";

const type = "aws:ecs/taskDefinition:TaskDefinition";
const { MANDATORY: level } = enforcement;

function example(rule: string, title: string): Record<string, unknown> & { containerDefinitions: unknown } {
    return exampleOf(rule, title).definition as ReturnType<typeof example>;
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

    it("is refused before a resource is repaired, and before the stack is checked", async () => {
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
});
