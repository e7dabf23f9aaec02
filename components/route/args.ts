import type { lb } from "@pulumi/aws/types/input";
import type * as pulumi from "@pulumi/pulumi";
import { ModelServer, maxRuleCharacters, maxRulePriority } from "../../contract";
import type { Reference } from "../engine/record";
import { loadBalancerReference, type LoadBalancerReference } from "../load-balancer/load-balancer-reference";
import { securityGroupIds } from "../launch-template/args";
import { ecsName, port } from "../service/args/load-balancers";
import { taskReference } from "../service/args/task";
import type { TaskReference } from "../task-definition/task-reference";
import { awsObject, list, object, required, type Check, type Fields } from "../validation/shape";
import { anyText, boolean, integer, oneOf, tags, text } from "../validation/values";

/** How clients speak to a task through a load balancer. */
export const RouteProtocol = {
    /**
     * HTTP requests, with an application load balancer that speaks HTTPS to the container too; it does not verify the
     * container's certificate.
     */
    Https: "HTTPS",
    /** HTTP requests, with an application load balancer that speaks HTTP to the container. */
    Http: "HTTP",
    /** Calls of gRPC, with an application load balancer of HTTPS. */
    Grpc: "GRPC",
    /** Connections as they are, with a network load balancer. */
    Tcp: "TCP",
    /** The same, decrypted by a network load balancer with its certificate. */
    Tls: "TLS",
} as const;
/** How clients speak to a task: `HTTP`, `HTTPS`, `GRPC`, `TCP` or `TLS`. */
export type RouteProtocol = (typeof RouteProtocol)[keyof typeof RouteProtocol];

/** How a load balancer finds out whether a task serves, and how long that may take. */
export interface TargetHealthCheck {
    /**
     * The model server, which decides the path: `tensorflow-serving`, `torchserve`, `triton`, `vllm` or `tgi`; and the
     * port, where the route goes to another port of a container that maps the server's. This or `path`. Default: none.
     */
    server?: pulumi.Input<ModelServer> | undefined;
    /** The name of the model, for the path of `tensorflow-serving`. Default: none. */
    modelName?: pulumi.Input<string> | undefined;
    /**
     * The path of the check; with `GRPC` a method, such as `/grpc.health.v1.Health/Check`. `HTTP` and `HTTPS` need one,
     * or `server`. Default: with `GRPC` `/AWS.ALB/healthcheck`; with `TCP` and `TLS` none: the port is connected to.
     */
    path?: pulumi.Input<string> | undefined;
    /** The port in the container that answers the check. Default: the route's. */
    port?: pulumi.Input<number> | undefined;
    /** The answers that are healthy, as `200-299`. Default: `200`; with `GRPC` `12` without a path, else `0`. */
    matcher?: pulumi.Input<string> | undefined;
    /**
     * Seconds from a task's start until the load balancer must have found it healthy: the time to load the model. Until
     * then the service keeps a task that fails the check. Default: 900.
     */
    readyWithin?: pulumi.Input<number> | undefined;
    /** Seconds between two checks, 5 to 300. Default: 20. */
    interval?: pulumi.Input<number> | undefined;
    /** Seconds for an answer, 2 to 120 and below `interval`. Default: 10, or less where `interval` is. */
    timeout?: pulumi.Input<number> | undefined;
    /** Successes in a row that make a task healthy, 2 to 10. Default: 2. */
    healthyThreshold?: pulumi.Input<number> | undefined;
    /** Failures in a row that make a task unhealthy, 2 to 10. Default: 3. */
    unhealthyThreshold?: pulumi.Input<number> | undefined;
}

