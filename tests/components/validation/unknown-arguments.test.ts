import assert from "node:assert/strict";
import { clusterCheck } from "../../../components/cluster/check";
import { launchTemplateCheck } from "../../../components/launch-template/args";
import { serviceFields } from "../../../components/service/args/service";
import { taskDefinitionFields } from "../../../components/task-definition/args/task-definition";
import { Problems } from "../../../components/validation/problems";
import { object } from "../../../components/validation/shape";
import { pool, task } from "../service/right-service";

/** Where a program may name what it likes. */
const free = new Set(["pools", "dockerLabels", "driverOpts", "labels", "options", "properties", "tags", "triggers"]);

const secretOptions = [{ name: "token", valueFrom: "/token" }];
const container = {
    portMappings: [{}],
    dependsOn: [{}],
    environment: [{}],
    environmentFiles: [{}],
    secrets: [{}],
    mountPoints: [{}],
    volumesFrom: [{}],
    linuxParameters: { capabilities: {}, devices: [{}], tmpfs: [{}] },
    logConfiguration: { options: {}, secretOptions },
    healthCheck: {},
    restartPolicy: {},
    ulimits: [{}],
    systemControls: [{}],
    dockerLabels: {},
    repositoryCredentials: {},
    extraHosts: [{}],
    firelensConfiguration: { options: {} },
};
const { portMappings: _, dependsOn: __, firelensConfiguration: ___, ...daemon } = container;

/** Every map that a component takes, each with every map in it. */
const all: Readonly<Record<string, readonly [fields: object, args: object]>> = {
    LaunchTemplate: [launchTemplateCheck.fields, { tags: {} }],
    Cluster: [
        clusterCheck.fields,
        { pools: { small: { tags: {} } }, defaultCapacityProviderStrategies: [{}], tags: {} },
    ],
    TaskDefinition: [
        taskDefinitionFields,
        {
            pool,
            containers: [container],
            sidecars: [container],
            neuronRtd: { ...daemon, linuxParameters: { devices: [{}], tmpfs: [{}] }, socket: {} },
            volumes: [
                {
                    host: {},
                    dockerVolumeConfiguration: { driverOpts: {}, labels: {} },
                    efsVolumeConfiguration: { authorizationConfig: {} },
                    s3filesVolumeConfiguration: {},
                },
            ],
            runtimePlatform: {},
            placementConstraints: [{}],
            proxyConfiguration: { properties: {} },
            executionRoleStatements: [{ conditions: [{}] }],
            taskRoleStatements: [{ conditions: [{}] }],
            tags: {},
        },
    ],
    Service: [
        serviceFields,
        {
            pool,
            task: { ...task, pool },
            loadBalancers: [{ advancedConfiguration: {} }],
            networkConfiguration: {},
            serviceConnectConfiguration: {
                accessLogConfiguration: {},
                logConfiguration: { options: {}, secretOptions },
                services: [
                    {
                        clientAlias: [{ testTrafficRules: [{ header: { value: {} } }] }],
                        timeout: {},
                        tls: { issuerCertAuthority: {} },
                    },
                ],
            },
            serviceRegistries: {},
            vpcLatticeConfigurations: [{}],
            volumeConfiguration: { managedEbsVolume: { tagSpecifications: [{ tags: {} }] } },
            placementConstraints: [{}],
            orderedPlacementStrategies: [{}],
            deploymentCircuitBreaker: {},
            deploymentConfiguration: {
                canaryConfiguration: {},
                lifecycleHooks: [{ timeoutConfiguration: {} }],
                linearConfiguration: {},
            },
            deploymentController: {},
            alarms: {},
            triggers: {},
            tags: {},
        },
    ],
};

/** Puts an argument that no map has into each map that is not free, and answers where. */
function withUnknown(value: unknown, path: string, name: string, places: string[]): unknown {
    if (Array.isArray(value)) {
        return value.map((one, index) => withUnknown(one, `${path}[${index}]`, "", places));
    }
    if (typeof value !== "object" || value === null) {
        return value;
    }
    const at = (member: string) => (path === "" ? member : `${path}.${member}`);
    const members = Object.entries(value).map(([key, one]) => [key, withUnknown(one, at(key), key, places)] as const);
    if (free.has(name)) {
        return Object.fromEntries(members);
    }
    places.push(at("quux"));
    return { ...Object.fromEntries(members), quux: 1 };
}

/** The maps that are AWS's, and not the component's own, by what stands before the unknown argument. */
const ofAws: Readonly<Record<string, RegExp>> = {
    TaskDefinition:
        /^(containers|sidecars|placementConstraints|proxyConfiguration|runtimePlatform)\b|^neuronRtd\.(?!socket)|^volumes\[0\]\.(?!host)/,
    Service: /^(?!pool|task)\w+[.[]/,
};

describe("An argument that is not known", () => {
    for (const [component, [fields, args]] of Object.entries(all)) {
        const places: string[] = [];
        const problems = new Problems();
        object(component, fields)(withUnknown(args, "", "", places), "", problems);
        const isOfAws = (path: string) => ofAws[component]?.test(path) ?? false;

        it(`is refused in each map of its own that ${component} takes`, () => {
            const refused = problems.found.filter(({ reason }) => reason.startsWith("is not an argument of "));
            assert.deepStrictEqual(
                refused.map(({ propertyPath }) => propertyPath).sort(),
                places.filter((path) => !isOfAws(path)).sort(),
            );
        });

        it(`is passed on in each structure of AWS's that ${component} takes`, () => {
            assert.deepStrictEqual([...problems.unchecked.keys()].sort(), places.filter(isOfAws).sort());
        });
    }
});
