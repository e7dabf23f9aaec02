import assert from "node:assert/strict";
import { sharedOnInstance, sharePool, type Tenant } from "../../../ecs/service/tenant";
import type { TaskResources } from "../../../ecs/task/sharing";

const all: TaskResources = {
    devices: "ALL",
    cores: "all",
    coresOfDevice: 4,
    socket: "/run/neuron.sock",
    hostPorts: [],
};

const tenant = (resources: Partial<TaskResources>, pools?: readonly string[]): Tenant => ({
    service: {},
    resources: { ...all, ...resources },
    pools,
});

describe("Two tenants share a pool", () => {
    it("when one of their pools is the same, as far as that is known", () =>
        assert.deepStrictEqual(
            [
                [
                    ["a", "b"],
                    ["b", "c"],
                ],
                [["a"], ["b"]],
                [undefined, ["a"]],
                [["a"], undefined],
            ].map(([one, other]) => sharePool(tenant({}, one), tenant({}, other))),
            [true, false, false, false],
        ));
});

describe("Two tenants share on an instance", () => {
    const nothing = { devices: false, socket: undefined };
    const placed = (zone: string): Tenant => ({
        ...tenant({}),
        placement: {
            hosts: undefined,
            expressions: [`attribute:ecs.availability-zone == ${zone}`],
            group: `service:${zone}`,
            size: { memoryMiB: { least: 1 }, cpuUnits: { least: 1 } },
        },
    });
    const cases: [string, Tenant, Tenant, ReturnType<typeof sharedOnInstance>][] = [
        ["nothing where their placement keeps them apart", placed("a"), placed("b"), nothing],
        [
            "what both take where only the placement of one is told",
            placed("a"),
            tenant({}),
            { devices: true, socket: all.socket },
        ],
        [
            "what both take where only the placement of the other is told",
            tenant({}),
            placed("a"),
            { devices: true, socket: all.socket },
        ],
        ["the devices and the socket that both take", tenant({}), tenant({}), { devices: true, socket: all.socket }],
        [
            "no devices where each has other ones",
            tenant({ devices: [0] }),
            tenant({ devices: [1], socket: undefined }),
            nothing,
        ],
        [
            "nothing where both hold one port",
            tenant({ hostPorts: ["80/tcp"] }),
            tenant({ hostPorts: ["80/tcp"] }),
            nothing,
        ],
        ["nothing where each has pools of its own", tenant({}, ["a"]), tenant({}, ["b"]), nothing],
        [
            "what both take where the pools of one are not known",
            tenant({}, ["a"]),
            tenant({}),
            { devices: true, socket: all.socket },
        ],
    ];
    for (const [what, one, other, expected] of cases) {
        it(what, () => assert.deepStrictEqual(sharedOnInstance(one, other), expected));
    }
});
