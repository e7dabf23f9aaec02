import type { Unwrap } from "@pulumi/pulumi";
import { maxRuleConditions, maxRuleWildcards } from "../../contract";
import { UNKNOWN } from "../../ecs/known";
import type { WithRecords } from "../engine/record";
import type { Accepted } from "../validation/accepted";
import { quote, type Problems } from "../validation/problems";
import { isAbsent } from "../validation/record";
import { members, portsOf, whole } from "../service/service-on-pool";
import { LoadBalancerType } from "../load-balancer/args";
import { RouteProtocol, type RouteArgs } from "./args";
import { checkHealth } from "./check-health";
import { mappingOf } from "./routed-ports";

/** The arguments of a route as checks across them see them. */
export type RouteValues = Accepted<Unwrap<WithRecords<RouteArgs>>>;

/** Whether a protocol is one of network load balancers. */
export function isOfNetwork(protocol: string): boolean {
    return protocol === RouteProtocol.Tcp || protocol === RouteProtocol.Tls;
}

/** Checks load balancer, task and route together. */
export function checkRoute(args: RouteValues, problems: Problems): void {
    problems.written("protocol", args.protocol, "what is created");
    if (args.protocol === UNKNOWN) {
        return;
    }
    const protocol: RouteProtocol = args.protocol ?? RouteProtocol.Http;
    checkBalancer(args, protocol, problems);
    checkArguments(args, protocol, problems);
    checkConditions(args, problems);
    checkPort(args, problems);
    checkNetworkMode(args, problems);
    checkVpc(args, problems);
    checkHealth(args, protocol, portsOf(args.task), problems);
}

function checkBalancer(args: RouteValues, protocol: RouteProtocol, problems: Problems): void {
    if (args.loadBalancer === UNKNOWN || isAbsent(args.loadBalancer)) {
        return;
    }
    const balancer = members(args.loadBalancer);
    const type = balancer("loadBalancerType") ?? LoadBalancerType.Application;
    const needed = isOfNetwork(protocol) ? LoadBalancerType.Network : LoadBalancerType.Application;
    if (type !== UNKNOWN && type !== needed) {
        const is = args.protocol === undefined ? "is missing, which is HTTP" : `is ${quote(protocol)}`;
        const fits = type === LoadBalancerType.Network ? "TCP or TLS" : "HTTP, HTTPS or GRPC";
        problems.add("protocol", `${is}, but loadBalancer is of the type ${String(type)}; give ${fits}`);
        return;
    }
    const arn = isOfNetwork(protocol) ? "loadBalancerArn" : "listenerArn";
    if (balancer(arn) === undefined) {
        problems.add(`loadBalancer.${arn}`, `is missing; with ${protocol} give the ARN to which the route is added`);
    }
    const listener = balancer("protocol") ?? "HTTPS";
    if (protocol === RouteProtocol.Grpc && listener !== UNKNOWN && listener !== "HTTPS") {
        problems.add(
            "protocol",
            `is "GRPC", but the listener of loadBalancer is ${quote(listener)}, and gRPC needs HTTPS; give the load ` +
                "balancer a certificate, or take a network one with TCP",
        );
    }
    if (protocol === RouteProtocol.Tls && balancer("certificateArn") === undefined) {
        problems.add("protocol", 'is "TLS", but loadBalancer has no certificateArn; give it one, or TCP here');
    }
}

