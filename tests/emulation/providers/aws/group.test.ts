import assert from "node:assert/strict";
import type { MotoServer } from "../../../../emulation/moto/server";
import { Aws } from "../../../../emulation/providers/aws/aws";
import { configuredFor, emulatorFor, region } from "./emulator";
import { Emulated, type Resource, type Values } from "./emulated";

const groupType = "aws:autoscaling/group:Group";
const templateType = "aws:ec2/launchTemplate:LaunchTemplate";
const spotTemplate = { instanceMarketOptions: { marketType: "spot" }, vpcSecurityGroupIds: undefined };

describe("an Auto Scaling group in an emulated AWS", function () {
    this.timeout(60_000);
    let server: MotoServer;
    let aws: Aws;
    let emulated: Emulated;
    let subnet: Resource;
    let template: Resource;

    before(async function () {
        server = await emulatorFor(this);
        aws = new Aws(server.endpoint, region);
        emulated = new Emulated(configuredFor(server));
        const vpc = await emulated.create("aws:ec2/vpc:Vpc", "vpc", {});
        subnet = await emulated.create("aws:ec2/subnet:Subnet", "subnet", { vpcId: vpc.id });
        template = await emulated.create(templateType, "template", { vpcSecurityGroupIds: undefined });
    });

    after(() => server?.stop());

    function create(name: string, change: Values): Promise<Resource> {
        return emulated.create(groupType, name, { ...from(template), vpcZoneIdentifiers: [subnet.id], ...change });
    }

    function from({ id }: Resource): Values {
        return { launchTemplate: { id, version: "$Latest" } };
    }

    function mixed({ id }: Resource, ...types: string[]): Values {
        const overrides = types.map((instanceType) => ({ instanceType }));
        const launchTemplate = { launchTemplateSpecification: { launchTemplateId: id, version: "$Latest" }, overrides };
        const instancesDistribution = { onDemandBaseCapacity: 1, onDemandPercentageAboveBaseCapacity: 0 };
        return { launchTemplate: undefined, mixedInstancesPolicy: { instancesDistribution, launchTemplate } };
    }

    async function instances({ id }: Resource): Promise<{ id: string | undefined; type: string | undefined }[]> {
        const scaling = await aws.autoScaling();
        const { AutoScalingGroups: groups = [] } = await scaling.describeAutoScalingGroups({
            AutoScalingGroupNames: [id],
        });
        return (groups[0]?.Instances ?? []).map((one) => ({ id: one.InstanceId, type: one.InstanceType }));
    }

    it("keeps every setting, and shows no change at the second preview nor after a refresh", async () => {
        const group = await create("settings", {
            capacityRebalance: true,
            defaultInstanceWarmup: 60,
            instanceMaintenancePolicy: { minHealthyPercentage: 100, maxHealthyPercentage: 200 },
            instanceRefresh: { strategy: "Rolling", preferences: { minHealthyPercentage: 0 }, triggers: ["tag"] },
            maxInstanceLifetime: 604_800,
            protectFromScaleIn: true,
            suspendedProcesses: ["AZRebalance"],
            terminationPolicies: ["OldestInstance"],
        });
        const unchanged = { changed: [], replaces: [] };
        assert.deepStrictEqual(await emulated.secondPreview(group), unchanged);
        assert.deepStrictEqual(await emulated.secondPreview(group, true), unchanged);
        await emulated.remove(group);
    });

    it("ends instances that are protected from scale-in with the group, also without force", async () => {
        const group = await create("protected", { protectFromScaleIn: true });
        await emulated.remove(group);
        assert.deepStrictEqual(await instances(group), []);
    });

    it("launches the first of several types, and answers what was left out of the distribution", async () => {
        const group = await create("mixed", mixed(template, "inf1.2xlarge", "inf1.xlarge"));
        assert.deepStrictEqual(
            (await instances(group)).map(({ type }) => type),
            ["inf1.2xlarge"],
        );
        assert.deepStrictEqual(await emulated.secondPreview(group), { changed: [], replaces: [] });
        await emulated.remove(group);
    });

    it("has a warm pool, which changes and goes as the inputs say", async () => {
        const warmPoolOf = async ({ id }: Resource) => {
            const { AutoScalingGroups: groups = [] } = await (
                await aws.autoScaling()
            ).describeAutoScalingGroups({ AutoScalingGroupNames: [id] });
            const {
                MaxGroupPreparedCapacity: maxPrepared,
                MinSize: least,
                PoolState: state,
            } = groups[0]?.WarmPoolConfiguration ?? {};
            return [least, maxPrepared, state];
        };
        const group = await create("warm", { warmPool: { minSize: 1 } });
        assert.deepStrictEqual(await warmPoolOf(group), [1, undefined, "Stopped"]);
        assert.deepStrictEqual(await emulated.secondPreview(group), { changed: [], replaces: [] });
        const grown = await emulated.update(group, { warmPool: { maxGroupPreparedCapacity: 2, poolState: "Running" } });
        assert.deepStrictEqual(await warmPoolOf(grown), [0, 2, "Running"]);
        const cold = await emulated.update(grown, { warmPool: undefined });
        assert.deepStrictEqual(await warmPoolOf(cold), [undefined, undefined, undefined]);
        await emulated.remove(cold);
    });

    it("has its lifecycle hooks before its first instance", async () => {
        const hook = { name: "drain", lifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING" };
        const group = await create("hooked", { initialLifecycleHooks: [{ ...hook, heartbeatTimeout: 300 }] });
        const { LifecycleHooks: hooks = [] } = await (
            await aws.autoScaling()
        ).describeLifecycleHooks({ AutoScalingGroupName: group.id });
        assert.deepStrictEqual(
            hooks.map((one) => [one.LifecycleHookName, one.LifecycleTransition, one.HeartbeatTimeout]),
            [["drain", hook.lifecycleTransition, 300]],
        );
        assert.equal((await instances(group)).length, 1);
        await emulated.remove(group);
    });

    const refresh = { instanceRefresh: { strategy: "Rolling", triggers: ["tag"] } };
    const tagged = { tags: [{ key: "a", value: "1", propagateAtLaunch: true }] };
    const refreshed: readonly [title: string, settings: Values, change: Values, replaced: boolean][] = [
        ["when what triggers it changes", refresh, tagged, true],
        ["not when something else changes", refresh, { defaultCooldown: 5 }, false],
        ["not without an instance refresh", {}, tagged, false],
        ["not when they are protected", { ...refresh, protectFromScaleIn: true }, tagged, false],
        [
            "when they are protected and that is to be overruled",
            {
                protectFromScaleIn: true,
                instanceRefresh: {
                    ...refresh.instanceRefresh,
                    preferences: { scaleInProtectedInstances: "Refresh" },
                },
            },
            tagged,
            true,
        ],
    ];
    for (const [index, [title, settings, change, replaced]] of refreshed.entries()) {
        it(`replaces its instances ${title}`, async () => {
            const group = await create(`refreshed-${index}`, settings);
            const before = await instances(group);
            await emulated.update(group, change);
            const after = await instances(group);
            assert.equal(after.length, 1);
            assert.equal(after[0]?.id !== before[0]?.id, replaced);
            await emulated.remove(group);
        });
    }

    it("replaces its instances when its template has a new version, where it names the version", async () => {
        const version = (resource: Resource): Values => ({
            launchTemplate: { id: resource.id, version: String(resource.state["latestVersion"]) },
        });
        const own = await emulated.create(templateType, "versions", { vpcSecurityGroupIds: undefined });
        const group = await create("versioned", { ...version(own), ...refresh });
        const next = await emulated.update(own, { instanceType: "inf1.6xlarge" });
        await emulated.update(group, version(next));
        assert.deepStrictEqual(
            (await instances(group)).map(({ type }) => type),
            ["inf1.6xlarge"],
        );
        await emulated.remove(group);
    });

    it("launches the AMI that a parameter names", async () => {
        const parameter = "/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended/image_id";
        const byParameter = await emulated.create(templateType, "by-parameter", {
            imageId: `resolve:ssm:${parameter}`,
            vpcSecurityGroupIds: undefined,
        });
        const group = await create("by-parameter", from(byParameter));
        const InstanceIds = (await instances(group)).map((one) => one.id ?? "");
        const { Reservations: [reservation] = [] } = await (await aws.ec2()).describeInstances({ InstanceIds });
        const { Parameter: found } = await (await aws.ssm()).getParameter({ Name: parameter });
        assert.equal(reservation?.Instances?.[0]?.ImageId, found?.Value);
        await emulated.remove(group);
    });

    const unfit: readonly [title: string, template: Values, change: (created: Resource) => Values, message: string][] =
        [
            [
                "a mixed instances policy on a template that requests spot instances",
                spotTemplate,
                (created) => mixed(created, "inf1.xlarge"),
                "InvalidQueryParameter: Incompatible launch template: You cannot use a launch template that is set to " +
                    "request Spot Instances (InstanceMarketOptions) when you configure an Auto Scaling group with a mixed " +
                    "instances policy. Add a different launch template to the group and try again.",
            ],
            [
                "a template without an AMI",
                { imageId: undefined, vpcSecurityGroupIds: undefined },
                from,
                "ValidationError: You must use a valid fully-formed launch template. The request must contain the " +
                    "parameter ImageId",
            ],
            [
                "a template without an instance type",
                { instanceType: undefined, vpcSecurityGroupIds: undefined },
                from,
                "ValidationError: You must use a valid fully-formed launch template. The request must contain the " +
                    "parameter InstanceType",
            ],
            [
                "a template whose AMI's parameter does not exist",
                { imageId: "resolve:ssm:/nowhere", vpcSecurityGroupIds: undefined },
                from,
                "ValidationError: You must use a valid fully-formed launch template. The parameter /nowhere that ImageId " +
                    "names does not exist",
            ],
        ];
    for (const [index, [title, change, inputs, message]] of unfit.entries()) {
        it(`is refused with ${title}`, async () => {
            const created = await emulated.create(templateType, `unfit-${index}`, change);
            await assert.rejects(() => create(`unfit-${index}`, inputs(created)), { message });
        });
    }
});

describe("an Auto Scaling group in a zone without the instance type", function () {
    this.timeout(60_000);
    const zone = "us-east-1e";
    let server: MotoServer;
    let emulated: Emulated;
    let inputs: Values;

    before(async function () {
        server = await emulatorFor(this);
        const provider = configuredFor(server, "us-east-1");
        emulated = new Emulated(provider);
        const vpc = await emulated.create("aws:ec2/vpc:Vpc", "vpc", {});
        const subnets = ["us-east-1a", zone].map((availabilityZone, index) =>
            emulated.create("aws:ec2/subnet:Subnet", availabilityZone, {
                vpcId: vpc.id,
                availabilityZone,
                cidrBlock: `10.0.${index}.0/24`,
            }),
        );
        const template = await emulated.create(templateType, "template", { vpcSecurityGroupIds: undefined });
        inputs = {
            launchTemplate: { id: template.id, version: "$Latest" },
            vpcZoneIdentifiers: (await Promise.all(subnets)).map(({ id }) => id),
        };
    });

    after(() => server?.stop());

    it("fails when it has to launch", async () => {
        await assert.rejects(
            () => emulated.create(groupType, "group", inputs),
            /^Error: waiting for Auto Scaling Group \(group-[0-9a-f]{7}\) capacity satisfied: scaling activity \([0-9a-f-]+\): Failed: Your requested instance type \(inf1\.xlarge\) is not supported in your requested Availability Zone \(us-east-1e\)\./,
        );
    });

    it("is created where it launches nothing, or is told to ignore that", async () => {
        for (const change of [{ desiredCapacity: 0 }, { ignoreFailedScalingActivities: true }]) {
            await emulated.remove(
                await emulated.create(groupType, `ok-${Object.keys(change)[0]}`, { ...inputs, ...change }),
            );
        }
    });
});
