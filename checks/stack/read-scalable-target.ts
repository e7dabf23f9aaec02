import { scaledService } from "../../contract";
import { UNKNOWN, type Known } from "../../ecs/known";
import { at, number, text } from "./fields";
import type { References } from "./references";
import type { SourceResource } from "./source-resource";
import type { Reference, ScalableTarget, TaskStarter } from "./stack-resources";

/** What reads services too. */
interface Reader {
    readonly references: References;
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
function scaledServices(reader: Reader, resource: SourceResource): Known<Reference<TaskStarter>> {
    const { properties } = resource;
    const namespace = text(at(properties, "serviceNamespace"));
    const dimension = text(at(properties, "scalableDimension"));
    if (namespace !== scaledService.serviceNamespace || dimension !== scaledService.scalableDimension) {
        return namespace === UNKNOWN || dimension === UNKNOWN ? UNKNOWN : none;
    }
    const id = text(at(properties, "resourceId")) ?? UNKNOWN;
    // `service/CLUSTER/SERVICE`, of which a part may be a reference.
    const name = id === UNKNOWN ? id : id.slice(id.lastIndexOf("/") + 1);
    const found = reader.references.find(resource, "resourceId", [name], "service");
    return found === UNKNOWN
        ? UNKNOWN
        : { targets: found.targets.flatMap((one) => reader.starters(one)), elsewhere: found.elsewhere };
}