/** What only one kind of load balancer takes. */
function checkArguments(args: RouteValues, protocol: RouteProtocol, problems: Problems): void {
    const strange = isOfNetwork(protocol)
        ? (["hosts", "paths", "priority", "slowStart", "alternateTargetGroup"] as const)
        : (["listenerPort"] as const);
    const only = isOfNetwork(protocol) ? "HTTP, HTTPS and GRPC" : "TCP and TLS";
    for (const name of strange) {
        if (![undefined, 0, false].includes(args[name] as undefined)) {
            problems.add(name, `is given, but is for ${only} only, and protocol is ${quote(protocol)}; leave it out`);
        }
    }
    const stickiness = members(args.stickiness)("type");
    const types =
        protocol === RouteProtocol.Tls
            ? []
            : protocol === RouteProtocol.Tcp
              ? ["source_ip"]
              : ["lb_cookie", "app_cookie"];
    if (typeof stickiness === "string" && !types.includes(stickiness)) {
        const fix = types.length === 0 ? "leave stickiness out" : `give ${types.join(" or ")}`;
        problems.add("stickiness.type", `is ${quote(stickiness)}, which ${protocol} does not have; ${fix}`);
    }
}

/** One rule takes few patterns. */
function checkConditions({ hosts = [], paths = [] }: RouteValues, problems: Problems): void {
    const count = hosts === UNKNOWN || paths === UNKNOWN ? 0 : hosts.length + paths.length;
    if (count > maxRuleConditions) {
        problems.add(
            "paths",
            `and hosts are ${count} patterns, but a rule takes ${maxRuleConditions} at most; use wildcards, or make ` +
                "another route",
        );
    }
    const known = [...(hosts === UNKNOWN ? [] : hosts), ...(paths === UNKNOWN ? [] : paths)].filter(
        (one) => one !== UNKNOWN,
    );
    const wildcards = known.join("").replace(/[^*?]/g, "").length;
    if (wildcards > maxRuleWildcards) {
        problems.add(
            "paths",
            `and hosts have ${wildcards} wildcards, but a rule takes ${maxRuleWildcards} at most; make another route`,
        );
    }
}

function checkPort(args: RouteValues, problems: Problems): void {
    const ports = portsOf(args.task);
    const { container, port } = args;
    if (isAbsent(args.task) || ports === UNKNOWN || container === UNKNOWN || container === undefined) {
        return;
    }
    if (ports === undefined) {
        problems.add("task.portMappings", "is missing; give the ports of the task's containers");
        return;
    }
    const names = whole(members(args.task)("containerNames"));
    if (names !== undefined && names !== UNKNOWN && !names.includes(container)) {
        problems.add("container", `is ${quote(container)}, but must be a container of the task: ${names.join(", ")}`);
    } else if (port !== UNKNOWN && port !== undefined && mappingOf(ports, port, container) === undefined) {
        const mapped = ports.filter((one) => one.containerName === container && (one.protocol ?? "tcp") === "tcp");
        const fix =
            mapped.length === 0
                ? `give the container portMappings: [{ containerPort: ${port} }]`
                : `give one of ${mapped.map((one) => one.containerPort).join(", ")}`;
        problems.add("port", `is ${port}, which container ${quote(container)} does not map over TCP; ${fix}`);
    }
}

function checkNetworkMode(args: RouteValues, problems: Problems): void {
    const mode = members(args.task)("networkMode");
    if (mode === "none") {
        problems.add("task.networkMode", 'is "none", in which no container can be reached; take another mode');
    }
    if (args.securityGroupIds !== undefined && mode !== UNKNOWN && mode !== "awsvpc") {
        problems.add(
            "securityGroupIds",
            `must not be given: task.networkMode is ${quote(mode ?? "bridge")}, and the tasks are reached through ` +
                "the security groups of the pool; leave it out",
        );
    }
}

/** Targets that are instances are of the target group's VPC, which is the load balancer's. */
function checkVpc({ loadBalancer, task }: RouteValues, problems: Problems): void {
    const own = members(loadBalancer)("vpcId");
    const pool = members(task)("pool");
    const other = pool === undefined || pool === UNKNOWN ? undefined : pool.vpcId;
    if (typeof own === "string" && typeof other === "string" && own !== other) {
        problems.add(
            "loadBalancer.vpcId",
            `is ${quote(own)}, but the instances of the task's pool are in ${quote(other)}; take a load balancer there`,
        );
    }
}
