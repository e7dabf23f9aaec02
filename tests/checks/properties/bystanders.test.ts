import assert from "node:assert/strict";
import fc from "fast-check";
import { defaultConfiguration } from "../../../checks/configuration/read-configuration";
import { checkStack } from "../../../checks/judge/check-stack";
import { messageOf } from "../../../checks/phrasing/sentence";
import { UNKNOWN } from "../../../ecs/known";
import { breakings, modelsOf } from "../breakings";
import { componentDefinition, type Definition } from "../component-definitions";
import { inferenceService } from "../inference-stack";
import { libnrtDefinition, managedDefinition, withModel, type PlainDefinition } from "../other-runtimes";
import { numRuns } from "../property-runs";
import { resource } from "../stack-resources";

const small = { essential: false, memoryReservation: 6 };
const device = { hostPath: "/dev/neuron0", permissions: ["read", "write"] };
const neuronx = "763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-inference-neuronx:2.1.2-neuronx-sdk2.20.0";

/** Who watches, each in a container of its own. */
const observers = [
    { name: "cloudwatch-agent", image: "public.ecr.aws/cloudwatch-agent/cloudwatch-agent:latest" },
    { name: "datadog", image: "public.ecr.aws/datadog/agent:7", environment: [{ name: "DD_API_KEY", value: UNKNOWN }] },
    { name: "node-exporter", image: "quay.io/prometheus/node-exporter:v1.7.0", privileged: true },
    { name: "fluent-bit", image: "cr.fluentbit.io/fluent/fluent-bit:3.0", memory: UNKNOWN },
    { name: "otel", image: "public.ecr.aws/aws-observability/aws-otel-collector:v0.40.0", secrets: UNKNOWN },
    { name: "cadvisor", image: "gcr.io/cadvisor/cadvisor:v0.47.0", privileged: true },
    { name: "monitor-of-neuron", image: "public.ecr.aws/neuron/neuron-monitor:1.3.0" },
    { name: "top", image: neuronx, command: ["sh", "-c", "neuron-monitor | neuron-monitor-prometheus.py"] },
    { name: "labelled", image: UNKNOWN, dockerLabels: { "ecs-inferentia.role": "other" } },
] as const;

/** What keeps tasks off other instances, or off some, and says nothing of chips. */
const expressions = [
    "attribute:ecs.instance-type != m5.large",
    "not(attribute:ecs.instance-type =~ g5.*)",
    "attribute:ecs.instance-type !in [c5.large, c5.xlarge]",
    "attribute:ecs.os-type == linux",
    "attribute:ecs.cpu-architecture == x86_64",
    "attribute:ecs.availability-zone != us-east-1e",
    "attribute:stack == prod",
    "not(task:group == service:web)",
];

/** Capacity of which the stack shows nothing. */
const capacities = [
    { capacityProviderStrategies: [{ capacityProvider: "of-another-stack", weight: 1 }] },
    { capacityProviderStrategies: [{ capacityProvider: UNKNOWN }] },
    { capacityProviderStrategies: UNKNOWN },
    { capacityProviderStrategies: undefined, launchType: "EC2" },
    { capacityProviderStrategies: undefined, launchType: "EC2", cluster: UNKNOWN },
];

const mixture = fc.record({
    observers: fc.subarray([...observers], { maxLength: 5 }),
    expressions: fc.subarray(expressions),
    capacity: fc.constantFrom(...capacities),
    roles: fc.subarray(["taskRoleArn", "executionRoleArn"]),
    distinct: fc.boolean(),
});
type Mixture = typeof mixture extends fc.Arbitrary<infer T> ? T : never;

/**
 * A task definition among all that, and its service.
 *
 * @param hasDevice whether its monitors open a device
 * @param ofService further placement constraints of the service
 */
function mandatory(
    definition: object,
    { observers, expressions, capacity, roles, distinct }: Mixture,
    hasDevice: boolean,
    ofService: readonly object[] = [],
) {
    const { containerDefinitions, placementConstraints = [] } = definition as Definition;
    const own = containerDefinitions as readonly object[];
    const beside = observers.map((one) => ({
        ...small,
        ...one,
        ...(hasDevice && /monitor|top/.test(one.name) && { linuxParameters: { devices: [device] } }),
    }));
    const placed = expressions.map((expression) => ({ type: "memberOf", expression }));
    const task = {
        ...definition,
        ...Object.fromEntries(roles.map((role) => [role, UNKNOWN])),
        containerDefinitions: [...own, ...beside].slice(0, 10),
        placementConstraints: [...(placementConstraints as readonly object[]), ...placed],
    };
    const constraints = [...ofService, ...(distinct ? [{ type: "distinctInstance" }] : [])];
    const service = { ...capacity, placementConstraints: constraints };
    const { findings } = checkStack(
        [resource("taskDefinition", "task", task), inferenceService("service", "task", service)],
        defaultConfiguration,
    );
    return findings.filter(({ kind, level }) => kind === "violation" && level === "mandatory");
}

