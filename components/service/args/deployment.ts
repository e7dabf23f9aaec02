import type { ecs } from "@pulumi/aws/types/input";
import type * as pulumi from "@pulumi/pulumi";
import { awsObject, list, map, required, type Check, type Fields } from "../../validation/shape";
import { anyText, boolean, integer, oneOf, roleArn, text } from "../../validation/values";

/** How Service is deployed. */
export interface ServiceDeployment {
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
     * Default: enabled with rollback.
     */
    deploymentCircuitBreaker?: pulumi.Input<ecs.ServiceDeploymentCircuitBreaker> | undefined;
    /**
     * The strategy of a deployment. Other than `ROLLING`, it runs all new tasks beside the old ones and needs twice the
     * instances. ECS then swaps the target groups of `loadBalancers` at each deployment, and sets the weights of the
     * listener rules: `loadBalancers` stays as ECS left it, and a rule of your own needs `ignoreChanges: ["actions"]`.
     * Default: `ROLLING`.
     */
    deploymentConfiguration?: pulumi.Input<ecs.ServiceDeploymentConfiguration> | undefined;
    /** Who deploys: `ECS`. Default: `ECS`; `deploymentConfiguration` has its blue/green, canary and linear ones. */
    deploymentController?: pulumi.Input<ecs.ServiceDeploymentController> | undefined;
    /** The CloudWatch alarms that fail a deployment. Default: none. */
    alarms?: pulumi.Input<ecs.ServiceAlarms> | undefined;
    /**
     * Whether each change of the service starts a new deployment, also one of `desiredCount` alone. A move to another
     * pool needs it, for that one update. It changes nothing by itself: a service without changes is not deployed.
     * Default: false; a new task definition is deployed all the same.
     */
    forceNewDeployment?: pulumi.Input<boolean> | undefined;
    /** Values whose change starts a new deployment; they need `forceNewDeployment: true`. Default: none. */
    triggers?: pulumi.Input<{ [key: string]: pulumi.Input<string> }> | undefined;
    /**
     * Whether an update waits until the service is steady, and fails where it does not become so. Until then the old
     * revision of the task definition stays, so that ECS can roll back to it; without, it goes at once, unless the task
     * definition has `keepOldRevisions`. Default: true.
     */
    waitForSteadyState?: pulumi.Input<boolean> | undefined;
    /**
     * Minutes for which creating, updating and deleting the service may take, 1 to 1440. From no instance on, a task
     * waits for an instance, its image and its model. Default: 60.
     */
    deployTimeout?: number | undefined;
    /** Whether an interrupted update rolls the deployment back; it needs `waitForSteadyState`. Default: false. */
    sigintRollback?: pulumi.Input<boolean> | undefined;
}

export const deploymentStrategies = ["ROLLING", "BLUE_GREEN", "LINEAR", "CANARY"];

/** Minutes, which the provider takes as a string. */
const minutes = text(/^\d{1,4}$/, 'minutes as a string of digits, such as "5"');

const percent: Check = (value, path, problems) => {
    if (!(typeof value === "number" && value >= 0.1 && value <= 100)) {
        problems.add(
            path,
            `is ${typeof value === "number" ? value : "no number"}, but must be from 0.1 to 100 percent`,
        );
    }
};

const controllerType: Check = (value, path, problems) => {
    if (value === "EXTERNAL") {
        problems.add(
            path,
            'is "EXTERNAL", with which task sets hold the task definition and the pool in the service\'s place; ' +
                "give ECS, or make an aws.ecs.Service",
        );
    } else if (value === "CODE_DEPLOY") {
        // Amazon ECS API Reference, UpdateService: such a service takes no new task definition.
        problems.add(
            path,
            'is "CODE_DEPLOY", with which ECS refuses every new task definition of the service; leave ' +
                "deploymentController out, and give deploymentConfiguration the strategy BLUE_GREEN, CANARY or LINEAR",
        );
    } else {
        oneOf(["ECS"])(value, path, problems);
    }
};

/** How each of these arguments is validated. */
export const deploymentFields: Fields<ServiceDeployment> = {
    deploymentMinimumHealthyPercent: integer(0, 100, "percent"),
    deploymentMaximumPercent: integer(100, Infinity, "percent"),
    deploymentCircuitBreaker: awsObject<ecs.ServiceDeploymentCircuitBreaker>("a deployment circuit breaker", {
        enable: required(boolean, "give true or false"),
        rollback: required(boolean, "give true or false"),
    }),
    deploymentConfiguration: awsObject<ecs.ServiceDeploymentConfiguration>("a deployment configuration", {
        bakeTimeInMinutes: minutes,
        canaryConfiguration: awsObject<ecs.ServiceDeploymentConfigurationCanaryConfiguration>("a canary", {
            canaryBakeTimeInMinutes: minutes,
            canaryPercent: percent,
        }),
        lifecycleHooks: list(
            awsObject<ecs.ServiceDeploymentConfigurationLifecycleHook>("a lifecycle hook", {
                hookDetails: anyText,
                hookTargetArn: anyText,
                lifecycleStages: required(
                    list(anyText, "a list with at least one stage"),
                    "give the stages of the hook",
                ),
                roleArn,
                targetType: anyText,
                timeoutConfiguration: awsObject<ecs.ServiceDeploymentConfigurationLifecycleHookTimeoutConfiguration>(
                    "the time limit of a hook",
                    { action: anyText, timeoutInMinutes: minutes },
                ),
            }),
            "a list of lifecycle hooks",
            0,
        ),
        linearConfiguration: awsObject<ecs.ServiceDeploymentConfigurationLinearConfiguration>(
            "the steps of a linear deployment",
            { stepBakeTimeInMinutes: minutes, stepPercent: percent },
        ),
        strategy: oneOf(deploymentStrategies),
    }),
    deploymentController: awsObject<ecs.ServiceDeploymentController>("a deployment controller", {
        type: controllerType,
    }),
    alarms: awsObject<ecs.ServiceAlarms>("the alarms of a deployment", {
        alarmNames: required(
            list(anyText, "a list with at least one alarm"),
            "give the names of the CloudWatch alarms",
        ),
        enable: required(boolean, "give true or false"),
        rollback: required(boolean, "give true or false"),
    }),
    forceNewDeployment: boolean,
    triggers: map(anyText, "an object of strings"),
    waitForSteadyState: boolean,
    deployTimeout: integer(1, 1440, "minutes"),
    sigintRollback: boolean,
};
