import assert from "node:assert/strict";
import { kindsJudgedBy, rules, stackRules, taskRules } from "../../../checks/rules";

const ofBoth = ["neuron-compatible-launch-type", "neuron-placement"];
const ofBothToo = ["neuron-image-supports-instance", "neuron-task-fits"];
const ofOtherRuntimes = ["libnrt-devices", "managed-neuron-device"];
const ofTasks = [
    "neuron-rtd-sidecar",
    "neuron-rtd-starts-first",
    "neuron-rtd-capabilities",
    "neuron-rtd-shared-volume",
    "neuron-rtd-address",
    "neuron-visible-devices",
    "neuron-rtd-least-privilege",
    ...ofBoth,
    ...ofBothToo,
    "neuron-runtime-mixed",
    ...ofOtherRuntimes,
];
const ofStacks = [
    "neuron-rtd-sidecar",
    ...ofBoth,
    "neuron-devices-exist",
    ...ofBothToo,
    "one-inference-task-per-instance",
    "neuron-ami",
    "neuron-driver-supports-runtime",
    "neuron-instance-imdsv2",
    "neuron-instance-hop-limit",
    "neuron-instance-user-data",
    "static-host-port-deployment",
    "load-balancer-port-exists",
    "health-check-grace-period",
    "scaling-fits-pool",
    ...ofOtherRuntimes,
];

describe("The rules", () => {
    it("over task definitions are those that one definition decides", () =>
        assert.deepStrictEqual(
            taskRules.map(({ name }) => name),
            ofTasks,
        ));

    it("each judge some kind of resource, of which the page of a rule tells", () => {
        const kinds = new Map(rules.map((rule) => [rule.name, kindsJudgedBy(rule)]));
        assert.deepStrictEqual(
            [...kinds].filter(([, those]) => those.length === 0),
            [],
        );
        assert.deepStrictEqual(kinds.get("neuron-placement"), ["taskDefinition", "taskStarter"]);
        assert.deepStrictEqual(kinds.get("neuron-ami"), ["launchTemplate"]);
        assert.deepStrictEqual(kinds.get("scaling-fits-pool"), ["scalableTarget"]);
    });

    it("over stacks are those about services, launch templates and scalable targets", () =>
        assert.deepStrictEqual(
            stackRules.map(({ name }) => name),
            ofStacks,
        ));

    it("are all of these", () =>
        assert.deepStrictEqual(rules.map(({ name }) => name).sort(), [...new Set([...ofTasks, ...ofStacks])].sort()));
});
