import { UNKNOWN, whenKnown } from "../../ecs/known";
import { maxTasksToDeploy } from "../../ecs/service/deployment";
import { quote } from "../validation/problems";
import type { PoolService } from "./pool-services";
import { holdsSamePort, neverFit } from "./sharing";

/** What other services of a pool leave to a scaled one. */
export interface Left {
    /** The most instances of the pool. */
    readonly instances: number;
    /** The services that surely hold some of them, whose tasks are never on one instance with its own. */
    readonly holders: readonly PoolService[];
    /** How many these hold. */
    readonly held: number;
    /** The most tasks for which the others are enough, with those that its deployment needs. */
    readonly tasks: number;
}

/**
 * What is left of its pool to a scaled service; undefined where that is not known, or nobody surely holds any of it.
 * Counted are tasks that are certain, each on an instance of its own.
 */
export function leftTo(own: PoolService, others: readonly PoolService[]): Left | undefined {
    const { pool, deployment } = own.service;
    const holders = others.reduce<readonly PoolService[]>(
        (found, other) =>
            certainTasks(other) > 0 && [own, ...found].every((one) => neverMeet(one, other))
                ? [...found, other]
                : found,
        [],
    );
    if (pool.maxSize === UNKNOWN || holders.length === 0) {
        return undefined;
    }
    const held = holders.reduce((sum, one) => sum + certainTasks(one), 0);
    const free = Math.max(0, pool.maxSize - held);
    const tasks = whenKnown(() => maxTasksToDeploy(free, deployment));
    return { instances: pool.maxSize, holders, held, tasks: tasks === UNKNOWN ? free : tasks };
}

/**
 * Why scaled services of the pool cannot have the most tasks of their scalings beside this service; for messages. Their
 * scalings tell the same where they come later.
 */
export function shortOthers(own: PoolService, others: readonly PoolService[]): readonly string[] {
    return others.flatMap((scaled) => {
        const left = leftTo(scaled, [own, ...others.filter((other) => other !== scaled)]);
        const max = scaled.scaling?.max ?? 0;
        return left?.holders.includes(own) === true && max > left.tasks
            ? `${heldBy(left)}, which leaves Service ${quote(scaled.name)} at most ${left.tasks} tasks, but its ` +
                  `Scaling ${quote(scaled.scaling?.name)} has max: ${max}; lower that, raise maxSize, or give a pool ` +
                  "of its own"
            : [];
    });
}

/** In words, for messages. */
export function heldBy({ holders, held, instances }: Left): string {
    const names = holders.map(({ name }) => quote(name)).join(" and ");
    const verb = holders.length === 1 ? "holds" : "hold";
    return `Service ${names} ${verb} ${held} of the ${instances} instances of the pool (maxSize) at any time`;
}

/** The tasks that a service has at any time. */
function certainTasks({ service: { desiredCount, ignoresDesiredCount }, scaling }: PoolService): number {
    return ignoresDesiredCount ? (scaling?.min ?? 0) : desiredCount === UNKNOWN ? 0 : desiredCount;
}

/** Whether ECS never places tasks of both on one instance. */
function neverMeet({ service: one }: PoolService, { service: other }: PoolService): boolean {
    return neverFit(one, other) || holdsSamePort(one, other);
}
