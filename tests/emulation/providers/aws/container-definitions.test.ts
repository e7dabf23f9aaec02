import assert from "node:assert/strict";
import { containerDefinitionsFailures } from "../../../../emulation/providers/aws/ecs/container-definitions";
import { containers } from "./right-inputs";

type Container = Record<string, unknown>;
type Failure = readonly [property: string, reason: string];

const task = { networkMode: "bridge", volumes: ["sock"], hasMemory: false };

function failuresOf(definitions: unknown, changedTask: Partial<typeof task> = {}): Failure[] {
    const json = typeof definitions === "string" ? definitions : JSON.stringify(definitions);
    return containerDefinitionsFailures(json, { ...task, ...changedTask }).map(
        ({ property, reason }) => [property, reason] as const,
    );
}

const [sidecar, model] = containers as unknown as [Container, Container];

const wholes: readonly [title: string, definitions: unknown, failure: Failure][] = [
    [
        "what is no JSON, without quoting it",
        "[{hunter2",
        ["containerDefinitions", "is not JSON: give the list of container definitions through JSON.stringify"],
    ],
    [
        "one definition in place of a list",
        model,
        ["containerDefinitions", "must be a JSON list of container definitions, not an object"],
    ],
    [
        "a text in place of a list",
        '"[]"',
        ["containerDefinitions", "must be a JSON list of container definitions, not a string"],
    ],
    [
        "an empty list",
        [],
        ["containerDefinitions", "is an empty list; a task definition requires at least one container"],
    ],
    [
        "an entry that is no object",
        [sidecar, model, "model"],
        ["containerDefinitions[2]", "must be an object, not a string"],
    ],
    ["an entry that is null", [sidecar, model, null], ["containerDefinitions[2]", "must be an object, not null"]],
    [
        "two containers of one name",
        [sidecar, model, { name: "sidecar", image: "x", memory: 10 }],
        ["containerDefinitions[2].name", '"sidecar" is the name of an earlier container; names are unique'],
    ],
    [
        "no essential container",
        [{ ...model, dependsOn: [], essential: false }],
        ["containerDefinitions", "has no essential container; at least one must be"],
    ],
    [
        "containers that wait for each other",
        [{ ...sidecar, dependsOn: [{ containerName: "model", condition: "START" }] }, model],
        ["containerDefinitions", "containers wait for each other: sidecar -> model -> sidecar"],
    ],
];

const model1 = "containerDefinitions[1]";

