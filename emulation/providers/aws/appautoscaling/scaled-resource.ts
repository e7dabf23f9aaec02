import type { ScalableDimension, ServiceNamespace } from "@aws-sdk/client-application-auto-scaling";
import { only, type Properties, text, type Values } from "../property";
import { pascalCase, toApi } from "../api-shape";

/** What names the resource that is scaled; a change of any replaces what scales it. */
export const scaledResource: Properties = {
    resourceId: text({ required: true, replaces: true }),
    scalableDimension: text({ required: true, replaces: true }),
    serviceNamespace: text({ required: true, replaces: true }),
};

interface ScaledResource {
    readonly ResourceId: string;
    readonly ScalableDimension: ScalableDimension;
    readonly ServiceNamespace: ServiceNamespace;
}

export function scaledMembers(values: Values): ScaledResource {
    return toApi(scaledResource, only(values, Object.keys(scaledResource)), pascalCase) as unknown as ScaledResource;
}
