import type * as pulumi from "@pulumi/pulumi";
import { InvalidArgumentsError } from "../validation/invalid-arguments-error";

/** What a cluster's lookups in AWS share. */
export interface Lookups {
    /** The cluster component's name. */
    readonly cluster: string;
    /** When AWS may be asked. */
    readonly ready: Promise<unknown>;
    readonly opts: pulumi.InvokeOptions;
}

/** An argument of the cluster that is wrong by what AWS answered. */
export function wrongArgument({ cluster }: Lookups, propertyPath: string, reason: string): InvalidArgumentsError {
    return new InvalidArgumentsError("InferentiaCluster", cluster, [{ propertyPath, reason }]);
}
