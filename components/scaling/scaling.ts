import { Policy, ScheduledAction, Target } from "@pulumi/aws/appautoscaling";
import * as pulumi from "@pulumi/pulumi";
import { componentTypes, healthCheckGraceSeconds, scaledService } from "../../contract";
import { beforeUpdate } from "../engine/before-update";
import { givenArguments } from "../engine/given-arguments";
import { OwnResources } from "../engine/own-resources";
import { recordIn, split, withRecords, type WithRecords } from "../engine/record";
import { whenValid } from "../engine/when-valid";
import { targetReference } from "../route/target-reference";
import { serviceReference, type ServiceReference } from "../service/service-reference";
import type { ArgumentCheck } from "../validation/validate";
import type { ScalingArgs } from "./args";
import { scalingCheck } from "./check";
import { createFromZero, mayHaveNoTask } from "./from-zero";
import { trackedMetrics } from "./metrics";
import { ignoredBounds, scheduledBounds } from "./scheduled-bounds";
import { checkSharedPool } from "./shared-pool";

const resources = new OwnResources<Scaling, Target>();

/**
 * The scaling of a service: Application Auto Scaling holds each given metric at its target with `min` to `max` tasks,
 * and changes the bounds by a schedule. The service must leave the number of tasks to it (`ignoreDesiredCount: true`).
 *
 * The first one of an account creates the service-linked role of Application Auto Scaling for Amazon ECS, which needs
 * `iam:CreateServiceLinkedRole`, and which stays.
 *
 * @throws InvalidArgumentsError with every wrong argument, before anything of it is created.
 */
export class Scaling extends pulumi.ComponentResource {
    /** The service as Application Auto Scaling names it, for policies of your own: `service/CLUSTER/SERVICE`. */
    public readonly resourceId: pulumi.Output<string>;
    /**
     * The ARNs of the scaling policies, by what they follow: `cpu`, `memory`, `requests`, `metric` or `backlog`; and
     * `from-zero`, which starts the first task.
     */
    public readonly policyArns: pulumi.Output<{ [metric: string]: string }>;
    /** The ARN of the alarm that starts the first task; undefined where `min` keeps one, or nothing waits for it. */
    public readonly fromZeroAlarmArn: pulumi.Output<string | undefined>;

    constructor(name: string, args: ScalingArgs, opts?: pulumi.ComponentResourceOptions) {
        const { route, ...others } = givenArguments("Scaling", name, args);
        const given = {
            ...withRecords(others, { service: serviceReference.members }),
            ...(route !== undefined && { route: recordIn(route, "target", targetReference.members) }),
        } as WithRecords<ScalingArgs>;
        const hooks = beforeUpdate(`Scaling ${name}: bounds`, (before, next) => {
            for (const warning of ignoredBounds(name, before, next)) {
                void pulumi.log.warn(warning);
            }
        });
        super(componentTypes.scaling, name, given, pulumi.mergeOptions(opts, { hooks }));
        const check: ArgumentCheck<typeof given> = {
            ...scalingCheck,
            together: (values, problems) => {
                scalingCheck.together?.(values, problems);
                checkSharedPool(values, name, problems);
            },
        };
        const dependsOn = whenValid("Scaling", name, given, check, this);
        const child = { parent: this, dependsOn };
        const service = split<ServiceReference>(given.service, serviceReference.members, dependsOn);
        const { scaleInCooldown = healthCheckGraceSeconds, scaleOutCooldown = healthCheckGraceSeconds } = given;

        const target = new Target(
            `${name}-target`,
            {
                ...scaledService,
                resourceId: pulumi.interpolate`service/${service.clusterName}/${service.serviceName}`,
                minCapacity: given.min,
                maxCapacity: given.max,
                tags: given.tags,
            },
            { ...child, ignoreChanges: scheduledBounds(given.schedule).map((bound) => `${bound}Capacity`) },
        );
        const { resourceId } = target;
        let last: pulumi.CustomResource = target;
        // AWS refuses changes of one target at the same time (ConcurrentUpdateException; terraform-provider-aws#17915).
        const inTurn = <T extends pulumi.CustomResource>(create: (opts: pulumi.CustomResourceOptions) => T): T => {
            const before: pulumi.Resource[] = [last];
            const afterLast = dependsOn.then(() => before);
            const created = create({ parent: this, dependsOn: afterLast });
            last = created;
            return created;
        };
        const policyArns: Record<string, pulumi.Output<string>> = {};
        const scaled = { ...scaledService, resourceId };
        for (const [metric, tracking] of Object.entries(trackedMetrics(given, service, dependsOn))) {
            const configuration = pulumi
                .all([tracking, scaleInCooldown, scaleOutCooldown])
                .apply(([one, scaleIn, scaleOut]) => ({
                    ...one,
                    scaleInCooldown: scaleIn,
                    scaleOutCooldown: scaleOut,
                }));
            const policyType = "TargetTrackingScaling";
            const args = { ...scaled, policyType, targetTrackingScalingPolicyConfiguration: configuration };
            policyArns[metric] = inTurn((opts) => new Policy(`${name}-${metric}`, args, opts)).arn;
        }
        const { backlogPerTask, tags } = given;
        let fromZeroAlarmArn: pulumi.Output<string> | undefined;
        if (backlogPerTask !== undefined && mayHaveNoTask(given)) {
            const waiting = { backlogPerTask, tags };
            const cooldown = scaleOutCooldown;
            policyArns["from-zero"] = inTurn((opts) => {
                const { policy, alarm } = createFromZero(name, waiting, service, { ...scaled, cooldown }, opts);
                fromZeroAlarmArn = alarm.arn;
                return policy;
            }).arn;
        }
        for (const [index, time] of (given.schedule ?? []).entries()) {
            const read = pulumi.all([dependsOn, time]).apply(([, one]) => one);
            const args = {
                ...scaled,
                schedule: read.apply(({ cron }) => `cron(${cron})`),
                timezone: read.apply(({ timeZone = "UTC" }) => timeZone),
                scalableTargetAction: read.apply(({ min, max }) => ({ minCapacity: min, maxCapacity: max })),
            };
            inTurn((opts) => new ScheduledAction(`${name}-schedule-${index}`, args, opts));
        }

        resources.set(this, target);
        this.resourceId = resourceId;
        this.policyArns = pulumi.output(policyArns);
        this.fromZeroAlarmArn = pulumi.output(fromZeroAlarmArn);
        this.registerOutputs({ resourceId, policyArns: this.policyArns, fromZeroAlarmArn: this.fromZeroAlarmArn });
    }

    /** The target of Application Auto Scaling. */
    get target(): Target {
        return resources.of(this);
    }
}
