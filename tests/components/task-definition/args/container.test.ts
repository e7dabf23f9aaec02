import assert from "node:assert/strict";
import type * as ecs from "@aws-sdk/client-ecs";
import { taskDefinitionCheck } from "../../../../components/task-definition/checks/check";
import { problemsOf } from "../../../../components/validation/validate";
import { model, refuses, sidecar, withContainer } from "../harness";

/** The structures of ECS's API whose fields are listed below. */
interface Api {
    container: ecs.ContainerDefinition;
    linuxParameters: ecs.LinuxParameters;
    device: ecs.Device;
    healthCheck: ecs.HealthCheck;
    portMapping: ecs.PortMapping;
    restartPolicy: ecs.ContainerRestartPolicy;
    tmpfs: ecs.Tmpfs;
    logConfiguration: ecs.LogConfiguration;
}

const names = "1 to 255 letters, digits, hyphens and underscores";
const ofModels = "a sidecar uses no Neuron device; a container that does stands in containers";

describe("TaskDefinition, before it registers a child, with the members of a container", () => {
    refuses([
        [
            "a container without a name",
            withContainer({ name: undefined }),
            ["containers[0].name is missing; give the container a name"],
        ],
        [
            "a container name with a blank",
            withContainer({ name: "a b" }),
            [`containers[0].name is "a b", but must be ${names}`],
        ],
        [
            "a container without an image",
            withContainer({ image: undefined }),
            ["containers[0].image is missing; give the container's image"],
        ],
        [
            "an unknown argument of a container",
            withContainer({ enviroment: [] }),
            [
                "containers[0].enviroment is not an argument of a model container (did you mean environment?); leave it out",
            ],
        ],
        [
            "what Docker Compose calls ports and environment",
            withContainer({ ports: [{ containerPort: 8501 }], env: [] }),
            [
                "containers[0].ports is not an argument of a model container (did you mean portMappings?); leave it out",
                "containers[0].env is not an argument of a model container (did you mean environment?); leave it out",
            ],
        ],
        [
            "devices of a sidecar",
            { sidecars: [{ ...sidecar, visibleDevices: "0" }] },
            [`sidecars[0].visibleDevices must not be given: ${ofModels}`],
        ],
        [
            "cores of a sidecar of its own",
            { sidecars: [{ ...sidecar, cores: "0", numCores: 1 }] },
            ["cores", "numCores"].map((name) => `sidecars[0].${name} must not be given: ${ofModels}`),
        ],
    ]);
});

describe("Of what ECS takes in a container, TaskDefinition", () => {
    // The types of the SDK make the compiler ask for each field of the API. Null is no value, but a name.
    const names: { readonly [Structure in keyof Api]: Readonly<Record<keyof Api[Structure], null>> } = {
        container: {
            name: null,
            image: null,
            repositoryCredentials: null,
            cpu: null,
            memory: null,
            memoryReservation: null,
            links: null,
            portMappings: null,
            essential: null,
            restartPolicy: null,
            entryPoint: null,
            command: null,
            environment: null,
            environmentFiles: null,
            mountPoints: null,
            volumesFrom: null,
            linuxParameters: null,
            secrets: null,
            dependsOn: null,
            startTimeout: null,
            stopTimeout: null,
            versionConsistency: null,
            hostname: null,
            user: null,
            workingDirectory: null,
            disableNetworking: null,
            privileged: null,
            readonlyRootFilesystem: null,
            dnsServers: null,
            dnsSearchDomains: null,
            extraHosts: null,
            dockerSecurityOptions: null,
            interactive: null,
            pseudoTerminal: null,
            dockerLabels: null,
            ulimits: null,
            logConfiguration: null,
            healthCheck: null,
            systemControls: null,
            resourceRequirements: null,
            firelensConfiguration: null,
            credentialSpecs: null,
        },
        linuxParameters: {
            capabilities: null,
            devices: null,
            initProcessEnabled: null,
            sharedMemorySize: null,
            tmpfs: null,
            maxSwap: null,
            swappiness: null,
        },
        device: { hostPath: null, containerPath: null, permissions: null },
        healthCheck: { command: null, interval: null, timeout: null, retries: null, startPeriod: null },
        portMapping: {
            containerPort: null,
            hostPort: null,
            protocol: null,
            name: null,
            appProtocol: null,
            containerPortRange: null,
        },
        restartPolicy: { enabled: null, ignoredExitCodes: null, restartAttemptPeriod: null },
        tmpfs: { containerPath: null, size: null, mountOptions: null },
        logConfiguration: { logDriver: null, options: null, secretOptions: null },
    };
    const ofContainer = {
        ...names.container,
        ...model,
        linuxParameters: { ...names.linuxParameters, devices: [names.device], tmpfs: [names.tmpfs] },
        healthCheck: names.healthCheck,
        portMappings: [names.portMapping],
        restartPolicy: names.restartPolicy,
        logConfiguration: names.logConfiguration,
    };

    /** The problems of a name that is not known, or that the component owns. */
    const namesRefused = (args: object) =>
        problemsOf("TaskDefinition", { containers: [model], ...args }, taskDefinitionCheck)
            .filter(({ reason }) => /not an argument|must not be given/.test(reason))
            .map(({ propertyPath }) => propertyPath);

    it("leaves no field out of a model container", () => {
        assert.deepStrictEqual(namesRefused({ containers: [ofContainer] }), [
            "containers[0].privileged",
            "containers[0].resourceRequirements",
        ]);
    });

    it("leaves no field out of a sidecar", () => {
        assert.deepStrictEqual(namesRefused({ sidecars: [{ ...ofContainer, name: "logs" }] }), [
            "sidecars[0].privileged",
            "sidecars[0].resourceRequirements",
        ]);
    });

    it("leaves no field out of the daemon but those that it decides", () => {
        const decided = ["command", "dependsOn", "entryPoint", "essential", "firelensConfiguration", "name"];
        const refused = [...decided, "portMappings", "privileged", "resourceRequirements", "user"];
        assert.deepStrictEqual(
            namesRefused({ neuronRtd: ofContainer }).sort(),
            ["linuxParameters.capabilities", ...refused].map((name) => `neuronRtd.${name}`).sort(),
        );
    });

    it("refuses a name that is near to one that it knows, or that the component decides", () => {
        const wrong = { containers: [{ ...model, privilegd: true, portMapping: [] }] };
        assert.deepStrictEqual(problemsOf("TaskDefinition", wrong, taskDefinitionCheck), [
            {
                propertyPath: "containers[0].privilegd",
                reason: "is not an argument of a model container (did you mean privileged?); leave it out",
            },
            {
                propertyPath: "containers[0].portMapping",
                reason: "is not an argument of a model container (did you mean portMappings?); leave it out",
            },
        ]);
    });
});