/** What is changed in the model container, and all that is then reported. */
const changes: readonly [title: string, change: Container, failures: readonly Failure[]][] = [
    ["a missing name", { name: undefined }, [[`${model1}.name`, '"name" is required and missing']]],
    ["a missing image", { image: undefined }, [[`${model1}.image`, '"image" is required and missing']]],
    [
        "a name with blanks",
        { name: "my model" },
        [
            [
                `${model1}.name`,
                '"my model" is not accepted; a name has 1 to 255 letters, digits, hyphens and underscores',
            ],
        ],
    ],
    [
        "neither memory nor memoryReservation",
        { memory: undefined, memoryReservation: undefined },
        [
            [
                model1,
                "has neither memory nor memoryReservation (MiB), and the task has no memory either: give one of them",
            ],
        ],
    ],
    [
        "less memory than is reserved",
        { memory: 400 },
        [[`${model1}.memory`, "is 400 MiB, less than the memoryReservation of 500 MiB"]],
    ],
    [
        "less memory than Docker gives",
        { memory: 5, memoryReservation: 5 },
        [
            [`${model1}.memory`, "is 5 MiB; at least 6 MiB are required"],
            [`${model1}.memoryReservation`, "is 5 MiB; at least 6 MiB are required"],
        ],
    ],
    ["a number in quotes", { memory: "1000" }, [[`${model1}.memory`, "must be a number, not a string"]]],
    ["a flag in quotes", { essential: "true" }, [[`${model1}.essential`, "must be a boolean, not a string"]]],
    ["a null", { command: null }, [[`${model1}.command`, "must be a list, not null"]]],
    ["a command that is no list", { command: "serve" }, [[`${model1}.command`, "must be a list, not a string"]]],
    [
        "an environment that is a map, without quoting it",
        { environment: { PASSWORD: "hunter2" } },
        [[`${model1}.environment`, "must be a list, not an object"]],
    ],
    [
        "an environment variable that is a number",
        { environment: [{ name: "PORT", value: 8500 }] },
        [[`${model1}.environment[0].value`, "must be a string, not a number"]],
    ],
    [
        "a capability in the wrong place",
        { linuxParameters: { capabilities: ["IPC_LOCK"] } },
        [[`${model1}.linuxParameters.capabilities`, "must be an object, not a list"]],
    ],
    [
        "a nested key that is none",
        { portMappings: [{ containerport: 8500 }] },
        [
            [
                `${model1}.portMappings[0].containerport`,
                '"containerport" is no input here (did you mean "containerPort"?); known are appProtocol, ' +
                    "containerPort, containerPortRange, hostPort, name, protocol",
            ],
            [`${model1}.portMappings[0]`, "requires either containerPort or containerPortRange"],
        ],
    ],
    [
        "a health check that is too eager and gives up too late",
        { healthCheck: { command: ["CMD", "true"], interval: 1, retries: 11 } },
        [
            [`${model1}.healthCheck.interval`, "is 1; it lies between 5 and 300"],
            [`${model1}.healthCheck.retries`, "is 11; it lies between 1 and 10"],
        ],
    ],
    [
        "a restart that comes too soon",
        { restartPolicy: { enabled: true, restartAttemptPeriod: 10 } },
        [[`${model1}.restartPolicy.restartAttemptPeriod`, "is 10; it lies between 60 and 1800"]],
    ],
    [
        "more swappiness than there is",
        { linuxParameters: { swappiness: 101 } },
        [[`${model1}.linuxParameters.swappiness`, "is 101; it lies between 0 and 100"]],
    ],
    [
        "a soft limit above the hard one",
        { ulimits: [{ name: "nofile", softLimit: 2, hardLimit: 1 }] },
        [[`${model1}.ulimits[0].softLimit`, "is 2, more than the hardLimit of 1"]],
    ],
    [
        "a port beyond the last",
        { portMappings: [{ containerPort: 65536 }] },
        [[`${model1}.portMappings[0].containerPort`, "is 65536; a port lies between 0 and 65535"]],
    ],
    [
        "a mount of a volume that the task does not declare",
        { mountPoints: [{ sourceVolume: "socket", containerPath: "/sock" }] },
        [[`${model1}.mountPoints[0].sourceVolume`, '"socket" is no volume of the task, which declares sock']],
    ],
    [
        "volumes from a container that is not there",
        { volumesFrom: [{ sourceContainer: "other" }] },
        [[`${model1}.volumesFrom[0].sourceContainer`, '"other" is no other container of the task']],
    ],
    [
        "a dependency on a container that is not there",
        { dependsOn: [{ containerName: "sidekick", condition: "START" }] },
        [[`${model1}.dependsOn[0].containerName`, '"sidekick" is no other container of the task']],
    ],
    [
        "a dependency on itself",
        { dependsOn: [{ containerName: "model", condition: "START" }] },
        [[`${model1}.dependsOn[0].containerName`, '"model" is no other container of the task']],
    ],
    [
        "a condition that is none",
        { dependsOn: [{ containerName: "sidecar", condition: "STARTED" }] },
        [
            [
                `${model1}.dependsOn[0].condition`,
                '"STARTED" is not accepted; it must be one of START, COMPLETE, SUCCESS, HEALTHY',
            ],
        ],
    ],
    [
        "a wait for the health of a container without health check",
        { dependsOn: [{ containerName: "sidecar", condition: "HEALTHY" }] },
        [[`${model1}.dependsOn[0].condition`, 'is HEALTHY, which requires a healthCheck on "sidecar"']],
    ],
    [
        "a wait for the end of an essential container",
        { dependsOn: [{ containerName: "sidecar", condition: "SUCCESS" }] },
        [
            [
                `${model1}.dependsOn[0].condition`,
                'is SUCCESS, which an essential container cannot reach: set essential to false on "sidecar"',
            ],
        ],
    ],
];

