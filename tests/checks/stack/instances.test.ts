import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../../ecs/known";
import {
    capacityGroups,
    groupsOf,
    hasManagedInstances,
    instanceTypesOf,
    launchedFrom,
    launchesNeuron,
} from "../../../checks/stack/instances";
import { type Stack } from "../../../checks/stack/stack";
import type { AutoScalingGroup, TaskStarter } from "../../../checks/stack/stack-resources";
import { readStack } from "../../../checks/stack/read-stack";
import type { SourceResource } from "../../../checks/stack/source-resource";
import { resource } from "../stack-resources";
import { undecidedAt } from "../../paths";

const template = (id: string, instanceType?: unknown, dependencies: Record<string, string[]> = {}) =>
    resource("launchTemplate", id, { instanceType }, dependencies);
const overrides = (...types: unknown[]) => types.map((instanceType) => ({ instanceType }));
const group = (id: string, launchTemplate: unknown, instanceTypes?: unknown) =>
    resource("autoScalingGroup", id, {
        mixedInstancesPolicy: {
            launchTemplate: {
                launchTemplateSpecification: { launchTemplateId: launchTemplate },
                overrides: instanceTypes,
            },
        },
    });
const ofEither = (...types: string[]) => ({
    ...group("g", UNKNOWN, overrides(...types)),
    dependencies: { mixedInstancesPolicy: ["a", "b"] },
});
const provider = (id: string, autoScalingGroupArn: unknown) =>
    resource("capacityProvider", id, { autoScalingGroupProvider: { autoScalingGroupArn } });
const cluster = resource("cluster", "cluster");
const service = (...capacityProviders: unknown[]) =>
    resource("service", "service", {
        cluster: "cluster",
        ...(capacityProviders.length === 0
            ? {}
            : { capacityProviderStrategies: capacityProviders.map((capacityProvider) => ({ capacityProvider })) }),
    });

const ids = (groups: readonly AutoScalingGroup[] | undefined) => groups?.map(({ id }) => id);

function only(stack: Stack): TaskStarter {
    const [one] = stack.starters;
    assert.ok(one);
    return one;
}

describe("Whether a launch template launches Inferentia or Trainium", () => {
    const launches = (...resources: SourceResource[]): Known<boolean> => {
        const stack = readStack(resources);
        const [one] = stack.launchTemplates;
        assert.ok(one);
        return launchesNeuron(one, stack);
    };
    const ofEks = (userData: string, imageId = "ami-1") =>
        resource("launchTemplate", "a", { instanceType: "inf2.xlarge", userData, imageId });
    const host = (properties: object) => resource("instance", "a", { instanceType: "inf2.xlarge", ...properties });
    const cases: [string, () => Known<boolean>, Known<boolean>][] = [
        [
            "is not so for nodes of EKS, by their script",
            () => launches(ofEks("#!/bin/bash\n/etc/eks/bootstrap.sh ml")),
            false,
        ],
        [
            "is not so for nodes of EKS, by their configuration",
            () => launches(ofEks("apiVersion: node.eks.aws/v1alpha1\nkind: NodeConfig")),
            false,
        ],
        [
            "is not so for nodes of EKS, by their image",
            () =>
                launches(
                    ofEks(
                        "",
                        "resolve:ssm:/aws/service/eks/optimized-ami/1.30/amazon-linux-2023/x86_64/neuron/recommended/image_id",
                    ),
                ),
            false,
        ],
        [
            "is so for an instance that joins a cluster",
            () => launches(host({ userData: "echo ECS_CLUSTER=ml >> /etc/ecs/ecs.config" })),
            true,
        ],
        [
            "is so for an instance with an image of ECS's",
            () =>
                launches(
                    host({
                        ami: "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron/recommended/image_id",
                    }),
                ),
            true,
        ],
        [
            "is not so for nodes of EKS, by the group that launches them",
            () => launches(ofEks(""), cluster, resource("nodeGroup", "nodes", { launchTemplate: { id: "a" } })),
            false,
        ],
        ["is not so where nothing has to do with ECS", () => launches(ofEks("echo hello")), false],
        ["is so where only its user data has to do with ECS", () => launches(ofEks("echo ECS_CLUSTER=$1 >> $f")), true],
        ["is not so for an instance that joins none", () => launches(host({ userData: "jupyter lab" })), false],
        [
            "is not known for an instance of which the user data is not",
            () => launches(host({ userData: UNKNOWN })),
            UNKNOWN,
        ],
        ["is told by its instance type", () => launches(template("a", "inf1.xlarge")), true],
        ["is told by its instance type, of whatever size", () => launches(template("a", "inf1.4xlarge")), true],
        ["is told by its instance type, of whatever family", () => launches(template("a", "trn2.48xlarge")), true],
        ["is told by its instance type, when it is another", () => launches(template("a", "g4dn.xlarge")), false],
        ["is told by nothing where no type is named", () => launches(template("a")), false],
        [
            "is told by a group that launches from it",
            () => launches(template("a"), group("g", "a", overrides("m5.large", "inf1.xlarge"))),
            true,
        ],
        [
            "is not told by a group that launches from another",
            () => launches(template("a", "m5.large"), template("b"), group("g", "b", overrides("inf1.xlarge"))),
            false,
        ],
        [
            "is not told by a group of which it is not known from what it launches",
            () => launches(template("a", "m5.large"), group("g", UNKNOWN, overrides("inf1.xlarge"))),
            false,
        ],
        [
            "is not told by a group that may launch from another",
            () => launches(template("a", "m5.large"), template("b"), ofEither("m5.large", "inf1.xlarge")),
            UNKNOWN,
        ],
        [
            "is told by a group that may launch from another, where it launches none",
            () => launches(template("a", "m5.large"), template("b"), ofEither("m5.large", "c5.large")),
            false,
        ],
        ["is not known where its type is not", () => launches(template("a", UNKNOWN)), UNKNOWN],
        [
            "is not known where the types of a group are not",
            () => launches(template("a", "m5.large"), group("g", "a", UNKNOWN)),
            UNKNOWN,
        ],
        [
            "is not known where one type of a group is not",
            () => launches(template("a", "m5.large"), group("g", "a", overrides(UNKNOWN))),
            UNKNOWN,
        ],
        [
            "is known by one type beside another that is not",
            () => launches(template("a", UNKNOWN), group("g", "a", overrides("inf1.xlarge"))),
            true,
        ],
    ];
    for (const [what, answer, expected] of cases) {
        it(what, () => assert.equal(answer(), expected));
    }
});

