import assert from "node:assert/strict";
import { isOfNodes, sizesOf, tasksOf } from "../../../../checks/stack/starters/batch-job";
import { UNKNOWN } from "../../../../ecs/known";
import { resource } from "../../stack-resources";

const tasks = (properties: Record<string, unknown>) => tasksOf(resource("jobDefinition", "job", properties));

describe("The tasks of a job definition", () => {
    const containers: [what: string, properties: Record<string, unknown>, images: unknown[][]][] = [
        ["are one with its container", { containerProperties: { image: "a" } }, [["a"]]],
        ["are one with the container of a text", { containerProperties: '{"image":"a"}' }, [["a"]]],
        [
            "are those with several containers",
            { ecsProperties: { taskProperties: [{ containers: [{ image: "a" }, { image: "b" }] }] } },
            [["a", "b"]],
        ],
        [
            "are one for each range of nodes",
            { nodeProperties: { nodeRangeProperties: [{ container: { image: "a" } }, { container: { image: "b" } }] } },
            [["a"], ["b"]],
        ],
        ["are none of EKS", { eksProperties: {} }, []],
    ];
    for (const [what, properties, images] of containers) {
        it(what, () =>
            assert.deepStrictEqual(
                tasks(properties).map(({ properties: { containerDefinitions } }) =>
                    (containerDefinitions as { image: unknown }[]).map(({ image }) => image),
                ),
                images,
            ),
        );
    }

    it("are not known where the container is not, or is no JSON", () =>
        assert.deepStrictEqual(
            [UNKNOWN, "{"].map((containerProperties) =>
                tasks({ containerProperties }).map(({ properties }) => properties["containerDefinitions"]),
            ),
            [[[UNKNOWN]], [[UNKNOWN]]],
        ));

    it("are placed on the type that their nodes name, where it has chips", () => {
        const nodes = (instanceType: string) => ({
            nodeProperties: { nodeRangeProperties: [{ container: { image: "a", instanceType } }] },
        });
        const placed = (type: string) => tasks(nodes(type)).map(({ properties }) => properties["placementConstraints"]);
        assert.deepStrictEqual(
            [placed("inf2.xlarge"), placed("m5.large")],
            [[[{ type: "memberOf", expression: "attribute:ecs.instance-type == inf2.xlarge" }]], [undefined]],
        );
        assert.deepStrictEqual(
            [...tasks(nodes("m5.large")), ...tasks({ containerProperties: { image: "a" } })].map(isOfNodes),
            [true, false],
        );
    });
});

describe("The size of a container of a job", () => {
    const sizes: [what: string, container: object, size: ReturnType<typeof sizesOf>][] = [
        [
            "is what it requires, in CPU units",
            {
                resourceRequirements: [
                    { type: "VCPU", value: "2" },
                    { type: "MEMORY", value: "4096" },
                ],
            },
            { cpu: 2048, memory: 4096 },
        ],
        ["stands in properties of old", { vcpus: 1, memory: 512 }, { cpu: 1024, memory: 512 }],
        [
            "is not known where the requirements are not",
            { resourceRequirements: UNKNOWN },
            { cpu: UNKNOWN, memory: UNKNOWN },
        ],
        ["is none where nothing says it", {}, { cpu: undefined, memory: undefined }],
    ];
    for (const [what, container, size] of sizes) {
        it(what, () => assert.deepStrictEqual(sizesOf(container), size));
    }
});
