import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Service, TaskDefinition } from "../../../components";
import {
    absentRecord,
    absentRecords,
    recordIn,
    recordOutput,
    recordsOutput,
    split,
    withRecords,
} from "../../../components/engine/record";
import { UNKNOWN } from "../../../ecs/known";
import { bert, cluster, refusal, theCluster, theTask, theVpc, vpc } from "../given-resources";
import { register } from "../mocked-engine";
import { pool, task } from "../service/right-service";
import { model } from "../task-definition/harness";
import { unknownOutput, valueOf, valuesOf } from "./value-of";

interface Pool {
    readonly name: string;
    readonly arn: string;
}

const members = { name: undefined, arn: undefined };
/** A pool at a preview, which knows its name, and no ARN. */
const atPreview = () => ({ name: pulumi.output("ml"), arn: unknownOutput<string>() });

/** A component of another kind, which puts out a pool. */
class Platform extends pulumi.ComponentResource {
    readonly pool = recordOutput<Pool>(atPreview());
    constructor() {
        super("test:index:Platform", "platform");
    }
}

describe("A record that is split", () => {
    const records: [string, () => object, object][] = [
        ["written out", atPreview, { name: "ml", arn: UNKNOWN }],
        ["of a component", () => recordOutput<Pool>(atPreview()), { name: "ml", arn: UNKNOWN }],
        ["of another output", () => pulumi.output(atPreview()), { name: "ml", arn: UNKNOWN }],
        ["of a promise", () => Promise.resolve({ name: "ml", arn: "ARN" }), { name: "ml", arn: "ARN" }],
        ["without a member", () => ({ name: "ml" }), { name: "ml", arn: undefined }],
    ];
    for (const [what, record, expected] of records) {
        it(`has each member by itself, ${what}`, async () => {
            assert.deepStrictEqual(await valuesOf(split<Pool>(record() as never, members)), expected);
        });
    }

    it("has the record in it split too, and none where there is none", async () => {
        const ofTask = { arn: undefined, pool: members };
        const [written, without] = [
            split<{ arn: string; pool: Pool }>({ arn: "a", pool: recordOutput<Pool>(atPreview()) }, ofTask),
            split<{ arn: string; pool?: Pool | undefined }>({ arn: "a", pool: undefined }, ofTask),
        ];
        assert.deepStrictEqual(await valuesOf(written.pool), { name: "ml", arn: UNKNOWN });
        assert.equal(without.pool, undefined);
    });

    it("has no member before it may", async () => {
        const refused = Promise.reject(new Error("wrong"));
        await assert.rejects(valueOf(split<Pool>({ name: "ml", arn: "a" }, members, refused).name), /wrong/);
    });
});

describe("Records by name", () => {
    it("are each split by itself, and leave the output's own members", async () => {
        const pools = recordsOutput<Pool>({ small: atPreview(), apply: atPreview() });
        const lifted = pools as unknown as { readonly small: pulumi.Output<Pool> };
        assert.deepStrictEqual(await valuesOf(split<Pool>(lifted.small, members)), { name: "ml", arn: UNKNOWN });
        assert.equal(typeof pools.apply, "function");
    });
});

describe("A record that is not there", () => {
    it("is a wrong argument, by its reason, and stays itself", () => {
        const absent = absentRecord<Pool>("is of several pools; give one");
        const args = withRecords({ pool: absent, other: pulumi.output({}), size: 1 }, { pool: members });
        assert.equal(args.pool, absent);
        assert.deepStrictEqual(absentRecords(args), [
            { propertyPath: "pool", reason: "is of several pools; give one" },
        ]);
    });
});

describe("Arguments that take records", () => {
    const seen = async (create: (platform: Platform) => object): Promise<unknown> => {
        let found: object = {};
        await register(() => (found = create(new Platform())));
        return valuesOf(found);
    };

    it("have the record of a component in its place, split", async () => {
        const expected = { name: "ml", arn: UNKNOWN };
        assert.deepStrictEqual(await seen((pool) => withRecords({ pool }, { pool: members }).pool as object), expected);
        assert.deepStrictEqual(
            await seen(
                (platform) => withRecords({ pools: [platform] }, {}, { pools: ["pool", members] }).pools[0] ?? {},
            ),
            expected,
        );
    });

    it("have one that the program wrote, and what is no list, as it is", () => {
        const written = { name: "ml", arn: "a" };
        const list = pulumi.output([written]);
        const args = withRecords({ pool: written, pools: list }, { pool: members }, { pools: ["pool", members] });
        assert.equal(args.pool, written);
        assert.equal(args.pools, list);
    });

    it("have a resource without such a record as it is", async () => {
        let same = false;
        await register(() => {
            const net = vpc();
            same = recordIn(net, "pool", members) === net;
        });
        assert.equal(same, true);
    });
});

const fromCluster = "give that of a Cluster: pool where it has one pool, pools.NAME where it has several";

/** The same where an output holds the resource, or a promise. */
const inOutputs: readonly [string, () => unknown, ...string[]][] = [
    [
        "a task",
        () => new Service("bert", { task: pulumi.output(bert()) as never, pool }),
        'Service "bert" has a wrong argument:',
        `  - task is ${theTask}; give the task of a TaskDefinition`,
    ],
    [
        "a task, by a promise",
        () => new Service("bert", { task: Promise.resolve(bert()) as never, pool }),
        'Service "bert" has a wrong argument:',
        `  - task is ${theTask}; give the task of a TaskDefinition`,
    ],
    [
        "a pool, by apply",
        () => {
            const ml = cluster();
            new TaskDefinition("bert", { pool: pulumi.output("ml").apply(() => ml as never), containers: [model] });
        },
        'TaskDefinition "bert" has a wrong argument:',
        `  - pool is ${theCluster}; ${fromCluster}`,
    ],
    [
        "a pool, of a resource without one",
        () => new TaskDefinition("bert", { pool: pulumi.output(vpc()) as never, containers: [model] }),
        'TaskDefinition "bert" has a wrong argument:',
        `  - pool is ${theVpc}; ${fromCluster}`,
    ],
    [
        "a pool in a task",
        () => {
            const written = { ...task, pool: cluster() };
            new Service("bert", { task: pulumi.output(written) as never });
        },
        'Service "bert" has a wrong argument:',
        `  - task.pool is ${theCluster}; ${fromCluster}`,
    ],
];

describe("A resource in place of a record", () => {
    for (const [where, program, ...lines] of inOutputs) {
        for (const isPreview of [true, false]) {
            it(`is refused by its name in an output as ${where}, at ${isPreview ? "a preview" : "an update"}`, async () => {
                assert.equal(await refusal(program, isPreview), lines.join("\n"));
            });
        }
    }
});
