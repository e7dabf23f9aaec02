import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inferentiaUserData } from "../../../components/launch-template/user-data";

/** Keeps each chain of the table as a file of its rules. */
const iptables = `#!/bin/sh
[ "$1" = --wait ] || exit 2
verb=$2 chain=chains/$3; shift 3
case $verb in
--new-chain) [ ! -e $chain ] && : > $chain ;;
--check) grep -qxF -e "$*" $chain ;;
--insert) [ -e $chain ] && { echo "$*"; cat $chain; } > $chain.new && mv $chain.new $chain ;;
esac
`;
const systemctl = '#!/bin/sh\necho "$@" >> systemctl.log\n';
const rule = "--in-interface docker+ --destination 169.254.169.254/32 --jump REJECT";
const jump = "--jump DOCKER-USER";
const dropIn = "etc/systemd/system/ecs.service.d/ecs-inferentia-block-imds.conf";

/** An instance: a folder for its root, in which commands run. */
class Instance {
    readonly root = mkdtempSync(join(tmpdir(), "instance-"));

    constructor(chains: Readonly<Record<string, readonly string[]>>, programs: Readonly<Record<string, string>>) {
        for (const folder of ["etc/ecs", "usr/local/sbin", "bin", "chains"]) {
            mkdirSync(join(this.root, folder), { recursive: true });
        }
        for (const name of ["cat", "chmod", "grep", "mkdir", "mv"]) {
            symlinkSync(join("/bin", name), join(this.root, "bin", name));
        }
        for (const [name, program] of Object.entries(programs)) {
            writeFileSync(join(this.root, "bin", name), program, { mode: 0o755 });
        }
        this.start(chains);
    }

    /** Starts the kernel, which knows no rules of before, and Docker, with these chains. */
    start(chains: Readonly<Record<string, readonly string[]>>): void {
        rmSync(join(this.root, "chains"), { recursive: true });
        mkdirSync(join(this.root, "chains"));
        for (const [name, rules] of Object.entries(chains)) {
            writeFileSync(join(this.root, "chains", name), rules.map((one) => `${one}\n`).join(""));
        }
    }

    run(script: string): { readonly status: number | null; readonly said: string } {
        const inRoot = script.replace(/(?<=\s|=|^)\/(?=etc\/|usr\/)/gm, `${this.root}/`);
        const env = { PATH: join(this.root, "bin") };
        const { status, stdout, stderr } = spawnSync("/bin/bash", ["--norc", "-c", inRoot], { cwd: this.root, env });
        return { status, said: `${String(stdout)}${String(stderr)}` };
    }

    /** What the agent's service runs before the agent. */
    beforeAgent(): ReturnType<Instance["run"]> {
        const [, command = ""] = /^\[Service\]\nExecStartPre=(\S+)\n$/.exec(this.file(dropIn)) ?? [];
        return this.run(command);
    }

    file(name: string): string {
        const path = join(this.root, name);
        return existsSync(path) ? readFileSync(path, "utf8") : "";
    }

    get chains(): readonly string[] {
        return ["DOCKER-USER", "FORWARD"].map((chain) => this.file(`chains/${chain}`));
    }
}

const userData = inferentiaUserData({ clusterName: "ml", runtime: "libnrt", extraUserData: "echo own" });

describe("launch template: the rule against the instance metadata service", () => {
    let instance: Instance;
    const create = (...args: ConstructorParameters<typeof Instance>) => (instance = new Instance(...args));
    afterEach(() => rmSync(instance.root, { recursive: true }));

    const chains: [string, Readonly<Record<string, readonly string[]>>, string][] = [
        ["before Docker has its chain", { FORWARD: [] }, ""],
        ["in the chain that Docker has", { FORWARD: [jump], "DOCKER-USER": ["--jump RETURN"] }, "--jump RETURN\n"],
    ];
    for (const [when, there, others] of chains) {
        it(`is set ${when}, and then the instance joins the cluster`, () => {
            create(there, { iptables, systemctl });
            assert.deepStrictEqual(instance.run(userData), { status: 0, said: "own\n" });
            assert.deepStrictEqual(instance.chains, [`${rule}\n${others}`, `${jump}\n`]);
            assert.deepStrictEqual(
                [instance.file("etc/ecs/ecs.config"), instance.file("systemctl.log")],
                [
                    "ECS_CLUSTER=ml\nECS_AWSVPC_BLOCK_IMDS=true\nECS_IMAGE_PULL_INACTIVITY_TIMEOUT=600s\n",
                    "daemon-reload\n",
                ],
            );
        });
    }

    it("is set before each start of the agent, once", () => {
        create({ FORWARD: [] }, { iptables, systemctl });
        instance.run(userData);
        for (const start of [() => {}, () => instance.start({ FORWARD: [jump], "DOCKER-USER": [] })]) {
            start();
            assert.deepStrictEqual(instance.beforeAgent(), { status: 0, said: "" });
            assert.deepStrictEqual(instance.chains, [`${rule}\n`, `${jump}\n`]);
        }
    });

    const failing: [string, Readonly<Record<string, string>>][] = [
        ["has no iptables", { systemctl }],
        ["cannot set it", { systemctl, iptables: "#!/bin/sh\nexit 3\n" }],
    ];
    for (const [what, programs] of failing) {
        it(`keeps an instance that ${what} out of the cluster, which says so`, () => {
            create({ FORWARD: [] }, programs);
            for (const { status, said } of [instance.run(userData), instance.beforeAgent()]) {
                assert.equal(status, 1);
                assert.match(said, /^ecs-inferentia: iptables cannot keep .*; the instance joins no cluster$/m);
            }
            assert.equal(instance.file("etc/ecs/ecs.config"), "");
        });
    }

    it("needs no package of a repository", () => {
        create({ FORWARD: [] }, { iptables, systemctl });
        assert.doesNotMatch(userData, /\b(?:yum|dnf|apt|rpm)\b/);
    });

    it("is left out where containers may reach the service", () => {
        create({ FORWARD: [] }, { iptables, systemctl });
        instance.run(
            inferentiaUserData({ clusterName: "ml", runtime: "libnrt", canContainersAccessInstanceRole: true }),
        );
        assert.deepStrictEqual([instance.chains, instance.file(dropIn)], [["", ""], ""]);
    });
});
