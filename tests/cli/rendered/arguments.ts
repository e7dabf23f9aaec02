import type { ProviderResource } from "./provider";
import type { Fields } from "./value";
import { ecs } from "./writers/ecs";
import { instances } from "./writers/instances";
import { starters } from "./writers/starters";

const writers = { ...ecs, ...instances, ...starters };

/** The resources of the provider that a resource of CloudFormation is, with their arguments. */
export function argumentsOf(id: string, type: string, properties: Fields): readonly ProviderResource[] {
    const write = writers[type];
    if (write === undefined) {
        throw new Error(`${type} is not rendered`);
    }
    return write(properties, id);
}
