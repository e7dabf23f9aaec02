import type { ServiceArgs as EcsServiceArgs } from "@pulumi/aws/ecs/service";
import type { ecs } from "@pulumi/aws/types/input";
import * as pulumi from "@pulumi/pulumi";
import { maxTargetGroups } from "../../contract";
import { UNKNOWN } from "../../ecs/known";
import { split, type Split, type WithRecords } from "../engine/record";
import { targetReference, targetTypeOf, type TargetReference } from "../route/target-reference";
import { quote, type Problems } from "../validation/problems";
import type { ServiceArgs } from "./args/service";
import { members, portsOf, whole, type ServiceArguments, type ServiceOnPool } from "./service-on-pool";
import { isShifting, mayShiftTraffic, strategyOf } from "./strategy";

type Args = WithRecords<ServiceArgs>;

/** What follows from the routes of a service. */
interface Routed {
    readonly loadBalancers: EcsServiceArgs["loadBalancers"];
    /** Seconds of the route whose tasks load longest; undefined without routes that say it. */
    readonly readyWithin: pulumi.Output<number | undefined>;
}

/** Where the tasks are registered, and how long they may load. */
export function routedTo(args: Args, ready: Promise<unknown>): Routed {
    const { routes = [], loadBalancers: own = [] } = args;
    const shifts = mayShiftTraffic(args) ? strategyOf(args, ready).apply(isShifting) : undefined;
    const balancerOf = (target: Split<TargetReference> | TargetReference) => balancerAt(target, shifts);
    if (!Array.isArray(routes)) {
        const targets = pulumi.output(routes) as pulumi.Output<TargetReference[]>;
        const balancers = pulumi
            .all([own, targets])
            .apply(([others, all]) => pulumi.all([...others, ...all.map(balancerOf)]));
        return {
            loadBalancers: balancers,
            readyWithin: targets.apply((all) => longest(all.map((one) => one.readyWithin))),
        };
    }
    if (routes.length === 0) {
        return { loadBalancers: args.loadBalancers, readyWithin: pulumi.output(undefined) };
    }
    // Each by itself, so that what is known of it stays known at preview.
    const targets = routes.map((route) => split<TargetReference>(route, targetReference.members, ready));
    const balancers = targets.map(balancerOf);
    return {
        loadBalancers: Array.isArray(own)
            ? [...own, ...balancers]
            : pulumi.all([own, balancers]).apply((lists) => lists.flat()),
        readyWithin: pulumi.all(targets.map((one) => one.readyWithin)).apply(longest),
    };
}

function longest(seconds: readonly (number | undefined)[]): number | undefined {
    const given = seconds.filter((one) => one !== undefined);
    return given.length > 0 ? Math.max(...given) : undefined;
}

/** @param shifts Whether ECS shifts the traffic between two target groups; undefined where it surely does not. */
function balancerAt(target: Split<TargetReference> | TargetReference, shifts: pulumi.Output<boolean> | undefined) {
    const { targetGroupArn, containerName, containerPort } = target;
    const balancer = { targetGroupArn, containerName, containerPort };
    if (shifts === undefined) {
        return balancer;
    }
    const { alternateTargetGroupArn, productionListenerRule, roleArn } = target;
    const advancedConfiguration = pulumi
        .all([shifts, alternateTargetGroupArn, productionListenerRule, roleArn])
        .apply(([does, alternate, rule, role]) =>
            does && alternate !== undefined && rule !== undefined && role !== undefined
                ? { alternateTargetGroupArn: alternate, productionListenerRule: rule, roleArn: role }
                : undefined,
        ) as pulumi.Output<ecs.ServiceLoadBalancerAdvancedConfiguration>;
    return { ...balancer, advancedConfiguration };
}

/** Adds what of the routes does not fit the service and its task. */
export function checkRoutes(args: ServiceArguments, { task, deployment }: ServiceOnPool, problems: Problems): void {
    const strategy = deployment.strategy === UNKNOWN ? undefined : deployment.strategy;
    const { routes = [], loadBalancers = [], healthCheckGracePeriodSeconds: grace } = args;
    if (routes === UNKNOWN) {
        return;
    }
    const count = routes.length + (loadBalancers === UNKNOWN ? 0 : loadBalancers.length);
    if (count > maxTargetGroups) {
        problems.add(
            "routes",
            `and loadBalancers are ${count}, but a service takes ${maxTargetGroups} at most; leave one out`,
        );
    }
    for (const [index, route] of routes.entries()) {
        const path = `routes[${index}]`;
        const { containerName, containerPort, targetType, readyWithin } = route === UNKNOWN ? {} : route;
        if (isShifting(strategy) && route !== UNKNOWN && route.alternateTargetGroupArn === undefined) {
            problems.add(
                `${path}.alternateTargetGroupArn`,
                `is missing, but with the strategy ${strategy} ECS shifts the traffic between two target groups; ` +
                    "give the Route alternateTargetGroup: true, or, with a network load balancer, loadBalancers with " +
                    "an advancedConfiguration in the route's place",
            );
        }
        checkContainer(path, { containerName, containerPort }, args, problems);
        const type = task.networkMode === UNKNOWN ? UNKNOWN : targetTypeOf(task.networkMode);
        if (typeof targetType === "string" && type !== UNKNOWN && targetType !== type) {
            problems.add(
                `${path}.targetType`,
                `is ${quote(targetType)}, but must be ${quote(type)}, as task.networkMode is ` +
                    `${quote(task.networkMode)}; make the route of this task`,
            );
        }
        if (typeof grace === "number" && typeof readyWithin === "number" && grace < readyWithin) {
            problems.add(
                "healthCheckGracePeriodSeconds",
                `is ${grace}, but must be at least ${readyWithin}, the readyWithin of ${path}: before, ECS stops a ` +
                    "task that loads; raise it, or leave it out",
            );
        }
    }
}

function checkContainer(path: string, target: Partial<TargetValues>, args: ServiceArguments, problems: Problems): void {
    const { containerName: name, containerPort: port } = target;
    const names = whole(members(args.task)("containerNames"));
    const ports = portsOf(args.task);
    if (typeof name !== "string") {
        return;
    }
    if (names !== undefined && names !== UNKNOWN && !names.includes(name)) {
        problems.add(
            `${path}.containerName`,
            `is ${quote(name)}, but must be a container of the task: ${names.join(", ")}; make the route of this task`,
        );
    } else if (
        typeof port === "number" &&
        ports !== undefined &&
        ports !== UNKNOWN &&
        !ports.some((one) => one.containerName === name && one.containerPort === port)
    ) {
        problems.add(
            `${path}.containerPort`,
            `is ${port}, which container ${quote(name)} of the task does not map; make the route of this task`,
        );
    }
}

type TargetValues = { readonly containerName: unknown; readonly containerPort: unknown };
