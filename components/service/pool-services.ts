import { UNKNOWN } from "../../ecs/known";
import { ofRunningStack } from "../engine/running-stack";
import type { ServiceOnPool } from "./service-on-pool";

/** The bounds of a service that is scaled, by the name of the component that scales it. */
export interface PoolScaling {
    readonly name: string;
    /** The fewest tasks that are certain at any time. */
    readonly min: number;
    /** The most tasks that it may have at some time. */
    readonly max: number;
}

/** A service of a pool, by the name of its component. */
export interface PoolService {
    readonly name: string;
    readonly service: ServiceOnPool;
    readonly scaling?: PoolScaling;
}

/** The services of one program, by the name of their pool. */
export class PoolServices {
    private readonly pools = new Map<string, Map<object, PoolService>>();
    private readonly scalings = new Map<string, PoolScaling>();

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
        return this.of(pool, (other) => other !== component);
    }

    /** Registers the scaling of a service of a pool, by their names. Returns all services of the pool. */
    scale(pool: string, service: string, scaling: PoolScaling): readonly PoolService[] {
        this.scalings.set(keyOf(pool, service), scaling);
        return this.of(pool, () => true);
    }

    /** Of several services with one name, it is not known which one is scaled. */
    private of(pool: string, isAsked: (component: object) => boolean): readonly PoolService[] {
        const services = [...(this.pools.get(pool) ?? [])];
        return services
            .filter(([component]) => isAsked(component))
            .map(([, one]) => {
                const scaling = this.scalings.get(keyOf(pool, one.name));
                const isOne = services.filter(([, { name }]) => name === one.name).length === 1;
                return scaling === undefined || !isOne ? one : { ...one, scaling };
            });
    }
}

function keyOf(pool: string, service: string): string {
    return JSON.stringify([pool, service]);
}

/** The services of the program that is running. */
export const poolServices = ofRunningStack(() => new PoolServices());
