import assert from "node:assert/strict";
import { instanceOf } from "../../../ecs/cluster-query/instance";
import { UNKNOWN } from "../../../ecs/known";
import { canMeet, namesGroups, type Host, type Placement } from "../../../ecs/service/meeting";

const type = "attribute:ecs.instance-type";
const hosts = (...types: readonly string[]): readonly Host[] =>
    types.map((instanceType) => ({ pool: "pool", instanceType, instance: instanceOf({ instanceType }) }));
const taking = (memory: number, cpu = 0) => ({ memoryMiB: { least: memory }, cpuUnits: { least: cpu } });

const placement = (change: Partial<Placement> = {}): Placement => ({
    hosts: hosts("inf2.xlarge", "inf2.8xlarge"),
    expressions: [],
    group: "service:one",
    size: taking(1000),
    ...change,
});
const on = (...expressions: readonly string[]) => placement({ expressions });
const off = (group: string, ...expressions: readonly string[]) => placement({ group, expressions });

describe("Tasks of two services can meet", () => {
    const cases: [string, Placement, Placement, boolean][] = [
        ["where both may come to one kind of instance", placement(), placement(), true],
        ["not where each is held to another type", on(`${type} == inf2.xlarge`), on(`${type} == inf2.8xlarge`), false],
        ["not where no instance is of the one type", on(`${type} == trn1.2xlarge`), placement(), false],
        [
            "not where each is held to another zone",
            on("attribute:ecs.availability-zone == a"),
            on("attribute:ecs.availability-zone == b"),
            false,
        ],
        [
            "not where the instance has one network interface for two tasks that have their own",
            placement({ hosts: hosts("trn2.3xlarge"), hasInterface: true }),
            placement({ hosts: hosts("trn2.3xlarge"), hasInterface: true }),
            false,
        ],
        [
            "where only one of them has a network interface of its own",
            placement({ hosts: hosts("trn2.3xlarge"), hasInterface: true }),
            placement({ hosts: hosts("trn2.3xlarge") }),
            true,
        ],
        [
            "where the instance has network interfaces for both",
            placement({ hosts: hosts("inf2.xlarge"), hasInterface: true }),
            placement({ hosts: hosts("inf2.xlarge"), hasInterface: true }),
            true,
        ],
        ["not where each is held to another value", on("attribute:stack == a"), on("attribute:stack == b"), false],
        ["where each is held to another attribute", on("attribute:a == 1"), on("attribute:b == 1"), true],
        [
            "not where each keeps off the other",
            off("service:one", "not(task:group == service:two)"),
            off("service:two", "task:group != service:one"),
            false,
        ],
        [
            "where only one keeps off, and the other may come",
            off("service:one", "not(task:group == service:two)"),
            off("service:two"),
            true,
        ],
        [
            "where each keeps off a third",
            off("service:one", "task:group != service:three"),
            off("service:two", "task:group != service:three"),
            true,
        ],
        [
            "not where each keeps off groups by a list or a pattern",
            off("service:one", "task:group !in [service:three, service:two]"),
            off("service:two", "task:group !~ service:.*"),
            false,
        ],
        [
            "where the one goes where the other is",
            off("service:one", "task:group == service:two"),
            off("service:two"),
            true,
        ],
        [
            "not where each keeps off a group, and their names are not known",
            placement({ group: UNKNOWN, expressions: ["task:group != service:two"] }),
            placement({ group: UNKNOWN, expressions: ["task:group != service:one"] }),
            false,
        ],
        [
            "not where each keeps off one of the groups that the other, of an unknown name, may be",
            placement({ group: UNKNOWN, expressions: ["task:group != service:a", "task:group == service:b"] }),
            placement({ group: UNKNOWN, expressions: ["task:group != service:c", "task:group == service:d"] }),
            false,
        ],
        [
            "not where their CPU has no room",
            placement({ size: taking(0, 30000) }),
            placement({ size: taking(0, 3000) }),
            false,
        ],
        [
            "not where their memory has no room",
            placement({ size: taking(70000) }),
            placement({ size: taking(70000) }),
            false,
        ],
        ["where a larger type has room", placement({ size: taking(10000) }), placement({ size: taking(10000) }), true],
        [
            "not where they have no kind of instance in common",
            placement({ hosts: hosts("inf2.xlarge") }),
            placement({ hosts: hosts("inf2.8xlarge") }),
            false,
        ],
        [
            "not where their kinds of instance are of two pools",
            placement({ hosts: hosts("inf2.xlarge") }),
            placement({ hosts: hosts("inf2.xlarge").map((host) => ({ ...host, pool: "other" })) }),
            false,
        ],
        ["where the instances of one may be any", placement({ hosts: undefined }), placement(), true],
        [
            "not where the instances of one may be any, and are not of the other's type",
            placement({ hosts: undefined, expressions: [`${type} == trn1.2xlarge`] }),
            placement(),
            false,
        ],
        [
            "where those of both may be any",
            placement({ hosts: undefined, size: taking(0, 50000) }),
            placement({ hosts: undefined, size: taking(0, 50000) }),
            true,
        ],
        [
            "where there is a type of which nothing is known",
            placement({ hosts: hosts("trn9.xlarge"), size: taking(1e9) }),
            placement({ hosts: hosts("trn9.xlarge") }),
            true,
        ],
    ];
    for (const [what, one, other, expected] of cases) {
        it(what, () => assert.deepStrictEqual([canMeet(one, other), canMeet(other, one)], [expected, expected]));
    }
});

describe("A placement names groups of tasks", () => {
    it("where one of its expressions does", () =>
        assert.deepStrictEqual(
            [on(`${type} == inf2.xlarge`), on(`${type} exists`, "task:group != service:a"), on("=")].map(namesGroups),
            [false, true, false],
        ));
});
