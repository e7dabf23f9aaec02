import { instance } from "./bases/launch-template";
import { stack } from "./bases/stack";
import type { ExampleChange } from "./change";
import type { Example } from "./example";

const oneHop: ExampleChange = { set: `${instance}.MetadataOptions.HttpPutResponseHopLimit`, to: 1 };
const networkMode = "Resources.TaskDefinition.Properties.NetworkMode";
const findings = [
    {
        resource: "LaunchTemplate",
        path: "metadataOptions.httpPutResponseHopLimit",
        message:
            'launch template "LaunchTemplate" lets 1 hop reach the instance metadata service, but "TaskDefinition" ' +
            "runs in bridge mode, which is one hop more: set httpPutResponseHopLimit to 2",
    },
];

export const neuronInstanceHopLimitExamples: readonly Example[] = [
    { title: "one hop, and a task in the mode that is the default", base: stack, changes: [oneHop], findings },
    {
        title: "one hop, and a task in bridge mode",
        base: stack,
        changes: [oneHop, { set: networkMode, to: "bridge" }],
        findings,
    },
    { title: "two hops", base: stack, changes: [], findings: [] },
    {
        title: "nothing is said of hops, which leaves it to the image",
        base: stack,
        changes: [{ remove: `${instance}.MetadataOptions.HttpPutResponseHopLimit` }],
        findings: [],
    },
    {
        title: "one hop, and a task in the instance's own network",
        base: stack,
        changes: [
            oneHop,
            { set: networkMode, to: "host" },
            { remove: "Resources.TaskDefinition.Properties.ContainerDefinitions[model].PortMappings" },
        ],
        findings: [],
    },
    {
        title: "one hop, and no task that runs there",
        base: stack,
        changes: [oneHop, { remove: "Resources.Service" }, { remove: "Resources.TaskDefinition" }],
        findings: [],
    },
    {
        title: "one hop, and the metadata service is off",
        base: stack,
        changes: [oneHop, { set: `${instance}.MetadataOptions.HttpEndpoint`, to: "disabled" }],
        findings: [],
    },
];
