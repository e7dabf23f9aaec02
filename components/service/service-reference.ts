import { record } from "../validation/record";
import { required, type Fields } from "../validation/shape";
import { anyText, boolean, integer, oneOf } from "../validation/values";
import { deploymentStrategies } from "./args/deployment";
import { ecsName } from "./args/load-balancers";

/**
 * A service, as scaling must know it: the output `service` of a `Service`, or the same written out for one of your own;
 * in TypeScript `pulumi.output({…})` where members are outputs.
 */
export interface ServiceReference {
    /** The name of the service. */
    readonly serviceName: string;
    /** The name of its cluster. */
    readonly clusterName: string;
    /** The name of its component in the program. Default: not known. */
    readonly componentName?: string | undefined;
    /** The name of its pool in the program. Default: not known; what other services hold of it is not checked. */
    readonly poolName?: string | undefined;
    /** Whether it leaves the number of tasks to autoscaling. Default: not known, and not checked. */
    readonly ignoreDesiredCount?: boolean | undefined;
    /** The most instances of its pool, of which each task takes one. Default: not known, and not checked. */
    readonly maxSize?: number | undefined;
    /** Percent of the tasks that stay while a deployment replaces them. Default: 100. */
    readonly deploymentMinimumHealthyPercent?: number | undefined;
    /** Percent of the tasks that a deployment may have at once. Default: 200. */
    readonly deploymentMaximumPercent?: number | undefined;
    /**
     * `ROLLING`; or `BLUE_GREEN`, `LINEAR` or `CANARY`, which run all new tasks beside the old ones.
     * Default: `ROLLING`.
     */
    readonly deploymentStrategy?: string | undefined;
}

const serviceReferenceFields: Fields<ServiceReference> = {
    serviceName: required(ecsName, "give the name of the service"),
    clusterName: required(ecsName, "give the name of the cluster"),
    componentName: anyText,
    poolName: anyText,
    ignoreDesiredCount: boolean,
    maxSize: integer(0, Infinity, "instances"),
    deploymentMinimumHealthyPercent: integer(0, 100, "percent"),
    deploymentMaximumPercent: integer(100, Infinity, "percent"),
    deploymentStrategy: oneOf(deploymentStrategies),
};

/** Checks the argument `service`. */
export const serviceReference = record("a service", serviceReferenceFields, "give the service of a Service");
