import assert from "node:assert/strict";
import { AwsProvider } from "../../../../emulation/providers/aws/provider";
import { resourceTypes } from "../../../../emulation/providers/aws/resource-types";
import { rightInputs, type ResourceToken } from "./right-inputs";

type Inputs = Record<string, unknown>;

const role = "aws:iam/role:Role";
const seed = new Uint8Array([1, 2, 3]);

function checked(
    type: ResourceToken,
    change: Inputs,
    { name = "it", olds = {}, with: used = seed }: { name?: string; olds?: Inputs; with?: Uint8Array } = {},
): Inputs {
    const { inputs, failures } = new AwsProvider().check(
        { type, name },
        olds,
        { ...rightInputs[type], ...change },
        used,
    );
    assert.deepStrictEqual(failures, []);
    return inputs;
}

describe("generated names", () => {
    const named = (Object.keys(rightInputs) as ResourceToken[]).filter(
        (type) => checked(type, {})["name"] !== undefined,
    );

    it("are those of the types that Pulumi's provider names", () => {
        assert.deepStrictEqual(named.sort(), [
            "aws:appautoscaling/policy:Policy",
            "aws:appautoscaling/scheduledAction:ScheduledAction",
            "aws:autoscaling/group:Group",
            "aws:autoscaling/lifecycleHook:LifecycleHook",
            "aws:cloudwatch/logGroup:LogGroup",
            "aws:cloudwatch/metricAlarm:MetricAlarm",
            "aws:ec2/launchTemplate:LaunchTemplate",
            "aws:ec2/securityGroup:SecurityGroup",
            "aws:ecr/repository:Repository",
            "aws:ecs/capacityProvider:CapacityProvider",
            "aws:ecs/cluster:Cluster",
            "aws:ecs/service:Service",
            "aws:iam/instanceProfile:InstanceProfile",
            "aws:iam/policy:Policy",
            "aws:iam/role:Role",
            "aws:iam/rolePolicy:RolePolicy",
            "aws:lb/loadBalancer:LoadBalancer",
            "aws:lb/targetGroup:TargetGroup",
            "aws:servicediscovery/httpNamespace:HttpNamespace",
            "aws:sqs/queue:Queue",
        ]);
    });

    for (const type of Object.keys(resourceTypes) as ResourceToken[]) {
        if (resourceTypes[type]?.autoName === undefined) {
            continue;
        }
        it(`are the resource's name and seven hexadecimal digits for ${type}`, () => {
            assert.match(String(checked(type, {})["name"]), /^it-[0-9a-f]{7}$/);
        });
    }

    it("are the same for the same seed, and others for another", () => {
        const names = [seed, seed, new Uint8Array([4])].map((used) => checked(role, {}, { with: used })["name"]);
        assert.equal(names[0], names[1]);
        assert.notEqual(names[0], names[2]);
    });

    it("are marked as the provider's own", () => {
        assert.deepStrictEqual(checked(role, {})["__defaults"], [
            "forceDetachPolicies",
            "maxSessionDuration",
            "name",
            "path",
        ]);
        assert.deepStrictEqual(checked(role, { name: "mine" })["__defaults"], [
            "forceDetachPolicies",
            "maxSessionDuration",
            "path",
        ]);
    });

    it("are kept from before", () => {
        const olds = checked(role, {});
        assert.equal(checked(role, {}, { olds, with: new Uint8Array([4]) })["name"], olds["name"]);
    });

    it("do not keep a name that the program gave and gives no more", () => {
        const olds = checked(role, { name: "mine" });
        assert.match(String(checked(role, {}, { olds })["name"]), /^it-[0-9a-f]{7}$/);
    });

    it("are left to AWS's time when the program gives a prefix", () => {
        const { name, namePrefix } = checked(role, { namePrefix: "mine-" });
        assert.deepStrictEqual([name, namePrefix], [undefined, "mine-"]);
    });

    it("are in lower case where AWS takes no other", () => {
        assert.match(
            String(checked("aws:ecr/repository:Repository", {}, { name: "Model" })["name"]),
            /^model-[0-9a-f]{7}$/,
        );
    });

    it("are refused when AWS takes none so long", () => {
        const name = "r".repeat(57);
        const { failures } = new AwsProvider().check({ type: role, name }, {}, rightInputs[role], seed);
        const [failure] = failures;
        assert.equal(failures.length, 1);
        assert.equal(failure?.property, "name");
        assert.match(
            String(failure.reason),
            /^the generated name "r{57}-[0-9a-f]{7}" has 65 characters, AWS takes 64: name it, or shorten/,
        );
    });
});
