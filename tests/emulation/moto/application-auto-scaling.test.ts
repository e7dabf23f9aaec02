import assert from "node:assert/strict";
import type { MotoServer } from "../../../emulation/moto/server";
import type { Resource } from "../providers/aws/emulated";
import { emulatorFor } from "../providers/aws/emulator";
import { EmulatedPool } from "./emulated-pool";

const dimension = { ServiceNamespace: "ecs", ScalableDimension: "ecs:service:DesiredCount" } as const;

describe("a target of Application Auto Scaling, in an emulated AWS", function () {
    this.timeout(60_000);
    let server: MotoServer;

    before(async function () {
        server = await emulatorFor(this);
    });

    after(() => server?.stop());

    interface Scaled {
        readonly pool: EmulatedPool;
        readonly service: Resource;
        readonly resourceId: string;
        readonly target: Resource;
    }

    /** A service of one task, and the target that scales it. */
    async function scaled(bounds: object): Promise<Scaled> {
        const pool = await EmulatedPool.make(server, { minSize: 1 });
        const service = await pool.serve(await pool.task(), { desiredCount: 1 });
        const resourceId = `service/${pool.name}/${String(service.state["name"])}`;
        const target = await pool.emulated.create("aws:appautoscaling/target:Target", "target", {
            resourceId,
            ...bounds,
        });
        return { pool, service, resourceId, target };
    }

    async function desiredCount({ pool, service }: Scaled): Promise<number | undefined> {
        const ecs = await pool.aws.ecs();
        const { services: [found] = [] } = await ecs.describeServices({ cluster: pool.name, services: [service.id] });
        return found?.desiredCount;
    }

    it("brings the service within its bounds when it is registered and when these change", async () => {
        const one = await scaled({ minCapacity: 2, maxCapacity: 3 });
        assert.equal(await desiredCount(one), 2);
        await one.pool.emulated.update(one.target, { minCapacity: 0, maxCapacity: 1 });
        assert.equal(await desiredCount(one), 1);
        await one.pool.emulated.update(one.target, { minCapacity: 0, maxCapacity: 3 });
        assert.equal(await desiredCount(one), 1);
    });

    it("has the service-linked role of the account", async () => {
        const { target } = await scaled({});
        assert.equal(
            target.state["roleArn"],
            "arn:aws:iam::123456789012:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/" +
                "AWSServiceRoleForApplicationAutoScaling_ECSService",
        );
    });

    it("takes its policies, their alarms and its scheduled actions with it", async () => {
        const { pool, resourceId, target } = await scaled({});
        const { emulated } = pool;
        await emulated.create("aws:appautoscaling/policy:Policy", "policy", { resourceId });
        await emulated.create("aws:appautoscaling/scheduledAction:ScheduledAction", "action", { resourceId });
        const left = async () => {
            const scaling = await pool.aws.applicationAutoScaling();
            const of = { ...dimension, ResourceId: resourceId };
            const { ScalingPolicies = [] } = await scaling.describeScalingPolicies(of);
            const { ScheduledActions = [] } = await scaling.describeScheduledActions(of);
            const { MetricAlarms = [] } = await (await pool.aws.cloudWatch()).describeAlarms({});
            const ofService = MetricAlarms.filter(({ AlarmName }) => AlarmName?.includes(resourceId));
            return [ScalingPolicies.length, ScheduledActions.length, ofService.length];
        };
        assert.deepStrictEqual(await left(), [1, 1, 2]);
        await emulated.remove(target);
        assert.deepStrictEqual(await left(), [0, 0, 0]);
    });

    it("keeps the ARN of a policy that changes, and replaces its alarms", async () => {
        const { pool, resourceId } = await scaled({});
        const policy = await pool.emulated.create("aws:appautoscaling/policy:Policy", "policy", { resourceId });
        const tracking = policy.inputs["targetTrackingScalingPolicyConfiguration"] as object;
        const changed = await pool.emulated.update(policy, {
            targetTrackingScalingPolicyConfiguration: { ...tracking, targetValue: 80 },
        });
        assert.equal(changed.state["arn"], policy.state["arn"]);
        const { MetricAlarms = [] } = await (await pool.aws.cloudWatch()).describeAlarms({});
        const ofService = MetricAlarms.filter(({ AlarmName }) => AlarmName?.includes(resourceId));
        assert.deepStrictEqual(
            ofService.map(({ AlarmArn }) => AlarmArn).sort(),
            [...(changed.state["alarmArns"] as string[])].sort(),
        );
    });

    it("must be there for policies and scheduled actions, and its service for it", async () => {
        const { pool, resourceId, target } = await scaled({});
        await pool.emulated.remove(target);
        for (const type of [
            "aws:appautoscaling/policy:Policy",
            "aws:appautoscaling/scheduledAction:ScheduledAction",
        ] as const) {
            await assert.rejects(
                () => pool.emulated.create(type, "orphan", { resourceId }),
                /^Error: ObjectNotFoundException: No scalable target found for service namespace: ecs, resource ID: service\//,
            );
        }
        await assert.rejects(
            () =>
                pool.emulated.create("aws:appautoscaling/target:Target", "orphan", {
                    resourceId: `service/${pool.name}/other`,
                }),
            /^Error: ValidationException: ECS service doesn't exist: service\//,
        );
    });
});
