import assert from "node:assert/strict";
import { loadBalancerPortExists } from "../../../checks/rules/load-balancer-port-exists";
import { UNKNOWN } from "../../../ecs/known";
import { inferenceService, inferenceTask, said } from "../inference-stack";
import { model, sidecar } from "../right-task";
import { resource, taskDefinition } from "../stack-resources";

const right = { containerName: model.name, containerPort: 8501, targetGroupArn: "targets" };

interface Change {
    readonly task?: Record<string, unknown>;
    readonly service?: Record<string, unknown>;
    readonly balancer?: Record<string, unknown>;
}

function found({ task = {}, service = {}, balancer = {} }: Change): readonly string[] {
    const loadBalancers = [{ ...right, ...balancer }];
    return said(
        loadBalancerPortExists,
        inferenceTask("task", task),
        inferenceService("service", "task", { loadBalancers, ...service }),
    );
}

const mapping = (portMappings: unknown) => ({ containerDefinitions: [{ ...model, portMappings }, sidecar] });
const unmapped = (port: number, maps: string, remedy: string, key = "loadBalancers[0]") => [
    `service: ${key}.containerPort: service "service" has a load balancer for port ${port} of container ` +
        `"${model.name}", but task definition "task" maps ${maps} of it: ${remedy}`,
];
const other = unmapped(80, "only 8501", "name a port that it maps, or add 80 to its portMappings");

describe("load-balancer-port-exists", () => {
    const cases: [string, Change, readonly string[]][] = [
        ["accepts a port that the container maps", {}, []],
        ["accepts the port as text", { balancer: { containerPort: "8501" } }, []],
        ["accepts a service without a load balancer", { service: { loadBalancers: undefined } }, []],
        ["refuses a port that the container does not map", { balancer: { containerPort: 80 } }, other],
        [
            "refuses the port of the instance",
            { task: { hostPort: 80 }, balancer: { containerPort: 80 } },
            unmapped(80, "only 8501", "name a port that it maps, or add 80 to its portMappings"),
        ],
        [
            "refuses a port of a container that maps none",
            { task: mapping(undefined) },
            unmapped(8501, "no port", "add 8501 to its portMappings"),
        ],
        [
            "names each port that the container maps once",
            {
                task: mapping([
                    { containerPort: 1, protocol: "tcp" },
                    { containerPort: 1, protocol: "udp" },
                    { containerPort: 2 },
                ]),
            },
            unmapped(8501, "only 1, 2", "name a port that it maps, or add 8501 to its portMappings"),
        ],
        [
            "refuses a container that the task definition does not have",
            { balancer: { containerName: "web" } },
            [
                'service: loadBalancers[0].containerName: service "service" has a load balancer for container "web", ' +
                    `but task definition "task" has no such container: name one of "${model.name}", "neuron-rtd"`,
            ],
        ],
        [
            "refuses each of several, by its place",
            { service: { loadBalancers: [right, { ...right, containerPort: 80 }] } },
            unmapped(80, "only 8501", "name a port that it maps, or add 80 to its portMappings", "loadBalancers[1]"),
        ],
        [
            "reads a block of Terraform",
            { service: { loadBalancers: undefined, loadBalancer: [{ ...right, containerPort: 80 }] } },
            unmapped(80, "only 8501", "name a port that it maps, or add 80 to its portMappings", "loadBalancer[0]"),
        ],
        ["leaves a missing name to ECS", { balancer: { containerName: undefined } }, []],
        ["leaves a missing port to ECS", { balancer: { containerPort: undefined } }, []],
        [
            "leaves a task definition without containers to ECS",
            {
                task: { containerDefinitions: [] },
                service: {
                    placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type =~ inf1.*" }],
                },
            },
            [],
        ],
        [
            "says nothing where the task definition is elsewhere, but placed on Inf1",
            {
                balancer: { containerPort: 80 },
                service: {
                    taskDefinition: "other:1",
                    placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type =~ inf1.*" }],
                },
            },
            [],
        ],
    ];
    for (const [what, change, expected] of cases) {
        it(what, () => assert.deepStrictEqual(found(change), expected));
    }

    it("names the only container", () =>
        assert.deepStrictEqual(
            found({
                task: {
                    containerDefinitions: [{ ...model, linuxParameters: { devices: [{ hostPath: "/dev/neuron0" }] } }],
                },
                balancer: { containerName: "web" },
            }),
            [
                'service: loadBalancers[0].containerName: service "service" has a load balancer for container "web", ' +
                    `but task definition "task" has no such container: name "${model.name}"`,
            ],
        ));

    it("leaves services of other tasks alone", () =>
        assert.deepStrictEqual(
            said(
                loadBalancerPortExists,
                taskDefinition("web", { name: "web", image: "nginx:1" }),
                inferenceService("service", "web", { loadBalancers: [right] }),
            ),
            [],
        ));

    it("refuses a task set as it does a service", () =>
        assert.deepStrictEqual(
            said(
                loadBalancerPortExists,
                inferenceTask("task"),
                resource("taskSet", "set", {
                    taskDefinition: "task",
                    loadBalancers: [{ ...right, containerPort: 80 }],
                }),
            ),
            other.map((text) => text.replace("service:", "set:").replace('service "service"', 'task set "set"')),
        ));

    const undecidedCases: [string, Change, string][] = [
        ["the load balancers", { service: { loadBalancers: UNKNOWN } }, "loadBalancers"],
        ["a load balancer", { service: { loadBalancers: [UNKNOWN] } }, "loadBalancers[0].containerName"],
        ["the container", { balancer: { containerName: UNKNOWN } }, "loadBalancers[0].containerName"],
        ["the port", { balancer: { containerPort: UNKNOWN } }, "loadBalancers[0].containerPort"],
        [
            "the name of a container, where no other has the name",
            { task: { containerDefinitions: [{ ...model, name: UNKNOWN }, sidecar] } },
            'containerDefinitions[0].name of "task"',
        ],
        ["the ports", { task: mapping(UNKNOWN) }, 'containerDefinitions[0].portMappings of "task"'],
        [
            "the other ports",
            { task: mapping([{ containerPort: 1 }, UNKNOWN]) },
            'containerDefinitions[0].portMappings of "task"',
        ],
        [
            "which ports are in a range",
            { task: mapping([{ containerPortRange: "8000-9000" }]) },
            'containerDefinitions[0].portMappings of "task"',
        ],
    ];
    for (const [what, change, path] of undecidedCases) {
        it(`says that it does not know ${what}`, () =>
            assert.deepStrictEqual(found(change), [`service: ${path}: not known`]));
    }

    it("is decided where only the name of another container is not known", () =>
        assert.deepStrictEqual(
            found({
                task: {
                    containerDefinitions: [
                        { ...model, portMappings: [{ containerPort: 8501 }] },
                        { ...sidecar, name: UNKNOWN },
                    ],
                },
            }),
            [],
        ));
});
