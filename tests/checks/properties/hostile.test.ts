import assert from "node:assert/strict";
import fc from "fast-check";
import { componentDefinition, type Definition } from "../component-definitions";
import { everyRule } from "../every-rule";
import "../property-runs";

const definitionKeys = [
    "containerDefinitions",
    "ContainerDefinitions",
    "volumes",
    "placementConstraints",
    "requiresCompatibilities",
    "networkMode",
];
const containerKeys = [
    "name",
    "image",
    "essential",
    "privileged",
    "entryPoint",
    "command",
    "environment",
    "dependsOn",
    "mountPoints",
    "volumesFrom",
];
const innerKeys = [
    "linuxParameters",
    "capabilities",
    "add",
    "devices",
    "hostPath",
    "value",
    "containerName",
    "condition",
    "sourceVolume",
    "expression",
    "healthCheck",
];
const hostileKeys = ["__proto__", "constructor", "prototype", "hasOwnProperty", "toString", "length", ""];
const key = fc.oneof(fc.constantFrom(...definitionKeys, ...containerKeys, ...innerKeys, ...hostileKeys), fc.string());
const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
        "neuron-rtd",
        "AWS_NEURON_VISIBLE_DEVICES",
        "NEURON_RTD_ADDRESS",
        "unix:/",
        "memberOf",
        "attribute:ecs.instance-type == ",
        ...hostileKeys,
    ),
);

/**
 * Any JSON, rich in the keys that the rules read. Objects are made by JSON.parse, so that `__proto__` is a key of its
 * own.
 */
