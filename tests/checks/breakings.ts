import { examplesOf } from "../../checks/examples";
import { guide } from "../../checks/examples/bases/guide";
import { changed, type ExampleChange } from "../../checks/examples/change";
import { neuronRtdName } from "../../contract";
import { taskRules } from "../../checks/rules";
import type { Definition } from "./component-definitions";

/** Breaks one thing in a copy of a task definition of the component. @param model one of its model containers */
export type Breaking = (definition: Definition, model: string) => Definition;

/** Wrong examples that are right in another definition, or break a second rule there. Each has its like below. */
const onlyInTheGuide: readonly string[] = [
    // Other model containers may be left.
    "there is no model container",
    // The volume may be mounted elsewhere, so that the socket is not on it.
    "the model container looks for another socket",
    // The sidecar may name devices that this type does not have.
    "a sidecar of an image of one's own is on Inf2",
];

const address = "containerDefinitions[model].environment[NEURON_RTD_ADDRESS].value";
const devices = "containerDefinitions[sidecar].environment[AWS_NEURON_VISIBLE_DEVICES].value";
const dependsOn = (containerName: string, condition: string) => [{ containerName, condition }];

/** Further changes that break a rule alone, in any definition of the component. */
const further: Readonly<Record<string, Readonly<Record<string, readonly ExampleChange[]>>>> = {
    "neuron-image-supports-instance": {
        "a sidecar of an image of one's own is on Trainium": [
            { set: "containerDefinitions[sidecar].image", to: "123456789012.dkr.ecr.us-east-1.amazonaws.com/rtd:1" },
            {
                set: "placementConstraints",
                to: [{ type: "memberOf", expression: "attribute:ecs.instance-type == trn1.32xlarge" }],
            },
        ],
    },
    "neuron-rtd-sidecar": {
        "there is no sidecar, and the model container waits for it": [{ remove: "containerDefinitions[sidecar]" }],
    },
    "neuron-rtd-starts-first": {
        "the model container depends on nothing": [{ set: "containerDefinitions[model].dependsOn", to: [] }],
        "the model container waits for the daemon's success": [
            { set: "containerDefinitions[model].dependsOn", to: dependsOn("[sidecar]", "SUCCESS") },
        ],
        "the condition is in lower case": [
            { set: "containerDefinitions[model].dependsOn", to: dependsOn("[sidecar]", "start") },
        ],
        "the sidecar waits for itself": [
            { set: "containerDefinitions[sidecar].dependsOn", to: dependsOn("[sidecar]", "START") },
        ],
    },
    "neuron-rtd-capabilities": {
        "SYS_ADMIN is missing": [capabilities("IPC_LOCK")],
        "the list of capabilities is empty": [capabilities()],
        "both capabilities are written with CAP_": [capabilities("CAP_SYS_ADMIN", "CAP_IPC_LOCK")],
        "the capabilities are dropped": [
            {
                set: "containerDefinitions[sidecar].linuxParameters",
                to: { capabilities: { drop: ["SYS_ADMIN", "IPC_LOCK"] } },
            },
        ],
    },
    "neuron-rtd-shared-volume": {
        "the declared volume has another name": [{ set: "volumes", to: [{ name: "another-volume" }] }],
        "the model container has no mount points": [{ remove: "containerDefinitions[model].mountPoints" }],
        "the sidecar has an empty list of mount points": [{ set: "containerDefinitions[sidecar].mountPoints", to: [] }],
    },
    "neuron-rtd-address": {
        "the address is empty": [{ set: address, to: "" }],
        "the address is not a Unix socket": [{ set: address, to: "tcp:127.0.0.1:7000" }],
    },
    "neuron-visible-devices": Object.fromEntries(
        ["0,0", "01", "-1", "+0", "0-1", "0,", "16", "99999999999999999999", "ALL,0", "__proto__"].map(
            (text): [string, readonly ExampleChange[]] => [
                `the devices are ${JSON.stringify(text)}`,
                [{ set: devices, to: text }],
            ],
        ),
    ),
    "neuron-rtd-least-privilege": {
        "the sidecar adds ALL besides": [capabilities("SYS_ADMIN", "IPC_LOCK", "ALL")],
    },
    "neuron-placement": Object.fromEntries(
        ["in [Inf1.xlarge, INF1.2xlarge]", "=~ Inf1.*"].map((condition): [string, readonly ExampleChange[]] => [
            `the placement expression can never match: ${condition}`,
            [
                {
                    set: "placementConstraints",
                    to: [{ type: "memberOf", expression: `attribute:ecs.instance-type ${condition}` }],
                },
            ],
        ]),
    ),
};

/** Those that look at the definition. */
const looking: Readonly<Record<string, Readonly<Record<string, Breaking>>>> = {
    "neuron-rtd-sidecar": {
        "there is no model container at all": (definition) =>
            modelsOf(definition).reduce(
                (left, one) => make([{ remove: "containerDefinitions[model]" }])(left, one),
                definition,
            ),
    },
    "neuron-rtd-address": {
        "the address names a socket beside the sidecar's": (definition, model) => {
            const { environment } = definition.containerDefinitions.find(({ name }) => name === model) as {
                environment: { name: string; value: string }[];
            };
            const own = environment.find(({ name }) => name === "NEURON_RTD_ADDRESS");
            return make([{ set: address, to: `${own?.value}2` }])(definition, model);
        },
    },
};

/** What breaks each rule, and no other: its examples that do so anywhere, and more. */
export const breakings: Readonly<Record<string, Readonly<Record<string, Breaking>>>> = Object.fromEntries(
    taskRules.map(({ name }) => [
        name,
        {
            ...Object.fromEntries(
                examplesOf(name)
                    .filter(({ base, findings }) => base === guide && findings.length > 0)
                    .filter(({ findings }) => findings.every(({ rule }) => rule === undefined))
                    .filter(({ title }) => !onlyInTheGuide.includes(title))
                    .map(({ title, changes }) => [title, make(changes)]),
            ),
            ...Object.fromEntries(
                Object.entries(further[name] ?? {}).map(([title, changes]) => [title, make(changes)]),
            ),
            ...looking[name],
        },
    ]),
);

/** The names of the model containers. */
export function modelsOf({ containerDefinitions }: Definition): readonly string[] {
    return containerDefinitions.map(({ name }) => name as string).filter((name) => name !== neuronRtdName);
}

function make(changes: readonly ExampleChange[]): Breaking {
    return (definition, model) => changed(definition, changes, { model, sidecar: neuronRtdName });
}

function capabilities(...add: readonly string[]): ExampleChange {
    return { set: "containerDefinitions[sidecar].linuxParameters.capabilities.add", to: add };
}
