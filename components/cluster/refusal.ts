import type * as pulumi from "@pulumi/pulumi";
import { InvalidArgumentsError } from "../validation/invalid-arguments-error";

/** Who asks AWS, and about which of its arguments. */
export interface Asking {
    readonly component: string;
    /** The argument that the answer is about. */
    readonly property: string;
    readonly opts: pulumi.InvokeOptions;
}

/** An argument of a cluster that AWS's answer shows to be wrong. */
export function refusal({ component }: Asking, propertyPath: string, reason: string): InvalidArgumentsError {
    return new InvalidArgumentsError("InferentiaCluster", component, [{ propertyPath, reason }]);
}
