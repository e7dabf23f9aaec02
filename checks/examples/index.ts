import { changed } from "./change";
import type { Example } from "./example";
import { healthCheckGracePeriodExamples } from "./health-check-grace-period";
import { libnrtDevicesExamples } from "./libnrt-devices";
import { loadBalancerPortExistsExamples } from "./load-balancer-port-exists";
import { managedNeuronDeviceExamples } from "./managed-neuron-device";
import { neuronAmiExamples } from "./neuron-ami";
import { neuronCompatibleLaunchTypeExamples } from "./neuron-compatible-launch-type";
import { neuronDevicesExistExamples } from "./neuron-devices-exist";
import { neuronDriverSupportsRuntimeExamples } from "./neuron-driver-supports-runtime";
import { neuronImageSupportsInstanceExamples } from "./neuron-image-supports-instance";
import { neuronInstanceHopLimitExamples } from "./neuron-instance-hop-limit";
import { neuronInstanceImdsv2Examples } from "./neuron-instance-imdsv2";
import { neuronInstanceUserDataExamples } from "./neuron-instance-user-data";
import { neuronPlacementExamples } from "./neuron-placement";
import { neuronRtdAddressExamples } from "./neuron-rtd-address";
import { neuronRtdCapabilitiesExamples } from "./neuron-rtd-capabilities";
import { neuronRtdLeastPrivilegeExamples } from "./neuron-rtd-least-privilege";
import { neuronRtdSharedVolumeExamples } from "./neuron-rtd-shared-volume";
import { neuronRtdSidecarExamples } from "./neuron-rtd-sidecar";
import { neuronRtdStartsFirstExamples } from "./neuron-rtd-starts-first";
import { neuronRuntimeMixedExamples } from "./neuron-runtime-mixed";
import { neuronVisibleDevicesExamples } from "./neuron-visible-devices";
import { neuronTaskFitsExamples } from "./neuron-task-fits";
import { oneInferenceTaskPerInstanceExamples } from "./one-inference-task-per-instance";
import { scalingFitsPoolExamples } from "./scaling-fits-pool";
import { staticHostPortDeploymentExamples } from "./static-host-port-deployment";

const examples: Readonly<Record<string, readonly Example[]>> = {
    "health-check-grace-period": healthCheckGracePeriodExamples,
    "libnrt-devices": libnrtDevicesExamples,
    "load-balancer-port-exists": loadBalancerPortExistsExamples,
    "managed-neuron-device": managedNeuronDeviceExamples,
    "neuron-ami": neuronAmiExamples,
    "neuron-compatible-launch-type": neuronCompatibleLaunchTypeExamples,
    "neuron-devices-exist": neuronDevicesExistExamples,
    "neuron-driver-supports-runtime": neuronDriverSupportsRuntimeExamples,
    "neuron-image-supports-instance": neuronImageSupportsInstanceExamples,
    "neuron-instance-hop-limit": neuronInstanceHopLimitExamples,
    "neuron-instance-imdsv2": neuronInstanceImdsv2Examples,
    "neuron-instance-user-data": neuronInstanceUserDataExamples,
    "neuron-placement": neuronPlacementExamples,
    "neuron-rtd-address": neuronRtdAddressExamples,
    "neuron-rtd-capabilities": neuronRtdCapabilitiesExamples,
    "neuron-rtd-least-privilege": neuronRtdLeastPrivilegeExamples,
    "neuron-rtd-shared-volume": neuronRtdSharedVolumeExamples,
    "neuron-rtd-sidecar": neuronRtdSidecarExamples,
    "neuron-rtd-starts-first": neuronRtdStartsFirstExamples,
    "neuron-runtime-mixed": neuronRuntimeMixedExamples,
    "neuron-visible-devices": neuronVisibleDevicesExamples,
    "neuron-task-fits": neuronTaskFitsExamples,
    "one-inference-task-per-instance": oneInferenceTaskPerInstanceExamples,
    "scaling-fits-pool": scalingFitsPoolExamples,
    "static-host-port-deployment": staticHostPortDeploymentExamples,
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
