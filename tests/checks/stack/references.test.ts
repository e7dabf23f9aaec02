import { named } from "../../../checks/phrasing/names";
import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../../ecs/known";
import { namesOf, ResourceReferences } from "../../../checks/stack/references";
import type { SourceResource } from "../../../checks/stack/source-resource";
import { resource } from "../stack-resources";

interface Found {
    readonly targets: readonly string[];
    readonly elsewhere: boolean;
}

/** What a property of a resource refers to among others, by their ids. */
function found(
    values: readonly Known<string>[],
    sources: readonly string[],
    others: readonly SourceResource[],
    complete = true,
): Known<Found> {
    const from = resource("service", "from", {}, { strategy: [...sources] });
    const reference = referencesAmong([from, ...others], complete).find(
        from,
        "strategy",
        values,
        "capacityProvider",
        "autoScalingGroup",
    );
    return reference === UNKNOWN
        ? UNKNOWN
        : { targets: reference.targets.map(({ id }) => id), elsewhere: reference.elsewhere };
}

const one = resource("capacityProvider", "one");
const other = resource("capacityProvider", "other");
const all = [one, other];
/** In two Regions. */
const namesakes = all.map(({ id }) => resource("capacityProvider", id, { name: "inf" }));

function referencesAmong(resources: readonly SourceResource[], complete: boolean): ResourceReferences {
    const references = new ResourceReferences(complete);
    resources.forEach((one) => references.add(one));
    return references;
}

describe("What a property names", () => {
    const cases: [string, () => Known<Found>, Known<Found>][] = [
        [
            "is what its value names, and nothing else that went into it",
            () => found(["one"], ["one", "other"], all),
            { targets: ["one"], elsewhere: false },
        ],
        [
            "is all that its values name",
            () => found(["one", "other"], [], all),
            { targets: ["one", "other"], elsewhere: false },
        ],
        ["is once what is named twice", () => found(["one", "one"], [], all), { targets: ["one"], elsewhere: false }],
        [
            "is what went into it, beside what is named",
            () => found(["one", UNKNOWN], ["one", "other"], all),
            { targets: ["one", "other"], elsewhere: false },
        ],
        [
            "is what went into it, of those that have one name",
            () => found(["inf"], ["one"], namesakes),
            { targets: ["one"], elsewhere: false },
        ],
        [
            "is not known where several have the name, and none went into it",
            () => found(["inf"], [], namesakes),
            UNKNOWN,
        ],
        [
            "is of any of the kinds",
            () => found(["group"], [], [one, resource("autoScalingGroup", "group")]),
            { targets: ["group"], elsewhere: false },
        ],
        [
            "is elsewhere where no resource has the name",
            () => found(["third"], [], all),
            { targets: [], elsewhere: true },
        ],
        ["is elsewhere in part", () => found(["one", "third"], [], all), { targets: ["one"], elsewhere: true }],
        ["is nothing where nothing stands", () => found([], [], all), { targets: [], elsewhere: false }],
        ["is not known where the value is not, and nothing went into it", () => found([UNKNOWN], [], all), UNKNOWN],
        ["is not known where what went into it is not in the stack", () => found([UNKNOWN], ["subnet"], all), UNKNOWN],
        [
            "is not known where only resources of other kinds went into it",
            () => found([UNKNOWN], ["cluster"], [resource("cluster", "cluster")]),
            UNKNOWN,
        ],
        ["is not known while more may come", () => found(["third"], [], all, false), UNKNOWN],
        [
            "is known while more may come, where it is found",
            () => found(["one"], [], all, false),
            { targets: ["one"], elsewhere: false },
        ],
    ];
    for (const [what, is, expected] of cases) {
        it(what, () => assert.deepStrictEqual(is(), expected));
    }

    it("stands under a key in PascalCase too", () => {
        const from = { ...resource("service", "from"), dependencies: { Strategy: ["one"], Other: ["other"] } };
        assert.deepStrictEqual(referencesAmong([from, ...all], true).into(from, "strategy", ["capacityProvider"]), [
            one,
        ]);
    });

    it("may be in components, however deep", () => {
        const component = (id: string, parent?: string): SourceResource => ({
            id,
            type: "example:index:Capacity",
            properties: {},
            ...(parent === undefined ? {} : { parent }),
        });
        const inner = { ...one, parent: "inner" };
        assert.deepStrictEqual(
            found([UNKNOWN], ["outer"], [component("outer"), component("inner", "outer"), inner, other]),
            { targets: ["one"], elsewhere: false },
        );
        assert.deepStrictEqual(found([UNKNOWN], ["outer"], [component("outer"), other]), UNKNOWN);
    });

    it("is found in bounded time where components contain each other", () => {
        const component = (id: string, parent: string): SourceResource => ({
            id,
            type: "example:index:Capacity",
            properties: {},
            parent,
        });
        assert.deepStrictEqual(found([UNKNOWN], ["a"], [component("a", "b"), component("b", "a")]), UNKNOWN);
    });
});

describe("A component", () => {
    it("is the parent of what it contains", () => {
        const component: SourceResource = { id: "capacity", type: "example:index:Capacity", properties: {} };
        const child = { ...one, parent: "capacity" };
        const references = referencesAmong([component, child], true);
        assert.deepStrictEqual([references.parentOf(child), references.parentOf(component)], [component, undefined]);
    });
});

describe("A name", () => {
    const names: [string, Record<string, unknown>][] = [
        "id",
        "arn",
        "arnWithoutRevision",
        "name",
        "family",
        "autoScalingGroupName",
        "clusterName",
        "launchTemplateName",
    ].map((key) => [key, { [key]: "x" }]);
    for (const [key, properties] of names) {
        it(`stands in ${key}, in both spellings`, () => {
            const pascal = Object.fromEntries(
                Object.entries(properties).map(([name, value]) => [
                    `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
                    value,
                ]),
            );
            assert.deepStrictEqual([namesOf({ properties }), namesOf({ properties: pascal })], [["x"], ["x"]]);
        });
    }

    it("is a text, and may come from elsewhere", () => {
        assert.deepStrictEqual(
            namesOf({ properties: { id: 7, arn: UNKNOWN, name: "x", other: "y" }, identifiers: ["z"] }),
            ["x", "z"],
        );
    });

    const bert = resource("capacityProvider", "bert");
    const spellings: [string, boolean][] = [
        ["bert", true],
        ["bert:7", true],
        ["bert:17", true],
        ["bert:1x", false],
        ["be:1rt", false],
        ["arn:aws:ecs:us-east-1:123456789012:capacity-provider/bert", true],
        ["arn:aws:ecs:us-east-1:123456789012:task-definition/bert:7", true],
        ["team/bert", false],
        ["team/bert:7", false],
    ];
    for (const [value, names] of spellings) {
        it(`${names ? "stands" : "does not stand"} in ${value}`, () =>
            assert.deepStrictEqual(found([value], [], [bert]), { targets: names ? ["bert"] : [], elsewhere: !names }));
    }

    it("may be an ARN as a whole", () => {
        const arn = "arn:aws:ecs:us-east-1:123456789012:capacity-provider/other";
        assert.deepStrictEqual(found([arn], [], [resource("capacityProvider", "bert", { arn })]), {
            targets: ["bert"],
            elsewhere: false,
        });
    });

    it("of a resource in a message is the last part of its URN", () => {
        assert.equal(named("urn:pulumi:dev::app::aws:ecs/service:Service::bert"), '"bert"');
        assert.equal(named("Service"), '"Service"');
        assert.equal(named("module.a::b"), '"module.a::b"');
        assert.equal(named("a::urn:"), '"a::urn:"');
    });
});
