import { servePolicyPack } from "./tests/policy-pack/policy-server";
import { readFileSync } from "node:fs";
async function main() {
    const d = JSON.parse(readFileSync("policy-pack/examples/neuron-rtd-sidecar/right-as-in-the-guide.json", "utf8"));
    for (const [name, folder, env] of [
        ["empty", "/tmp/pk/noop", { N: "1" }],
        ["noop23", "/tmp/pk/noop", { N: "23" }],
        ["noop23na", "/tmp/pk/noop", { N: "23", NA: "1" }],
        ["ours", "/work/main/policy-pack", {}],
    ] as const) {
        const pack = await servePolicyPack(folder, { ...process.env, ...env });
        const one = (i: number) =>
            pack.analyze({
                type: "aws:ecs/taskDefinition:TaskDefinition",
                name: "t" + i,
                properties: {
                    family: "f" + i,
                    volumes: d.volumes,
                    containerDefinitions: JSON.stringify(d.containerDefinitions),
                },
            });
        for (let i = 0; i < 300; i++) await one(i);
        const runs: number[] = [];
        for (let r = 0; r < 5; r++) {
            const s = process.hrtime.bigint();
            for (let i = 0; i < 500; i++) await one(1000 * r + i);
            runs.push(Number(process.hrtime.bigint() - s) / 500 / 1e6);
        }
        console.log(name, runs.map((x) => x.toFixed(3)).join(" "));
        pack.close();
    }
}
void main();
