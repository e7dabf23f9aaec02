import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import type { ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { rules } from "../../checks";
import { exampleOf } from "../../checks/examples";
import { optionsPolicy } from "../../policy-pack/options-policy";
import { policyOf } from "../../policy-pack/rule-policy";
import { Run } from "../../policy-pack/run";
import { sdkPolicies } from "../../policy-pack/sdk-policies";
import { suppressedPolicy } from "../../policy-pack/suppressed-policy";

const notApplicable = new Error("not applicable");
const names = ["neuron-visible-devices", "neuron-instance-imdsv2"];

/** The policy of options, a rule about task definitions, one about launch templates, and one that informs. */
function policies(run = new Run()) {
    const ofRules = rules.filter(({ name }) => names.includes(name)).map((rule) => policyOf(rule, run));
    return sdkPolicies(optionsPolicy, [...ofRules, suppressedPolicy(run)], run);
}

type Policies = ReturnType<typeof policies>;
type Options = Readonly<Record<string, object>>;

/** What comes of a call: whether the policy read what it was shown, and what it reported. */
function outcomeOf(call: (read: () => void, report: () => void) => unknown): string {
    let seen = "";
    try {
        call(
            () => (seen ||= "reads"),
            () => (seen = "reports"),
        );
        return seen === "" ? "passes" : seen;
    } catch (error) {
        assert.equal(error, notApplicable);
        return seen === "" ? "does not apply" : `${seen}, does not apply`;
    }
}

/** Shows a resource to the policies one after the other, as the SDK does. */
function show(all: Policies, type: string, properties: object, options: Options = {}): string[] {
    return all.map(({ name, validateResource }) =>
        outcomeOf((read, report) => {
            const args = {
                type,
                urn: `urn:pulumi:stack::project::${type}::one`,
                opts: {},
                get props() {
                    read();
                    return structuredClone(properties);
                },
                getConfig: () => options[name] ?? {},
                isType: () => false,
                notApplicable: () => {
                    throw notApplicable;
                },
            } as unknown as ResourceValidationArgs;
            for (const validate of [validateResource ?? []].flat()) {
                void validate(args, report);
            }
        }),
    );
}

/** Shows a stack to the policies that have a function for it. Whether the stack has a type, the SDK sees without it. */
function showStack(all: Policies, type: string, properties: object): string[] {
    return all.flatMap(({ validateStack }) =>
        validateStack === undefined
            ? []
            : "__pulumiType" in validateStack
              ? "does not apply"
              : outcomeOf((read, report) => {
                    const resource = { type, urn: "urn:one", props: properties, propertyDependencies: {} };
                    const args = {
                        get resources() {
                            read();
                            return [{ ...resource, isType: () => false }];
                        },
                        getConfig: () => ({}),
                        notApplicable: () => {
                            throw notApplicable;
                        },
                    } as unknown as StackValidationArgs;
                    void validateStack(args, report);
                }),
    );
}

const task = "aws:ecs/taskDefinition:TaskDefinition";
const template = "aws:ec2/launchTemplate:LaunchTemplate";
const { definition: right } = exampleOf("neuron-rtd-sidecar", "the sidecar is essential by default");
const { definition: wrong } = exampleOf("neuron-visible-devices", "the devices are not contiguous");
const launchTemplate = {
    instanceType: "inf1.xlarge",
    imageId:
        "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/inf/amzn2-ami-ecs-inf-hvm-2.0.20220822-x86_64-ebs/image_id",
};
const everyoneOfRight = ["reads, does not apply", "reads", "reads, does not apply", "reads"];

describe("Policies as the SDK asks them", () => {
    it("are all asked of the first resource, so that each hands over its options", () =>
        assert.deepStrictEqual(show(policies(), task, right), everyoneOfRight));

    for (const [what, type, properties, outcomes] of [
        ["none but the first of what is right", task, right, ["passes", "does not apply", "passes"]],
        ["those that have something to report", task, wrong, ["reports", "does not apply", "reads"]],
        [
            "none but the first of what no rule is about",
            "aws:s3/bucket:Bucket",
            {},
            ["does not apply", "does not apply", "passes"],
        ],
    ] as const) {
        it(`are asked later: ${what}`, () => {
            const all = policies();
            show(all, "pulumi:pulumi:Stack", {});
            const [first, ...others] = show(all, type, properties);
            assert.match(String(first), /does not apply$/);
            assert.deepStrictEqual(others, outcomes);
        });
    }

    it("are all asked where the first is disabled", async () => {
        const all = policies();
        show(all, task, right);
        await setImmediate();
        assert.deepStrictEqual(show(all.slice(1), task, right), everyoneOfRight.slice(1));
    });

    it("are asked again where their options change", () => {
        const all = policies();
        const options: Record<string, object> = {};
        show(all, task, right, options);
        options["neuron-instance-imdsv2"] = { scope: "all" };
        assert.deepStrictEqual(show(all, task, right, options).slice(1), ["passes", "reads, does not apply", "passes"]);
        assert.deepStrictEqual(show(all, task, right, options).slice(1), ["passes", "does not apply", "passes"]);
    });

    it("are asked of a stack where they have something to report of it", () => {
        const stack = (httpTokens: string) => {
            const all = policies();
            show(all, "pulumi:pulumi:Stack", {});
            return showStack(all, template, { ...launchTemplate, metadataOptions: { httpTokens } });
        };
        assert.deepStrictEqual(stack("required"), ["reads", "does not apply", "does not apply"]);
        assert.deepStrictEqual(stack("optional"), ["reads", "reports", "reads"]);
    });
});
