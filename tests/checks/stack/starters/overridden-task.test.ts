import assert from "node:assert/strict";
import { overriddenBy } from "../../../../checks/stack/starters/overridden-task";
import { UNKNOWN } from "../../../../ecs/known";

const variable = (name: string, value: unknown) => ({ name, value });
const embed = {
    name: "embed",
    image: "embed:1",
    command: ["serve"],
    environment: [variable("A", "1"), variable("B", "2")],
};
const definition = (containerDefinitions: unknown) => ({
    id: "task",
    type: "AWS::ECS::TaskDefinition",
    properties: { family: "task", containerDefinitions },
});
const containersOf = (overrides: readonly unknown[], given: unknown = [embed, { name: "log", image: "log:1" }]) =>
    overriddenBy(overrides, definition(given))?.properties["containerDefinitions"];

describe("A task definition with overrides of its containers", () => {
    const log = { name: "log", image: "log:1" };

    it("has their command, their sizes and their variables, and keeps what they leave", () =>
        assert.deepStrictEqual(
            containersOf([
                {
                    name: "embed",
                    command: ["test"],
                    memory: 512,
                    environment: [variable("B", "3"), variable("C", "4")],
                },
            ]),
            [
                {
                    ...embed,
                    command: ["test"],
                    memory: 512,
                    environment: [variable("A", "1"), variable("B", "3"), variable("C", "4")],
                },
                log,
            ],
        ));

    it("is read in PascalCase, and from a text of JSON", () =>
        assert.deepStrictEqual(containersOf([{ Name: "embed", Command: ["test"] }], JSON.stringify([embed])), [
            { ...embed, command: ["test"] },
        ]));

    it("keeps what RunTask cannot override", () =>
        assert.deepStrictEqual(containersOf([{ name: "embed", image: "other:1", linuxParameters: {} }]), [embed, log]));

    it("is left alone by overrides of other containers, and by those of none", () =>
        assert.deepStrictEqual(containersOf([{ name: "other", command: ["x"] }, { command: ["x"] }]), [embed, log]));

    it("has an environment that is not known where one of both is not", () => {
        assert.deepStrictEqual(containersOf([{ name: "embed", environment: UNKNOWN }], [embed]), [
            { ...embed, environment: UNKNOWN },
        ]);
        const unknownEnvironment = { ...embed, environment: UNKNOWN };
        assert.deepStrictEqual(
            containersOf([{ name: "embed", environment: [variable("A", "1")] }], [unknownEnvironment]),
            [unknownEnvironment],
        );
    });

    it("is none where its containers are not known, or no JSON", () =>
        assert.deepStrictEqual(
            [UNKNOWN, "{", undefined].map((given) => overriddenBy([{}], definition(given))),
            [undefined, undefined, undefined],
        ));
});
