import { balancedStack, model } from "./bases/stack";
import type { Example } from "./example";

const containerName = "Resources.Service.Properties.LoadBalancers[0].ContainerName";
const containerPort = "Resources.Service.Properties.LoadBalancers[0].ContainerPort";

export const loadBalancerPortExistsExamples: readonly Example[] = [
    {
        title: "the container does not map the port",
        base: balancedStack,
        changes: [{ set: containerPort, to: 8500 }],
        findings: [
            {
                resource: "Service",
                path: "loadBalancers[0].containerPort",
                message:
                    'service "Service" has a load balancer for port 8500 of container "bert", but task definition ' +
                    '"TaskDefinition" maps only 8501 of it: name a port that it maps, or add 8500 to its portMappings',
            },
        ],
    },
    {
        title: "the container maps no port",
        base: balancedStack,
        changes: [{ set: containerName, to: "[sidecar]" }],
        findings: [
            {
                resource: "Service",
                path: "loadBalancers[0].containerPort",
                message:
                    'service "Service" has a load balancer for port 8501 of container "neuron-rtd", but task ' +
                    'definition "TaskDefinition" maps no port of it: add 8501 to its portMappings',
            },
        ],
    },
    {
        title: "there is no container of the name",
        base: balancedStack,
        changes: [{ set: containerName, to: "web" }],
        findings: [
            {
                resource: "Service",
                path: "loadBalancers[0].containerName",
                message:
                    'service "Service" has a load balancer for container "web", but task definition ' +
                    '"TaskDefinition" has no such container: name one of "bert", "neuron-rtd"',
            },
        ],
    },
    { title: "the container maps the port", base: balancedStack, changes: [], findings: [] },
    {
        title: "the container maps the port beside another",
        base: balancedStack,
        changes: [
            { set: containerPort, to: 8500 },
            { add: `${model}.PortMappings`, value: { ContainerPort: 8500, HostPort: 8500, Protocol: "tcp" } },
        ],
        findings: [],
    },
    {
        title: "the port of the instance is dynamic",
        base: balancedStack,
        changes: [{ set: `${model}.PortMappings[0].HostPort`, to: 0 }],
        findings: [],
    },
];
