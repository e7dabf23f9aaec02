import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import type { Container, TaskDefinition } from "../../../ecs/task/task-definition";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { declaredMounts, listens, placeSocket } from "../../../ecs/task/socket";
import { undecidedAt } from "../../paths";

const daemon = {
    name: "neuron-rtd",
    image: "neuron-rtd:1",
    command: ["neuron-rtd", "-g", "unix:/sock/neuron-rtd.sock"],
    mountPoints: [{ sourceVolume: "sock", containerPath: "/sock" }],
};

function read(
    change: object,
    others: readonly object[] = [],
    volumes: unknown = [{ name: "sock" }, { name: "data" }],
): { task: TaskDefinition; container: Container } {
    const task = readTaskDefinition({ containerDefinitions: [{ ...daemon, ...change }, ...others], volumes });
    assert.deepStrictEqual(task.problems, []);
    const [container] = task.containers as readonly Container[];
    assert.ok(container);
    return { task, container };
}

const variables = (environment: Record<string, string>) =>
    Object.entries(environment).map(([name, value]) => ({ name, value }));

describe("The address on which a sidecar listens", () => {
    const told = variables({ NEURON_RTD_ADDRESS: "unix:/own.sock", DIRECTORY: "/run", N: "7" });
    const addresses: [string, string | undefined, string | undefined][] = [
        ["neuron-rtd -g unix:/sock/a.sock", "unix:/sock/a.sock", "unix:/sock/a.sock"],
        ["neuron-rtd -g unix:$DIRECTORY/a.sock", "unix:/run/a.sock", undefined],
        ["neuron-rtd -g unix:${DIRECTORY}/a.sock", "unix:/run/a.sock", undefined],
        ["neuron-rtd -g unix:$DIRECTORY/${N}-$N.sock", "unix:/run/7-7.sock", undefined],
        ["neuron-rtd -g unix:$ELSEWHERE/$N.sock", "unix:/own.sock", undefined],
        ["neuron-rtd -g unix:$DIRECTORY/$(hostname).sock", "unix:/own.sock", undefined],
        ["neuron-rtd", "unix:/own.sock", "unix:/run/neuron.sock"],
    ];
    for (const [command, own, without] of addresses) {
        it(`of ${command} is ${String(own)} with its own variables, and ${String(without)} without`, () => {
            const line = { entryPoint: ["sh", "-c"], command: [command] };
            assert.equal(listens(read({ ...line, environment: told }).container), own);
            assert.equal(listens(read(line).container), without);
        });
    }

    const secret = { secrets: [{ name: "DIRECTORY", valueFrom: "arn" }] };
    const file = { environmentFiles: [{ value: "arn", type: "s3" }] };
    const undecidedCases: [string, object, string][] = [
        ["a secret", secret, "secrets"],
        ["a file", file, "environmentFiles"],
        ["what is not known", { environment: [{ name: "DIRECTORY", value: UNKNOWN }] }, "environment.DIRECTORY"],
    ];
    for (const [what, change, path] of undecidedCases) {
        it(`is not known while a part of it comes from ${what}`, () => {
            const line = { entryPoint: ["sh", "-c"], command: ["neuron-rtd -g unix:$DIRECTORY/a.sock"] };
            assert.throws(
                () => listens(read({ ...line, ...change }).container),
                undecidedAt(`containerDefinitions[0].${path}`),
            );
            const other = { entryPoint: ["sh", "-c"], command: ["echo $DIRECTORY; neuron-rtd -g unix:/a.sock"] };
            assert.equal(listens(read({ ...other, ...change }).container), "unix:/a.sock");
        });
    }

    it("is that of its own variable where the image has the command line", () =>
        assert.equal(listens(read({ command: [], environment: told }).container), "unix:/own.sock"));

    it("is not told where the image has the command line", () =>
        assert.equal(listens(read({ command: [] }).container), undefined));

    it("is not known while its command is not", () => {
        assert.throws(
            () => listens(read({ command: [UNKNOWN] }).container),
            undecidedAt("containerDefinitions[0].command"),
        );
    });
});

