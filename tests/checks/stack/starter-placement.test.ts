import assert from "node:assert/strict";
import { readStack } from "../../../checks/stack/read-stack";
import { expressionsOf, placedTypes, type PlacedTypes } from "../../../checks/stack/starter-placement";
import type { SourceResource } from "../../../checks/stack/source-resource";
import { capacity, inferenceService, inferenceTask, launching, memberOf } from "../inference-stack";
import { resource } from "../stack-resources";

const type = "attribute:ecs.instance-type";
const onEc2 = { capacityProviderStrategies: undefined, launchType: "EC2" };
const elsewhere = { capacityProviderStrategies: [{ capacityProvider: "elsewhere" }] };
const service = (properties: Record<string, unknown> = {}) => inferenceService("service", "task", properties);
const task = inferenceTask("task");
const clusters = [resource("cluster", "cluster"), resource("cluster", "other")];

const template = (instanceType: string, ...joined: string[]) =>
    resource("launchTemplate", instanceType, { instanceType }, { userData: joined });

/** A group of instances of a type, which join a cluster. */
const joining = (instanceType: string, cluster = "cluster") => [
    template(instanceType, cluster),
    resource("autoScalingGroup", `group of ${instanceType}`, { launchTemplate: { id: instanceType } }),
];

describe("The types on which the tasks of a service may be placed", () => {
    const placed = (own: SourceResource, ...others: readonly SourceResource[]) => {
        const stack = readStack([own, task, ...others]);
        const [only] = stack.starters;
        assert.ok(only);
        return placedTypes(only, stack);
    };
    const cases: [string, () => PlacedTypes | undefined, PlacedTypes | undefined][] = [
        [
            "are those that join its cluster",
            () => placed(service(onEc2), ...clusters, ...joining("inf2.xlarge")),
            { types: ["inf2.xlarge"], areLaunched: true },
        ],
        [
            "are those that its placement names, whatever else joins its cluster",
            () =>
                placed(
                    service({ ...onEc2, ...memberOf(`${type} == inf1.xlarge`) }),
                    ...clusters,
                    ...joining("inf2.xlarge"),
                ),
            { types: ["inf1.xlarge"], areLaunched: false },
        ],
        [
            "are those that its placement names, where its capacity is elsewhere",
            () => placed(service({ ...elsewhere, ...memberOf(`${type} == inf1.xlarge`) })),
            { types: ["inf1.xlarge"], areLaunched: false },
        ],
        [
            "are those that its capacity launches, as far as its placement names them",
            () =>
                placed(
                    service(memberOf(`${type} in [inf1.2xlarge, inf1.6xlarge]`)),
                    ...capacity(launching("inf1.xlarge", "inf1.2xlarge")),
                ),
            { types: ["inf1.2xlarge"], areLaunched: true },
        ],
        [
            "are those that its capacity launches, without those that its placement leaves out",
            () => placed(service(memberOf(`${type} != m5.large`)), ...capacity(launching("inf1.xlarge", "m5.large"))),
            { types: ["inf1.xlarge"], areLaunched: true },
        ],
        [
            "are not shown where its placement names none that its capacity launches",
            () => placed(service(memberOf(`${type} == inf1.6xlarge`)), ...capacity()),
            undefined,
        ],
        ["are not shown where its capacity is elsewhere", () => placed(service(elsewhere)), undefined],
    ];
    for (const [what, found, expected] of cases) {
        it(what, () => assert.deepStrictEqual(found(), expected));
    }
});

describe("The zones of the subnets of tasks with interfaces of their own", () => {
    const subnet = resource("subnet", "subnet", { availabilityZone: "us-west-2a" });
    const expressions = (networkMode: string, networkConfiguration: object) => {
        const own = inferenceService("service", "task", { networkConfiguration });
        const stack = readStack([own, inferenceTask("task", { networkMode }), subnet]);
        const [only] = stack.starters;
        assert.ok(only);
        return expressionsOf(only);
    };
    const inZone = ["attribute:ecs.availability-zone in [us-west-2a]"];
    it("are those of the instances", () =>
        assert.deepStrictEqual(expressions("awsvpc", { subnets: ["subnet"] }), inZone));
    it("are so in CloudFormation's spelling", () =>
        assert.deepStrictEqual(expressions("awsvpc", { awsvpcConfiguration: { subnets: ["subnet"] } }), inZone));
    it("say nothing of a subnet elsewhere", () =>
        assert.deepStrictEqual(expressions("awsvpc", { subnets: ["elsewhere"] }), []));
    it("say nothing of tasks without one", () =>
        assert.deepStrictEqual(expressions("bridge", { subnets: ["subnet"] }), []));
});
