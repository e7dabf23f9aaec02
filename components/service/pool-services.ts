import { UNKNOWN } from "../../ecs/known";
import { ofRunningStack } from "../engine/running-stack";
import type { ServiceOnPool } from "./service-on-pool";

/** A service of a pool, by the name of its component. */
export interface PoolService {
    readonly name: string;
    readonly service: ServiceOnPool;
}

/** The services of one program, by the name of their pool. */
export class PoolServices {
    private readonly pools = new Map<string, Map<object, PoolService>>();

    /**
     * Registers a service on its pool, or again when more of it is known. Returns the other services of the pool.
     *
     * @param component identifies the service: two in different parents may have one name.
     */
    register(component: object, name: string, service: ServiceOnPool): readonly PoolService[] {
        const pool = service.pool.name;
        if (pool === UNKNOWN) {
            return [];
        }
        const services = this.pools.get(pool) ?? new Map<object, PoolService>();
        this.pools.set(pool, services.set(component, { name, service }));
        return [...services].filter(([other]) => other !== component).map(([, one]) => one);
    }
}

/** The services of the program that is running. */
export const poolServices = ofRunningStack(() => new PoolServices());