describe("container definitions", () => {
    it("are accepted when right", () => {
        assert.deepStrictEqual(failuresOf(containers), []);
    });

    for (const [title, definitions, failure] of wholes) {
        it(`are refused for ${title}`, () => {
            assert.deepStrictEqual(failuresOf(definitions), [failure]);
        });
    }

    for (const [title, change, failures] of changes) {
        it(`are refused for ${title}`, () => {
            assert.deepStrictEqual(failuresOf([sidecar, { ...model, ...change }]), failures);
        });
    }

    it("report what is wrong with every container at once, misspelt keys beside missing memory", () => {
        const misspelt = { ...sidecar, memoryReservation: undefined, memroy: 100 };
        const known =
            "command, cpu, credentialSpecs, dependsOn, disableNetworking, dnsSearchDomains, dnsServers, " +
            "dockerLabels, dockerSecurityOptions, entryPoint, environment, environmentFiles, essential, extraHosts, " +
            "firelensConfiguration, healthCheck, hostname, image, interactive, links, linuxParameters, " +
            "logConfiguration, memory, memoryReservation, mountPoints, name, portMappings, privileged, " +
            "pseudoTerminal, readonlyRootFilesystem, repositoryCredentials, resourceRequirements, restartPolicy, " +
            "secrets, startTimeout, stopTimeout, systemControls, ulimits, user, versionConsistency, volumesFrom, " +
            "workingDirectory";
        assert.deepStrictEqual(failuresOf([misspelt, { ...model, cpu: "1" }]), [
            [
                "containerDefinitions[0].memroy",
                `"memroy" is no input here (did you mean "memory"?); known are ${known}`,
            ],
            ["containerDefinitions[1].cpu", "must be a number, not a string"],
            [
                "containerDefinitions[0]",
                "has neither memory nor memoryReservation (MiB), and the task has no memory either: give one of them",
            ],
        ]);
    });

    it("need no memory of their own when the task has some, or when that is not known yet", () => {
        const without = [{ name: "model", image: "model:1" }];
        assert.deepStrictEqual(failuresOf(without, { hasMemory: true }), []);
        assert.deepStrictEqual(
            containerDefinitionsFailures(JSON.stringify(without), { ...task, hasMemory: undefined }),
            [],
        );
    });

    it("may mount any volume while the task's volumes are not known", () => {
        const json = JSON.stringify([{ ...sidecar, mountPoints: [{ sourceVolume: "later", containerPath: "/" }] }]);
        assert.deepStrictEqual(containerDefinitionsFailures(json, { ...task, volumes: undefined }), []);
    });

    for (const networkMode of ["awsvpc", "host"]) {
        it(`have the same host port as container port, or none, in ${networkMode} mode`, () => {
            const portMappings = [
                { containerPort: 1, hostPort: 1 },
                { containerPort: 2 },
                { containerPort: 3, hostPort: 0 },
                { containerPort: 4, hostPort: 5 },
            ];
            const reason = (host: number, container: number): string =>
                `is ${host}; with networkMode "${networkMode}" it must equal the containerPort, ${container}, or ` +
                "be left out";
            assert.deepStrictEqual(failuresOf([{ ...sidecar, portMappings }], { networkMode }), [
                ["containerDefinitions[0].portMappings[2].hostPort", reason(0, 3)],
                ["containerDefinitions[0].portMappings[3].hostPort", reason(5, 4)],
            ]);
        });
    }

    it("have no ports in a task without network", () => {
        assert.deepStrictEqual(
            failuresOf([{ ...sidecar, portMappings: [{ containerPort: 1 }] }], { networkMode: "none" }),
            [["containerDefinitions[0].portMappings[0]", 'is given, but networkMode "none" takes no port mappings']],
        );
    });
});
