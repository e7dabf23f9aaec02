import assert from "node:assert/strict";
import { advicePolicy } from "../../policy-pack/advice-policy";
import { Run } from "../../policy-pack/run";
import { askRules, askRulesOfStack, reportsOf, stackReportsOf } from "./shown";

const rule = "neuron-instance-user-data";
const advised = {
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    name: "inf1",
    properties: {
        instanceType: "inf1.xlarge",
        metadataOptions: { httpTokens: "optional" },
        userData: Buffer.from("echo {} > /etc/docker/daemon.json").toString("base64"),
    },
};
const cluster = { type: "aws:ecs/cluster:Cluster", name: "ml", properties: {} };
const advice =
    `${rule}: the user data of launch template "inf1" replaces /etc/docker/daemon.json, and what stands there is lost: ` +
    "merge into it";

/** What is said of the launch template, which a rule has checked. */
function saidOf(name: string): readonly string[] {
    const run = new Run();
    askRules(run, advised, [name]);
    return reportsOf(advicePolicy(run), advised);
}

describe("neuron-advice", () => {
    it("says what a rule only advises, with the rule's name", () => assert.deepStrictEqual(saidOf(rule), [advice]));

    it("says nothing of what breaks, which its rule says itself", () =>
        assert.deepStrictEqual(saidOf("neuron-instance-imdsv2"), []));

    it("says nothing for a rule that is disabled, and so has not checked", () =>
        assert.deepStrictEqual(saidOf("neuron-ami"), []));

    it("says of a stack what it has not said of its resources", () => {
        const run = new Run();
        askRulesOfStack(run, [cluster, advised], [rule]);
        assert.deepStrictEqual(stackReportsOf(advicePolicy(run), advised), [`inf1: ${advice}`]);
    });
});
