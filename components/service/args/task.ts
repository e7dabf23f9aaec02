import type * as pulumi from "@pulumi/pulumi";
import {
    inferentiaInstanceTypes,
    neuronRuntimes,
    parseVisibleDevices,
    visibleDevicesRequirement,
} from "../../../contract";
import { describe, quote } from "../../validation/problems";
import { record } from "../../validation/record";
import { list, required, type Check, type Fields } from "../../validation/shape";
import { integer, oneOf, text } from "../../validation/values";
import { ecsName } from "./load-balancers";

/** `InferenceTask` as an argument: `NeuronTaskDefinition.definition`, or an ARN of your own and what you know. */
export interface InferenceTaskArgs {
    /** The ARN of the revision, or `family:revision`. */
    taskDefinitionArn: pulumi.Input<string>;
    /** The Neuron runtime that the task is set up for. Default: the capacity's. */
    runtime?: pulumi.Input<string> | undefined;
    /** The EC2 types that the task is made for. Default: those of the capacity. */
    instanceTypes?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** The devices that the task uses: `ALL`, or a list such as `0,1`. Default: `ALL`. */
    visibleDevices?: pulumi.Input<string> | undefined;
    /** The Docker network mode: `bridge`, `host` or `awsvpc`. Default: `bridge`. */
    networkMode?: pulumi.Input<string> | undefined;
    /** The ports that each task holds on its instance, as `8501/tcp`. Default: none. */
    staticHostPorts?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** The names of all containers. Default: not known, and not checked. */
    containerNames?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** MiB of memory that each task reserves on its instance. Default: not known, and not checked. */
    memory?: pulumi.Input<number> | undefined;
    /** CPU units that each task reserves on its instance, 1024 to a vCPU. Default: not known, and not checked. */
    cpu?: pulumi.Input<number> | undefined;
}

/** The devices that exist depend on the instances; here only the form of the list counts. */
const visibleDevices: Check = (value, path, problems) => {
    if (typeof value !== "string") {
        problems.add(path, `is ${describe(value)}, but must be ${visibleDevicesRequirement}`);
        return;
    }
    const parsed = parseVisibleDevices(value);
    if ("problems" in parsed) {
        problems.add(path, `is ${quote(value)}, but ${parsed.problems.join(", ")}; give ${visibleDevicesRequirement}`);
    }
};

const taskFields: Fields<InferenceTaskArgs> = {
    taskDefinitionArn: required(
        text(/^\S+$/, "the ARN or family:revision of a task definition"),
        "give the ARN of the task definition",
    ),
    runtime: oneOf(neuronRuntimes),
    instanceTypes: list(oneOf(inferentiaInstanceTypes), "a list with at least one EC2 type"),
    visibleDevices,
    networkMode: oneOf(["bridge", "host", "awsvpc", "none"]),
    staticHostPorts: list(text(/^\d{1,5}\/(tcp|udp)$/, "a port such as 8501/tcp"), "a list of ports", 0),
    containerNames: list(ecsName, "a list with at least one container"),
    memory: integer(0, Infinity, "MiB"),
    cpu: integer(0, Infinity, "CPU units"),
};

/** How the argument `task` is validated. */
export const taskRecord = record("a task", taskFields, "give the definition of a NeuronTaskDefinition");

/** The names of the members of a task, to split it by. */
export const inferenceTaskMembers = Object.keys(taskFields) as readonly (keyof InferenceTaskArgs)[];
