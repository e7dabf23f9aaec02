import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { groupsOf, instanceTypesOf } from "../../../checks/stack/instances";
import { hostsOf } from "../../../checks/stack/hosts";
import { readStack } from "../../../checks/stack/read-stack";
import type { AutoScalingGroup } from "../../../checks/stack/stack-resources";
import { undecidedAt } from "../../paths";
import { resource } from "../stack-resources";

describe("An Auto Scaling group is read", () => {
    const templates = (
        properties: Record<string, unknown>,
        other = resource("launchTemplate", "template", { name: "named" }),
    ) => {
        const [group] = readStack([resource("autoScalingGroup", "group", properties), other]).autoScalingGroups;
        const reference = group?.launchTemplate;
        return reference === undefined || reference === UNKNOWN ? reference : reference.targets.map(({ id }) => id);
    };
    const specification = (launchTemplateSpecification: object) => ({
        mixedInstancesPolicy: { launchTemplate: { launchTemplateSpecification } },
    });
    const ways: [string, Record<string, unknown>][] = [
        ["id", { launchTemplate: { id: "template" } }],
        ["launchTemplateId", { launchTemplate: { launchTemplateId: "template" } }],
        ["name", { launchTemplate: { name: "named" } }],
        ["launchTemplateName", { launchTemplate: { launchTemplateName: "named" } }],
        ["the id of a mixed instances policy", specification({ launchTemplateId: "template" })],
        ["the name of a mixed instances policy", specification({ launchTemplateName: "named" })],
    ];
    for (const [what, properties] of ways) {
        it(`with the launch template that it names by ${what}`, () =>
            assert.deepStrictEqual(templates(properties), ["template"]));
    }

    for (const key of ["launchConfiguration", "launchConfigurationName"]) {
        it(`with the launch configuration that it names by ${key}`, () =>
            assert.deepStrictEqual(templates({ [key]: "old" }, resource("launchConfiguration", "old")), ["old"]));
    }

    it("with the overrides of a mixed instances policy, under either name, and its size", () => {
        const read = (key: string) => {
            const launchTemplate = { [key]: [{ instanceType: "inf1.xlarge" }, {}] };
            const [group] = readStack([
                resource("autoScalingGroup", "group", { maxSize: "3", mixedInstancesPolicy: { launchTemplate } }),
            ]).autoScalingGroups;
            return [group?.instanceTypes, group?.maxSize];
        };
        assert.deepStrictEqual(["overrides", "override"].map(read), [
            [["inf1.xlarge", UNKNOWN], 3],
            [["inf1.xlarge", UNKNOWN], 3],
        ]);
    });

    it("without a launch template that it does not name", () => assert.deepStrictEqual(templates({}), []));
});

const a = resource("launchTemplate", "a", { instanceType: "inf1.xlarge" });
const b = resource("launchTemplate", "b", { instanceType: "inf2.xlarge" });

/** What each group launches: its template, and the types. */
function launched(kind: "autoScalingGroup" | "fleet", properties: object, type?: string): readonly unknown[] {
    const own = { ...resource(kind, "own", { ...properties }), ...(type !== undefined && { type }) };
    return readStack([own, a, b]).autoScalingGroups.map((group) => [templateOf(group), instanceTypesOf(group)]);
}

function templateOf({ launchTemplate }: AutoScalingGroup): unknown {
    return launchTemplate === UNKNOWN ? UNKNOWN : launchTemplate.targets.map(({ id }) => id).join();
}