describe("The types that are launched from a launch template", () => {
    const launched = (...resources: SourceResource[]) => {
        const stack = readStack(resources);
        const [one] = stack.launchTemplates;
        assert.ok(one);
        return launchedFrom(one, stack);
    };
    it("are its own, and those of its groups", () =>
        assert.deepStrictEqual(
            launched(template("a", "m5.large"), group("g", "a", overrides("inf1.xlarge", UNKNOWN))),
            ["m5.large", "inf1.xlarge", UNKNOWN],
        ));
    it("are none where neither names one", () => assert.deepStrictEqual(launched(template("a"), group("g", "a")), []));
});

describe("The groups behind the capacity providers of a service", () => {
    const behind = (...resources: SourceResource[]) => ids(capacityGroups(only(readStack(resources))));
    const a = group("a", "t");
    const b = group("b", "t");
    const cases: [string, () => readonly string[] | undefined, readonly string[] | undefined][] = [
        [
            "are those of each",
            () => behind(service("one", "two"), provider("one", "a"), provider("two", "b"), a, b),
            ["a", "b"],
        ],
        ["are not shown where there are no capacity providers", () => behind(service(), a), undefined],
        [
            "are not shown where one is elsewhere",
            () => behind(service("one", "three"), provider("one", "a"), a),
            undefined,
        ],
        ["are not shown where all are Fargate's", () => behind(service("FARGATE"), a), undefined],
        [
            "are not shown where one names no group",
            () => behind(service("one", "two"), provider("one", "a"), provider("two", undefined), a),
            undefined,
        ],
        [
            "are not shown where the group of one is elsewhere",
            () => behind(service("one", "two"), provider("one", "a"), provider("two", "c"), a),
            undefined,
        ],
    ];
    for (const [what, found, expected] of cases) {
        it(what, () => assert.deepStrictEqual(found(), expected));
    }

    const undecidedCases: [string, () => unknown, string][] = [
        ["the capacity providers are not", () => behind(service(UNKNOWN)), "capacityProviderStrategies"],
        [
            "a provider's group is not",
            () => behind(service("one"), provider("one", UNKNOWN)),
            "capacityProviderStrategies",
        ],
        [
            "the strategy is not",
            () => behind(resource("service", "service", { capacityProviderStrategies: UNKNOWN })),
            "capacity providers",
        ],
    ];
    for (const [what, found, path] of undecidedCases) {
        it(`are not known while ${what}`, () => assert.throws(found, undecidedAt(path)));
    }
});

