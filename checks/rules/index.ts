import { neuronDevicesExist } from "./neuron-devices-exist";
import { neuronInstanceHopLimit } from "./neuron-instance-hop-limit";
import { neuronInstanceImdsv2 } from "./neuron-instance-imdsv2";
import { neuronPlacement } from "./neuron-placement";
import { neuronImageSupportsInstance } from "./neuron-image-supports-instance";
import { neuronInstanceUserData } from "./neuron-instance-user-data";
import { healthCheckGracePeriod } from "./health-check-grace-period";
import { loadBalancerPortExists } from "./load-balancer-port-exists";
import { libnrtDevices } from "./libnrt-devices";
import { managedNeuronDevice } from "./managed-neuron-device";
import { neuronAmi } from "./neuron-ami";
import { neuronCompatibleLaunchType } from "./neuron-compatible-launch-type";
import { neuronDriverSupportsRuntime } from "./neuron-driver-supports-runtime";
import { neuronRtdAddress } from "./neuron-rtd-address";
import { neuronRtdCapabilities } from "./neuron-rtd-capabilities";
import { neuronRtdLeastPrivilege } from "./neuron-rtd-least-privilege";
import { neuronRtdSharedVolume } from "./neuron-rtd-shared-volume";
import { neuronRtdSidecar } from "./neuron-rtd-sidecar";
import { neuronRtdStartsFirst } from "./neuron-rtd-starts-first";
import { neuronRuntimeMixed } from "./neuron-runtime-mixed";
import { neuronVisibleDevices } from "./neuron-visible-devices";
import { neuronTaskFits } from "./neuron-task-fits";
import { oneInferenceTaskPerInstance } from "./one-inference-task-per-instance";
import { scalingFitsPool } from "./scaling-fits-pool";
import { staticHostPortDeployment } from "./static-host-port-deployment";
import type { Rule, RuleText, TaskRule } from "./rule";

/** Those about a task with a daemon. */
const neuronRtdRules: readonly TaskRule[] = [
    neuronRtdSidecar,
    neuronRtdStartsFirst,
    neuronRtdCapabilities,
    neuronRtdSharedVolume,
    neuronRtdAddress,
    neuronVisibleDevices,
];

/** Every rule, in the order in which the documents list them. */
export const rules: readonly Rule[] = [
    ...neuronRtdRules,
    neuronRtdLeastPrivilege,
    neuronCompatibleLaunchType,
    neuronPlacement,
    neuronDevicesExist,
    neuronImageSupportsInstance,
    neuronTaskFits,
    oneInferenceTaskPerInstance,
    neuronAmi,
    neuronDriverSupportsRuntime,
    neuronInstanceImdsv2,
    neuronInstanceHopLimit,
    neuronInstanceUserData,
    staticHostPortDeployment,
    loadBalancerPortExists,
    healthCheckGracePeriod,
    scalingFitsPool,
    neuronRuntimeMixed,
    libnrtDevices,
    managedNeuronDevice,
];

/** Those that say something of a task definition by itself. */
export const taskRules: readonly TaskRule[] = rules.filter(
    ({ perDefinition, perTask, perContainer, perSidecar, perModel }) =>
        perDefinition ?? perTask ?? perContainer ?? perSidecar ?? perModel,
);

/** The rules over each kind of resource. */
export const rulesOver = {
    taskDefinition: taskRules,
    taskStarter: rules.filter(({ perStarter }) => perStarter),
    launchTemplate: rules.filter(({ perLaunchTemplate }) => perLaunchTemplate),
    scalableTarget: rules.filter(({ perScalableTarget }) => perScalableTarget),
} as const;

/** The kinds of resources that a rule judges; none for what is no rule. */
export function kindsJudgedBy(rule: RuleText): readonly (keyof typeof rulesOver)[] {
    return (["taskDefinition", "taskStarter", "launchTemplate", "scalableTarget"] as const).filter((kind) =>
        rulesOver[kind].some(({ name }) => name === rule.name),
    );
}

/** Those that say something of the resources around task definitions. */
export const stackRules: readonly Rule[] = rules.filter((rule) =>
    kindsJudgedBy(rule).some((kind) => kind !== "taskDefinition"),
);
