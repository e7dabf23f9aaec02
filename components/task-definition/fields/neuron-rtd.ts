import { ecsNamePattern, ecsNameRequirement, imageTagPattern } from "../../../contract";
import { object, type Check, type Fields } from "../../validation/shape";
import { text } from "../../validation/values";
import type { NeuronRtdArgs, NeuronRtdSocketArgs } from "../args/neuron-rtd";
import { containerSettingsFields, image, ownedByTheComponent } from "./container";
import { daemonLinuxParameters } from "./linux-parameters";

const socketFields: Fields<NeuronRtdSocketArgs> = {
    volumeName: text(ecsNamePattern, ecsNameRequirement),
    // It stands in the daemon's shell line, so that nothing in it may mean something to a shell.
    containerPath: text(
        /^(?:\/[\w.-]+)+$/,
        "an absolute path of letters, digits and any of . _ -, without a slash at its end",
    ),
    hostPath: text(/^\/[^\s:]*[^\s:/]$/, "an absolute path without a slash at its end"),
};

const neuronRtdFields: Fields<NeuronRtdArgs> = {
    ...containerSettingsFields,
    linuxParameters: daemonLinuxParameters,
    image,
    version: text(imageTagPattern, "a tag of the neuron-rtd image, such as latest or 1.0.8444.0"),
    socket: object("the daemon's socket", socketFields),
};

export const neuronRtd: Check = object("the daemon", neuronRtdFields, {
    ...ownedByTheComponent,
    name: "the component names the daemon's container neuron-rtd",
    command: "the component starts the daemon on the socket; give socket",
    entryPoint: "the component starts the daemon on the socket; give socket",
    user: "the daemon needs its capabilities, which only root keeps",
    essential: "no model is served without the daemon",
    dependsOn: "the daemon starts first; let other containers depend on it",
    portMappings: "the daemon serves on its socket only",
    firelensConfiguration: "the daemon routes no logs; give a sidecar that does",
});
