import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Keeps each chain of the table as a file of its rules. */
export const iptables = `#!/bin/sh
[ "$1" = --wait ] || exit 2
verb=$2 chain=chains/$3; shift 3
case $verb in
--new-chain) [ ! -e $chain ] && : > $chain ;;
--check) grep -qxF -e "$*" $chain ;;
--insert) [ -e $chain ] && { echo "$*"; cat $chain; } > $chain.new && mv $chain.new $chain ;;
esac
`;
export const systemctl = '#!/bin/sh\necho "$@" >> systemctl.log\n';

export interface Run {
    readonly status: number | null;
    readonly said: string;
}

/** An instance: a folder for its root, in which commands run. */
export class Instance {
    readonly root = mkdtempSync(join(tmpdir(), "instance-"));

    constructor(chains: Readonly<Record<string, readonly string[]>>, programs: Readonly<Record<string, string>>) {
        for (const folder of [
            "etc/ecs",
            "usr/local/sbin",
            "var/lib/cloud/data",
            "var/lib/cloud/scripts/per-boot",
            "bin",
            "chains",
        ]) {
            mkdirSync(join(this.root, folder), { recursive: true });
        }
        for (const name of ["base64", "cat", "chmod", "cp", "cut", "grep", "mkdir", "mktemp", "mv", "rm", "sed"]) {
            symlinkSync(join("/bin", name), join(this.root, "bin", name));
        }
        for (const [name, program] of Object.entries(programs)) {
            writeFileSync(join(this.root, "bin", name), program, { mode: 0o755 });
        }
        this.boot(chains);
    }

    /** Starts the kernel, which knows no rules of before, and Docker, with these chains. */
    boot(chains: Readonly<Record<string, readonly string[]>>): void {
        rmSync(join(this.root, "chains"), { recursive: true });
        mkdirSync(join(this.root, "chains"));
        for (const [name, rules] of Object.entries(chains)) {
            writeFileSync(join(this.root, "chains", name), rules.map((one) => `${one}\n`).join(""));
        }
    }

    /** Runs a script as cloud-init does, from a file. */
    run(script: string): Run {
        const part = join(this.root, "part-001");
        writeFileSync(part, this.inRoot(script), { mode: 0o755 });
        return this.start(part);
    }

    /** Runs a program of the instance. */
    start(program: string): Run {
        const env = { PATH: join(this.root, "bin"), TMPDIR: this.root };
        const { status, stdout, stderr } = spawnSync("/bin/bash", ["--norc", program], { cwd: this.root, env });
        return { status, said: `${String(stdout)}${String(stderr)}` };
    }

    /** With the instance's folder in the place of the root. */
    inRoot(script: string): string {
        return script.replace(/(?<=[\s=(]|^)\/(?=etc\/|usr\/|var\/)/gm, `${this.root}/`);
    }

    file(name: string): string {
        const path = join(this.root, name);
        return existsSync(path) ? readFileSync(path, "utf8") : "";
    }

    get chains(): readonly string[] {
        return ["DOCKER-USER", "FORWARD"].map((chain) => this.file(`chains/${chain}`));
    }
}
