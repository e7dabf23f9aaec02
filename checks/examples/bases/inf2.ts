import { neuronRtdName } from "../../../contract";
import { changed } from "../change";
import type { Base } from "../example";
import { instance } from "./launch-template";
import { stack } from "./stack";

/** A task for Inf2 with Runtime 2.x: the library is in the model container, which maps the device itself. */
export const inf2Task = {
    name: "a task definition for Inf2",
    roles: { model: "llm", sidecar: neuronRtdName },
    definition: {
        family: "llm",
        requiresCompatibilities: ["EC2"],
        placementConstraints: [
            { type: "memberOf", expression: "attribute:ecs.os-type == linux" },
            { type: "memberOf", expression: "attribute:ecs.instance-type == inf2.xlarge" },
        ],
        containerDefinitions: [
            {
                name: "llm",
                image: "763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-inference-neuronx:2.1.2-neuronx-py310-sdk2.20.0-ubuntu20.04",
                essential: true,
                cpu: 0,
                memory: 13107,
                portMappings: [{ containerPort: 8080, hostPort: 0, protocol: "tcp" }],
                linuxParameters: {
                    capabilities: { add: ["IPC_LOCK"], drop: [] },
                    devices: [
                        { hostPath: "/dev/neuron0", containerPath: "/dev/neuron0", permissions: ["read", "write"] },
                    ],
                },
            },
        ],
    },
} satisfies Base;

/** A service of such a task, with a cluster whose only instances are inf2.xlarge, and no placement by type. */
export const inf2Stack: Base = {
    name: "a stack with a service on Inf2",
    roles: inf2Task.roles,
    definition: changed(
        stack.definition,
        [
            {
                set: `${instance}.ImageId`,
                to: "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron/recommended/image_id",
            },
            { set: `${instance}.InstanceType`, to: "inf2.xlarge" },
            {
                set: "Resources.TaskDefinition.Properties",
                to: {
                    Family: "llm",
                    ContainerDefinitions: [
                        {
                            Name: "llm",
                            Image: "763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-inference-neuronx:2.1.2-neuronx-py310-sdk2.20.0-ubuntu20.04",
                            Essential: true,
                            Cpu: 0,
                            Memory: 6000,
                            PortMappings: [{ ContainerPort: 8080, HostPort: 0, Protocol: "tcp" }],
                            LinuxParameters: {
                                Capabilities: { Add: ["IPC_LOCK"], Drop: [] },
                                Devices: [
                                    {
                                        HostPath: "/dev/neuron0",
                                        ContainerPath: "/dev/neuron0",
                                        Permissions: ["read", "write"],
                                    },
                                ],
                            },
                        },
                    ],
                },
            },
            { set: "Resources.Service.Properties.PlacementConstraints", to: [{ Type: "distinctInstance" }] },
        ],
        inf2Task.roles,
    ),
};

/** The paths of its container and its service. */
export const llm = "Resources.TaskDefinition.Properties.ContainerDefinitions[model]";
export const service = "Resources.Service.Properties";
