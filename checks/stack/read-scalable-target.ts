import { scaledService } from "../../contract";
import { UNKNOWN, type Known } from "../../ecs/known";
import { at, number, text } from "./fields";
import type { ResourceReferences } from "./references";
import type { SourceResource } from "./source-resource";
import type { ResourceReference, ScalableTarget, TaskStarter } from "./stack-resources";

/** What reads services too. */
interface Reader {
    readonly references: ResourceReferences;
    starters(resource: SourceResource): readonly TaskStarter[];
}

/** Reads what Application Auto Scaling scales. */
export function readScalableTarget(reader: Reader, resource: SourceResource): ScalableTarget {
    return {
        kind: "scalableTarget",
        id: resource.id,
        service: scaledServices(reader, resource),
        maxCapacity: number(at(resource.properties, "maxCapacity")),
    };
}

const none = { targets: [], elsewhere: false };

/** Services of other kinds, and other dimensions, are none of ECS's. */
function scaledServices(reader: Reader, resource: SourceResource): Known<ResourceReference<TaskStarter>> {
    const { properties } = resource;
    const namespace = text(at(properties, "serviceNamespace"));
    const dimension = text(at(properties, "scalableDimension"));
    if (namespace !== scaledService.serviceNamespace || dimension !== scaledService.scalableDimension) {
        return namespace === UNKNOWN || dimension === UNKNOWN ? UNKNOWN : none;
    }
    const id = text(at(properties, "resourceId")) ?? UNKNOWN;
    // `service/CLUSTER/SERVICE`, of which a part may be a reference.
    const [name = UNKNOWN, cluster] = id === UNKNOWN ? [] : id.split("/").reverse();
    const found = reader.references.find(resource, "resourceId", [name], "service");
    if (found !== UNKNOWN) {
        return { targets: found.targets.flatMap((one) => reader.starters(one)), elsewhere: found.elsewhere };
    }
    const namesakes = name === UNKNOWN ? [] : reader.references.named(name, "service");
    return namesakes.length === 0 ? UNKNOWN : { targets: inCluster(namesakes), elsewhere: true };

    /** A service has its name in its cluster alone. */
    function inCluster(services: readonly SourceResource[]): readonly TaskStarter[] {
        const ids = [cluster, ...reader.references.named(cluster ?? "", "cluster").map((one) => one.id)];
        const own = services
            .flatMap((one) => reader.starters(one))
            .filter((one) => one.cluster !== UNKNOWN && one.cluster.targets.some((target) => ids.includes(target.id)));
        return own.length === 1 ? own : [];
    }
}
