import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Service } from "../../../components";
import { register } from "../mocked-engine";
import { pool, minimal, task } from "./right-service";

/** Two services of one program, on one pool. */
async function refusalOf(first: object, second: object): Promise<string> {
    try {
        await register(() => {
            new Service("bert", { ...minimal, ...first });
            new Service("gpt", { ...minimal, ...second });
        });
    } catch (error) {
        return (error as Error).message;
    }
    return "";
}

const refused =
    'Service "gpt" has a wrong argument:\n' +
    '  - pool is the pool "ml", on which Service "bert" runs too, and tasks of "bert" and "gpt" on one ' +
    "instance would compete for a device; give each a pool of its own, or task definitions that take other " +
    "visibleDevices or cores, or their instance (takesInstance)";

const devices = (visibleDevices: string) => ({ task: { ...task, visibleDevices } });
const ports = (...staticHostPorts: string[]) => ({ task: { ...task, staticHostPorts } });
const onLibnrt = (change: object) => ({
    pool: { ...pool, runtime: "libnrt" },
    task: { ...task, runtime: "libnrt", ...change },
});
/** As `takesInstance` reserves of inf1.6xlarge. */
const taking = { task: { ...task, memory: 45312, cpu: 24320 } };
const onThree = (change: object) => ({ ...change, pool: { ...pool, maxSize: 3 } });
const withPool = (change: object) => ({ pool: { ...pool, ...change } });

describe("Two services on one pool", () => {
    const cases: [string, object, object, string][] = [
        ["are refused where both want all devices", {}, {}, refused],
        ["are refused where one wants all devices", devices("0,1"), {}, refused],
        ["are refused where their lists of devices overlap", devices("0,1"), devices("1,2"), refused],
        [
            "are refused where their devices are all, as nothing else is told",
            { task: { taskDefinitionArn: "a:1" } },
            {},
            refused,
        ],
        ["are refused as outputs", { pool: pulumi.output(pool) }, { pool: pulumi.output(pool) }, refused],
        ["are refused where their static host ports are different", ports("80/tcp"), ports("81/tcp"), refused],
        [
            "are refused where others set how many tasks there are",
            { desiredCount: 0, ignoreDesiredCount: true },
            {},
            refused,
        ],
        [
            "are refused where they take one core of a device",
            onLibnrt({ cores: "0-1" }),
            onLibnrt({ cores: "1,2" }),
            refused,
        ],
        ["are refused where only one names its cores", onLibnrt({ cores: "0" }), onLibnrt({}), refused],
        [
            "are refused where they take more cores than there are",
            onLibnrt({ numCores: 9 }),
            onLibnrt({ numCores: 8 }),
            refused,
        ],
        ["are accepted where each takes other cores", onLibnrt({ cores: "0-1" }), onLibnrt({ cores: "2-3" }), ""],
        [
            "are accepted where each takes its instance, on a pool with room for both",
            onThree(taking),
            onThree(taking),
            "",
        ],
        [
            "are refused where each takes its instance and none is left to deploy the first",
            taking,
            taking,
            'Service "gpt" has a wrong argument:\n' +
                '  - pool.maxSize is 2, but must be at least 3, as tasks of Service "bert" and "gpt" do not fit beside each ' +
                "other and so take an instance each, and a deployment may need one more; give maxSize: 3, or task " +
                "definitions that reserve less",
        ],
        [
            "are accepted where each takes its instance and others set how many tasks there are",
            { ...taking, ignoreDesiredCount: true },
            taking,
            "",
        ],
        ["are refused where one takes its instance and the other fits beside it", taking, {}, refused],
        [
            "are accepted where each has other devices of libnrt",
            onLibnrt({ visibleDevices: "0,2" }),
            onLibnrt({ visibleDevices: "1" }),
            "",
        ],
        ["are accepted where there are cores for both", onLibnrt({ numCores: 8 }), onLibnrt({ cores: "0-7" }), ""],
        [
            "are refused where they take more cores than their devices have",
            onLibnrt({ visibleDevices: "0", numCores: 3 }),
            onLibnrt({ visibleDevices: "0", numCores: 2 }),
            refused,
        ],
        ["are accepted where each has other devices", devices("0,1"), devices("2,3"), ""],
        ["are accepted where one has no tasks", {}, { desiredCount: 0 }, ""],
        [
            "are accepted where a static host port keeps them apart, on a pool with room for both and a deployment",
            onThree(ports("80/tcp")),
            onThree(ports("80/tcp", "81/tcp")),
            "",
        ],
        [
            "are accepted without an instance to spare where deployments stop a task first",
            { ...ports("80/tcp"), deploymentMinimumHealthyPercent: 0 },
            { ...ports("80/tcp"), deploymentMinimumHealthyPercent: 0 },
            "",
        ],
        [
            "are accepted with one static host port where others set the tasks of one",
            { ...ports("80/tcp"), ignoreDesiredCount: true },
            ports("80/tcp"),
            "",
        ],
        [
            "are refused where a static host port keeps them apart and no instance is left to deploy the first",
            ports("80/tcp"),
            { ...ports("80/tcp", "81/tcp"), deploymentMinimumHealthyPercent: 0 },
            'Service "gpt" has a wrong argument:\n' +
                '  - pool.maxSize is 2, but must be at least 3, as tasks of Service "bert" and "gpt" have ' +
                "the host port 80/tcp and so take an instance each, and a deployment may need one more; give maxSize: 3, " +
                "or other host ports and visibleDevices, with which tasks share an instance",
        ],
        ["are accepted where the pools are two", {}, withPool({ poolName: "large" }), ""],
        [
            "are told by the capacity provider where a pool has no name",
            withPool({ poolName: undefined }),
            withPool({ poolName: undefined, capacityProviderName: "large" }),
            "",
        ],
    ];
    for (const [what, first, second, expected] of cases) {
        it(what, async () => {
            assert.equal(await refusalOf(first, second), expected);
        });
    }

    it("are not those of two programs", async () => {
        await register(() => new Service("bert", minimal));
        await register(() => new Service("gpt", minimal));
    });
});
