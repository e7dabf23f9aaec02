import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Scaling, Service } from "../../../components";
import { register } from "../mocked-engine";
import { minimal, pool, task } from "../service/right-service";

/** A task whose static host port no other task of its instance can have, and its own devices. */
const onPort = { ...task, visibleDevices: "0", staticHostPorts: ["8501/tcp"] };
const five = { ...pool, maxSize: 5 };
const scaled = { ...minimal, pool: five, task: onPort, ignoreDesiredCount: true };
const fixed = { ...minimal, pool: five, task: { ...onPort, visibleDevices: "1" }, desiredCount: 2 };

/** The refusal of a program with a scaled service and another one; empty where it is taken. */
async function refusal(program: () => unknown, isPreview = false): Promise<string> {
    try {
        await register(program, undefined, isPreview);
    } catch (error) {
        return (error as Error).message;
    }
    return "";
}

const scaleBert = (service: Service, max = 3) => new Scaling("bert", { service, min: 1, max, cpu: 60 });
const held = 'Service "gpt" holds 2 of the 5 instances of the pool (maxSize) at any time';
const tooMany =
    `Scaling "bert" has a wrong argument:\n  - max is 3, but must be at most 2, as ${held}, each of which takes one ` +
    "task, and a deployment may need more; give 2, or raise maxSize, or give the service a pool of its own";
const leaves =
    `${held}, which leaves Service "bert" at most 2 tasks, but its Scaling "bert" has max: 3; lower that, raise ` +
    "maxSize, or give a pool of its own";

describe("Scaling on a pool with other services", () => {
    const beside = (other: object, max = 3) =>
        refusal(() => {
            const bert = new Service("bert", { ...scaled });
            new Service("gpt", { ...fixed, ...other });
            scaleBert(bert, max);
        });

    it("refuses tasks for which others leave too few instances, with the number that the pool can hold", async () => {
        assert.equal(await beside({}), tooMany);
        assert.equal(await beside({}, 2), "");
    });

    it("refuses them at a preview, where the service has no name yet", async () => {
        assert.equal(
            await refusal(() => {
                const bert = new Service("bert", scaled);
                new Service("gpt", { ...fixed, pool: pulumi.output(five) });
                scaleBert(bert);
            }, true),
            tooMany,
        );
    });

    it("refuses them where the other service comes later", async () => {
        assert.equal(
            await refusal(() => {
                const bert = new Service("bert", scaled);
                const { resourceId } = scaleBert(bert);
                const desiredCount = resourceId.apply(() => 2);
                new Service("gpt", { ...fixed, desiredCount });
            }),
            'Service "gpt" has a wrong argument:\n  - pool.maxSize is too small: ' + leaves,
        );
    });

    it("counts the fewest tasks of another service that is scaled, at any time of its schedule", async () => {
        const both = (min: number, atNight: number) =>
            refusal(() => {
                const bert = new Service("bert", scaled);
                const gpt = new Service("gpt", { ...fixed, ignoreDesiredCount: true });
                const schedule = [{ cron: "0 20 * * ? *", min: atNight }];
                new Scaling("gpt", { service: gpt, min, max: 2, memory: 60, schedule });
                scaleBert(bert);
            });
        assert.equal(await both(2, 2), `Scaling "gpt" has a wrong argument:\n  - min is too high: ${leaves}`);
        assert.equal(await both(2, 1), "");
    });

    const taken: [string, object][] = [
        ["where tasks of both fit on one instance", { task: { ...task, visibleDevices: "1" } }],
        ["on another pool", { pool: { ...five, poolName: "other" } }],
        ["without tasks", { desiredCount: 0 }],
        ["whose number of tasks is set by others", { ignoreDesiredCount: true }],
    ];
    for (const [which, other] of taken) {
        it(`leaves all instances to it beside a service ${which}`, async () => {
            assert.equal(await beside(other), "");
        });
    }

    it("tells once that the pool alone is too small", async () => {
        assert.match(
            await beside({}, 5),
            /^Scaling "bert" has a wrong argument:\n {2}- max is 5, but must be at most 4, /,
        );
    });

    it("counts nothing where two services of the pool have one name", async () => {
        assert.equal(
            await refusal(() => {
                const parent = new pulumi.ComponentResource("a:b:C", "parent");
                new Service(
                    "bert",
                    { ...fixed, task: { ...fixed.task, visibleDevices: "2" }, desiredCount: 1 },
                    { parent },
                );
                new Service("gpt", fixed);
                scaleBert(new Service("bert", scaled), 2);
            }),
            "",
        );
    });
});
