import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inferentiaUserData } from "../../../components/launch-template/user-data";
import { Instance, iptables, systemctl } from "./instance";

/** In the place of the program that signs requests: answers one state of the instance after the other. */
const python3 = `#!/bin/sh
shift
case "$4" in
*DescribeAutoScalingInstances*)
    echo "<AutoScalingGroupName>ml-group-1</AutoScalingGroupName>"
    echo "<LifecycleState>$(sed -n 1p states)</LifecycleState>"
    sed -i 1d states ;;
*) echo "$*" >> requests.log; [ ! -e refusing ] ;;
esac
`;
const sleep = "#!/bin/sh\n:\n";
const atEachStart = "var/lib/cloud/scripts/per-boot/ecs-inferentia";
const completed =
    "autoscaling   Action=CompleteLifecycleAction&Version=2011-01-01&LifecycleHookName=ecs-inferentia-user-data&" +
    "AutoScalingGroupName=ml-group-1&InstanceId=i-01&LifecycleActionResult=CONTINUE\n";

const args = { clusterName: "ml", runtime: "libnrt", warmPoolsCheck: true } as const;
const settings =
    "ECS_CLUSTER=ml\nECS_WARM_POOLS_CHECK=true\nECS_AWSVPC_BLOCK_IMDS=true\nECS_IMAGE_PULL_INACTIVITY_TIMEOUT=600s\n";

describe("launch template: an instance of a warm pool", () => {
    let instance: Instance;

    beforeEach(() => {
        instance = new Instance({ FORWARD: [] }, { iptables, systemctl, python3, sleep });
        writeFileSync(join(instance.root, "var/lib/cloud/data/instance-id"), "i-01\n");
    });
    afterEach(() => rmSync(instance.root, { recursive: true }));

    /** The states in which EC2 Auto Scaling has the instance, one after the other. */
    const inStates = (...states: readonly string[]) =>
        writeFileSync(join(instance.root, "states"), states.map((state) => `${state}\n`).join(""));
    const nextStart = () => instance.start(join(instance.root, atEachStart));

    it("joins the cluster only from the warm pool, and completes its launch when user data has ended", () => {
        inStates("Warmed:Pending", "Warmed:Pending:Wait");
        assert.deepStrictEqual(instance.run(inferentiaUserData({ ...args, extraUserData: "echo own" })), {
            status: 0,
            said: "own\n",
        });
        assert.deepStrictEqual(
            [instance.file("etc/ecs/ecs.config"), instance.file("requests.log")],
            [settings, completed],
        );
    });

    it("completes its launch again when it leaves the warm pool, without running user data", () => {
        inStates("Warmed:Pending:Wait");
        instance.run(inferentiaUserData({ ...args, extraUserData: "echo own" }));
        inStates("Pending", "Pending:Wait");
        assert.deepStrictEqual(nextStart(), { status: 0, said: "" });
        assert.equal(instance.file("requests.log"), completed + completed);
    });

    it("runs user data again at its next start where it was stopped within", () => {
        instance.run(inferentiaUserData({ ...args, extraUserData: "[ -e second ] || kill -9 $$\necho own" }));
        assert.equal(instance.file("requests.log"), "");
        writeFileSync(join(instance.root, "second"), "");
        inStates("Pending:Wait");
        assert.deepStrictEqual(nextStart(), { status: 0, said: "own\n" });
        assert.deepStrictEqual(
            [instance.file("etc/ecs/ecs.config"), instance.file("requests.log")],
            [settings + settings, completed],
        );
        inStates("InService");
        assert.deepStrictEqual(nextStart(), { status: 0, said: "" });
    });

    it("completes nothing where the group has no hook yet", () => {
        inStates("Warmed:Stopped");
        assert.deepStrictEqual(instance.run(inferentiaUserData(args)), { status: 0, said: "" });
        assert.equal(instance.file("requests.log"), "");
    });

    it("completes nothing where it joins no cluster", () => {
        rmSync(join(instance.root, "bin/iptables"));
        inStates("Warmed:Pending:Wait");
        assert.equal(instance.run(inferentiaUserData(args)).status, 1);
        assert.equal(instance.file("requests.log"), "");
    });

    it("says so where it cannot complete its launch, and joins all the same", () => {
        inStates(...Array<string>(12).fill("Pending:Wait"));
        writeFileSync(join(instance.root, "refusing"), "");
        const { status, said } = instance.run(inferentiaUserData(args));
        assert.deepStrictEqual(
            [status, said],
            [0, "ecs-inferentia: cannot tell EC2 Auto Scaling that the instance is ready\n"],
        );
    });
});
