import assert from "node:assert/strict";
import { hostsOf } from "../../../checks/stack/hosts";
import { readStack } from "../../../checks/stack/read-stack";
import type { SourceResource } from "../../../checks/stack/source-resource";
import { UNKNOWN } from "../../../ecs/known";
import { undecidedAt } from "../../paths";
import { capacity, inferenceService, inferenceTask } from "../inference-stack";
import { resource } from "../stack-resources";

/** The instances that may take tasks of the service: where, and what they answer for some attributes. */
function hosts(properties: Record<string, unknown>, ...others: readonly SourceResource[]) {
    const stack = readStack([inferenceService("service", "task", properties), inferenceTask("task"), ...others]);
    const [starter] = stack.starters;
    assert.ok(starter);
    const { hosts: found, areAll } = hostsOf(starter, stack);
    const attributes = ["availability-zone", "ami-id", "os-type"].map((one) => `attribute:ecs.${one}`);
    return {
        areAll,
        hosts: found.map(({ pool, instanceType, instance, getsTasks }) => [
            `${pool} ${String(instanceType)}${getsTasks ? "" : " perhaps"}`,
            ...attributes.map(instance),
        ]),
    };
}

const strategy = (...items: readonly object[]) => ({ capacityProviderStrategies: items });
const managed = (requirements: object) =>
    resource("capacityProvider", "managed", {
        managedInstancesProvider: { instanceLaunchTemplate: { instanceRequirements: requirements } },
    });

describe("The instances that may take tasks of a starter", () => {
    it("are those behind its capacity provider, with what the launch template tells", () =>
        assert.deepStrictEqual(hosts({}, ...capacity({ template: { imageId: "ami-1" } })), {
            areAll: true,
            hosts: [["group inf1.xlarge", UNKNOWN, "ami-1", "linux"]],
        }));

    it("are one for each type and zone", () => {
        const group = {
            availabilityZones: ["a", "b"],
            mixedInstancesPolicy: { launchTemplate: { overrides: [{ instanceType: "inf1.xlarge" }] } },
        };
        assert.deepStrictEqual(
            hosts({}, ...capacity({ group })).hosts.map(([pool, zone]) => [pool, zone]),
            [
                ["group inf1.xlarge", "a"],
                ["group inf1.xlarge", "b"],
            ],
        );
    });

    it("have no known AMI where that comes from a parameter, and Windows where the user data is for it", () =>
        assert.deepStrictEqual(
            hosts(
                {},
                ...capacity({ template: { imageId: "resolve:ssm:/ami", userData: "<powershell>x</powershell>" } }),
            ).hosts,
            [["group inf1.xlarge", UNKNOWN, UNKNOWN, "windows"]],
        ));

    it("are perhaps those of a provider that may get none", () => {
        const either = strategy(
            { capacityProvider: "inf1", weight: UNKNOWN },
            { capacityProvider: "FARGATE", weight: 1 },
        );
        assert.deepStrictEqual(
            hosts(either, ...capacity()).hosts.map(([pool]) => pool),
            ["group inf1.xlarge perhaps"],
        );
    });

    it("are those of Managed Instances that meet the requirements, without Inf1", () =>
        assert.deepStrictEqual(
            hosts(
                strategy({ capacityProvider: "managed", weight: 1 }),
                ...capacity(),
                managed({ allowedInstanceTypes: ["inf1.xlarge", "inf2.xlarge"] }),
            ),
            { areAll: true, hosts: [["managed inf2.xlarge", UNKNOWN, UNKNOWN, "linux"]] },
        ));

    it("are not all where a provider is elsewhere", () =>
        assert.deepStrictEqual(
            hosts(
                strategy({ capacityProvider: "inf1", weight: 1 }, { capacityProvider: "other", weight: 1 }),
                ...capacity(),
            ),
            { areAll: false, hosts: [["group inf1.xlarge", UNKNOWN, UNKNOWN, "linux"]] },
        ));

    it("are none that the stack shows, where no instance joins the cluster", () =>
        assert.deepStrictEqual(hosts({ capacityProviderStrategies: undefined, launchType: "EC2" }), {
            areAll: false,
            hosts: [],
        }));

    it("are not decided while the strategy is not known", () =>
        assert.throws(() => hosts({ capacityProviderStrategies: UNKNOWN }), undecidedAt("capacity providers")));
});
