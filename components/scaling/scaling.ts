import { Policy, ScheduledAction, Target } from "@pulumi/aws/appautoscaling";
import * as pulumi from "@pulumi/pulumi";
import { componentTypes, healthCheckGraceSeconds, scaledService } from "../../contract";
import { givenArguments } from "../engine/given-arguments";
import { OwnResources } from "../engine/own-resources";
import { recordIn, split, withRecords, type WithRecords } from "../engine/record";
import { whenValid } from "../engine/when-valid";
import { targetReference } from "../route/target-reference";
import { serviceReference, type ServiceReference } from "../service/service-reference";
import type { ArgumentCheck } from "../validation/validate";
import type { ScalingArgs } from "./args";
import { scalingCheck } from "./check";
import { createFromZero } from "./from-zero";
import { trackedMetrics } from "./metrics";
import { checkSharedPool } from "./shared-pool";

const resources = new OwnResources<Scaling, Target>();

/**
 * The scaling of a service: Application Auto Scaling holds each given metric at its target with `min` to `max` tasks,
 * and changes the bounds by a schedule. The service must leave the number of tasks to it (`ignoreDesiredCount: true`).
 *
 * @throws InvalidArgumentsError with every wrong argument, before anything of it is created.
 */
export class Scaling extends pulumi.ComponentResource {
    /** The service as Application Auto Scaling names it, for policies of your own: `service/CLUSTER/SERVICE`. */
    public readonly resourceId: pulumi.Output<string>;

    constructor(name: string, args: ScalingArgs, opts?: pulumi.ComponentResourceOptions) {
        const { route, ...others } = givenArguments("Scaling", name, args);
        const given = {
            ...withRecords(others, { service: serviceReference.members }),
            ...(route !== undefined && { route: recordIn(route, "target", targetReference.members) }),
        } as WithRecords<ScalingArgs>;
        super(componentTypes.scaling, name, given, opts);
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
            child,
        );
        const { resourceId } = target;
        const scaled = { ...scaledService, resourceId };
        for (const [metric, tracking] of Object.entries(trackedMetrics(given, service, dependsOn))) {
            new Policy(
                `${name}-${metric}`,
                {
                    ...scaled,
                    policyType: "TargetTrackingScaling",
                    targetTrackingScalingPolicyConfiguration: pulumi
                        .all([tracking, scaleInCooldown, scaleOutCooldown])
                        .apply(([one, scaleIn, scaleOut]) => ({
                            ...one,
                            scaleInCooldown: scaleIn,
                            scaleOutCooldown: scaleOut,
                        })),
                },
                child,
            );
        }
        createFromZero(name, given, service, { ...scaled, cooldown: scaleOutCooldown }, child);
        for (const [index, time] of (given.schedule ?? []).entries()) {
            const read = pulumi.all([dependsOn, time]).apply(([, one]) => one);
            new ScheduledAction(
                `${name}-schedule-${index}`,
                {
                    ...scaled,
                    schedule: read.apply(({ cron }) => `cron(${cron})`),
                    timezone: read.apply(({ timeZone = "UTC" }) => timeZone),
                    scalableTargetAction: read.apply(({ min, max }) => ({ minCapacity: min, maxCapacity: max })),
                },
                child,
            );
        }

        resources.set(this, target);
        this.resourceId = resourceId;
        this.registerOutputs({ resourceId });
    }

    /** The target of Application Auto Scaling. */
    get target(): Target {
        return resources.of(this);
    }
}
