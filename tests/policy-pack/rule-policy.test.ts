import assert from "node:assert/strict";
import { rules, UNKNOWN } from "../../checks";
import { exampleOf } from "../../checks/examples";
import { configSchemaOf, policyOf } from "../../policy-pack/rule-policy";
import { Run } from "../../policy-pack/run";
import { reportsOf, stackReportsOf, type Shown } from "./shown";

const type = "aws-native:ecs:TaskDefinition";
const { definition: right } = exampleOf("neuron-rtd-sidecar", "the sidecar is essential by default");
const { definition: wrong } = exampleOf("neuron-visible-devices", "the devices are not contiguous");
const task = (definition: object): Shown => ({ type, name: "task", properties: definition });
const template = (properties: object): Shown => ({
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    name: "inf1",
    properties: { instanceType: "inf1.xlarge", metadataOptions: { httpTokens: "required" }, ...properties },
});

function policy(name: string, run = new Run()) {
    const rule = rules.find((one) => one.name === name);
    assert.ok(rule);
    return policyOf(rule, run);
}

const notOfRule = "does not apply: The rule says nothing of such resources before they are created.";
const gap =
    'container "neuron-rtd" has AWS_NEURON_VISIBLE_DEVICES "0,2", but there is a gap between 0 and 2: the list must be ' +
    "contiguous; it must be ALL, or a contiguous ascending list of device indexes such as 0 or 0,1: set it to ALL";
const userData = (script: string) => template({ userData: Buffer.from(script).toString("base64") });

describe("The policy of a rule, asked of a resource,", () => {
    const cases: [what: string, rule: string, shown: Shown, said: readonly string[]][] = [
        ["passes what is right", "neuron-visible-devices", task(right), []],
        ["reports what the rule finds", "neuron-visible-devices", task(wrong), [gap]],
        ["passes what another rule refuses", "neuron-rtd-address", task(wrong), []],
        [
            "leaves what is only advice to the policy of advice",
            "neuron-instance-user-data",
            userData("echo {} > /etc/docker/daemon.json"),
            [],
        ],
        ["does not apply to what the rule is not about", "neuron-visible-devices", template({}), [notOfRule]],
        [
            "does not apply to what no rule is about",
            "neuron-ami",
            { ...template({}), type: "aws:s3/bucket:Bucket" },
            [notOfRule],
        ],
        ["does not apply to what the rule judges in the stack only", "neuron-ami", template({}), [notOfRule]],
        [
            "does not apply where it does not decide, and says what is not known",
            "neuron-visible-devices",
            task({ ...right, containerDefinitions: UNKNOWN }),
            ["does not apply: Not known at preview: containerDefinitions."],
        ],
    ];
    for (const [what, rule, shown, expected] of cases) {
        it(what, () => assert.deepStrictEqual(reportsOf(policy(rule), shown), expected));
    }
});

describe("The policy of a rule, asked of a stack,", () => {
    const cluster = { type: "aws:ecs/cluster:Cluster", name: "ml", properties: {} };
    const ofStack = (rule: string, properties: object) => stackReportsOf(policy(rule), cluster, template(properties));

    it("is there for rules about more than task definitions", () =>
        assert.deepStrictEqual(
            ["neuron-ami", "neuron-visible-devices"].map((rule) => policy(rule).validateStack === undefined),
            [false, true],
        ));

    it("reports what the rule finds, of the resource", () =>
        assert.deepStrictEqual(ofStack("neuron-instance-imdsv2", { metadataOptions: { httpTokens: "optional" } }), [
            'inf1: launch template "inf1" launches Neuron instances and lets IMDSv1 in; it must require IMDSv2: set ' +
                'httpTokens to "required"',
        ]));

    it("leaves what is only advice to the policy of advice", () =>
        assert.deepStrictEqual(
            stackReportsOf(policy("neuron-instance-user-data"), cluster, userData("echo {} > /etc/docker/daemon.json")),
            [],
        ));

    it("does not apply where it does not decide, and says what is not known", () =>
        assert.deepStrictEqual(ofStack("neuron-ami", { imageId: UNKNOWN }), [
            "does not apply: Not known at preview: imageId.",
        ]));
});

describe("The schema of a policy's options", () => {
    it("has those of the rule, as CrossGuard takes them", () =>
        assert.deepStrictEqual(Object.keys(configSchemaOf("neuron-placement").properties ?? {}), [
            "scope",
            "suppressions",
        ]));
});
