import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../../ecs/known";
import type { Volume } from "../../../ecs/task/task-definition";
import { looksIntoInstance } from "../../../ecs/task/instance-directories";
import { containerOf } from "../../checks/task-of";

const mounting = containerOf({ mountPoints: [{ sourceVolume: "own", containerPath: "/x" }] });
const volume = (hostPath: Known<string> | undefined): Volume[] => [{ name: "own", hostPath }];

describe("A container looks into the instance", () => {
    for (const path of [
        ...["/", "/proc", "/proc/", "/sys", "/sys/fs/cgroup/", "/cgroup/", "/rootfs"],
        ...["/var/run/docker.sock", "/run/docker.sock", "/var/lib/docker", "/var/lib/docker/containers/"],
    ]) {
        it(`as it mounts ${path}`, () => assert.equal(looksIntoInstance(volume(path))(mounting), true));
    }
    for (const path of [undefined, "/tmp/sock", "/data", "/sys/class/neuron_device", "/process", "/var/lib"]) {
        it(`not as it mounts ${String(path)}`, () => assert.equal(looksIntoInstance(volume(path))(mounting), false));
    }
    it("not as another one of its task does", () =>
        assert.equal(looksIntoInstance(volume("/proc"))(containerOf({})), false));
    it("not while the path is not known", () => assert.equal(looksIntoInstance(volume(UNKNOWN))(mounting), false));
    it("not while its mounts, or the volumes, are not known", () => {
        assert.equal(looksIntoInstance(volume("/proc"))(containerOf({ mountPoints: UNKNOWN })), false);
        assert.equal(looksIntoInstance(UNKNOWN)(mounting), false);
    });
});
