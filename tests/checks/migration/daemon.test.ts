import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { model, plain } from "../right-task";
import { bert, groupsOf, migrated, linuxParameters, reason } from "./migrated-task";

describe("The daemon of a migrated task", () => {
    it("lets who waited for the daemon wait for what the daemon waited for", () => {
        const fetch = { ...plain("fetch"), essential: false };
        const { definition, notes } = migrated({
            daemon: { dependsOn: [{ containerName: "fetch", condition: "SUCCESS" }] },
            further: [fetch],
        });
        assert.deepStrictEqual(definition.containerDefinitions, [
            { ...bert, dependsOn: [{ containerName: "fetch", condition: "SUCCESS" }], linuxParameters },
            fetch,
        ]);
        assert.equal(notes[1], 'container "bert" no longer waits for container "neuron-rtd", but for "fetch"');
    });

    it("lets no container wait for itself, where the daemon waited for it", () => {
        const { definition } = migrated({ daemon: { dependsOn: [{ containerName: "bert", condition: "START" }] } });
        assert.deepStrictEqual(definition.containerDefinitions, [{ ...bert, linuxParameters }]);
    });

    const awaiting: [own: string, inherited: string, condition: string, note?: string][] = [
        ["START", "SUCCESS", "SUCCESS", ', but for "fetch"'],
        ["COMPLETE", "SUCCESS", "SUCCESS", ', but for "fetch"'],
        ["SUCCESS", "START", "SUCCESS"],
        ["SUCCESS", "COMPLETE", "SUCCESS"],
        ["COMPLETE", "START", "COMPLETE"],
        ["HEALTHY", "SUCCESS", "HEALTHY"],
        ["START", "START", "START"],
    ];
    for (const [own, inherited, condition, note = ""] of awaiting) {
        it(`lets who waits for the ${own} of a container wait for its ${condition}, where the daemon waited for its ${inherited}`, () => {
            const on = (containerName: string, by: string) => ({ containerName, condition: by });
            const { definition, notes } = migrated({
                model: { dependsOn: [on("web", "START"), on("neuron-rtd", "START"), on("fetch", own)] },
                daemon: { dependsOn: [on("fetch", inherited)] },
                further: [
                    { ...plain("fetch"), essential: false, healthCheck: { command: ["CMD-SHELL", "true"] } },
                    plain("web"),
                ],
            });
            assert.deepStrictEqual(
                [definition.containerDefinitions[0]?.["dependsOn"], notes[1]],
                [
                    [on("web", "START"), on("fetch", condition)],
                    `container "bert" no longer waits for container "neuron-rtd"${note}`,
                ],
            );
        });
    }

    it("lets who waited for two conditions of the daemon wait for all for which that waited", () => {
        const on = (containerName: string, condition = "START") => ({ containerName, condition });
        const { definition, notes } = migrated({
            model: { dependsOn: [on("neuron-rtd"), on("neuron-rtd", "HEALTHY"), on("log"), on("late")] },
            daemon: { dependsOn: [on("web"), on("fetch")], healthCheck: { command: ["CMD-SHELL", "true"] } },
            further: ["web", "fetch", "log", "late"].map((name) => plain(name)),
        });
        assert.deepStrictEqual(
            [definition.containerDefinitions[0]?.["dependsOn"], notes[1]],
            [
                [on("log"), on("late"), on("web"), on("fetch")],
                'container "bert" no longer waits for container "neuron-rtd", but for "web" and "fetch"',
            ],
        );
    });

    it("is not migrated where a link is not known", () =>
        assert.equal(
            reason({ model: { links: [UNKNOWN] } }, "inf1.xlarge"),
            "left: containerDefinitions[0].links is not known",
        ));

    it("takes every dependency and link out that names the daemon, and no other", () => {
        const on = (condition: string) => ({ containerName: "neuron-rtd", condition });
        const web = { ...plain("web"), links: ["bert", "neuron-rtd:rtd", "neuron-rtd-2"] };
        const { definition, notes } = migrated({
            model: { dependsOn: [on("START"), on("HEALTHY")], links: ["neuron-rtd"] },
            daemon: { healthCheck: { command: ["CMD-SHELL", "true"] } },
            further: [web, { ...plain("neuron-rtd-2"), links: ["bert"] }],
        });
        assert.deepStrictEqual(
            definition.containerDefinitions.map(({ dependsOn, links }) => [dependsOn, links]),
            [
                [undefined, undefined],
                [[], ["bert", "neuron-rtd-2"]],
                [[], ["bert"]],
            ],
        );
        assert.deepStrictEqual(notes.slice(1, 4), [
            'container "bert" no longer waits for container "neuron-rtd"',
            'container "bert" has no link to container "neuron-rtd" any more',
            'container "web" has no link to container "neuron-rtd" any more',
        ]);
    });

    it("makes the only model essential where only the daemon was, and says so", () => {
        const { definition, notes } = migrated({
            model: { essential: false },
            further: [{ ...plain("web"), essential: false }],
        });
        assert.deepStrictEqual(
            [definition.containerDefinitions.map(({ essential }) => essential), notes[2]],
            [[true, false], 'container "bert" is essential now, as one container must be'],
        );
    });

    it("leaves a model as it is where another container is essential", () => {
        const { definition } = migrated({ model: { essential: false }, further: [plain("web")] });
        assert.equal(definition.containerDefinitions[0]?.["essential"], false);
    });

    it("does not choose which of several models is essential", () => {
        const cores = (value: string) => ({ ...groupsOf(value), essential: false });
        assert.equal(
            reason({ model: cores("1"), further: [{ ...model, name: "gpt", ...cores("2") }] }, "inf1.xlarge"),
            'left: container "neuron-rtd" alone is essential, and one container must be: set essential of container ' +
                '"bert" or container "gpt" first',
        );
    });
});
