import type { ecs } from "@pulumi/aws/types/input";
import { list, map, object, required, type Check, type Fields } from "../../validation/shape";
import { anyText, boolean, integer, oneOf, roleArn, text } from "../../validation/values";

/** Minutes, which the provider takes as a text. */
const minutes = text(/^\d{1,4}$/, 'minutes as a text of digits, such as "5"');

const percent: Check = (value, path, problems) => {
    if (!(typeof value === "number" && value >= 0.1 && value <= 100)) {
        problems.add(
            path,
            `is ${typeof value === "number" ? value : "no number"}, but must be from 0.1 to 100 percent`,
        );
    }
};

const circuitBreaker: Fields<ecs.ServiceDeploymentCircuitBreaker> = {
    enable: required(boolean, "give true or false"),
    rollback: required(boolean, "give true or false"),
};

export const deploymentCircuitBreaker = object("a deployment circuit breaker", circuitBreaker);

const alarm: Fields<ecs.ServiceAlarms> = {
    alarmNames: required(list(anyText, "a list with at least one alarm"), "give the names of the CloudWatch alarms"),
    enable: required(boolean, "give true or false"),
    rollback: required(boolean, "give true or false"),
};

export const alarms = object("the alarms of a deployment", alarm);

const hookTimeout: Fields<ecs.ServiceDeploymentConfigurationLifecycleHookTimeoutConfiguration> = {
    action: anyText,
    timeoutInMinutes: minutes,
};

const lifecycleHook: Fields<ecs.ServiceDeploymentConfigurationLifecycleHook> = {
    hookDetails: anyText,
    hookTargetArn: anyText,
    lifecycleStages: required(list(anyText, "a list with at least one stage"), "give the stages of the hook"),
    roleArn,
    targetType: anyText,
    timeoutConfiguration: object("the time limit of a hook", hookTimeout),
};

const canary: Fields<ecs.ServiceDeploymentConfigurationCanaryConfiguration> = {
    canaryBakeTimeInMinutes: minutes,
    canaryPercent: percent,
};

const linear: Fields<ecs.ServiceDeploymentConfigurationLinearConfiguration> = {
    stepBakeTimeInMinutes: minutes,
    stepPercent: percent,
};

const configuration: Fields<ecs.ServiceDeploymentConfiguration> = {
    bakeTimeInMinutes: minutes,
    canaryConfiguration: object("a canary", canary),
    lifecycleHooks: list(object("a lifecycle hook", lifecycleHook), "a list of lifecycle hooks", 0),
    linearConfiguration: object("the steps of a linear deployment", linear),
    strategy: oneOf(["ROLLING", "BLUE_GREEN", "LINEAR", "CANARY"]),
};

export const deploymentConfiguration = object("a deployment configuration", configuration);

const controllerType: Check = (value, path, problems) => {
    if (value === "EXTERNAL") {
        problems.add(
            path,
            'is "EXTERNAL", with which task sets hold the task definition and the capacity in the service\'s place; ' +
                "give ECS or CODE_DEPLOY, or make an aws.ecs.Service",
        );
    } else {
        oneOf(["ECS", "CODE_DEPLOY"])(value, path, problems);
    }
};

const controller: Fields<ecs.ServiceDeploymentController> = { type: controllerType };

export const deploymentController = object("a deployment controller", controller);

export const triggers = map(anyText, "a map of texts");
export const gracePeriod = integer(0, 2_147_483_647, "seconds");
