import { readFileSync } from "node:fs";
import { judge } from "../checks/judge/judge";
import { taskRules } from "../checks/rules";
import { readTaskDefinition } from "../checks/task/read-task-definition";
const text = readFileSync("policy-pack/examples/neuron-rtd-sidecar/right-as-in-the-guide.json", "utf8");
const min = (name: string, f: () => unknown) => {
    let best = Infinity;
    for (let r = 0; r < 40; r++) { const s = process.hrtime.bigint(); for (let i = 0; i < 2000; i++) f(); best = Math.min(best, Number(process.hrtime.bigint() - s) / 2000 / 1000); }
    console.log(name, best.toFixed(2), "µs");
};
const data = JSON.parse(text);
min("parse", () => JSON.parse(text));
min("read", () => readTaskDefinition(data));
min("read+rules", () => { const t = readTaskDefinition(data); for (const rule of taskRules) judge(rule, t); });
for (const rule of taskRules) { const t = readTaskDefinition(data); judge(rule, t); min(rule.name, () => judge(rule, t)); }