const runs = { numRuns: Math.ceil(numRuns / 2) };
const definitions = { "neuron-rtd": componentDefinition, libnrt: libnrtDefinition, managed: managedDefinition };

describe("A right task among observers, constraints that keep it off others, and unknown capacity", () => {
    for (const [runtime, definition] of Object.entries(definitions)) {
        it(`has no mandatory finding, with ${runtime}`, () => {
            fc.assert(
                fc.property(definition as fc.Arbitrary<object>, mixture, (right, others) => {
                    // ECS assigns devices on Managed Instances only, which are no launch type EC2.
                    fc.pre(runtime !== "managed" || !("launchType" in others.capacity));
                    assert.deepStrictEqual(mandatory(right, others, runtime === "libnrt").map(messageOf), []);
                }),
                runs,
            );
        });
    }
});

describe("A single break among observers, constraints that keep it off others, and unknown capacity", () => {
    const ways = Object.entries(breakings).flatMap(([rule, all]) =>
        Object.values(all).map((breakIt) => ({ rule, breakIt })),
    );
    it("is found, with neuron-rtd", () => {
        fc.assert(
            fc.property(
                componentDefinition,
                mixture,
                fc.constantFrom(...ways),
                fc.nat(),
                (right, others, way, which) => {
                    const models = modelsOf(right);
                    const broken = way.breakIt(right, models[which % models.length] as string);
                    assert.ok(
                        mandatory(broken, others, false).some(({ rule }) => rule === way.rule),
                        way.rule,
                    );
                },
            ),
            runs,
        );
    });

    const breaks: readonly [rule: string, broken: (right: PlainDefinition) => PlainDefinition][] = [
        [
            "libnrt-devices",
            (right) =>
                withModel(right, (model) => [
                    { ...model, linuxParameters: { devices: [{ ...device, hostPath: "/dev/neuron64" }] } },
                ]),
        ],
        [
            "libnrt-devices",
            (right) =>
                withModel(right, (model) => [
                    { ...model, environment: [] },
                    { ...model, environment: [], name: "b" },
                ]),
        ],
        ["neuron-task-fits", (right) => withModel(right, (model) => [{ ...model, memory: 9_000_000 }])],
    ];
    it("is found, with libnrt", () => {
        fc.assert(
            fc.property(libnrtDefinition, mixture, fc.constantFrom(...breaks), (right, others, [rule, broken]) => {
                assert.ok(
                    mandatory(broken(right), others, true).some((one) => one.rule === rule),
                    rule,
                );
            }),
            runs,
        );
    });
});

describe("A container of one's own on Inferentia, of which what may say that it watches is not known", () => {
    const agent = { name: "agent", image: "team/agent:1", memory: 128 };
    const mounting = { mountPoints: [{ sourceVolume: "host", containerPath: "/host" }] };
    const constraints = [{ type: "memberOf", expression: "attribute:ecs.instance-type =~ inf2.*" }];
    const undecidedContainers: readonly (readonly [container: object, volumes: unknown])[] = [
        [{ mountPoints: UNKNOWN }, [{ name: "host", host: { sourcePath: "/proc" } }]],
        [mounting, UNKNOWN],
        [mounting, [{ name: "host", host: { sourcePath: UNKNOWN } }]],
        [{ command: UNKNOWN }, []],
        [{ command: ["python", UNKNOWN] }, []],
        [{ entryPoint: UNKNOWN }, undefined],
        [{ dockerLabels: UNKNOWN }, undefined],
        [{ image: UNKNOWN, name: "monitor", command: UNKNOWN }, undefined],
    ];

    it("has no mandatory finding, by itself or beside observers", () => {
        fc.assert(
            fc.property(
                fc.constantFrom(...undecidedContainers),
                mixture,
                fc.boolean(),
                ([container, volumes], others, ofService) => {
                    const task = {
                        containerDefinitions: [{ ...agent, ...container }],
                        volumes,
                        placementConstraints: ofService ? [] : constraints,
                    };
                    const found = mandatory(task, others, false, ofService ? constraints : []);
                    assert.deepStrictEqual(found.map(messageOf), []);
                },
            ),
            runs,
        );
    });
});
