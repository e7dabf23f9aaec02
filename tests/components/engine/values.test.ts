import assert from "node:assert/strict";
import { Repository } from "@pulumi/aws/ecr";
import * as pulumi from "@pulumi/pulumi";
import { Cluster, TaskDefinition } from "../../../components";
import { hasOutputs, isOutput, resolvedValues, resourceOf, writtenValues } from "../../../components/engine/values";
import { GivenResource } from "../../../components/validation/given-resource";
import { UNKNOWN } from "../../../ecs/known";
import { refusal, theVpc, vpc } from "../given-resources";
import { register } from "../mocked-engine";
import { model } from "../task-definition/harness";
import { unknownOutput } from "./value-of";

const promise = Promise.resolve("a");
const output = pulumi.output("a");

describe("The values of arguments", () => {
    const args = {
        name: "bert",
        size: null,
        image: output,
        tags: { team: promise },
        containers: [{ cpu: unknownOutput(), secret: pulumi.secret("b") }],
    };

    it("as they are written have no value in place of an output or a promise", () => {
        assert.deepStrictEqual(writtenValues(args), {
            name: "bert",
            size: null,
            image: UNKNOWN,
            tags: { team: UNKNOWN },
            containers: [{ cpu: UNKNOWN, secret: UNKNOWN }],
        });
    });

    it("once they are resolved have none in place of what a preview does not know", async () => {
        assert.deepStrictEqual(await resolvedValues(args), {
            name: "bert",
            size: null,
            image: "a",
            tags: { team: "a" },
            containers: [{ cpu: UNKNOWN, secret: "b" }],
        });
    });

    it("have a resource by its type, its name and its outputs", async () => {
        let written: unknown;
        await register(() => (written = writtenValues({ vpcId: vpc() })["vpcId"]));
        assert.ok(written instanceof GivenResource);
        assert.deepStrictEqual(
            ["vpcId", "ipv6CidrBlock", "size"].map((path) => (written as GivenResource).problem(path)),
            ["give its id", "give its ipv6CidrBlock", "give one of its outputs"].map((fix) => `is ${theVpc}; ${fix}`),
        );
    });

    const values: [string, unknown, boolean, boolean][] = [
        ["a string", "a", false, false],
        ["null", null, false, false],
        ["an output", output, true, true],
        ["a promise", promise, true, true],
        ["an object that holds an output", { a: [{ b: output }] }, false, true],
        ["an object that holds none", { a: [{ b: "a" }] }, false, false],
    ];
    for (const [what, value, isOne, hasOne] of values) {
        it(`${hasOne ? "have" : "have no"} outputs in ${what}`, () =>
            assert.deepStrictEqual([isOutput(value), hasOutputs(value)], [isOne, hasOne]));
    }

    it("have no outputs in a resource, which is not read", async () => {
        let found: unknown;
        await register(() => (found = hasOutputs({ pool: vpc() })));
        assert.equal(found, false);
    });
});

describe("The resource of a URN", () => {
    const found: [string, unknown, GivenResource | undefined][] = [
        ["is of its type", "urn:pulumi:dev::ml::aws:ec2/vpc:Vpc::net", new GivenResource("aws:ec2/vpc:Vpc", "net", [])],
        [
            "is of its own type, and not of its parents'",
            "urn:pulumi:dev::ml::a:b:Parent$c:d:Child$aws:ec2/vpc:Vpc::net",
            new GivenResource("aws:ec2/vpc:Vpc", "net", []),
        ],
        ["has a name with colons", "urn:pulumi:dev::ml::a:b:C::one::two", new GivenResource("a:b:C", "one::two", [])],
        ["is none for another string", "arn:aws:iam::123456789012:role/a", undefined],
        ["is none for another value", 5, undefined],
    ];
    for (const [what, urn, resource] of found) {
        it(what, () => assert.deepStrictEqual(resourceOf(urn), resource));
    }
});

/** The same where an output holds the resource, or a promise. */
const inOutputs: readonly [string, () => unknown, ...string[]][] = [
    [
        "an id",
        () => {
            const vpcId = pulumi.output(vpc()) as never;
            new Cluster("ml", { instanceType: "inf1.xlarge", vpcId, subnetIds: ["subnet-1"] });
        },
        'Cluster "ml" has a wrong argument:',
        `  - vpcId is ${theVpc}; give its id`,
    ],
    [
        "a string in a list",
        () => {
            const containers = pulumi.output([{ ...model, image: new Repository("models") as never }]);
            new TaskDefinition("bert", { containers });
        },
        'TaskDefinition "bert" has a wrong argument:',
        '  - containers[0].image is the resource "models" (aws:ecr/repository:Repository); give the container\'s image',
    ],
];

describe("A resource in place of a value", () => {
    for (const [where, program, ...lines] of inOutputs) {
        for (const isPreview of [true, false]) {
            it(`is refused by its name in an output as ${where}, at ${isPreview ? "a preview" : "an update"}`, async () => {
                assert.equal(await refusal(program, isPreview), lines.join("\n"));
            });
        }
    }
});
