import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { address, mount, plain, variable } from "../right-task";
import { bert, type TaskChange, migrated, linuxParameters, reason, rebuild } from "./migrated-task";

const sockAndData = [mount("sock", "/sock"), mount("data", "/data")];
const other = { dockerLabels: { "ecs-inferentia.role": "other" } };

describe("The volumes of a migrated task", () => {
    const cases: [what: string, change: TaskChange, volumes: string[] | undefined, notes: string[]][] = [
        [
            "are without the socket's",
            {},
            ["data"],
            ['container "bert" no longer mounts volume "sock"', 'volume "sock" is gone'],
        ],
        [
            "are without those that the daemon alone mounted",
            { daemon: { mountPoints: sockAndData } },
            undefined,
            ['container "bert" no longer mounts volume "sock"', 'volumes "sock" and "data" are gone'],
        ],
        [
            "keep one that another container mounts, too",
            {
                daemon: { mountPoints: sockAndData },
                further: [{ ...plain("web"), ...other, mountPoints: [mount("data", "/d")] }],
            },
            ["data"],
            ['container "bert" no longer mounts volume "sock"', 'volume "sock" is gone'],
        ],
        [
            "keep what nobody mounts, where the daemon's socket is in none of them",
            {
                model: { mountPoints: [], environment: [variable("NEURON_RTD_ADDRESS", "rtd:1")] },
                daemon: { mountPoints: [], command: ["neuron-rtd -g rtd:1"] },
            },
            ["sock", "data"],
            [],
        ],
    ];
    for (const [what, change, expected, expectedNotes] of cases) {
        it(what, () => {
            const { definition, notes } = migrated(change);
            const names = (definition["volumes"] as { name: string }[] | undefined)?.map(({ name }) => name);
            const ofVolumes = notes.filter((note) => /volume|mounts/.test(note));
            assert.deepStrictEqual([names, ofVolumes], [expected, expectedNotes]);
        });
    }

    describe("that the model takes over from the daemon", () => {
        const source = { sourceContainer: "neuron-rtd" };
        const data = mount("data", "/data");
        const taken: [what: string, model: object, daemon: object, expected: object][] = [
            ["are its own mounts then", { volumesFrom: [source] }, {}, { mountPoints: [data] }],
            [
                "are read only where it takes them so",
                { volumesFrom: [{ ...source, readOnly: true }] },
                {},
                { mountPoints: [{ ...data, readOnly: true }] },
            ],
            [
                "are read only where they were in the daemon's container",
                { volumesFrom: [{ ...source, readOnly: false }] },
                { mountPoints: [mount("sock", "/sock"), { ...data, readOnly: true }] },
                { mountPoints: [{ ...data, readOnly: true }] },
            ],
            [
                "are as they are where it takes those of another container read only",
                { volumesFrom: [{ sourceContainer: "web", readOnly: true }, source] },
                {},
                { mountPoints: [data], volumesFrom: [{ sourceContainer: "web", readOnly: true }] },
            ],
            [
                "do not take the place of its own mounts",
                { volumesFrom: [source], mountPoints: [mount("more", "/data")] },
                {},
                { mountPoints: [mount("more", "/data")] },
            ],
            [
                "stand behind its own, without the socket's",
                { volumesFrom: [source], mountPoints: [mount("sock", "/s"), mount("more", "/more")] },
                {},
                { mountPoints: [mount("more", "/more"), data] },
            ],
        ];
        for (const [what, own, daemon, expected] of taken) {
            it(what, () => {
                const { definition, notes } = migrated({
                    model: { mountPoints: [], ...own },
                    daemon: { mountPoints: sockAndData, ...daemon },
                    further: [{ ...plain("web"), ...other }],
                    rest: { volumes: ["sock", "data", "more"].map((name) => ({ name })) },
                });
                assert.deepStrictEqual(definition.containerDefinitions[0], { ...bert, ...expected, linuxParameters });
                assert.match(String(notes[3]), /no longer takes mounts of container "neuron-rtd"$/);
            });
        }

        it("are none where only the daemon takes over mounts", () => {
            const daemon = { volumesFrom: [{ sourceContainer: "web" }] };
            const { definition } = migrated({ daemon, further: [{ ...plain("web"), ...other }] });
            assert.deepStrictEqual(definition.containerDefinitions[0], { ...bert, linuxParameters });
        });

        it("keep their volumes", () => {
            const model = { mountPoints: [], volumesFrom: [source] };
            const { definition } = migrated({ model, daemon: { mountPoints: sockAndData } });
            assert.deepStrictEqual(definition["volumes"], [{ name: "data" }]);
        });

        it("are left to a person where the daemon takes over others itself", () =>
            assert.equal(
                reason(
                    {
                        model: { volumesFrom: [source] },
                        daemon: { volumesFrom: [{ sourceContainer: "web" }] },
                        further: [plain("web")],
                    },
                    "inf1.xlarge",
                ),
                'left: container "bert" takes mounts of container "neuron-rtd", which takes those of others: write them out first',
            ));

        it("are left to a person where it is not known whether it takes them read only", () =>
            assert.equal(
                reason(
                    {
                        model: { volumesFrom: [{ ...source, readOnly: UNKNOWN }] },
                        daemon: { mountPoints: sockAndData },
                    },
                    "inf1.xlarge",
                ),
                "left: containerDefinitions[0].volumesFrom[0].readOnly is not known",
            ));

        it("are left to a person where one of its mounts is not known", () =>
            assert.equal(
                reason(
                    {
                        model: { volumesFrom: [source] },
                        daemon: { mountPoints: [...sockAndData, mount(UNKNOWN as never, "/x")] },
                    },
                    "inf1.xlarge",
                ),
                "left: containerDefinitions[1].mountPoints is not known",
            ));
    });

    it("say both where the model mounts the socket's volume, and takes over mounts", () => {
        const { notes } = migrated({ model: { volumesFrom: [{ sourceContainer: "neuron-rtd" }] } });
        assert.equal(
            notes[3],
            'container "bert" no longer mounts volume "sock", and no longer takes mounts of container "neuron-rtd"',
        );
    });
});

