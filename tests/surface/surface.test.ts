import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { differences, readSurface, surfaceText, untold, type Surface } from "./surface";
import { recorded, recordOf, today } from "./today";

const changelog = readFileSync(join(__dirname, "..", "..", "CHANGELOG.md"), "utf8");
const last = recorded.at(-1) ?? "";
const release = readSurface(readFileSync(recordOf(last), "utf8"));

describe("The surface of the package", () => {
    let now: Surface;

    before(async () => {
        now = await today();
    });

    it(`has no change since ${last} that the changelog does not name in code above that version`, () => {
        assert.deepStrictEqual(untold(differences(release, now), changelog, last), []);
    });

    it("is read as it was written", () => {
        assert.deepStrictEqual(differences(readSurface(surfaceText(now)), now), []);
    });
});

describe("The check of the changelog", () => {
    const former = readSurface(surfaceText(new Map(Object.entries(surface()))));

    /** A small surface, with changes. */
    function surface(changes: Readonly<Record<string, Readonly<Record<string, string>>>> = {}) {
        const subjects: Record<string, Readonly<Record<string, string>>> = {
            "type tokens": { "ecs-inferentia:index:Pool": "" },
            "resources of Pool": { "NAME-group": "aws:autoscaling/group:Group" },
            "values of Pool": { "NAME-group.tags.0.maxSize": "2" },
            policies: { "neuron-ami": "advisory, medium, scope" },
            "function run": { "(signature)": "(): string" },
            "interface PoolArgs": { maxSize: "optional number, by default 2" },
            ...changes,
        };
        return Object.fromEntries(
            Object.entries(subjects).map(([name, members]) => [name, new Map(Object.entries(members))]),
        );
    }

    function changed(changes: Parameters<typeof surface>[0], without = ""): readonly [string, string][] {
        const all = new Map(Object.entries(surface(changes)).filter(([subject]) => subject !== without));
        return differences(former, all).map(({ name, said }) => [name, said]);
    }

    const cases: readonly [string, readonly [string, string][], readonly [string, string][]][] = [
        ["nothing", changed({}), []],
        [
            "a type token that is renamed",
            changed({ "type tokens": { "ecs-inferentia:index:Group": "" } }),
            [
                ["ecs-inferentia:index:Pool", "ecs-inferentia:index:Pool of type tokens is no more"],
                ["ecs-inferentia:index:Group", "ecs-inferentia:index:Group of type tokens is new"],
            ],
        ],
        [
            "a child of another type",
            changed({ "resources of Pool": { "NAME-group": "aws:ec2/fleet:Fleet" } }),
            [
                [
                    "NAME-group",
                    "NAME-group of resources of Pool was aws:autoscaling/group:Group and is aws:ec2/fleet:Fleet",
                ],
            ],
        ],
        [
            "a value with which a child is created, by its own name",
            changed({ "values of Pool": { "NAME-group.tags.0.maxSize": "3" } }),
            [["maxSize", "NAME-group.tags.0.maxSize of values of Pool was 2 and is 3"]],
        ],
        [
            "a level",
            changed({ policies: { "neuron-ami": "mandatory, medium, scope" } }),
            [["neuron-ami", "neuron-ami of policies was advisory, medium, scope and is mandatory, medium, scope"]],
        ],
        [
            "a signature, by the name of the function",
            changed({ "function run": { "(signature)": "(): number" } }),
            [["run", "(signature) of function run was (): string and is (): number"]],
        ],
        [
            "an interface that is no more, and not each of its members",
            changed({}, "interface PoolArgs"),
            [["PoolArgs", "interface PoolArgs is no more"]],
        ],
    ];
    for (const [what, found, expected] of cases) {
        it(`finds ${what}`, () => assert.deepStrictEqual(found, expected));
    }

    it("takes a name in code above the section of the release, and none in words or below", () => {
        const all = differences(former, new Map(Object.entries(surface({ "interface PoolArgs": { size: "number" } }))));
        const text = "# Changelog\n\n## Unreleased\n\n- `size`, once maxSize.\n\n## 0.1.0\n\n- `maxSize` of a pool.\n";
        assert.deepStrictEqual(untold(all, text, "0.1.0"), ["maxSize of interface PoolArgs is no more"]);
    });
});
