import assert from "node:assert/strict";
import { GivenResource } from "../../../components/validation/given-resource";
import { Problems } from "../../../components/validation/problems";
import {
    awsObject,
    every,
    list,
    map,
    memberPath,
    object,
    optional,
    required,
    type Check,
} from "../../../components/validation/shape";
import { anyText, integer } from "../../../components/validation/values";
import { UNKNOWN } from "../../../ecs/known";

interface Port {
    readonly name: string;
    readonly containerPort: number;
    readonly labels: readonly string[];
}

const fields = {
    name: anyText,
    containerPort: required(integer(1, 65535, ""), "give the port"),
    labels: list(anyText, "a list of labels"),
};
const owned = { hostPort: "Docker chooses it" };
const own = object<Port>("a port", fields, owned);
const ofAws = awsObject<Port>("a port", fields, owned);
const net = new GivenResource("aws:ec2/vpc:Vpc", "net", []);

/** What is wrong with a value, and what of it is passed on unchecked. */
function judged(check: Check, value: unknown): [problems: string[], unchecked: string[]] {
    const problems = new Problems();
    check(value, "port", problems);
    return [
        problems.found.map(({ propertyPath, reason }) => `${propertyPath} ${reason}`),
        [...problems.unchecked].map((one) => one.join(": ")),
    ];
}

describe("An object of the component's own, and a structure of AWS's,", () => {
    const right = { containerPort: 80 };
    const both: [what: string, value: unknown, problems: string[]][] = [
        ["take what is right", { ...right, name: "http", labels: ["a"] }, []],
        ["take no member that may be absent", right, []],
        ["take null as if it were left out", { ...right, name: null, labels: null }, []],
        ["take what is not known yet", { name: UNKNOWN, containerPort: UNKNOWN, labels: [UNKNOWN] }, []],
        ["take an unknown member that is left out", { ...right, quux: undefined }, []],
        ["refuse a member that must be there", { name: "http" }, ["port.containerPort is missing; give the port"]],
        ["refuse null for it", { containerPort: null }, ["port.containerPort is missing; give the port"]],
        ["refuse what is no object", "80", ["port is a string, but must be a port, an object"]],
        ["refuse a list", [], ["port is a list, but must be a port, an object"]],
        [
            "refuse a list as the member of an object",
            { ...right, name: [] },
            ["port.name is a list, but must be a string"],
        ],
        [
            "refuse every wrong member at once",
            { containerPort: 0, labels: [1, "a", null] },
            [
                "port.containerPort is 0, but must be a whole number from 1 to 65535",
                "port.labels[0] is a number, but must be a string",
                "port.labels[2] is missing; give it, or leave the item out",
            ],
        ],
        ["refuse an empty list", { ...right, labels: [] }, ["port.labels is empty, but must be a list of labels"]],
        [
            "refuse what is no list",
            { ...right, labels: "a" },
            ["port.labels is a string, but must be a list of labels"],
        ],
        [
            "refuse what the component sets itself, with its reason",
            { ...right, hostPort: 80 },
            ["port.hostPort must not be given: Docker chooses it"],
        ],
        [
            "refuse a misspelt member",
            { ...right, conteinerPort: 80 },
            ["port.conteinerPort is not an argument of a port (did you mean containerPort?); leave it out"],
        ],
        [
            "refuse a misspelt member that the component sets itself",
            { ...right, hostport: 80 },
            ["port.hostport is not an argument of a port (did you mean hostPort?); leave it out"],
        ],
        [
            "refuse a resource in place of a member, with how to give it",
            { containerPort: net },
            ['port.containerPort is the resource "net" (aws:ec2/vpc:Vpc); give the port'],
        ],
        [
            "refuse a resource in place of a member that is not known",
            { ...right, quux: net },
            ["port.quux is not an argument of a port; leave it out"],
        ],
    ];
    for (const [what, value, problems] of both) {
        it(what, () =>
            assert.deepStrictEqual(
                [judged(own, value), judged(ofAws, value)],
                [
                    [problems, []],
                    [problems, []],
                ],
            ),
        );
    }

    it("refuse, or pass on, a member that nobody knows", () => {
        const value = { ...right, quux: 1 };
        assert.deepStrictEqual(judged(own, value), [["port.quux is not an argument of a port; leave it out"], []]);
        assert.deepStrictEqual(judged(ofAws, value), [[], ["port.quux: a port"]]);
    });
});

describe("A list, a map and several checks", () => {
    const cases: [what: string, check: Check, value: unknown, problems: string[]][] = [
        ["takes an empty list where none is needed", list(anyText, "a list", 0), [], []],
        [
            "refuses fewer items than are needed",
            list(anyText, "a list of two", 2),
            ["a"],
            ["port is empty, but must be a list of two"],
        ],
        ["takes any names in a map", map(anyText, "an object"), { a: "b", "c-d": "e" }, []],
        [
            "refuses a value in a map",
            map(anyText, "an object"),
            { "c-d": 1 },
            ["port.c-d is a number, but must be a string"],
        ],
        ["refuses what is no map", map(anyText, "an object"), 1, ["port is a number, but must be an object"]],
        [
            "refuses by each of several",
            every(integer(1, 9, ""), integer(0, 3, "")),
            10,
            [
                "port is 10, but must be a whole number from 1 to 9",
                "port is 10, but must be a whole number from 0 to 3",
            ],
        ],
        [
            "does not ask for a required member that was made optional",
            object<{ a?: string }>("a", { a: optional(required(anyText, "give it")) }),
            {},
            [],
        ],
    ];
    for (const [what, check, value, problems] of cases) {
        it(what, () => assert.deepStrictEqual(judged(check, value)[0], problems));
    }
});

describe("The path of a member", () => {
    it("begins with its name at the top", () =>
        assert.deepStrictEqual([memberPath("", "name"), memberPath("port", "name")], ["name", "port.name"]));
});