describe("A socket lies in a volume", () => {
    const mount = (sourceVolume: unknown, containerPath: unknown) => ({ sourceVolume, containerPath });
    const places: [string, object[], [volume: string, path: string] | undefined][] = [
        ["that is mounted above it", [mount("sock", "/sock")], ["sock", "neuron-rtd.sock"]],
        ["that is mounted at the root", [mount("sock", "/")], ["sock", "sock/neuron-rtd.sock"]],
        [
            "that is mounted nearest above it",
            [mount("data", "/"), mount("sock", "/sock/")],
            ["sock", "neuron-rtd.sock"],
        ],
        [
            "that is mounted nearest above it, in whatever order",
            [mount("sock", "/sock"), mount("data", "/")],
            ["sock", "neuron-rtd.sock"],
        ],
        [
            "that is mounted nearest above it, slashes at the end not counted",
            [mount("data", "//////////"), mount("sock", "/sock")],
            ["sock", "neuron-rtd.sock"],
        ],
        [
            "that is mounted first of two at one path",
            [mount("data", "/sock"), mount("sock", "/sock/")],
            ["data", "neuron-rtd.sock"],
        ],
    ];
    for (const [what, mountPoints, expected] of places) {
        it(what, () => {
            const { task, container } = read({ mountPoints });
            const placed = placeSocket(task, container, "unix:/sock/neuron-rtd.sock");
            assert.deepStrictEqual(placed && [placed.volume, placed.pathInVolume], expected);
        });
    }

    const nowhere: [string, object[], string][] = [
        ["where no mount is above it", [mount("sock", "/sock2")], "unix:/sock/neuron-rtd.sock"],
        ["where the volume is not declared", [mount("other", "/sock")], "unix:/sock/neuron-rtd.sock"],
        ["where the address is none of a socket", [mount("sock", "/")], "tcp:127.0.0.1:7000"],
    ];
    for (const [what, mountPoints, address] of nowhere) {
        it(`but in none ${what}`, () => {
            const { task, container } = read({ mountPoints });
            assert.equal(placeSocket(task, container, address), undefined);
        });
    }

    it("that is the first of two with one name", () => {
        const volumes = ["/a", "/b"].map((hostPath) => ({ name: "sock", hostPath }));
        const { task, container } = read({}, [], volumes);
        assert.equal(placeSocket(task, container, "unix:/sock/neuron-rtd.sock")?.hostPath, "/a");
    });

    it("but not known in which while a mount's path is not", () => {
        const { task, container } = read({ mountPoints: [mount("sock", UNKNOWN)] });
        assert.throws(
            () => placeSocket(task, container, "unix:/sock/a.sock"),
            undecidedAt("containerDefinitions[0].mountPoints"),
        );
    });
});

describe("A container's mounts of declared volumes", () => {
    const other = { name: "other", image: "other:1", mountPoints: [{ sourceVolume: "data", containerPath: "/data" }] };
    const from = (...sources: unknown[]) => ({ volumesFrom: sources.map((sourceContainer) => ({ sourceContainer })) });
    const mounts = (change: object, others: object[], volumes?: unknown) => {
        const { task, container } = read(change, others, volumes);
        return declaredMounts(task, container).map(({ sourceVolume }) => sourceVolume);
    };

    it("are its own, and those that it takes over", () => {
        assert.deepStrictEqual(mounts({}, [other]), ["sock"]);
        assert.deepStrictEqual(mounts(from("other"), [other]), ["sock", "data"]);
    });

    it("are not doubled where it takes over its own", () =>
        assert.deepStrictEqual(mounts(from("neuron-rtd"), [other]), ["sock"]));

    it("are known beside a container without a known name, where all that it takes over are known", () => {
        assert.deepStrictEqual(mounts(from("other"), [other, { ...other, name: UNKNOWN }]), ["sock", "data"]);
        assert.deepStrictEqual(mounts({}, [{ ...other, name: UNKNOWN }]), ["sock"]);
    });

    const undecidedCases: [string, object, object[], unknown, string][] = [
        [
            "what it takes over is not",
            { volumesFrom: UNKNOWN },
            [other],
            undefined,
            "containerDefinitions[0].volumesFrom",
        ],
        [
            "one that it takes over is not",
            from("other", UNKNOWN),
            [other],
            undefined,
            "containerDefinitions[0].volumesFrom",
        ],
        [
            "one that it takes over may have a name that is not",
            from("other", "third"),
            [other, { ...other, name: UNKNOWN }],
            undefined,
            "containerDefinitions[2].name",
        ],
        ["its mounts are not", { mountPoints: UNKNOWN }, [other], undefined, "containerDefinitions[0].mountPoints"],
        [
            "those of the other are not",
            from("other"),
            [{ ...other, mountPoints: UNKNOWN }],
            undefined,
            "containerDefinitions[1].mountPoints",
        ],
        ["the volumes are not", {}, [other], UNKNOWN, "volumes"],
        ["a volume may be the one", {}, [other], [{ name: UNKNOWN }], "volumes"],
    ];
    for (const [what, change, others, volumes, path] of undecidedCases) {
        it(`are not known while ${what}`, () =>
            assert.throws(() => mounts(change, others, volumes), undecidedAt(path)));
    }

    it("are not known while the containers from which it takes over are not", () => {
        const { task, container } = read(from("other"));
        assert.throws(
            () => declaredMounts({ ...task, containers: UNKNOWN }, container),
            undecidedAt("containerDefinitions"),
        );
    });

    it("may name a container that there is not", () =>
        assert.deepStrictEqual(mounts(from("nobody"), [other]), ["sock"]));

    it("are known where their volume is declared, beside one whose name is not known", () => {
        assert.deepStrictEqual(mounts({}, [other], [{ name: "sock" }, { name: UNKNOWN }]), ["sock"]);
    });
});
