import assert from "node:assert/strict";
import { UNKNOWN } from "../../checks";
import { exampleOf } from "../../checks/examples";
import { Run } from "../../policy-pack/run";
import { unknownPolicy } from "../../policy-pack/unknown-policy";
import { askRules, askRulesOfStack, reportsOf, stackReportsOf, urnOf, type Shown } from "./shown";

const { definition } = exampleOf("neuron-rtd-sidecar", "the sidecar is essential by default");
const [model, sidecar] = definition["containerDefinitions"] as readonly [object, object];
const type = "aws-native:ecs:TaskDefinition";
const task = (containers: unknown): Shown => ({
    type,
    name: "task",
    properties: { ...definition, containerDefinitions: containers },
});

/** What is said of a resource that rules have checked before, and the resources around it. */
function unknown(shown: Shown, names?: readonly string[], ...before: readonly Shown[]): readonly string[] {
    const run = new Run();
    [...before, shown].forEach((one) => askRules(run, one, names));
    return reportsOf(unknownPolicy(run), shown);
}

const before = "not known at preview, because it comes from a resource that is not there yet: ";

describe("neuron-unknown-at-preview", () => {
    it("says nothing of what is known", () => assert.deepStrictEqual(unknown(task([model, sidecar])), []));

    it("does not promise to check later what ECS reads only when a task starts", () =>
        assert.deepStrictEqual(
            unknown(
                task([
                    { ...model, environment: [], secrets: [{ name: "NEURON_RTD_ADDRESS", valueFrom: "address" }] },
                    sidecar,
                ]),
            ),
            [
                "not known, because ECS reads the values only when a task starts: containerDefinitions[0].secrets. Not " +
                    "decided by: neuron-rtd-shared-volume, neuron-rtd-address. Set what is no secret in environment, " +
                    "where it can be checked",
            ],
        ));

    it("does not promise to check later what it does not read in a value that is known", () =>
        assert.deepStrictEqual(
            unknown(
                task([{ ...model, entryPoint: ["sh", "-c"], command: ["start() { neuron-rtd; }; start"] }, sidecar]),
            ),
            [
                "not decided, because not all of it is read: containerDefinitions[0].command (a function or arithmetic " +
                    "is not read). Not decided by: neuron-rtd-sidecar. Look at it yourself, or write it without that",
            ],
        ));

    it("says in one finding what it cannot judge while the container definitions are not known", () =>
        assert.deepStrictEqual(unknown(task(UNKNOWN)), [
            `${before}containerDefinitions. Not decided by: neuron-rtd-sidecar, neuron-rtd-starts-first, ` +
                "neuron-rtd-capabilities, neuron-rtd-shared-volume, neuron-rtd-address, neuron-visible-devices, " +
                "neuron-rtd-least-privilege, neuron-compatible-launch-type, neuron-placement, " +
                "neuron-image-supports-instance, neuron-task-fits, neuron-runtime-mixed, libnrt-devices, " +
                "managed-neuron-device. Whether this is an inference task is not known either; if it is, it is " +
                "checked before the update touches this resource",
        ]));

    it("leaves out rules that are disabled, and so have not checked", () =>
        assert.deepStrictEqual(unknown(task(UNKNOWN), ["neuron-rtd-capabilities", "neuron-placement"]), [
            `${before}containerDefinitions. Not decided by: neuron-rtd-capabilities, neuron-placement. Whether this is ` +
                "an inference task is not known either; if it is, it is checked before the update touches this resource",
        ]));

    it("names the input of TaskDefinition that is not known, while its container definitions are not", () => {
        const component: Shown = {
            type: "ecs-inferentia:index:TaskDefinition",
            name: "inference",
            properties: { containers: [{ name: "bert", image: UNKNOWN }], visibleDevices: "0" },
        };
        const child = { ...task(UNKNOWN), parent: urnOf(component) };
        assert.deepStrictEqual(unknown(component), []);
        assert.deepStrictEqual(unknown(child, undefined, component), [
            `${before}containers[0].image of "inference", from which containerDefinitions is made. Not decided by: ` +
                "neuron-rtd-sidecar. It is checked before the update touches this resource",
        ]);
    });

    it("says of each resource of a stack what is checked during the update, and what is not read", () => {
        const run = new Run();
        const template = (name: string, properties: object): Shown => ({
            type: "aws:ec2/launchTemplate:LaunchTemplate",
            name,
            properties: { instanceType: "inf1.xlarge", metadataOptions: { httpTokens: "required" }, ...properties },
        });
        const stack = [
            template("right", { imageId: "ami-0123456789abcdef0" }),
            template("unknown", { imageId: UNKNOWN }),
            template("unread", {
                imageId: "ami-0123456789abcdef0",
                userData: Buffer.from("configure() { echo ECS_CLUSTER=a > /etc/ecs/ecs.config; }; configure").toString(
                    "base64",
                ),
            }),
        ];
        askRulesOfStack(run, stack, ["neuron-ami", "neuron-instance-user-data"]);
        assert.deepStrictEqual(stackReportsOf(unknownPolicy(run), ...stack), [
            `unknown: ${before}imageId. Not decided by: neuron-ami. It is checked during the update`,
            "unread: not decided, because not all of it is read: userData (a function or arithmetic is not read). Not " +
                "decided by: neuron-instance-user-data. Look at it yourself, or write it without that",
        ]);
    });
});
