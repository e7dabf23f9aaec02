import { changed } from "./change";
import type { Example } from "./example";
import { healthCheckGracePeriod } from "./health-check-grace-period";
import { libnrtDevices } from "./libnrt-devices";
import { loadBalancerPortExists } from "./load-balancer-port-exists";
import { managedNeuronDevice } from "./managed-neuron-device";
import { neuronAmi } from "./neuron-ami";
import { neuronCompatibleLaunchType } from "./neuron-compatible-launch-type";
import { neuronDevicesExist } from "./neuron-devices-exist";
import { neuronDriverSupportsRuntime } from "./neuron-driver-supports-runtime";
import { neuronImageSupportsInstance } from "./neuron-image-supports-instance";
import { neuronInstanceHopLimit } from "./neuron-instance-hop-limit";
import { neuronInstanceImdsv2 } from "./neuron-instance-imdsv2";
import { neuronInstanceUserData } from "./neuron-instance-user-data";
import { neuronPlacement } from "./neuron-placement";
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

const examples: Readonly<Record<string, readonly Example[]>> = {
    "health-check-grace-period": healthCheckGracePeriod,
    "libnrt-devices": libnrtDevices,
    "load-balancer-port-exists": loadBalancerPortExists,
    "managed-neuron-device": managedNeuronDevice,
    "neuron-ami": neuronAmi,
    "neuron-compatible-launch-type": neuronCompatibleLaunchType,
    "neuron-devices-exist": neuronDevicesExist,
    "neuron-driver-supports-runtime": neuronDriverSupportsRuntime,
    "neuron-image-supports-instance": neuronImageSupportsInstance,
    "neuron-instance-hop-limit": neuronInstanceHopLimit,
    "neuron-instance-imdsv2": neuronInstanceImdsv2,
    "neuron-instance-user-data": neuronInstanceUserData,
    "neuron-placement": neuronPlacement,
    "neuron-rtd-address": neuronRtdAddress,
    "neuron-rtd-capabilities": neuronRtdCapabilities,
    "neuron-rtd-least-privilege": neuronRtdLeastPrivilege,
    "neuron-rtd-shared-volume": neuronRtdSharedVolume,
    "neuron-rtd-sidecar": neuronRtdSidecar,
    "neuron-rtd-starts-first": neuronRtdStartsFirst,
    "neuron-runtime-mixed": neuronRuntimeMixed,
    "neuron-visible-devices": neuronVisibleDevices,
    "neuron-task-fits": neuronTaskFits,
    "one-inference-task-per-instance": oneInferenceTaskPerInstance,
    "scaling-fits-pool": scalingFitsPool,
    "static-host-port-deployment": staticHostPortDeployment,
};

/** An example with its changes applied. */
export interface ChangedExample extends Example {
    readonly rule: string;
    readonly definition: Record<string, unknown>;
}

/** Every example of a rule. The first is its most typical mistake. */
export function examplesOf(rule: string): readonly ChangedExample[] {
    return (examples[rule] ?? []).map((example) => ({
        ...example,
        rule,
        definition: changed(example.base.definition, example.changes, example.base.roles),
    }));
}

/** The example of a rule that has this title. */
export function exampleOf(rule: string, title: string): ChangedExample {
    const example = examplesOf(rule).find((one) => one.title === title);
    if (example === undefined) {
        throw new Error(`${rule} has no example "${title}"`);
    }
    return example;
}