const json = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
        { depthSize: "medium", withCrossShrink: true },
        fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.double(), text),
        fc.array(tie("node"), { maxLength: 4 }),
        fc
            .array(fc.tuple(key, tie("node")), { maxLength: 6 })
            .map((entries) =>
                parsed(
                    `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value) ?? "null"}`).join(",")}}`,
                ),
            ),
    ),
})).node;

function parsed(text: string): unknown {
    return JSON.parse(text) as unknown;
}

function assertAnswered(definition: unknown): void {
    const { problems, violations, undecided } = everyRule(definition);
    assert.deepStrictEqual(
        [...violations].filter((violation) => violation.includes("because of an error of its own")),
        [],
    );
    assert.ok(
        undecided.length === 0 || problems.length > 0,
        "what cannot be decided, although all is known, has the wrong shape",
    );
}

/** Replaces the value at one place of a JSON value, found by counting. */
function replaced(value: unknown, place: number, by: unknown): unknown {
    let left = place;
    const visit = (node: unknown): unknown => {
        if (left-- === 0) {
            return by;
        }
        if (Array.isArray(node)) {
            return node.map(visit);
        }
        return typeof node === "object" && node !== null
            ? Object.fromEntries(Object.entries(node).map(([name, item]) => [name, visit(item)]))
            : node;
    };
    return visit(value);
}

describe("Any JSON at all", () => {
    it("gives findings or none, and never an exception", () => {
        fc.assert(fc.property(json, (definition) => assertAnswered(definition)));
    });

    it("gives findings or none as the text of containerDefinitions", () => {
        fc.assert(
            fc.property(
                fc.oneof(
                    json.map((value) => JSON.stringify(value)),
                    text,
                ),
                (containerDefinitions) => assertAnswered({ containerDefinitions }),
            ),
        );
    });

    it("gives findings or none in one place of a definition that is otherwise right", () => {
        fc.assert(
            fc.property(componentDefinition, fc.nat(80), json, (definition, place, by) =>
                assertAnswered(replaced(definition, place, by)),
            ),
        );
    });
});

describe("Hostile sizes", () => {
    const tenMegabytes = 10_000_000;
    const repeat = (unit: string) => unit.repeat(Math.floor(tenMegabytes / unit.length));

    for (const [title, opening, closing] of [
        ["lists", "[", "]"],
        ["objects", '{"a":', "}"],
        ["hostile keys", '{"__proto__":', "}"],
    ] as const) {
        const depth = 10_000;
        const nested = `${opening.repeat(depth)}1${closing.repeat(depth)}`;

        it(`are refused as a wrong shape: ${title} nested ten thousand levels deep`, () => {
            const { problems } = everyRule({ containerDefinitions: nested });
            assert.equal(problems.length, 1);
            assert.deepStrictEqual(everyRule({ containerDefinitions: parsed(nested) }).problems, problems);
        });
    }

    const definition = (text: string): [string, object][] => {
        const model = { name: "bert", image: "bert", dependsOn: [{ containerName: "neuron-rtd", condition: "START" }] };
        const address = { name: "NEURON_RTD_ADDRESS", value: "unix:/sock/neuron-rtd.sock" };
        const sidecar = {
            name: "neuron-rtd",
            image: "neuron-rtd",
            command: ["sh", "-c", "neuron-rtd -g unix:/sock/neuron-rtd.sock"],
        };
        const of = (change: object, sidecarChange: object = {}, more: object = {}) => ({
            containerDefinitions: [
                { ...model, environment: [address], ...change },
                { ...sidecar, ...sidecarChange },
            ],
            volumes: [{ name: "sock" }],
            ...more,
        });
        const mountPoints = [{ sourceVolume: "sock", containerPath: text }];
        return [
            ["a container's name", of({ name: text })],
            ["an image", of({ image: text })],
            ["a command", of({ command: ["sh", "-c", text] })],
            ["the sidecar's command", of({}, { command: ["sh", "-c", `neuron-rtd ${text}`] })],
            ["an address", of({ environment: [{ name: "NEURON_RTD_ADDRESS", value: `unix:/${text}` }] })],
            ["a mount", of({ mountPoints }, { mountPoints: [{ sourceVolume: "sock", containerPath: "/sock" }] })],
            ["the devices", of({}, { environment: [{ name: "AWS_NEURON_VISIBLE_DEVICES", value: text }] })],
            ["a placement expression", of({}, {}, { placementConstraints: [{ type: "memberOf", expression: text }] })],
        ];
    };

    for (const unit of ["a", "@", "/", ":", ";", "0,", " -g unix:/a", "exec ", "(", "not ", '"', "\n", "=~.*"]) {
        it(`are refused as a wrong shape: ten megabytes of ${JSON.stringify(unit)}, wherever a text can stand`, () => {
            for (const [place, hostile] of definition(`${repeat(unit)}\n!`)) {
                assert.equal(everyRule(hostile).problems.length, 1, place);
            }
        });

        // No rule may need time that grows with the square of what is not refused for its length.
        it(`are checked: as much of ${JSON.stringify(unit)} as ECS takes, wherever a text can stand`, () => {
            const longest = unit.repeat(Math.floor(65_000 / unit.length));
            for (const [, hostile] of [...definition(`${longest}!`), ...definition(`${longest}\n!`)]) {
                assertAnswered(hostile);
            }
        });
    }

    it("are checked: as many volumes, mounts and dependencies as ECS could take", () => {
        const many = Array.from({ length: 5000 }, (_, index) => `${index}`);
        assertAnswered({
            volumes: many.map((name) => ({ name })),
            containerDefinitions: Array.from({ length: 10 }, (_, index) => ({
                name: index === 0 ? "neuron-rtd" : `${index}`,
                image: "a",
                mountPoints: many.map((name) => ({ sourceVolume: name, containerPath: "/sock" })),
                environment: many.map((name) => ({ name, value: name })),
                dependsOn: many.map((containerName) => ({ containerName, condition: "START" })),
                volumesFrom: many.map((sourceContainer) => ({ sourceContainer })),
            })),
        });
    });

    it("are checked in a placement expression that a backtracking matcher never ends", () => {
        const patterns = [
            ".*".repeat(900),
            `(${".|".repeat(60)}.)*`,
            "(.*)*".repeat(150),
            `(${".|".repeat(60)}.)`.repeat(13),
        ];
        for (const pattern of patterns) {
            assertAnswered({
                containerDefinitions: [{ name: "neuron-rtd", image: "neuron-rtd" }],
                placementConstraints: [{ type: "memberOf", expression: `attribute:ecs.instance-type =~ ${pattern}Z` }],
            });
        }
    });

    const long = Array.from({ length: 400_000 }, (_, index) => index);
    const lists: [string, object, string][] = [
        [
            "containers",
            {
                containerDefinitions: long.map((index) => ({
                    name: `${index}`,
                    image: "a",
                    dependsOn: [{ containerName: `${index + 1}`, condition: "START" }],
                })),
            },
            "containerDefinitions",
        ],
        [
            "variables",
            {
                containerDefinitions: [
                    {
                        name: "neuron-rtd",
                        image: "a",
                        environment: long.map((index) => ({ name: `${index}`, value: "" })),
                    },
                ],
            },
            "containerDefinitions[0].environment",
        ],
        [
            "volumes",
            {
                containerDefinitions: [{ name: "neuron-rtd", image: "a" }],
                volumes: long.map((index) => ({ name: `${index}` })),
            },
            "volumes",
        ],
        [
            "capabilities",
            {
                containerDefinitions: [
                    { name: "neuron-rtd", image: "a", linuxParameters: { capabilities: { add: long.map(String) } } },
                ],
            },
            "containerDefinitions[0].linuxParameters.capabilities.add",
        ],
    ];
    for (const [what, definition, path] of lists) {
        it(`are refused as a wrong shape: four hundred thousand ${what}`, () => {
            const { problems } = everyRule({
                ...definition,
                containerDefinitions: JSON.stringify((definition as Definition).containerDefinitions),
            });
            assert.deepStrictEqual(
                problems.map((problem) => problem.split(": ")[0]),
                [path],
            );
        });
    }
});
