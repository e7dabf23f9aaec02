import { allDevices, type VisibleDevices } from "../../contract";
import { UNKNOWN, type Known } from "../../ecs/known";
import { ofRunningStack } from "../engine/running-stack";

/** What a service takes of each instance of a pool on which it has a task. */
export interface PoolUse {
    readonly devices: Known<VisibleDevices>;
    /** The ports of the instance, which ECS gives to one task only. */
    readonly staticHostPorts: Known<readonly string[]>;
    /** Whether it may have tasks. */
    readonly hasTasks: Known<boolean>;
    /** Its tasks, each on an instance of its own. */
    readonly tasks: Known<number>;
    /** The fewest instances with which a deployment of it ends. */
    readonly instancesToDeploy: Known<number>;
}

/** Users of a pool whose tasks take an instance each, as all want one port of it. */
export interface PortUsers {
    readonly port: string;
    readonly users: readonly PoolUser[];
    /** The instances that their tasks take, and those with which a deployment of any of them ends. */
    readonly instances: number;
}

/** A user of a pool: known by itself, as two in different components may have one name. */
export interface PoolUser {
    readonly name: string;
}

/** The services of one program, by the pool that they use. */
export class PoolUsers {
    private readonly pools = new Map<string, Map<PoolUser, PoolUse>>();

    /** Notes, or notes anew, what a user takes. Answers the others whose tasks would share an instance with its own. */
    use(pool: string, user: PoolUser, use: PoolUse): readonly PoolUser[] {
        const users = this.pools.get(pool) ?? new Map<PoolUser, PoolUse>();
        this.pools.set(pool, users.set(user, use));
        return [...users].filter(([other, theirs]) => other !== user && clash(use, theirs)).map(([other]) => other);
    }

    /** The users of a port of the instances, as far as their tasks and ports are known. */
    ofPort(pool: string, port: string): PortUsers {
        const users = [...(this.pools.get(pool) ?? [])].filter(
            ([, { staticHostPorts, tasks }]) =>
                staticHostPorts !== UNKNOWN && staticHostPorts.includes(port) && tasks !== UNKNOWN && tasks > 0,
        );
        const uses = users.map(([, use]) => use as PoolUse & { tasks: number });
        const spare = uses.map(({ tasks, instancesToDeploy: all }) => (all === UNKNOWN ? 0 : all - tasks));
        const instances = uses.reduce((sum, { tasks }) => sum + tasks, 0) + Math.max(0, ...spare);
        return { port, users: users.map(([user]) => user), instances };
    }
}

/** The users of the pools of the program that is running. */
export const poolUsers = ofRunningStack(() => new PoolUsers());

/** Whether both are known to want one device, and nothing keeps their tasks on different instances. */
function clash(one: PoolUse, other: PoolUse): boolean {
    if (one.hasTasks !== true || other.hasTasks !== true) {
        return false;
    }
    if (one.devices === UNKNOWN || other.devices === UNKNOWN) {
        return false;
    }
    return overlap(one.devices, other.devices) && !keptApart(one.staticHostPorts, other.staticHostPorts);
}

function overlap(one: VisibleDevices, other: VisibleDevices): boolean {
    return one === allDevices || other === allDevices || one.some((device) => other.includes(device));
}

/** A port that is not known may be one of the other's. */
function keptApart(one: PoolUse["staticHostPorts"], other: PoolUse["staticHostPorts"]): boolean {
    return one === UNKNOWN || other === UNKNOWN || one.some((port) => other.includes(port));
}