describe("The socket's volume of a migrated task", () => {
    const why = (text: string) => `remove volume "sock" and its mounts, if they were for the socket only: ${text}`;
    const sock = (rest: object) => ({ rest: { volumes: [{ name: "data" }, { name: "sock", ...rest }] } });
    const mayUse = why('container "bert" may use files in it');
    const onInstance = why("its directory on the instance may hold more");
    const mayOutlive = why("it may outlive the task");
    const cases: [what: string, change: TaskChange, first: string][] = [
        ["a command names a file in it", { model: { command: ["serve --models=/sock/models"] } }, mayUse],
        ["a command names it", { model: { command: ["serve", "/sock/"] } }, mayUse],
        [
            "a variable names it",
            { model: { environment: [variable("DIR", "/a:/sock"), variable("NEURON_RTD_ADDRESS", address)] } },
            mayUse,
        ],
        ["a health check names it", { model: { healthCheck: { command: ["CMD-SHELL", "ls '/sock'"] } } }, mayUse],
        ["it is where the program starts", { model: { workingDirectory: "/sock" } }, mayUse],
        ["a command is not known", { model: { command: [UNKNOWN] } }, mayUse],
        [
            "what is no model mounts it",
            { further: [{ ...plain("web"), ...other, mountPoints: [mount("sock", "/s")] }] },
            why('container "web", which is no model, mounts it'),
        ],
        ["its directory on the instance has another name", sock({ host: { sourcePath: "/opt/models" } }), onInstance],
        ["its directory on the instance is not known", sock({ host: { sourcePath: UNKNOWN } }), onInstance],
        ["it is a file system", sock({ efsVolumeConfiguration: { fileSystemId: "fs-1" } }), mayOutlive],
        ["it may be a file system", sock({ efsVolumeConfiguration: UNKNOWN }), mayOutlive],
        ["it is configured at launch", sock({ configuredAtLaunch: true }), mayOutlive],
    ];
    for (const [what, change, first] of cases) {
        it(`is kept where ${what}, and that is said`, () => {
            const { definition, checklist } = migrated(change);
            const mounts = definition.containerDefinitions[0]?.["mountPoints"];
            assert.deepStrictEqual([checklist[0], mounts], [first, [mount("sock", "/sock")]]);
            assert.ok((definition["volumes"] as { name: string }[]).some(({ name }) => name === "sock"));
        });
    }

    const gone: [what: string, change: TaskChange][] = [
        ["its directory is for sockets", sock({ host: { sourcePath: "/var/run/neuron" } })],
        ["its directory is for sockets, as Pulumi spells it", sock({ hostPath: "/tmp/sock" })],
        ["Docker gives each task one", sock({ host: {}, efsVolumeConfiguration: null, configuredAtLaunch: false })],
        ["the model has no health check", { model: { healthCheck: null } }],
        ["it has no further configuration", sock({ dockerVolumeConfiguration: {} })],
        ["a command names another directory", { model: { command: ["serve /socks relative/sock /other"] } }],
        [
            "only another container's command names its path",
            { further: [{ ...plain("web"), ...other, command: ["ls /sock/a"] }] },
        ],
    ];
    for (const [what, change] of gone) {
        it(`is gone where ${what}`, () => {
            const { definition, checklist } = migrated(change);
            assert.deepStrictEqual([definition["volumes"], checklist[0]], [[{ name: "data" }], rebuild]);
        });
    }

    it("is kept, and said, where the volumes are not known", () => {
        const rest = { volumes: UNKNOWN, requiresCompatibilities: UNKNOWN };
        assert.equal(migrated({ rest }).checklist[0], why("what it is stands elsewhere"));
        const mountPoints = [mount("data", "/data"), mount("sock", "/sock")];
        assert.equal(migrated({ rest, daemon: { mountPoints } }).checklist[0], why("what it is stands elsewhere"));
        for (const daemon of [
            { mountPoints: [mount("data", "/data")] },
            { mountPoints: [mount(UNKNOWN as never, "/sock")] },
            { mountPoints: [mount("sock", UNKNOWN as never)] },
            { command: ["neuron-rtd -g rtd:1"] },
        ]) {
            assert.equal(migrated({ rest, daemon }).checklist[0], rebuild);
        }
    });

    it("is the models', where the daemon's container mounts none", () =>
        assert.deepStrictEqual(migrated({ daemon: { mountPoints: [] } }).definition["volumes"], [{ name: "data" }]));
});
