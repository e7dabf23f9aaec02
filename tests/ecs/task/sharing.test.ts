import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import type { TaskDefinition } from "../../../ecs/task/task-definition";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { inCommon, shareHostPort, resourcesOf, type TaskResources } from "../../../ecs/task/sharing";
import { undecidedAt } from "../../paths";

function read(definition: object): TaskDefinition {
    const task = readTaskDefinition(definition);
    assert.deepStrictEqual(task.problems, []);
    return task;
}

describe("What a task takes of its instance", () => {
    const daemon = {
        name: "neuron-rtd",
        image: "neuron-rtd:1",
        command: ["neuron-rtd", "-g", "unix:/sock/neuron-rtd.sock"],
        mountPoints: [{ sourceVolume: "sock", containerPath: "/sock" }],
    };
    const seeing = (value: string) => ({ ...daemon, environment: [{ name: "AWS_NEURON_VISIBLE_DEVICES", value }] });
    const mapping = (name: string, ...devices: unknown[]) => ({
        name,
        image: "libnrt:1",
        linuxParameters: { devices: devices.map((hostPath) => ({ hostPath })) },
    });
    const on = (...volumes: object[]) => ({ volumes });
    const host = on({ name: "sock", host: { sourcePath: "/tmp/sock" } });
    const socket = "/tmp/sock/neuron-rtd.sock";

    const restricted = (name: string, value: string, ...devices: string[]) => ({
        ...mapping("own", ...devices),
        environment: [{ name, value }],
    });
    const memberOf = (expression: string) => ({ type: "memberOf", expression });
    const taken: [string, object[], object, Partial<TaskResources>][] = [
        ["the devices that its sidecar sees", [seeing("2,3")], {}, { devices: [2, 3], socket: undefined }],
        ["all, where its sidecar sees all", [seeing("ALL"), mapping("own")], {}, { devices: "ALL", socket: undefined }],
        ["all, where its sidecar's list cannot be read", [seeing("3,1")], {}, { devices: "ALL", socket: undefined }],
        ["all, where its sidecar's list is missing", [daemon], {}, { devices: "ALL", socket: undefined }],
        [
            "the devices that its containers map",
            [mapping("one", "/dev/neuron0", "/dev/fuse"), mapping("two", "/dev/neuron12")],
            {},
            { devices: [0, 12], socket: undefined },
        ],
        [
            "a number of cores, where each of its containers takes one",
            [restricted("NEURON_RT_NUM_CORES", "1", "/dev/neuron0")],
            {},
            { devices: [0], cores: 1, socket: undefined },
        ],
        [
            "the cores that its containers name",
            [restricted("NEURON_RT_VISIBLE_CORES", "0,2-3", "/dev/neuron0")],
            {},
            { devices: [0], cores: [0, 2, 3], socket: undefined },
        ],
        [
            "as many cores of a device as the types have on which it is placed, where it takes a number",
            [restricted("NEURON_RT_NUM_CORES", "1", "/dev/neuron0")],
            { placementConstraints: [memberOf("attribute:ecs.instance-type == inf1.xlarge")] },
            { devices: [0], cores: 1, coresOfDevice: 4, socket: undefined },
        ],
        [
            "the cores that its containers name, wherever it is placed",
            [restricted("NEURON_RT_VISIBLE_CORES", "0", "/dev/neuron0")],
            { placementConstraints: UNKNOWN },
            { devices: [0], cores: [0], socket: undefined },
        ],
        [
            "all cores, where one of its containers takes all",
            [restricted("NEURON_RT_NUM_CORES", "1", "/dev/neuron0"), mapping("two", "/dev/neuron1")],
            {},
            { devices: [0, 1], cores: "all", socket: undefined },
        ],
        [
            "the ports that it holds",
            [{ ...seeing("0"), portMappings: [{ hostPort: 80, containerPort: 8080 }] }],
            {},
            {
                devices: [0],
                socket: undefined,
                hostPorts: ["80/tcp"],
            },
        ],
        ["nothing, without either", [mapping("web")], host, { devices: [], cores: [], socket: undefined }],
        ["its socket, on a path of the instance", [seeing("0")], host, { devices: [0], socket }],
        [
            "its socket, on a path with slashes at its end",
            [seeing("0")],
            on({ name: "sock", host: { sourcePath: "/tmp/sock//" } }),
            { devices: [0], socket },
        ],
        [
            "its socket, in its own volume",
            [seeing("0")],
            on({ name: "data", host: { sourcePath: "/data" } }, { name: "sock", host: { sourcePath: "/tmp/sock" } }),
            { devices: [0], socket },
        ],
        [
            "no socket, where Docker gives it a directory",
            [seeing("0")],
            on({ name: "sock" }, { name: "data", host: { sourcePath: "/data" } }),
            { devices: [0], socket: undefined },
        ],
        [
            "no socket, where nothing says where it is",
            [{ ...seeing("0"), command: [] }],
            host,
            { devices: [0], socket: undefined },
        ],
    ];
    for (const [what, containerDefinitions, rest, expected] of taken) {
        it(`is ${what}`, () =>
            assert.deepStrictEqual(resourcesOf(read({ containerDefinitions, ...rest })), {
                cores: "all",
                coresOfDevice: 8,
                hostPorts: [],
                ...expected,
            }));
    }

    const undecidedCases: [string, object, string][] = [
        [
            "a device is not",
            { containerDefinitions: [mapping("own", UNKNOWN)] },
            "containerDefinitions[0].linuxParameters.devices",
        ],
        [
            "its devices are not",
            { containerDefinitions: [{ ...mapping("own"), linuxParameters: UNKNOWN }] },
            "containerDefinitions[0].linuxParameters.devices",
        ],
        [
            "the volume's path is not",
            { containerDefinitions: [seeing("0")], ...on({ name: "sock", host: { sourcePath: UNKNOWN } }) },
            "volumes",
        ],
        ["its containers are not", { containerDefinitions: UNKNOWN }, "containerDefinitions"],
        [
            "its placement is not, where it takes a number of cores",
            {
                containerDefinitions: [restricted("NEURON_RT_NUM_CORES", "1", "/dev/neuron0")],
                placementConstraints: UNKNOWN,
            },
            "placementConstraints",
        ],
    ];
    for (const [what, definition, path] of undecidedCases) {
        it(`is not known while ${what}`, () => assert.throws(() => resourcesOf(read(definition)), undecidedAt(path)));
    }
});

