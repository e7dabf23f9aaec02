import { isKnownNeuronType, neuronInstances, neuronInstanceTypes } from "../../contract";
import { instanceOf, type Instance } from "../cluster-query/instance";
import { parseExpression, taskGroup } from "../cluster-query/parse";
import { canHoldTogether, holdOn } from "../cluster-query/together";
import { UNKNOWN, type Known } from "../known";
import { holdsBoth, type Reservation } from "../pool/offer";
import type { TaskSize } from "../task/task-size";

/** Instances of one kind, as they take tasks. */
export interface Host {
    /** What launches them. */
    readonly pool: string;
    readonly instanceType: string;
    readonly instance: Instance;
}

/** What decides on which instances the tasks of a service are placed, and beside which others. */
export interface Placement {
    /** The instances that there are for it; undefined where they may be any. */
    readonly hosts: readonly Host[] | undefined;
    /** Its `memberOf` expressions, with those of its task definition. */
    readonly expressions: readonly string[];
    /** The group of its tasks, as other expressions name it: `service:web`. */
    readonly group: Known<string>;
    readonly size: TaskSize;
    /** Whether each task has a network interface of its own (`awsvpc`); undefined where that is not known. */
    readonly hasInterface?: boolean | undefined;
}

/**
 * Whether tasks of two services can be on one instance: of some kind that both have and whose attributes allow both,
 * there is room for both, and one may come where the other is. ECS looks at the other tasks only when it places one.
 */
export function canMeet(one: Placement, other: Placement): boolean {
    const together = [...one.expressions, ...other.expressions];
    return (
        (canJoin(one, other) || canJoin(other, one)) &&
        hostsOfBoth(one, other).some(
            (host) => fitTogether(host, one, other) && canHoldTogether(together, host.instance),
        )
    );
}

function hostsOfBoth({ hosts: some }: Placement, { hosts: others }: Placement): readonly Host[] {
    return some === undefined || others === undefined
        ? (some ?? others ?? anyHosts)
        : some.filter((host) =>
              others.some(({ pool, instanceType }) => pool === host.pool && instanceType === host.instanceType),
          );
}

/** All Neuron instances that there may be, of which nothing but the type is known. */
const anyHosts: readonly Host[] = neuronInstanceTypes.map((instanceType) => ({
    pool: "",
    instanceType,
    instance: instanceOf({ instanceType }),
}));

/** Whether the groups of tasks that an expression keeps away from may be told: only where it names some. */
export function namesGroups({ expressions }: Placement): boolean {
    return expressions.some((expression) => groupsIn(expression).length > 0);
}

/** Whether a task may come where one of the other service is. While its group is not known, it may be any one named. */
function canJoin({ expressions }: Placement, { group }: Placement): boolean {
    const groups = group === UNKNOWN ? expressions.flatMap(groupsIn) : [group];
    return groups.every(
        (there) => holdOn(expressions, (subject) => (subject === taskGroup ? there : UNKNOWN)) !== false,
    );
}

function groupsIn(expression: string): readonly string[] {
    return parseExpression(expression)?.values.get(taskGroup) ?? [];
}

/**
 * Besides the instance's own network interface there must be one for each task that has its own. That accounts can
 * raise their number (`awsvpcTrunking`) is no property of a stack.
 *
 * Source: Amazon ECS Developer Guide, "Increasing Amazon ECS Linux container instance network interfaces".
 */
function fitTogether({ instanceType }: Host, one: Placement, other: Placement): boolean {
    return (
        !isKnownNeuronType(instanceType) ||
        (holdsBoth(instanceType, certain(one.size), certain(other.size)) &&
            [one, other].filter(({ hasInterface }) => hasInterface === true).length <
                neuronInstances[instanceType].interfaces)
    );
}

function certain({ memoryMiB, cpuUnits }: TaskSize): Reservation {
    return { memoryMiB: memoryMiB.least, cpuUnits: cpuUnits.least };
}
