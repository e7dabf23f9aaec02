import type { AutoScaling, WarmPoolConfiguration } from "@aws-sdk/client-auto-scaling";
import { isDeepStrictEqual } from "node:util";
import { fromApi, pascalCase, toApi } from "../api-shape";
import { boolean, number, object, type Properties, type Property, text, type Values } from "../property";

const members: Properties = {
    instanceReusePolicy: object({ reuseOnScaleIn: boolean({ default: false }) }),
    maxGroupPreparedCapacity: number({ default: -1 }),
    minSize: number({ default: 0 }),
    poolState: text({ default: "Stopped", oneOf: ["Stopped", "Running", "Hibernated"] }),
};

/** The warm pool of a group, which has calls of its own. */
export const warmPool: Property = object(members, { api: false });

/** As Pulumi's provider: puts the warm pool where it changed, and deletes the one that is no longer given. */
export async function setWarmPool(
    scaling: AutoScaling,
    AutoScalingGroupName: string,
    before: unknown,
    after: unknown,
): Promise<void> {
    if (isDeepStrictEqual(before, after)) {
        return;
    }
    if (after === undefined) {
        await scaling.deleteWarmPool({ AutoScalingGroupName, ForceDelete: true });
        return;
    }
    // Pulumi's provider leaves zeroes out.
    const sent = Object.entries(toApi(members, after as Values, pascalCase)).filter(([, value]) => value !== 0);
    await scaling.putWarmPool({ AutoScalingGroupName, ...Object.fromEntries(sent) });
}

/** What AWS says of the warm pool; undefined where there is none. */
export function warmPoolIn(found: WarmPoolConfiguration | undefined): Values | undefined {
    if (found === undefined) {
        return undefined;
    }
    const { instanceReusePolicy, ...values } = fromApi(members, found, pascalCase);
    const isGiven = Object.keys(instanceReusePolicy ?? {}).length > 0;
    return { maxGroupPreparedCapacity: -1, minSize: 0, ...values, ...(isGiven && { instanceReusePolicy }) };
}
