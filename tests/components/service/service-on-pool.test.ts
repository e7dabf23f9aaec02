import assert from "node:assert/strict";
import {
    members,
    poolOf,
    portsOf,
    serviceOnPool,
    whole,
    type ServiceArguments,
} from "../../../components/service/service-on-pool";
import { UNKNOWN } from "../../../ecs/known";
import { accepts } from "./harness";
import { pool, task } from "./right-service";

const given = { pool, task } as ServiceArguments;
const known = {
    pool: {
        path: "pool",
        name: "ml",
        runtime: "neuron-rtd",
        instanceTypes: ["inf1.6xlarge"],
        maxSize: 2,
    },
    task: {
        runtime: "neuron-rtd",
        instanceTypes: ["inf1.6xlarge"],
        devices: "ALL",
        cores: "all",
        networkMode: "bridge",
        staticHostPorts: [],
        containerNames: ["neuron-rtd", "bert"],
        memory: 2000,
        cpu: 0,
        hasUnknownSize: false,
    },
    healthChecks: { ofBalancer: false, ofContainers: 0 },
    deployment: {
        desiredCount: 1,
        minimumHealthyPercent: undefined,
        maximumPercent: undefined,
        strategy: undefined,
    },
    desiredCount: 1,
    ignoresDesiredCount: false,
};
type Known = typeof known;
type Change = { readonly [Part in keyof Known]?: Known[Part] extends object ? object : unknown };

/** What is known, with another answer in some of its parts. */
function knownBut(change: Change): object {
    return Object.fromEntries(
        Object.entries(known).map(([name, part]: [string, unknown]) => {
            const other = (change as Readonly<Record<string, unknown>>)[name];
            return [name, typeof part === "object" ? { ...part, ...(other as object) } : (other ?? part)];
        }),
    );
}

const ofTask = (change: object) => ({ task: { ...task, ...change } });
const ofPool = (change: object) => ({ pool: { ...pool, ...change } });