describe("An Auto Scaling group whose overrides name launch templates is read", () => {
    const mixedOf = (launchTemplateId: unknown, ...overrides: object[]) => ({
        mixedInstancesPolicy: { launchTemplate: { launchTemplateSpecification: { launchTemplateId }, overrides } },
    });
    const mixed = (...overrides: object[]) => mixedOf("a", ...overrides);
    const unnamed = { launchTemplateSpecification: { launchTemplateId: UNKNOWN } };
    const ofB = { launchTemplateSpecification: { launchTemplateId: "b" } };

    it("with each of them, and its types", () =>
        assert.deepStrictEqual(
            launched(
                "autoScalingGroup",
                mixed({ instanceType: "inf1.2xlarge" }, { ...ofB, instanceType: "inf2.8xlarge" }),
            ),
            [
                ["a", ["inf1.2xlarge"]],
                ["b", ["inf2.8xlarge"]],
            ],
        ));

    it("with the type of the template where the override has none", () =>
        assert.deepStrictEqual(launched("autoScalingGroup", mixed(ofB)), [["b", ["inf2.xlarge"]]]));

    for (const empty of [[], null, {}, [{ launchTemplateId: "", launchTemplateName: "" }]]) {
        it(`with its own where an override has ${JSON.stringify(empty)}, as providers answer for none`, () =>
            assert.deepStrictEqual(
                launched(
                    "autoScalingGroup",
                    mixed({ instanceType: "inf1.2xlarge", launchTemplateSpecification: empty }),
                ),
                [["a", ["inf1.2xlarge"]]],
            ));
    }

    it("without the template of an override that is not known", () => {
        const unknown = { instanceType: "inf2.8xlarge", launchTemplateSpecification: { launchTemplateId: UNKNOWN } };
        assert.deepStrictEqual(launched("autoScalingGroup", mixed(unknown)), [[UNKNOWN, ["inf2.8xlarge"]]]);
    });

    const settings = (kind: string) => `echo 'ECS_INSTANCE_ATTRIBUTES={"kind": "${kind}"}' >> /etc/ecs/ecs.config`;
    const hosts = (properties: Record<string, unknown>, dependencies: Record<string, string[]> = {}) => {
        const stack = readStack([
            resource("service", "service", { capacityProviderStrategies: [{ capacityProvider: "provider" }] }),
            resource("capacityProvider", "provider", { autoScalingGroupProvider: { autoScalingGroupArn: "group" } }),
            resource("autoScalingGroup", "group", properties, dependencies),
            resource("launchTemplate", "a", { userData: settings("one") }),
            resource("launchTemplate", "b", { instanceType: "inf2.xlarge", userData: settings("two") }),
        ]);
        const [starter] = stack.starters;
        assert.ok(starter);
        return hostsOf(starter, stack).hosts.map(({ pool, instanceType, instance }) => [
            pool,
            instanceType,
            instance("attribute:kind"),
        ]);
    };

    it("as one capacity, with what each template tells of its instances", () =>
        assert.deepStrictEqual(hosts(mixed({ instanceType: "inf1.xlarge" }, ofB)), [
            ["group", "inf1.xlarge", "one"],
            ["group", "inf2.xlarge", "two"],
        ]));

    it("without the types of a template, while it is not known which of them an override names", () => {
        const own = resource("autoScalingGroup", "own", mixedOf(UNKNOWN, unnamed, { ...unnamed, instanceType: "x" }), {
            mixedInstancesPolicy: ["a", "b"],
        });
        const groups = readStack([own, a, b]).autoScalingGroups;
        assert.deepStrictEqual(
            groups.map(({ instanceTypes }) => instanceTypes),
            [UNKNOWN, ["x"]],
        );
    });

    it("without what a template tells, while it is not known which of them it is", () => {
        const type = { instanceType: "inf2.xlarge" };
        const overrides = [type, { ...type, ...unnamed }];
        assert.deepStrictEqual(hosts(mixedOf(UNKNOWN, ...overrides), { mixedInstancesPolicy: ["a", "b"] }), [
            ["group", "inf2.xlarge", UNKNOWN],
            ["group", "inf2.xlarge", UNKNOWN],
        ]);
    });
});

describe("An Auto Scaling group whose overrides name types is read", () => {
    const inf2 = { acceleratorManufacturers: ["amazon-web-services"], acceleratorNames: ["inferentia"] };
    const types = (...overrides: object[]) => {
        const launchTemplate = { launchTemplateSpecification: { launchTemplateId: "a" }, overrides };
        return launched("autoScalingGroup", { mixedInstancesPolicy: { launchTemplate } });
    };

    it("with the types that meet their requirements", () =>
        assert.deepStrictEqual(types({ instanceRequirements: { ...inf2, allowedInstanceTypes: ["inf1.6xlarge"] } }), [
            ["a", ["inf1.6xlarge"]],
        ]));

    it("with one that is not known where a requirement is not", () => {
        const overrides = [{ instanceRequirements: { acceleratorNames: UNKNOWN } }];
        const [group] = readStack([
            resource("autoScalingGroup", "own", { mixedInstancesPolicy: { launchTemplate: { overrides } } }),
        ]).autoScalingGroups;
        assert.deepStrictEqual(group?.instanceTypes, [UNKNOWN]);
    });

    it("with the type that is named, whatever else an override has", () =>
        assert.deepStrictEqual(types({ instanceType: "inf1.xlarge", instanceRequirements: inf2 }), [
            ["a", ["inf1.xlarge"]],
        ]));

    it("with the requirements of an override that names another template", () =>
        assert.deepStrictEqual(
            types({
                launchTemplateSpecification: { launchTemplateId: "b" },
                instanceRequirements: { allowedInstanceTypes: ["inf1.2xlarge"] },
            }),
            [["b", ["inf1.2xlarge"]]],
        ));
});