describe("The groups whose instances take the tasks of a service", () => {
    const groups = (...resources: SourceResource[]) => {
        const stack = readStack(resources);
        return ids(groupsOf(only(stack), stack));
    };
    const joining = template("t", "inf1.xlarge", { userData: ["cluster"] });
    const joiningAnother = template("u", "inf1.xlarge", { userData: ["other"] });
    const cases: [string, () => readonly string[] | undefined, readonly string[] | undefined][] = [
        [
            "are those behind its capacity providers",
            () =>
                groups(
                    service("one"),
                    cluster,
                    provider("one", "b"),
                    group("a", "t"),
                    group("b", "u"),
                    joining,
                    joiningAnother,
                ),
            ["b"],
        ],
        [
            "are those that join its cluster, without capacity providers",
            () =>
                groups(
                    service(),
                    cluster,
                    resource("cluster", "other"),
                    group("a", "t"),
                    group("b", "u"),
                    joining,
                    joiningAnother,
                ),
            ["a"],
        ],
        [
            "are those that join several clusters, its own among them",
            () =>
                groups(
                    service(),
                    cluster,
                    resource("cluster", "other"),
                    group("a", "v"),
                    template("v", "inf1.xlarge", { userData: ["other", "cluster"] }),
                ),
            ["a"],
        ],
        [
            "are those that may launch from what joins its cluster",
            () =>
                groups(
                    service(),
                    cluster,
                    resource("cluster", "other"),
                    { ...group("a", UNKNOWN), dependencies: { mixedInstancesPolicy: ["u", "t"] } },
                    joining,
                    joiningAnother,
                ),
            ["a"],
        ],
        [
            "are not shown where none joins its cluster",
            () => groups(service(), cluster, group("a", "u"), joiningAnother),
            undefined,
        ],
        [
            "are not shown where its capacity providers do not show them, whatever joins its cluster",
            () => groups(service("three"), cluster, group("a", "t"), joining),
            undefined,
        ],
    ];
    for (const [what, found, expected] of cases) {
        it(what, () => assert.deepStrictEqual(found(), expected));
    }

    const undecidedCases: [string, () => unknown, string][] = [
        [
            "its cluster is not",
            () =>
                groups(
                    resource("service", "service", { cluster: UNKNOWN, launchType: "EC2" }),
                    group("a", "t"),
                    joining,
                ),
            "cluster",
        ],
        ["from what a group launches is not", () => groups(service(), cluster, group("a", UNKNOWN)), "launchTemplate"],
    ];
    for (const [what, found, path] of undecidedCases) {
        it(`are not known while ${what}`, () => assert.throws(found, undecidedAt(path)));
    }
});

describe("The instance types of a group", () => {
    const types = (...resources: SourceResource[]) => {
        const [one] = readStack(resources).autoScalingGroups;
        assert.ok(one);
        return instanceTypesOf(one);
    };
    const policy = { ...group("g", "t"), dependencies: { mixedInstancesPolicy: ["t", "u"] } };
    const cases: [string, () => readonly string[] | undefined, readonly string[] | undefined][] = [
        [
            "are those that it names",
            () => types(group("g", "t", overrides("inf1.xlarge", "inf1.2xlarge")), template("t", "m5.large")),
            ["inf1.xlarge", "inf1.2xlarge"],
        ],
        [
            "are that of its launch template",
            () => types(group("g", "t"), template("t", "inf1.xlarge")),
            ["inf1.xlarge"],
        ],
        [
            "are those of each launch template that it may be",
            () =>
                types(
                    { ...policy, properties: group("g", UNKNOWN).properties },
                    template("t", "inf1.xlarge"),
                    template("u", "inf1.2xlarge"),
                ),
            ["inf1.xlarge", "inf1.2xlarge"],
        ],
        [
            "are not shown where its launch template is elsewhere",
            () => types(group("g", "other"), template("t", "inf1.xlarge")),
            undefined,
        ],
        ["are not shown where it has no launch template", () => types(resource("autoScalingGroup", "g")), undefined],
        [
            "are not shown where one of the launch templates that it may be names none",
            () =>
                types(
                    { ...policy, properties: group("g", UNKNOWN).properties },
                    template("t", "inf1.xlarge"),
                    template("u"),
                ),
            undefined,
        ],
        ["are not shown where its launch template names none", () => types(group("g", "t"), template("t")), undefined],
    ];
    for (const [what, found, expected] of cases) {
        it(what, () => assert.deepStrictEqual(found(), expected));
    }

    const undecidedCases: [string, () => unknown, string][] = [
        [
            "those that it names are not",
            () => types(group("g", "t", UNKNOWN)),
            "instance types of the Auto Scaling group",
        ],
        [
            "one that it names is not",
            () => types(group("g", "t", overrides("inf1.xlarge", UNKNOWN))),
            "instance types of the Auto Scaling group",
        ],
        ["its launch template is not", () => types(group("g", UNKNOWN)), "launchTemplate of the Auto Scaling group"],
        [
            "that of its launch template is not",
            () => types(group("g", "t"), template("t", UNKNOWN)),
            "instanceType of the launch template",
        ],
    ];
    for (const [what, found, path] of undecidedCases) {
        it(`are not known while ${what}`, () => assert.throws(found, undecidedAt(path)));
    }
});

describe("ECS Managed Instances", () => {
    const managed = resource("capacityProvider", "managed", { managedInstancesProvider: {} });
    const takes = (...resources: SourceResource[]) => hasManagedInstances(only(readStack(resources)));

    it("take the tasks of a service through one of its capacity providers", () =>
        assert.equal(takes(provider("own", "g"), managed, service("own", "managed")), true));

    it("take none of a service with other capacity providers, or without", () => {
        assert.equal(takes(provider("own", "g"), managed, service("own")), false);
        assert.equal(takes(managed, service()), false);
    });

    it("are not decided while the capacity providers are not known", () => {
        assert.throws(
            () => takes(managed, { ...service(), properties: { capacityProviderStrategies: UNKNOWN } }),
            undecidedAt("capacity providers"),
        );
        assert.throws(() => takes(managed, service(UNKNOWN)), undecidedAt("capacityProviderStrategies"));
    });
});
