import { neuronEnvironment, neuronRtdName } from "../../contract";
import type { Definition } from "./component-definitions";

type Container = Definition["containerDefinitions"][number];
type Variable = { name: string; value: string };

/** Breaks one thing in a task definition that the component made; `model` is one of its model containers. */
export type Breaking = (parts: {
    readonly definition: Definition;
    readonly sidecar: Container;
    readonly model: Container;
}) => void;

/** What breaks each rule, and no other. */
export const breakings: Readonly<Record<string, Readonly<Record<string, Breaking>>>> = {
    "neuron-rtd-sidecar": {
        "the sidecar is missing": ({ definition, sidecar }) => keep(definition, (one) => one !== sidecar),
        "there are two sidecars": ({ definition, sidecar }) =>
            void definition.containerDefinitions.push({ ...sidecar, name: "second" }),
        "the sidecar is not essential": ({ sidecar }) => void (sidecar["essential"] = false),
        "there is no model container": ({ definition, sidecar }) => keep(definition, (one) => one === sidecar),
    },
    "neuron-rtd-starts-first": {
        "the model container has no dependsOn": ({ model }) => void delete model["dependsOn"],
        "the model container depends on nothing": ({ model }) => void (model["dependsOn"] = []),
        "the model container waits for the daemon's end": ({ model }) => dependOn(model, neuronRtdName, "COMPLETE"),
        "the model container waits for the daemon's success": ({ model }) => dependOn(model, neuronRtdName, "SUCCESS"),
        "the condition is in lower case": ({ model }) => dependOn(model, neuronRtdName, "start"),
        "HEALTHY has no health check": ({ definition, sidecar }) => {
            delete sidecar["healthCheck"];
            modelsOf(definition).forEach((one) => dependOn(one, neuronRtdName, "HEALTHY"));
        },
        "the sidecar waits for the model container": ({ sidecar, model }) =>
            dependOn(sidecar, model["name"] as string, "START"),
        "the sidecar waits for itself": ({ sidecar }) => dependOn(sidecar, neuronRtdName, "START"),
    },
    "neuron-rtd-capabilities": {
        "IPC_LOCK is missing": ({ sidecar }) => addCapabilities(sidecar, "SYS_ADMIN"),
        "SYS_ADMIN is missing": ({ sidecar }) => addCapabilities(sidecar, "IPC_LOCK"),
        "no capability is added": ({ sidecar }) => addCapabilities(sidecar),
        "there are no linuxParameters": ({ sidecar }) => void delete sidecar["linuxParameters"],
        "the capabilities are spelt as Linux does": ({ sidecar }) =>
            addCapabilities(sidecar, "CAP_SYS_ADMIN", "CAP_IPC_LOCK"),
        "the capabilities are dropped": ({ sidecar }) =>
            void (sidecar["linuxParameters"] = { capabilities: { drop: ["SYS_ADMIN", "IPC_LOCK"] } }),
    },
    "neuron-rtd-shared-volume": {
        "the volume is not declared": ({ definition }) => void (definition["volumes"] = []),
        "the declared volume has another name": ({ definition }) =>
            void (definition["volumes"] = [{ name: "another-volume" }]),
        "the model container does not mount it": ({ model }) => void delete model["mountPoints"],
        "the sidecar does not mount it": ({ sidecar }) => void (sidecar["mountPoints"] = []),
        "the sidecar cannot write to it": ({ sidecar }) => void (mountOf(sidecar)["readOnly"] = true),
        "the model container mounts it beside the socket": ({ model }) =>
            void (mountOf(model)["containerPath"] = `${String(mountOf(model)["containerPath"])}-beside`),
        "the model container mounts another volume": ({ definition, model }) => {
            (definition["volumes"] as object[]).push({ name: "another-volume" });
            mountOf(model)["sourceVolume"] = "another-volume";
        },
    },
    "neuron-rtd-address": {
        "the address is missing": ({ model }) => unset(model, neuronEnvironment.rtdAddress),
        "the address is empty": ({ model }) => set(model, neuronEnvironment.rtdAddress, () => ""),
        "the address has no scheme": ({ model }) =>
            set(model, neuronEnvironment.rtdAddress, (value) => value.replace(/^unix:/, "")),
        "the address is not a Unix socket": ({ model }) =>
            set(model, neuronEnvironment.rtdAddress, () => "tcp:127.0.0.1:7000"),
        "the address names another socket": ({ model }) =>
            set(model, neuronEnvironment.rtdAddress, (value) => `${value}2`),
    },
    "neuron-visible-devices": {
        "the devices are missing": ({ sidecar }) => unset(sidecar, neuronEnvironment.visibleDevices),
        ...Object.fromEntries(
            [
                "",
                "all",
                "0,2",
                "1,0",
                "0,0",
                "0, 1",
                "01",
                "-1",
                "+0",
                "0-1",
                "0,",
                "16",
                "99999999999999999999",
                "ALL,0",
                "__proto__",
            ].map((value): [string, Breaking] => [
                `the devices are ${JSON.stringify(value)}`,
                ({ sidecar }) => set(sidecar, neuronEnvironment.visibleDevices, () => value),
            ]),
        ),
        "the devices are beyond the instance type's": ({ definition, sidecar }) => {
            definition["placementConstraints"] = [
                { type: "memberOf", expression: "attribute:ecs.instance-type == inf1.2xlarge" },
            ];
            set(sidecar, neuronEnvironment.visibleDevices, () => "0,1");
        },
    },
    "neuron-rtd-least-privilege": {
        "the model container is privileged": ({ model }) => void (model["privileged"] = true),
        "the sidecar is privileged": ({ sidecar }) => void (sidecar["privileged"] = true),
        "the model container adds SYS_ADMIN": ({ model }) => addCapabilities(model, "SYS_ADMIN"),
        "the model container adds ALL": ({ model }) => addCapabilities(model, "ALL"),
        "the sidecar adds ALL besides": ({ sidecar }) => addCapabilities(sidecar, "SYS_ADMIN", "IPC_LOCK", "ALL"),
    },
    "neuron-compatible-launch-type": {
        "Fargate is required": ({ definition }) => void (definition["requiresCompatibilities"] = ["FARGATE"]),
        "Fargate is required besides EC2": ({ definition }) =>
            void (definition["requiresCompatibilities"] = ["EC2", "FARGATE"]),
    },
    "neuron-placement": Object.fromEntries(
        ["== Inf1.xlarge", "== inf1.4xlarge", "== inf2.xlarge", "in [Inf1.xlarge, INF1.2xlarge]", "=~ Inf1.*"].map(
            (expression): [string, Breaking] => [
                `the placement expression can never match: ${expression}`,
                ({ definition }) =>
                    void (definition["placementConstraints"] = [
                        { type: "memberOf", expression: `attribute:ecs.instance-type ${expression}` },
                    ]),
            ],
        ),
    ),
    "neuron-runtime-mixed": {
        "the model container maps a Neuron device": ({ model }) =>
            void (model["linuxParameters"] = {
                devices: [{ hostPath: "/dev/neuron0", containerPath: "/dev/neuron0" }],
            }),
    },
};

export function sidecarOf({ containerDefinitions }: Definition): Container {
    return containerDefinitions.find(({ name }) => name === neuronRtdName) as Container;
}

export function modelsOf({ containerDefinitions }: Definition): Container[] {
    return containerDefinitions.filter(({ name }) => name !== neuronRtdName);
}

function keep(definition: Definition, which: (container: Container) => boolean): void {
    definition.containerDefinitions = definition.containerDefinitions.filter(which);
}

function dependOn(container: Container, containerName: string, condition: string): void {
    container["dependsOn"] = [{ containerName, condition }];
}

function addCapabilities(container: Container, ...add: string[]): void {
    container["linuxParameters"] = { capabilities: { add } };
}

function mountOf(container: Container): Record<string, unknown> {
    return (container["mountPoints"] as Record<string, unknown>[])[0] as Record<string, unknown>;
}

function set(container: Container, name: string, change: (value: string) => string): void {
    container["environment"] = (container["environment"] as Variable[]).map((one) =>
        one.name === name ? { name, value: change(one.value) } : one,
    );
}

function unset(container: Container, name: string): void {
    container["environment"] = (container["environment"] as Variable[]).filter((one) => one.name !== name);
}
