import type { Unwrap } from "@pulumi/pulumi";
import { healthCheckGraceSeconds, serverHealth } from "../../contract";
import { RouteProtocol, type TargetHealthCheck } from "./args";

/** A health check whose values are known. */
export type HealthCheck = Unwrap<TargetHealthCheck>;

/** The check of a target group, as AWS takes it. */
export interface TargetGroupCheck {
    readonly protocol: string;
    readonly path?: string | undefined;
    readonly matcher?: string | undefined;
    readonly port: string;
    readonly interval: number;
    readonly timeout: number;
    readonly healthyThreshold: number;
    readonly unhealthyThreshold: number;
}

/**
 * What a health check says nothing of. As Elastic Load Balancing takes two failures of five seconds for the end of a
 * task, and a server that is busy may answer late, these are more patient.
 */
export const targetCheckDefaults = {
    readyWithin: healthCheckGraceSeconds,
    interval: 20,
    timeout: 10,
    healthyThreshold: 2,
    unhealthyThreshold: 3,
} as const;

/** The method that Elastic Load Balancing calls by default, and the answer "unimplemented" of a server without it. */
const defaultGrpcCheck = { path: "/AWS.ALB/healthcheck", matcher: "12" } as const;

/** @param port Where the target answers: a port, or `traffic-port`. */
export function targetGroupCheck(protocol: RouteProtocol, check: HealthCheck, port: string): TargetGroupCheck {
    const { interval = targetCheckDefaults.interval, healthyThreshold, unhealthyThreshold } = check;
    return {
        ...request(protocol, check),
        port,
        interval,
        timeout: timeoutOf(check),
        healthyThreshold: healthyThreshold ?? targetCheckDefaults.healthyThreshold,
        unhealthyThreshold: unhealthyThreshold ?? targetCheckDefaults.unhealthyThreshold,
    };
}

/** Seconds for an answer: those that are given, or as many as fit into the interval. */
export function timeoutOf({ timeout, interval = targetCheckDefaults.interval }: HealthCheck): number {
    return timeout ?? Math.min(targetCheckDefaults.timeout, interval - 1);
}

/** Seconds that a balancer needs to find a task healthy that answers from the beginning. */
export function secondsToHealthy(check: HealthCheck): number {
    const { interval = targetCheckDefaults.interval, healthyThreshold = targetCheckDefaults.healthyThreshold } = check;
    return interval * healthyThreshold + timeoutOf(check);
}

function request(protocol: RouteProtocol, check: HealthCheck): Pick<TargetGroupCheck, "protocol" | "path" | "matcher"> {
    const path = pathOf(check);
    const { matcher } = check;
    if (protocol === RouteProtocol.Grpc) {
        return path === undefined
            ? { protocol: "HTTP", ...defaultGrpcCheck, ...(matcher !== undefined && { matcher }) }
            : { protocol: "HTTP", path, matcher: matcher ?? "0" };
    }
    return path === undefined
        ? { protocol: "TCP" }
        : { protocol: protocol === RouteProtocol.Https ? "HTTPS" : "HTTP", path, matcher: matcher ?? "200" };
}

function pathOf({ path, server, modelName = "" }: HealthCheck): string | undefined {
    return server === undefined ? path : serverHealth[server].path.replace("NAME", modelName);
}
