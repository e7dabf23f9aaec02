import assert from "node:assert/strict";
import { TenantIndex } from "../../../ecs/service/tenant-index";
import type { Tenant } from "../../../ecs/service/tenant";
import type { TaskResources } from "../../../ecs/task/sharing";

const [a, b, c] = ["a", "b", "c"];

type NamedTenant = Tenant & { readonly service: { readonly id: string } };

/** A tenant by its name, with what its tasks take. */
function tenant(id: string, resources: Partial<TaskResources>, pools?: readonly string[]): NamedTenant {
    return {
        service: { id },
        resources: { devices: [], socket: undefined, hostPorts: [], cores: "all", coresOfDevice: 4, ...resources },
        pools,
    };
}

/** A tenant with a device, whose tasks are placed by expressions. */
function placed(id: string, ...expressions: readonly string[]): NamedTenant {
    const size = { memoryMiB: { least: 1 }, cpuUnits: { least: 1 } };
    return {
        ...tenant(id, { devices: [0] }),
        placement: { hosts: undefined, expressions, group: `service:${id}`, size },
    };
}

/** One whose tasks keep off those of another, and which says the same of itself as others do. */
const keepingOff = (id: string, other: string) => placed(id, `task:group !in [service:${other}, service:z, service:y]`);

const own = placed("x", "task:group != service:y");

const port = (...hostPorts: string[]) => ({ hostPorts });

/** The names of those that a tenant meets, of each thing that it wants the first. */
function met(own: Tenant, ...others: readonly NamedTenant[]): string[] {
    const index = new TenantIndex<NamedTenant>();
    others.forEach((other) => index.add(other));
    return index.firstOfEach(own).map(({ service }) => service.id);
}

describe("The tenants of a cluster that a tenant meets", () => {
    const cases: [string, Tenant, NamedTenant[], string[]][] = [
        ["are none without devices and socket", tenant("x", {}), [tenant("y", { devices: "ALL", socket: "/s" })], []],
        [
            "are those with one of its devices",
            tenant("x", { devices: [0, 2] }),
            [tenant("y", { devices: [1] }), tenant("z", { devices: [2, 3] })],
            ["z"],
        ],
        [
            "are those with all devices",
            tenant("x", { devices: [0] }),
            [tenant("y", { devices: "ALL" }), tenant("z", { devices: [1] })],
            ["y"],
        ],
        [
            "are those with any device, where it has all",
            tenant("x", { devices: "ALL" }),
            [tenant("w", {}), tenant("y", { devices: [1] })],
            ["y"],
        ],
        [
            "are those with its socket",
            tenant("x", { socket: "/s" }),
            [tenant("y", { socket: "/t" }), tenant("z", { socket: "/s" })],
            ["z"],
        ],
        [
            "are the first of each",
            tenant("x", { devices: [0, 1], socket: "/s" }),
            [
                tenant("v", { devices: [1] }),
                tenant("w", { devices: [0] }),
                tenant("y", { devices: [0] }),
                tenant("z", { socket: "/s" }),
            ],
            ["w", "v", "z"],
        ],
        [
            "are the first that neither keeps off the other's group of tasks, of several that are placed alike",
            keepingOff("x", "y"),
            [keepingOff("y", "x"), keepingOff("z", "x"), keepingOff("w", "v")],
            ["w"],
        ],
        [
            "are the first whose group of tasks it does not keep off, of several that keep off its own",
            own,
            [placed("y", "task:group != service:x"), placed("z", "task:group != service:x")],
            ["z"],
        ],
        [
            "are not the tenant itself, whose group of tasks it does not keep off",
            own,
            [own, placed("y", "task:group != service:y"), placed("z", "task:group != service:y")],
            ["y"],
        ],
        [
            "are none that hold one port",
            tenant("x", { devices: [0], ...port("80/tcp", "81/tcp") }),
            [tenant("y", { devices: [0], ...port("80/tcp") })],
            [],
        ],
        [
            "are those behind one that holds one port",
            tenant("x", { devices: [0], ...port("80/tcp") }),
            [tenant("y", { devices: [0], ...port("80/tcp") }), tenant("z", { devices: [0], ...port("81/tcp") })],
            ["z"],
        ],
        [
            "are none on other instances",
            tenant("x", { devices: [0] }, [a, b]),
            [tenant("y", { devices: [0] }, [c])],
            [],
        ],
        [
            "are those behind one on other instances",
            tenant("x", { devices: [0] }, [a]),
            [tenant("y", { devices: [0] }, [b]), tenant("z", { devices: [0] }, [a])],
            ["z"],
        ],
        [
            "are those on some of its instances",
            tenant("x", { devices: [0] }, [a, b]),
            [tenant("y", { devices: [0] }, [c]), tenant("z", { devices: [0] }, [b, c])],
            ["z"],
        ],
        ["are those on any instances", tenant("x", { devices: [0] }, [a]), [tenant("y", { devices: [0] })], ["y"]],
        [
            "are any where its own may be any",
            tenant("x", { devices: [0] }),
            [tenant("y", { devices: [0] }, [a])],
            ["y"],
        ],
    ];
    for (const [what, own, others, ids] of cases) {
        it(what, () => assert.deepStrictEqual(met(own, ...others), ids));
    }

    it("are not the tenant itself", () => {
        const [own, like] = [tenant("x", { devices: [0] }), tenant("y", { devices: [0] })];
        assert.deepStrictEqual([met(own, own), met(own, own, like), met(own, like, own)], [[], ["y"], ["y"]]);
    });
});
