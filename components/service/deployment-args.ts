import type { ecs } from "@pulumi/aws/types/input";
import type * as pulumi from "@pulumi/pulumi";

/** How InferenceService is deployed. */
export interface InferenceServiceDeploymentArgs {
    /**
     * The tasks that a deployment keeps running, 0 to 100 percent of the desired count, rounded up. As each task takes
     * an instance, 100 needs a pool with an instance to spare; without one, give 0. Default: 100.
     */
    deploymentMinimumHealthyPercent?: pulumi.Input<number> | undefined;
    /**
     * The tasks that a deployment may run at once, 100 or more percent of the desired count, rounded down.
     * Default: 200.
     */
    deploymentMaximumPercent?: pulumi.Input<number> | undefined;
    /**
     * Whether a deployment whose tasks do not start fails, and goes back to the last one that worked.
     * Default: both; with the deployment controller `CODE_DEPLOY`, which takes none, neither.
     */
    deploymentCircuitBreaker?: pulumi.Input<ecs.ServiceDeploymentCircuitBreaker> | undefined;
    /**
     * The strategy of a deployment. Other than `ROLLING`, it runs all new tasks beside the old ones and needs twice the
     * instances. Default: `ROLLING`.
     */
    deploymentConfiguration?: pulumi.Input<ecs.ServiceDeploymentConfiguration> | undefined;
    /** Who deploys: `ECS` or `CODE_DEPLOY`. Default: `ECS`. */
    deploymentController?: pulumi.Input<ecs.ServiceDeploymentController> | undefined;
    /** The CloudWatch alarms that fail a deployment. Default: none. */
    alarms?: pulumi.Input<ecs.ServiceAlarms> | undefined;
    /**
     * Whether each change of the service starts a new deployment. Without it the service is replaced when it moves to
     * another capacity. It changes nothing by itself: a service without changes is not deployed.
     * Default: true; with the deployment controller `CODE_DEPLOY` false.
     */
    forceNewDeployment?: pulumi.Input<boolean> | undefined;
    /** Values whose change starts a new deployment; they need `forceNewDeployment`. Default: none. */
    triggers?: pulumi.Input<{ [key: string]: pulumi.Input<string> }> | undefined;
    /**
     * Whether an update waits until the service is steady, and fails where it does not become so. Until then the old
     * revision of the task definition stays, so that ECS can roll back to it; without, it goes at once, unless the task
     * definition has `keepOldRevisions`. Default: true.
     */
    waitForSteadyState?: pulumi.Input<boolean> | undefined;
    /** Whether an interrupted update rolls the deployment back; it needs `waitForSteadyState`. Default: false. */
    sigintRollback?: pulumi.Input<boolean> | undefined;
}
