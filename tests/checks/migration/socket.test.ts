import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { mount, plain } from "../right-task";
import { bert, type TaskChange, migrated, linuxParameters } from "./migrated-task";

describe("The socket's volume of a migrated task", () => {
    it("removes every volume that the daemon alone mounted, and gives the model what it took over from the daemon", () => {
        const mountPoints = [mount("sock", "/sock"), mount("data", "/data")];
        assert.deepStrictEqual(migrated({ daemon: { mountPoints } }).definition["volumes"], undefined);
        const { definition } = migrated({
            model: { mountPoints: [], volumesFrom: [{ sourceContainer: "neuron-rtd", readOnly: true }] },
            daemon: { mountPoints },
        });
        assert.deepStrictEqual(definition["volumes"], [{ name: "data" }]);
        assert.deepStrictEqual(definition.containerDefinitions[0], {
            ...bert,
            mountPoints: [{ ...mount("data", "/data"), readOnly: true }],
            linuxParameters,
        });
    });

    it("keeps the socket's volume where it may hold more, and says so", () => {
        const kept = (change: TaskChange) => {
            const { definition, checklist } = migrated(change);
            assert.ok(JSON.stringify(definition["volumes"]).includes('"sock"'));
            return checklist[0];
        };
        const why = (text: string) => `remove volume "sock" and its mounts, if they were for the socket only: ${text}`;
        assert.equal(
            kept({ model: { command: ["serve --models=/sock/models"] } }),
            why('container "bert" may use files in it'),
        );
        assert.equal(
            migrated({ rest: { volumes: UNKNOWN, requiresCompatibilities: UNKNOWN } }).checklist[0],
            why("what it is stands elsewhere"),
        );
        assert.equal(kept({ model: { command: [UNKNOWN] } }), why('container "bert" may use files in it'));
        assert.equal(
            kept({
                further: [
                    {
                        ...plain("web"),
                        mountPoints: [mount("sock", "/s")],
                        dockerLabels: { "ecs-inferentia.role": "other" },
                    },
                ],
            }),
            why('container "web", which is no model, mounts it'),
        );
        assert.equal(
            kept({ rest: { volumes: [{ name: "sock", host: { sourcePath: "/opt/models" } }] } }),
            why("its directory on the instance may hold more"),
        );
        assert.equal(
            kept({ rest: { volumes: [{ name: "sock", efsVolumeConfiguration: { fileSystemId: "fs-1" } }] } }),
            why("it is one that outlives the task"),
        );
    });

    it("tells of a command that waits for the socket, which would wait for ever", () => {
        const { checklist } = migrated({
            model: { command: ["until [ -S /sock/neuron-rtd.sock ]; do sleep 1; done; serve"] },
        });
        assert.deepStrictEqual(checklist.slice(0, 2), [
            'remove volume "sock" and its mounts, if they were for the socket only: container "bert" may use files in it',
            'take out of the command of container "bert" what it does with the daemon or its socket',
        ]);
    });
});
