import assert from "node:assert/strict";
import { Route } from "../../../components";
import { checkPlace } from "../../../components/route/listener-routes";
import { Problems } from "../../../components/validation/problems";
import { UNKNOWN } from "../../../ecs/known";
import { register } from "../mocked-engine";
import { application, network, right, rightOnNetwork } from "./right-route";

type Values = Readonly<Record<string, unknown>>;

/** Why routes, each by its component's name, cannot stand beside those before them. */
async function problemsOf(...routes: readonly (readonly [name: string, args: Values])[]): Promise<string[]> {
    const problems = new Problems();
    await register(() => {
        for (const [name, args] of routes) {
            checkPlace({}, name, args, problems);
        }
    });
    return problems.found.map(({ propertyPath, reason }) => `${propertyPath} ${reason}`);
}

const rule = (args: Values): Values => ({ loadBalancer: application, ...args });
const listener = (args: Values): Values => ({ loadBalancer: network, protocol: "TCP", port: 8500, ...args });

describe("route: its place beside the others of its load balancer", () => {
    const refused: [string, () => unknown, string][] = [
        [
            "a second route that takes all",
            () => [new Route("bert", right), new Route("resnet", right)],
            'Route "resnet" has a wrong argument:\n  - priority is 50000 by the route\'s name, which Route "bert" has too on ' +
                "this load balancer; give one, such as 1",
        ],
        [
            "a priority that is taken",
            () => [
                new Route("bert", { ...right, hosts: ["a.b"], priority: 5 }),
                new Route("resnet", { ...right, hosts: ["c.d"], priority: 5 }),
            ],
            'Route "resnet" has a wrong argument:\n  - priority is 5, which Route "bert" has too on this load balancer; give ' +
                "another, such as 6",
        ],
        [
            "two routes of which only the names would decide",
            () => [
                new Route("bert", { ...right, paths: ["/v1/*"] }),
                new Route("resnet", { ...right, paths: ["/v1/models/*"] }),
            ],
            'Route "resnet" has a wrong argument:\n  - priority is missing, but a request can fit Route "bert" too, which ' +
                "asks for as much; give the one that takes it a priority of 1 to 1000",
        ],
        [
            "two listeners of one port",
            () => [new Route("bert", rightOnNetwork), new Route("again", rightOnNetwork)],
            'Route "again" has a wrong argument:\n  - port is 8500, at which the load balancer listens for Route "bert" ' +
                "already; give another listenerPort",
        ],
    ];
    for (const [what, program, message] of refused) {
        it(`refuses ${what}`, async () => {
            await assert.rejects(register(program), { message });
        });
    }

    it("takes routes of other load balancers at the same places", async () => {
        await register(() => {
            new Route("bert", right);
            new Route("other", { ...right, loadBalancer: { ...application, loadBalancerName: "other" } });
            new Route("network", rightOnNetwork);
            new Route("network-rest", { ...rightOnNetwork, port: 8501 });
        });
    });

    const places: readonly (readonly [string, readonly Values[], readonly string[]])[] = [
        [
            "the next priority that none has",
            [250, 251, 250].map((priority) => rule({ priority })),
            ['priority is 250, which Route "0" has too on this load balancer; give another, such as 252'],
        ],
        [
            "a priority before those of names, from 1 on again",
            [1, 1000, 1000].map((priority) => rule({ priority })),
            ['priority is 1000, which Route "1" has too on this load balancer; give another, such as 2'],
        ],
        [
            "another priority for a listener of one's own, by its ARN",
            [7, 7].map((priority) => ({ loadBalancer: { listenerArn: application.listenerArn }, priority })),
            ['priority is 7, which Route "0" has too on this load balancer; give another, such as 8'],
        ],
        [
            "another listenerPort where that is given",
            [listener({}), listener({ port: 80, listenerPort: 8500 })],
            [
                'listenerPort is 8500, at which the load balancer listens for Route "0" already; give another ' +
                    "listenerPort",
            ],
        ],
    ];
    for (const [what, routes, problems] of places) {
        it(`asks for ${what}`, async () => {
            assert.deepStrictEqual(
                await problemsOf(...routes.map((args, index) => [String(index), args] as const)),
                problems,
            );
        });
    }

    const models = { hosts: ["bert.example.com"], paths: ["/v1/*"] };
    const fitting: readonly (readonly [string, Values, Values])[] = [
        ["asks for more", rule({ paths: models.paths }), rule(models)],
        ["takes other hosts", rule(models), rule({ ...models, hosts: ["resnet.example.com"] })],
        ["takes other paths", rule(models), rule({ ...models, paths: ["/v2/*"] })],
        ["has a priority", rule(models), rule({ ...models, priority: 1 })],
        ["comes after one with a priority", rule({ ...models, priority: 1 }), rule(models)],
        ["takes hosts that are not known yet", rule({}), rule({ hosts: UNKNOWN })],
        ["comes after one whose paths are not known yet", rule({ paths: [UNKNOWN] }), rule({})],
        ["has a priority that is not known yet", rule({ priority: UNKNOWN }), rule({ priority: UNKNOWN })],
        ["has a load balancer that is not known yet", rule({ priority: 1 }), { loadBalancer: UNKNOWN, priority: 1 }],
        ["has a protocol that is not known yet", rule({ priority: 1 }), rule({ priority: 1, protocol: UNKNOWN })],
        ["has a port that is not known yet", listener({ port: UNKNOWN }), listener({ port: UNKNOWN })],
        ["has a listenerPort of its own", listener({}), listener({ listenerPort: 80 })],
        ["is of another kind of load balancer", rule({ priority: 80 }), listener({ port: 80 })],
    ];
    for (const [what, one, other] of fitting) {
        it(`takes a route that ${what}`, async () => {
            assert.deepStrictEqual(await problemsOf(["one", one], ["other", other]), []);
        });
    }

    it("is checked again when more of it is known, and does not stand in its own way", async () => {
        const problems = new Problems();
        await register(() => {
            const component = {};
            for (const priority of [UNKNOWN, 1, 1]) {
                checkPlace(component, "bert", rule({ priority }), problems);
            }
        });
        assert.deepStrictEqual(problems.found, []);
    });
});
