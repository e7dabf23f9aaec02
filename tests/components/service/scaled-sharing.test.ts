import assert from "node:assert/strict";
import type { PoolService } from "../../../components/service/pool-services";
import { heldBy, leftTo, shortOthers } from "../../../components/service/scaled-sharing";
import { serviceOnPool } from "../../../components/service/service-on-pool";
import { UNKNOWN } from "../../../ecs/known";
import { pool, task } from "./right-service";

/** Services of a pool of five, whose tasks a static host port keeps on instances of their own. */
function service(name: string, args: object = {}): PoolService {
    const given = { pool: { ...pool, maxSize: 5 }, task: { ...task, staticHostPorts: ["80/tcp"] }, ...args };
    return { name, service: serviceOnPool(given) };
}

const scaled = (name: string, min: number, max: number): PoolService => ({
    ...service(name, { ignoreDesiredCount: true }),
    scaling: { name: `${name}-scaling`, min, max },
});
const bert = scaled("bert", 1, 3);
const gpt = service("gpt", { desiredCount: 2 });
const onOtherPort = { task: { ...task, staticHostPorts: ["81/tcp"] } };

describe("What other services of a pool leave to a scaled one", () => {
    const cases: [what: string, own: PoolService, others: PoolService[], left: ReturnType<typeof leftTo>][] = [
        [
            "is the instances on which they have no task, less the one that a deployment needs",
            bert,
            [gpt],
            { instances: 5, holders: [gpt], held: 2, tasks: 2 },
        ],
        [
            "is all of these where its deployments stop a task first",
            service("bert", { deploymentMinimumHealthyPercent: 0 }),
            [gpt],
            { instances: 5, holders: [gpt], held: 2, tasks: 3 },
        ],
        [
            "is all of these while its deployments are not known",
            service("bert", { deploymentConfiguration: UNKNOWN }),
            [gpt],
            { instances: 5, holders: [gpt], held: 2, tasks: 3 },
        ],
        [
            "is nothing where they hold more than there is",
            bert,
            [service("gpt", { desiredCount: 9 })],
            {
                instances: 5,
                holders: [service("gpt", { desiredCount: 9 })],
                held: 9,
                tasks: 0,
            },
        ],
        [
            "counts the fewest tasks of another that is scaled",
            bert,
            [scaled("gpt", 3, 4)],
            { instances: 5, holders: [scaled("gpt", 3, 4)], held: 3, tasks: 1 },
        ],
        [
            "counts each of several that never meet",
            bert,
            [gpt, service("resnet")],
            { instances: 5, holders: [gpt, service("resnet")], held: 3, tasks: 1 },
        ],
        ["is not told beside tasks that may run on its instances", bert, [service("gpt", onOtherPort)], undefined],
        [
            "leaves out those that may share an instance with one that counts",
            bert,
            [gpt, service("resnet", onOtherPort)],
            { instances: 5, holders: [gpt], held: 2, tasks: 2 },
        ],
        ["is not told beside a service without tasks", bert, [service("gpt", { desiredCount: 0 })], undefined],
        [
            "is not told beside one whose number of tasks is not known",
            bert,
            [service("gpt", { desiredCount: UNKNOWN })],
            undefined,
        ],
        [
            "is not told beside one whose number of tasks others set",
            bert,
            [service("gpt", { ignoreDesiredCount: true })],
            undefined,
        ],
        [
            "is not told on a pool whose size is not known",
            service("bert", { pool: { ...pool, maxSize: UNKNOWN } }),
            [gpt],
            undefined,
        ],
    ];
    for (const [what, own, others, left] of cases) {
        it(what, () => assert.deepStrictEqual(leftTo(own, others), left));
    }

    it("is told in words", () => {
        const words = (...holders: PoolService[]) => heldBy({ instances: 5, holders, held: 3, tasks: 1 });
        assert.deepStrictEqual(
            [words(gpt), words(gpt, bert)],
            [
                'Service "gpt" holds 3 of the 5 instances of the pool (maxSize) at any time',
                'Service "gpt" and "bert" hold 3 of the 5 instances of the pool (maxSize) at any time',
            ],
        );
    });
});

describe("Scaled services that a further one leaves too few instances", () => {
    const reason =
        'Service "gpt" holds 2 of the 5 instances of the pool (maxSize) at any time, which leaves Service "bert" at most ' +
        '2 tasks, but its Scaling "bert-scaling" has max: 3; lower that, raise maxSize, or give a pool of its own';
    const cases: [what: string, others: PoolService[], reasons: string[]][] = [
        ["are told with what they can have", [bert], [reason]],
        ["are not told where their most tasks fit", [scaled("bert", 1, 2)], []],
        ["are not told where their scaling is not known", [service("bert")], []],
        [
            "are none of the further one's doing on instances that it may share",
            [{ ...bert, ...service("bert", onOtherPort) }],
            [],
        ],
    ];
    for (const [what, others, reasons] of cases) {
        it(what, () => assert.deepStrictEqual(shortOthers(gpt, others), reasons));
    }
});