describe("A service on its pool", () => {
    const cases: [what: string, args: object, Change][] = [
        ["has the defaults of what is not given", {}, {}],
        [
            "has the bounds of its deployments and its own number of tasks",
            {
                desiredCount: 3,
                deploymentMinimumHealthyPercent: 50,
                deploymentMaximumPercent: 150,
                deploymentConfiguration: { strategy: "CANARY" },
                ignoreDesiredCount: true,
            },
            {
                deployment: { desiredCount: 3, minimumHealthyPercent: 50, maximumPercent: 150, strategy: "CANARY" },
                desiredCount: 3,
                ignoresDesiredCount: true,
            },
        ],
        [
            "runs on the pool of its task where it is given none",
            { pool: undefined, task: { ...task, pool } },
            { pool: { path: "task.pool" } },
        ],
        [
            "is on a pool by the name of its capacity provider where it has no other",
            ofPool({ poolName: undefined }),
            { pool: { name: "ml-capacity" } },
        ],
        [
            "has the runtime and the types of its pool where the task names none",
            { ...ofPool({ runtime: "libnrt" }), ...ofTask({ runtime: undefined, instanceTypes: undefined }) },
            { pool: { runtime: "libnrt" }, task: { runtime: "libnrt" } },
        ],
        [
            "has the runtime of the chip where nothing names one",
            {
                ...ofPool({ runtime: undefined, instanceTypes: ["inf2.xlarge"] }),
                ...ofTask({ runtime: undefined, instanceTypes: undefined }),
            },
            {
                pool: { runtime: "libnrt", instanceTypes: ["inf2.xlarge"] },
                task: { runtime: "libnrt", instanceTypes: ["inf2.xlarge"] },
            },
        ],
        ["takes the devices of a list", ofTask({ visibleDevices: "0,2" }), { task: { devices: [0, 2] } }],
        ["takes cores by their numbers", ofTask({ cores: "0-1,4" }), { task: { cores: [0, 1, 4] } }],
        ["takes a number of cores", ofTask({ numCores: 3 }), { task: { cores: 3 } }],
        [
            "takes the cores of a list rather than a number",
            ofTask({ cores: "1", numCores: 3 }),
            { task: { cores: [1] } },
        ],
        ["does not read what is no list of cores", ofTask({ cores: "two" }), { task: { cores: UNKNOWN } }],
        ...(["routes", "loadBalancers", "vpcLatticeConfigurations"] as const).flatMap(
            (name): [string, object, Change][] => [
                [`is checked by ${name}`, { [name]: [{}] }, { healthChecks: { ofBalancer: true } }],
                [
                    `may be checked by ${name} that are not known`,
                    { [name]: UNKNOWN },
                    { healthChecks: { ofBalancer: true } },
                ],
                [`is not checked where ${name} are empty`, { [name]: [] }, {}],
            ],
        ),
        [
            "does not know what of its task is not known",
            ofTask({
                visibleDevices: UNKNOWN,
                cores: UNKNOWN,
                staticHostPorts: ["80/tcp", UNKNOWN],
                containerNames: UNKNOWN,
                memory: UNKNOWN,
                unhealthyAfter: UNKNOWN,
            }),
            {
                task: {
                    devices: UNKNOWN,
                    cores: UNKNOWN,
                    staticHostPorts: UNKNOWN,
                    containerNames: UNKNOWN,
                    memory: UNKNOWN,
                    hasUnknownSize: true,
                },
                healthChecks: { ofContainers: UNKNOWN },
            },
        ],
        [
            "has a size that will be told, where its CPU is not known yet",
            ofTask({ cpu: UNKNOWN }),
            { task: { cpu: UNKNOWN, hasUnknownSize: true } },
        ],
        [
            "does not know its pool where that is not known",
            { pool: UNKNOWN },
            {
                pool: { name: UNKNOWN, runtime: UNKNOWN, instanceTypes: UNKNOWN, maxSize: UNKNOWN },
                task: { instanceTypes: UNKNOWN },
            },
        ],
        [
            "does not know the types of a pool of which one is not known",
            ofPool({ instanceTypes: ["inf1.6xlarge", UNKNOWN] }),
            { pool: { instanceTypes: UNKNOWN }, task: { instanceTypes: UNKNOWN } },
        ],
        [
            "knows of a task that only the ARN tells of what ECS and the pool decide",
            { task: { taskDefinitionArn: "bert:1" } },
            {
                task: { containerNames: UNKNOWN, memory: UNKNOWN, cpu: UNKNOWN },
                healthChecks: { ofContainers: UNKNOWN },
            },
        ],
    ];
    for (const [what, args, change] of cases) {
        it(what, () => assert.deepStrictEqual(serviceOnPool({ ...given, ...args }), knownBut(change)));
    }

    it("is of the pool that it is given, or else of that of its task", () => {
        const other = { ...pool, poolName: "other" };
        const onBoth = { pool: other, task: { ...task, pool } } as ServiceArguments;
        assert.deepStrictEqual(poolOf(onBoth), other);
        assert.deepStrictEqual(poolOf({ ...onBoth, pool: undefined }), pool);
        assert.equal(poolOf({ task: UNKNOWN }), UNKNOWN);
    });

    accepts([["a task of which only the ARN is told", { task: { taskDefinitionArn: "bert:1" } }]]);
});

describe("The members of a record, the items of a list and the ports of a task", () => {
    it("are there, absent or not known, as the record is", () => {
        assert.deepStrictEqual(
            ([{ name: "bert" }, {}, undefined, UNKNOWN] as const).map((one) => members<{ name?: string }>(one)("name")),
            ["bert", undefined, undefined, UNKNOWN],
        );
    });

    it("are known where all items of the list are", () => {
        assert.deepStrictEqual(
            ([["a"], [], ["a", UNKNOWN], UNKNOWN, undefined] as const).map((one) => whole<string>(one)),
            [["a"], [], UNKNOWN, UNKNOWN, undefined],
        );
    });

    it("are known where all members of each port are", () => {
        const port = { containerName: "bert", containerPort: 8501 };
        assert.deepStrictEqual(
            [[port], [port, { ...port, containerPort: UNKNOWN }], UNKNOWN, undefined].map((portMappings) =>
                portsOf({ ...task, portMappings } as ServiceArguments["task"]),
            ),
            [[port], UNKNOWN, UNKNOWN, undefined],
        );
    });
});