describe("Two tasks on one instance", () => {
    const whole = { cores: "all", coresOfDevice: 2, hostPorts: [] } as const;
    const devices: [TaskResources["devices"], TaskResources["devices"], boolean][] = [
        ["ALL", "ALL", true],
        ["ALL", [3], true],
        [[3], "ALL", true],
        ["ALL", [], false],
        [[], "ALL", false],
        [[0, 1], [1, 2], true],
        [[0, 1], [2, 3], false],
        [[], [], false],
    ];
    for (const [one, other, shared] of devices) {
        it(`that see ${JSON.stringify(one)} and ${JSON.stringify(other)} share ${shared ? "devices" : "none"}`, () => {
            assert.deepStrictEqual(
                inCommon({ ...whole, devices: one, socket: "/a" }, { ...whole, devices: other, socket: "/b" }),
                {
                    devices: shared,
                    socket: undefined,
                },
            );
        });
    }

    const cores: [TaskResources["cores"], TaskResources["cores"], boolean][] = [
        ["all", "all", true],
        ["all", [0], true],
        [1, "all", true],
        [1, 1, false],
        [1, 2, true],
        [[0, 1], [1], true],
        [[0, 1], [2, 3], false],
        [1, [0], false],
        [[0, 1], 1, true],
    ];
    const taking = (some: TaskResources["cores"], coresOfDevice: number): TaskResources => ({
        devices: [0],
        cores: some,
        coresOfDevice,
        socket: undefined,
        hostPorts: [],
    });
    for (const [one, other, shared] of cores) {
        it(`that take the cores ${String(one)} and ${String(other)} of a device ${shared ? "share it" : "do not"}`, () =>
            assert.equal(inCommon(taking(one, 2), taking(other, 2)).devices, shared));
    }

    it("share a device of which one takes all cores, however many it has", () =>
        assert.deepStrictEqual(
            [
                inCommon(taking("all", 100), taking(1, 100)).devices,
                inCommon(taking([0], 100), taking("all", 100)).devices,
            ],
            [true, true],
        ));

    it("share a device of which they take more cores than it has where either of them runs", () =>
        assert.deepStrictEqual(
            [
                inCommon(taking(2, 2), taking(2, 8)).devices,
                inCommon(taking(2, 8), taking(2, 2)).devices,
                inCommon(taking(2, 8), taking(2, 8)).devices,
            ],
            [true, true, false],
        ));

    it("are never there where both hold one port", () => {
        const holding = (...hostPorts: string[]): TaskResources => ({
            devices: "ALL",
            cores: "all",
            coresOfDevice: 2,
            socket: undefined,
            hostPorts,
        });
        assert.deepStrictEqual(
            [
                shareHostPort(holding("80", "81"), holding("81")),
                shareHostPort(holding("80"), holding("81")),
                shareHostPort(holding(), holding()),
            ],
            [true, false, false],
        );
    });

    it("share a socket on one path, and none on different ones or without a path", () => {
        const on = (socket: string | undefined): TaskResources => ({ ...whole, devices: [], socket });
        const sockets = [
            ["/a", "/a"],
            ["/a", "/b"],
            ["/a", undefined],
            [undefined, undefined],
        ].map(([one, other]) => inCommon(on(one), on(other)).socket);
        assert.deepStrictEqual(sockets, ["/a", undefined, undefined, undefined]);
    });
});
