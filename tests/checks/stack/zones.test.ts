import assert from "node:assert/strict";
import { ResourceReferences } from "../../../checks/stack/references";
import { zonesOf, zonesOfSubnets } from "../../../checks/stack/zones";
import { UNKNOWN } from "../../../ecs/known";
import { resource } from "../stack-resources";

const subnets = [
    resource("subnet", "one", { availabilityZone: "us-west-2a" }),
    resource("subnet", "other", { availabilityZone: "us-west-2b" }),
    resource("subnet", "beside", { availabilityZone: "us-west-2a" }),
    resource("subnet", "anywhere", { availabilityZone: UNKNOWN }),
];
const references = new ResourceReferences(true);
subnets.forEach((one) => references.add(one));

const zones = (given: unknown, into: readonly string[]) =>
    zonesOfSubnets(resource("autoScalingGroup", "group", { subnets: given }, { subnets: [...into] }), references, [
        "subnets",
    ]);

describe("The zones of subnets", () => {
    const cases: [what: string, given: unknown, into: readonly string[], expected: unknown][] = [
        ["are those of each, once", ["one", "other", "beside"], [], ["us-west-2a", "us-west-2b"]],
        ["are any of a subnet whose zone is not known", ["one", "anywhere"], [], ["us-west-2a", UNKNOWN]],
        ["are those of a subnet that is listed twice", ["one", "one"], [], ["us-west-2a"]],
        ["are those of what went into the list", [UNKNOWN, UNKNOWN], ["one", "other"], ["us-west-2a", "us-west-2b"]],
        ["are not known where something else went into it too", [UNKNOWN, UNKNOWN], ["one"], UNKNOWN],
        ["are not known of a subnet elsewhere", ["one", "subnet-0a1b2c3d"], [], UNKNOWN],
        ["are not known while the list is not", UNKNOWN, ["one"], UNKNOWN],
        ["are none where the list is empty", [], [], []],
    ];
    for (const [what, given, into, expected] of cases) {
        it(what, () => assert.deepStrictEqual(zones(given, into), expected));
    }
});

describe("The zones of a group", () => {
    const where = { names: "availabilityZones", subnets: [["vpcZoneIdentifiers"]] } as const;
    const of = (properties: Record<string, unknown>) =>
        zonesOf(resource("autoScalingGroup", "group", properties), references, where);

    it("are those that it names", () =>
        assert.deepStrictEqual(of({ availabilityZones: ["us-west-2c", UNKNOWN], vpcZoneIdentifiers: ["one"] }), [
            "us-west-2c",
            UNKNOWN,
        ]));
    it("are those of its subnets else", () =>
        assert.deepStrictEqual(of({ availabilityZones: [], vpcZoneIdentifiers: ["other"] }), ["us-west-2b"]));
    it("are not known without either", () => assert.equal(of({}), UNKNOWN));
    it("are not known while its own are not", () => assert.equal(of({ availabilityZones: UNKNOWN }), UNKNOWN));
});
