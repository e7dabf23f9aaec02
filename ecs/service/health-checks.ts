import { healthCheckDefaults, healthCheckGraceSeconds } from "../../contract";
import { UNKNOWN, type Known } from "../known";

/** The health checks by which ECS replaces tasks of a service. */
export interface HealthChecks {
    /** Whether a load balancer or VPC Lattice checks the tasks. */
    readonly ofBalancer: Known<boolean>;
    /** Seconds after which a container that is never healthy is unhealthy; 0 where none has a check. */
    readonly ofContainers: Known<number>;
}

/** A container's health check as ECS takes it. */
export interface ContainerCheck {
    readonly command?: Known<readonly Known<string>[]> | undefined;
    readonly interval?: Known<number> | undefined;
    readonly retries?: Known<number> | undefined;
    readonly startPeriod?: Known<number> | undefined;
}

/** Seconds after which a container that is never healthy is unhealthy; 0 without a check, or with `["NONE"]`. */
export function unhealthyAfter(check: Known<ContainerCheck> | undefined): Known<number> {
    if (check === undefined || check === UNKNOWN) {
        return check ?? 0;
    }
    const { command, startPeriod = 0 } = check;
    const { interval = healthCheckDefaults.interval, retries = healthCheckDefaults.retries } = check;
    if (command !== UNKNOWN && command?.[0] === "NONE") {
        return 0;
    }
    return [command, interval, retries, startPeriod].includes(UNKNOWN)
        ? UNKNOWN
        : (startPeriod as number) + (interval as number) * (retries as number);
}

/**
 * The grace period of a service that gives none, in seconds; undefined where nothing is checked.
 *
 * @param ofBalancer Whether a load balancer or VPC Lattice checks the tasks.
 * @param ofContainers As {@link HealthChecks} has it.
 */
export function defaultGracePeriod(ofBalancer: boolean, ofContainers = 0): number | undefined {
    return ofBalancer || ofContainers > 0 ? healthCheckGraceSeconds : undefined;
}

/**
 * Why a grace period has no effect; undefined where it has one, or that is not known. A load balancer's checks begin at
 * once; a container's own period at its start, its interval and its retries come first.
 *
 * Source: Amazon ECS API Reference, CreateService (healthCheckGracePeriodSeconds) and HealthCheck.
 */
export function uselessGracePeriod(seconds: number, { ofBalancer, ofContainers }: HealthChecks): string | undefined {
    if (ofBalancer !== false || ofContainers === UNKNOWN) {
        return undefined;
    }
    if (ofContainers === 0) {
        return "is given, but the service has no load balancer, and no container of its task a health check";
    }
    return seconds > 0 && seconds < ofContainers
        ? `is ${seconds}, but the health check of a container fails after ${ofContainers} seconds at the earliest, ` +
              "with its startPeriod, interval and retries"
        : undefined;
}
