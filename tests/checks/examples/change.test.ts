import assert from "node:assert/strict";
import { exampleOf } from "../../../checks/examples";
import { changed, type ExampleChange } from "../../../checks/examples/change";

const roles = { model: "bert", sidecar: "neuron-rtd" };
const right = () => ({
    containerDefinitions: [
        { name: "bert", cpu: 1, environment: [{ name: "PORT", value: "80" }] },
        { name: "neuron-rtd", cpu: 2 },
    ] as object[],
});
const [bert, sidecar] = right().containerDefinitions;

describe("A change", () => {
    const cases: [string, ExampleChange, object][] = [
        [
            "sets a property of a container by its role",
            { set: "containerDefinitions[model].cpu", to: 5 },
            { containerDefinitions: [{ ...bert, cpu: 5 }, sidecar] },
        ],
        [
            "sets a property of a list item by its name",
            { set: "containerDefinitions[model].environment[PORT].value", to: "90" },
            { containerDefinitions: [{ ...bert, environment: [{ name: "PORT", value: "90" }] }, sidecar] },
        ],
        [
            "sets a property of a list item by its index",
            { set: "containerDefinitions[1].cpu", to: 5 },
            { containerDefinitions: [bert, { ...sidecar, cpu: 5 }] },
        ],
        [
            "makes the objects that are missing above what it sets",
            { set: "containerDefinitions[sidecar].linuxParameters.capabilities.add", to: ["ALL"] },
            { containerDefinitions: [bert, { ...sidecar, linuxParameters: { capabilities: { add: ["ALL"] } } }] },
        ],
        [
            "writes the name of a container where a value has its role",
            { set: "containerDefinitions[sidecar].dependsOn", to: [{ containerName: "[model]", condition: "[x]" }] },
            { containerDefinitions: [bert, { ...sidecar, dependsOn: [{ containerName: "bert", condition: "[x]" }] }] },
        ],
        ["removes a list item", { remove: "containerDefinitions[model]" }, { containerDefinitions: [sidecar] }],
        [
            "removes a property",
            { remove: "containerDefinitions[sidecar].cpu" },
            { containerDefinitions: [bert, { name: "neuron-rtd" }] },
        ],
        ["leaves out what is not there", { remove: "containerDefinitions[sidecar].healthCheck" }, right()],
        [
            "adds to a list",
            { add: "containerDefinitions[model].environment", value: { name: "A", value: "b" } },
            {
                containerDefinitions: [
                    {
                        ...bert,
                        environment: [
                            { name: "PORT", value: "80" },
                            { name: "A", value: "b" },
                        ],
                    },
                    sidecar,
                ],
            },
        ],
        [
            "makes the list to which it adds",
            { add: "volumes", value: { name: "v" } },
            { ...right(), volumes: [{ name: "v" }] },
        ],
        [
            "copies a list item under another name",
            { copy: "containerDefinitions[sidecar]", as: "second" },
            { containerDefinitions: [bert, sidecar, { ...sidecar, name: "second" }] },
        ],
        [
            "copies a property under another name",
            { copy: "containerDefinitions", as: "copied" },
            { ...right(), copied: right().containerDefinitions },
        ],
    ];
    for (const [what, change, expected] of cases) {
        it(`${what}, and leaves the original as it was`, () => {
            const original = right();
            assert.deepStrictEqual([changed(original, [change], roles), original], [expected, right()]);
        });
    }

    it("finds the name of a list item in CloudFormation's spelling", () =>
        assert.deepStrictEqual(
            changed(
                { Items: [{ Name: "a" }] },
                [
                    { copy: "Items[a]", as: "b" },
                    { set: "Items[b].Cpu", to: 1 },
                ],
                roles,
            ),
            { Items: [{ Name: "a" }, { Name: "b", Cpu: 1 }] },
        ));

    const nowhere: [ExampleChange, string][] = [
        [
            { set: "containerDefinitions[other].cpu", to: 1 },
            "containerDefinitions[other].cpu leads nowhere: there is no [other]",
        ],
        [{ remove: "containerDefinitions[2]" }, "containerDefinitions[2] leads nowhere: there is no [2]"],
        [{ remove: "Resources.Service" }, "Resources.Service leads nowhere: there is no Service"],
    ];
    for (const [change, message] of nowhere) {
        it(`is refused where its path is wrong: ${message}`, () =>
            assert.throws(() => changed(right(), [change], roles), { message }));
    }
});

describe("An example", () => {
    it("is refused that does not exist", () =>
        assert.throws(() => exampleOf("neuron-ami", "no such title"), {
            message: 'neuron-ami has no example "no such title"',
        }));
});
