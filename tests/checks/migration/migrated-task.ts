import assert from "node:assert/strict";
import { migrateToLibnrt } from "../../../checks/migration/to-libnrt";
import type { NeuronInstanceType } from "../../../contract";
import { everyRule } from "../every-rule";
import { model, rightTask, variable } from "../right-task";

export type TaskChange = Parameters<typeof rightTask>[0];
type Definition = Record<string, unknown> & { containerDefinitions: Record<string, unknown>[] };

export function migrated(change: TaskChange = {}, type: NeuronInstanceType | "its own" = "inf1.xlarge") {
    const migration = migrateToLibnrt(rightTask(change), type === "its own" ? undefined : type);
    assert.equal(migration.kind, "migrated", JSON.stringify(migration));
    const { definition, changes, checklist } = migration;
    assert.ok(changes.every(({ edits, note }) => edits.length > 0 && !note.endsWith(" ")));
    assert.ok(checklist.every(({ sources }) => sources.length > 0));
    assert.deepStrictEqual(everyRule(definition).rules, []);
    return {
        definition: definition as Definition,
        notes: changes.map(({ note }) => note),
        checklist: checklist.map(({ text }) => text),
    };
}

export function reason(change: TaskChange = {}, type?: NeuronInstanceType): string {
    const migration = migrateToLibnrt(rightTask(change), type);
    assert.notEqual(migration.kind, "migrated");
    return "reason" in migration ? `${migration.kind}: ${migration.reason}` : "";
}

export const device = (index: number) => ({
    hostPath: `/dev/neuron${index}`,
    containerPath: `/dev/neuron${index}`,
    permissions: ["read", "write"],
});
const { dependsOn: _after, environment: _address, mountPoints: _sock, ...libnrtModel } = model;
export const bert = libnrtModel;
export const linuxParameters = { devices: [device(0)], capabilities: { add: ["IPC_LOCK"], drop: [] } };
export const on = (type: string) => ({ type: "memberOf", expression: `attribute:ecs.instance-type == ${type}` });
export const [address] = model.environment;
export const groupsOf = (value: string) => ({ environment: [address, variable("NEURONCORE_GROUP_SIZES", value)] });
export const program =
    'take out of the program of container "bert" what speaks with neuron-rtd itself, by gRPC or neuron-cli, and let ' +
    "only one process use a core";
export const instances = (type?: string) =>
    `launch the instances${type === undefined ? "" : `, of ${type},`} from an AMI whose driver the library takes: ` +
    "/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron/recommended";
export const rebuild =
    'rebuild the image of container "bert": framework packages of Neuron 1.16 up to SDK 2.20, and no ' +
    "aws-neuron-runtime";
export const hasImage = (image: string) => ({
    model: { image: `763104351884.dkr.ecr.us-west-2.amazonaws.com/${image}` },
});