describe("An instance is read", () => {
    const userData = "echo ECS_CLUSTER=ml >> /etc/ecs/ecs.config";
    const template = resource("launchTemplate", "template", {
        name: "named",
        instanceType: "inf1.xlarge",
        imageId: "ami-0123456789abcdef0",
        userData,
    });
    const read = (properties: Record<string, unknown>, dependencies: Record<string, string[]> = {}) => {
        const own = resource("instance", "own", properties, dependencies);
        const [group] = readStack([resource("cluster", "ml", { name: "ml" }), template, own]).autoScalingGroups;
        assert.ok(group !== undefined && group.launchTemplate !== UNKNOWN);
        const [launched] = group.launchTemplate.targets;
        return [launched?.instanceType, launched?.imageId, launched?.clusters.map(({ id }) => id), group.maxSize];
    };

    for (const launchTemplate of [
        { id: "template" },
        { launchTemplateId: "template" },
        { name: "named" },
        { launchTemplateName: "named" },
    ]) {
        it(`with what its launch template has, named by ${Object.keys(launchTemplate).join()}`, () =>
            assert.deepStrictEqual(read({ launchTemplate }), ["inf1.xlarge", "ami-0123456789abcdef0", ["ml"], 1]));
    }

    it("with its own in place of what its launch template has", () =>
        assert.deepStrictEqual(
            read({
                launchTemplate: { id: "template" },
                instanceType: "inf2.xlarge",
                ami: "ami-1",
                userData: "#!/bin/sh",
            }),
            ["inf2.xlarge", "ami-1", [], 1],
        ));

    it("with a type that is not known while its launch template is not", () =>
        assert.deepStrictEqual(read({ launchTemplate: { id: UNKNOWN } }), [UNKNOWN, undefined, [], 1]));

    it("without a launch template", () =>
        assert.deepStrictEqual(read({ userData }), [undefined, undefined, ["ml"], 1]));
});

describe("A fleet is read", () => {
    const configuration = (id: unknown, ...overrides: object[]) => ({
        launchTemplateSpecification: { launchTemplateId: id },
        overrides,
    });
    const both = [
        ["a", ["inf1.2xlarge", "inf1.6xlarge"]],
        ["b", ["inf2.xlarge"]],
    ];
    const configurations = [
        configuration("a", { instanceType: "inf1.2xlarge" }, { instanceType: "inf1.6xlarge" }),
        configuration("b"),
    ];

    it("with each of its configurations", () =>
        assert.deepStrictEqual(launched("fleet", { launchTemplateConfigs: configurations }), both));

    it("with each of its configurations, as Terraform names them", () =>
        assert.deepStrictEqual(
            launched("fleet", {
                launchTemplateConfig: configurations.map(({ overrides, ...rest }) => ({
                    ...rest,
                    override: overrides,
                })),
            }),
            both,
        ));

    it("with each of its configurations, as CloudFormation has those of a spot fleet", () =>
        assert.deepStrictEqual(
            launched(
                "fleet",
                { SpotFleetRequestConfigData: { LaunchTemplateConfigs: configurations } },
                "AWS::EC2::SpotFleet",
            ),
            both,
        ));

    it("with templates by the id that Terraform's spot fleets name them by", () =>
        assert.deepStrictEqual(
            launched(
                "fleet",
                { launchTemplateConfig: [{ launchTemplateSpecification: [{ id: "b", version: "1" }] }] },
                "aws_spot_fleet_request",
            ),
            [["b", ["inf2.xlarge"]]],
        ));

    it("with the instances that a spot fleet has in place of templates", () =>
        assert.deepStrictEqual(
            launched("fleet", {
                launchSpecifications: [{ instanceType: "inf2.8xlarge" }, { instanceType: "inf1.xlarge" }],
            }),
            [
                ["own", ["inf2.8xlarge"]],
                ["own", ["inf1.xlarge"]],
            ],
        ));

    const unknownConfigurations = [configuration(UNKNOWN), configuration(UNKNOWN)];
    const typesWith = (dependencies: Record<string, string[]>) =>
        readStack([
            resource("fleet", "own", { launchTemplateConfigs: unknownConfigurations }, dependencies),
            a,
            b,
        ]).autoScalingGroups.map(({ instanceTypes }) => instanceTypes);

    it("without the types of its templates while it is not known which of them is whose", () =>
        assert.deepStrictEqual(typesWith({ launchTemplateConfigs: ["a", "b"] }), [UNKNOWN, UNKNOWN]));

    it("with each template that is known to have gone into a configuration", () =>
        assert.deepStrictEqual(typesWith({ "launchTemplateConfigs[0]": ["a"], "launchTemplateConfigs[1]": ["b"] }), [
            [],
            [],
        ]));

    it("without a template where it has no configuration", () =>
        assert.deepStrictEqual(launched("fleet", {}), [["", undefined]]));

    for (const [what, properties] of [
        ["its configurations are not", { launchTemplateConfigs: UNKNOWN }],
        ["one of them is not", { launchTemplateConfigs: [configuration("b"), UNKNOWN] }],
        ["the template of one is not", { launchTemplateConfigs: [configuration("b"), configuration(UNKNOWN)] }],
    ] as const) {
        it(`so that what joins a cluster is not known while ${what}`, () => {
            const stack = readStack([
                resource("cluster", "cluster"),
                resource("service", "service", { cluster: "cluster", launchType: "EC2" }),
                resource("fleet", "own", properties),
                b,
            ]);
            const [starter] = stack.starters;
            assert.ok(starter);
            assert.throws(() => groupsOf(starter, stack), undecidedAt("launchTemplate"));
        });
    }
});
