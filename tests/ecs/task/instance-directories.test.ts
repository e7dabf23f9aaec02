import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../../ecs/known";
import type { Container, Volume } from "../../../ecs/task/task-definition";
import { looksIntoInstance, unknownDirectories } from "../../../ecs/task/instance-directories";
import { containerOf } from "../../checks/task-of";

const mounting = containerOf({ mountPoints: [{ sourceVolume: "own", containerPath: "/x" }] });
const volume = (hostPath: Known<string> | undefined): Volume[] => [{ name: "own", hostPath }];

const own = ["mountPoints"];

describe("A container looks into the instance", () => {
    for (const path of [
        ...["/", "/proc", "/proc/", "/sys", "/sys/fs/cgroup/", "/cgroup/", "/rootfs"],
        ...["/var/run/docker.sock", "/run/docker.sock", "/var/lib/docker", "/var/lib/docker/containers/"],
        ...["/run/containerd/containerd.sock", "/var/log/ecs", "/var/lib/ecs/data", "/etc/passwd", "/lib/modules"],
    ]) {
        it(`as it mounts ${path}`, () => assert.equal(looksIntoInstance(volume(path))(mounting), true));
    }
    for (const path of [undefined, "/tmp/sock", "/data", "/sys/class/neuron_device", "/process", "/var/lib/models"]) {
        it(`not as it mounts ${String(path)}`, () => assert.equal(looksIntoInstance(volume(path))(mounting), false));
    }
    for (const path of ["/var/log", "/var/log/app/", "/var/run", "/run", "/dev", "/etc", "/var/lib", "/home"]) {
        it(`perhaps as it mounts ${path}`, () => assert.equal(looksIntoInstance(volume(path))(mounting), UNKNOWN));
    }
    it("not as another one of its task does", () =>
        assert.equal(looksIntoInstance(volume("/proc"))(containerOf({})), false));
    it("not as it mounts a directory of another name", () =>
        assert.equal(looksIntoInstance([{ name: "other", hostPath: "/proc" }])(mounting), false));
    it("not while nothing that is not known is mounted", () =>
        assert.equal(looksIntoInstance(UNKNOWN)(containerOf({})), false));
});

describe("Whether a container looks into the instance is not known, while", () => {
    const undecidedCases: [string, Known<readonly Volume[]>, object, readonly string[]][] = [
        ["the directory that it mounts is not", volume(UNKNOWN), {}, ["volumes"]],
        ["the name of a volume is not", [{ name: UNKNOWN, hostPath: "/proc" }], {}, ["volumes"]],
        ["the volumes are not", UNKNOWN, {}, ["volumes"]],
        ["its mounts are not", volume("/proc"), { mountPoints: UNKNOWN }, own],
        ["what it mounts is not", volume("/proc"), { mountPoints: [{ sourceVolume: UNKNOWN }] }, own],
    ];
    for (const [what, volumes, change, path] of undecidedCases) {
        it(what, () => {
            const container: Container = { ...mounting, ...change };
            assert.equal(looksIntoInstance(volumes)(container), UNKNOWN);
            assert.deepStrictEqual(unknownDirectories(container).map(String).slice(-1), path);
        });
    }
    it("unless no directory of the task is the instance's own", () =>
        assert.equal(
            looksIntoInstance(volume("/data"))(containerOf({ mountPoints: [{ sourceVolume: UNKNOWN }] })),
            false,
        ));
});
