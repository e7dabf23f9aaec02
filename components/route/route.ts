import type { Listener, ListenerRule, TargetGroup } from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";
import { componentTypes } from "../../contract";
import { beforeUpdate } from "../engine/before-update";
import { givenArguments } from "../engine/given-arguments";
import { after } from "../engine/lookup";
import { OwnResources } from "../engine/own-resources";
import { recordOutput, split, withRecords } from "../engine/record";
import { whenValid } from "../engine/when-valid";
import { loadBalancerReference, type LoadBalancerReference } from "../load-balancer/load-balancer-reference";
import { taskReference } from "../service/args/task";
import type { TaskReference } from "../task-definition/task-reference";
import type { ArgumentCheck } from "../validation/validate";
import { routeFields, RouteProtocol, type RouteArgs } from "./args";
import { checkRoute, isOfNetwork } from "./check";
import { targetCheckDefaults } from "./health-check";
import { checkPlace } from "./listener-routes";
import { createListener, createRule } from "./listening";
import { createTrafficRules } from "./traffic-rules";
import { createTargetGroup } from "./target-group";
import { targetTypeOf, type TargetReference } from "./target-reference";
import { refuseOtherTargetGroups, shiftBetween, type TrafficShift } from "./traffic-shift";
import { checkedZones } from "./zones";

interface Resources {
    readonly targetGroup: TargetGroup;
    readonly rule: ListenerRule | undefined;
    readonly listener: Listener | undefined;
    readonly alternateTargetGroup: TargetGroup | undefined;
}

const resources = new OwnResources<Route, Resources>();

/**
 * Sends a part of a load balancer's traffic to a port of a task: by host and path with an application load balancer, by
 * a port of its own with a network one. A service with the route's `target` among its `routes` registers its tasks
 * there. The route lets the load balancer, and nobody else, reach the port of the instances or tasks.
 *
 * @throws InvalidArgumentsError with every wrong argument, before anything of it is created.
 */
export class Route extends pulumi.ComponentResource {
    /** Where requests arrive, for the argument `routes` of `Service`. */
    public readonly target: pulumi.Output<TargetReference>;
    /** The ARN of the target group. */
    public readonly targetGroupArn: pulumi.Output<string>;
    /** The ARN of the listener's rule; undefined with a network load balancer. */
    public readonly listenerRuleArn: pulumi.Output<string | undefined>;
    /** The ARN of the route's own listener; undefined with an application load balancer. */
    public readonly listenerArn: pulumi.Output<string | undefined>;

    constructor(name: string, args: RouteArgs, opts?: pulumi.ComponentResourceOptions) {
        const given = withRecords(givenArguments("Route", name, args), {
            loadBalancer: loadBalancerReference.members,
            task: taskReference.members,
        });
        const hooks = beforeUpdate(`Route ${name}: target groups`, (before, next) => {
            refuseOtherTargetGroups(name, before, next);
        });
        super(componentTypes.route, name, given, pulumi.mergeOptions(opts, { hooks }));
        const check: ArgumentCheck<typeof given> = {
            fields: routeFields,
            together: (values, problems) => {
                checkRoute(values, problems);
                checkPlace(this, name, values, problems);
            },
        };
        const ready = whenValid("Route", name, given, check, this);
        const protocol = (given.protocol ?? RouteProtocol.Http) as RouteProtocol;
        const balancer = split<LoadBalancerReference>(given.loadBalancer, loadBalancerReference.members, ready);
        const task = split<TaskReference>(given.task, taskReference.members, ready);
        const { pool } = task;
        const { tags } = given;
        const lookups = { component: "Route", name, ready, opts: { parent: this } };
        const zones = checkedZones({ balancer: balancer.subnetIds, targets: pool?.subnetIds }, lookups);
        const child = { parent: this, dependsOn: after(ready, zones) };

        const vpcId = pulumi.all([balancer.vpcId, pool?.vpcId]).apply(([own, ofPool]) => own ?? ofPool);
        const targetGroup = createTargetGroup(name, given, { protocol, task, vpcId }, child);
        const alternateTargetGroup =
            given.alternateTargetGroup === true
                ? createTargetGroup(`${name}-alternate`, given, { protocol, task, vpcId }, child)
                : undefined;
        const listener = isOfNetwork(protocol) ? createListener(name, given, balancer, targetGroup, child) : undefined;
        const rule = listener ? undefined : createRule(name, given, balancer, targetGroup, alternateTargetGroup, child);
        const trafficRules = createTrafficRules(name, given, { balancer, task }, child);
        const shift =
            rule && alternateTargetGroup && shiftBetween(name, rule, [targetGroup, alternateTargetGroup], tags, child);
        resources.set(this, { targetGroup, rule, listener, alternateTargetGroup });

        const target = {
            // What uses the ARN comes after the listener sends to the group, and goes before it stops.
            targetGroupArn: pulumi.all([targetGroup.arn, (listener ?? rule)?.id, trafficRules]).apply(([arn]) => arn),
            containerName: given.container,
            containerPort: given.port,
            targetType: task.networkMode.apply(targetTypeOf),
            readyWithin: pulumi
                .output(given.healthCheck)
                .apply((one) => one?.readyWithin ?? targetCheckDefaults.readyWithin),
            loadBalancerArn: pulumi.all([balancer.loadBalancerArn, balancer.listenerArn]).apply(balancerArn),
            ...shift,
        } satisfies { readonly [Key in Exclude<keyof TargetReference, keyof TrafficShift>]: unknown };
        this.target = recordOutput(target);
        this.targetGroupArn = target.targetGroupArn;
        this.listenerRuleArn = pulumi.output(rule?.arn);
        this.listenerArn = pulumi.output(listener?.arn);
        const { targetGroupArn, listenerRuleArn, listenerArn } = this;
        // The record itself: a preview knows an output of it only as a whole.
        this.registerOutputs({ target, targetGroupArn, listenerRuleArn, listenerArn });
    }

    /** The target group. */
    get targetGroup(): TargetGroup {
        return resources.of(this).targetGroup;
    }

    /** The second target group; undefined without `alternateTargetGroup`. */
    get alternateTargetGroup(): TargetGroup | undefined {
        return resources.of(this).alternateTargetGroup;
    }

    /** The rule of the listener; undefined with a network load balancer. */
    get rule(): ListenerRule | undefined {
        return resources.of(this).rule;
    }

    /** The listener; undefined with an application load balancer. */
    get listener(): Listener | undefined {
        return resources.of(this).listener;
    }
}

/** The ARN of a load balancer, which is in that of its listener too. */
function balancerArn([own, listener]: readonly (string | undefined)[]): string | undefined {
    return own ?? listener?.replace(":listener/", ":loadbalancer/").replace(/\/[^/]+$/, "");
}