/** What `Route` takes. */
export interface RouteArgs {
    /**
     * The `loadBalancer` of a `LoadBalancer`, or one of your own by `listenerArn` or `loadBalancerArn`; in TypeScript
     * also the component.
     */
    loadBalancer: Reference<LoadBalancerReference, "loadBalancer">;
    /** The `task` of a `TaskDefinition`; in TypeScript also the component. */
    task: Reference<TaskReference, "task">;
    /** The name of the container that serves. */
    container: pulumi.Input<string>;
    /** The port in the container, which must be mapped. */
    port: pulumi.Input<number>;
    /**
     * How clients speak to the container: `HTTP`, `HTTPS` or `GRPC` with an application load balancer, `TCP` or `TLS`
     * with a network one. No output. Default: `HTTP`.
     */
    protocol?: pulumi.Input<RouteProtocol> | undefined;
    /**
     * The hosts that come here, as `bert.example.com` or `*.example.com`; application load balancers only.
     * Default: all.
     */
    hosts?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** The paths that come here, as `/v1/*`; application load balancers only. Default: all. */
    paths?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /**
     * The place among the rules of the listener, 1 to 50000, where the first that fits takes a request.
     * Default: by the route's name; those with hosts and paths stand before those with one of the two, and these before
     * the one that takes all.
     */
    priority?: pulumi.Input<number> | undefined;
    /** The port of the load balancer for `TCP` and `TLS`. Default: `port`. */
    listenerPort?: pulumi.Input<number> | undefined;
    /** How the load balancer finds out whether a task serves. Default: with `TCP` and `TLS` by connecting. */
    healthCheck?: pulumi.Input<TargetHealthCheck> | undefined;
    /** Seconds for which a stopping task may finish its requests, 0 to 3600. Default: 300. */
    deregistrationDelay?: pulumi.Input<number> | undefined;
    /**
     * Seconds in which a new task comes to its share of the requests, 30 to 900, or 0 for at once; application load
     * balancers only. Default: 0.
     */
    slowStart?: pulumi.Input<number> | undefined;
    /**
     * Whether the route has a second target group, and a role for ECS: a service needs both for another deployment
     * strategy than `ROLLING`, as ECS then shifts the traffic from one group to the other. `HTTP`, `HTTPS` and `GRPC`
     * only; decided when the route is created. Default: false.
     */
    alternateTargetGroup?: boolean | undefined;
    /** How a client comes back to its task. Default: not at all. */
    stickiness?: pulumi.Input<lb.TargetGroupStickiness> | undefined;
    /**
     * The security groups of the tasks in network mode `awsvpc`, those of the service's `networkConfiguration`: the
     * first is opened. In other modes that of the pool is. Default: none; open the tasks yourself.
     */
    securityGroupIds?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** Tags on its resources. Default: none. */
    tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }> | undefined;
}

const host = text(
    new RegExp(`^(?=.{1,${maxRuleCharacters}}$)[a-zA-Z0-9.*?-]+$`),
    "a host such as bert.example.com or *.example.com",
);
const path = text(new RegExp(`^(?=.{1,${maxRuleCharacters}}$)[/*][\\w.$/~"'@:+&*?-]*$`), "a path such as /v1/*");

const slowStart: Check = (value, at, problems) => {
    if (value !== 0) {
        integer(30, 900, "seconds, or 0")(value, at, problems);
    }
};

const healthCheck: Check = object<TargetHealthCheck>("a health check", {
    server: oneOf(Object.values(ModelServer)),
    modelName: text(/^[^\s/]+$/, "the name of a model"),
    path: text(/^\/\S*$/, "a path such as /health"),
    port,
    matcher: text(/^\d+(-\d+)?(,\d+(-\d+)?)*$/, "codes such as 200 or 200-299,404"),
    readyWithin: integer(1, 2_147_483_647, "seconds"),
    interval: integer(5, 300, "seconds"),
    timeout: integer(2, 120, "seconds"),
    healthyThreshold: integer(2, 10, "checks"),
    unhealthyThreshold: integer(2, 10, "checks"),
});

export const routeFields: Fields<RouteArgs> = {
    loadBalancer: loadBalancerReference,
    task: taskReference,
    container: required(ecsName, "give the name of the container that serves"),
    port: required(port, "give the port in the container"),
    protocol: oneOf(Object.values(RouteProtocol)),
    hosts: list(host, "a list with at least one host"),
    paths: list(path, "a list with at least one path"),
    priority: integer(1, maxRulePriority, ""),
    listenerPort: port,
    healthCheck,
    deregistrationDelay: integer(0, 3600, "seconds"),
    slowStart,
    alternateTargetGroup: boolean,
    stickiness: awsObject<lb.TargetGroupStickiness>("the stickiness of a target group", {
        cookieDuration: integer(0, 604_800, "seconds"),
        cookieName: anyText,
        enabled: boolean,
        type: required(
            oneOf(["lb_cookie", "app_cookie", "source_ip"]),
            "give lb_cookie or app_cookie, and with TCP source_ip",
        ),
    }),
    securityGroupIds,
    tags,
};
