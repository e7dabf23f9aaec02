import { suggestion } from "../../checks";
import { isKnownNeuronType, neuronInstanceTypes, type NeuronInstanceType } from "../../contract";
import { standardInput } from "../input/files";
import { plainFormats } from "../reports/requested-reports";
import { UsageError } from "../usage-error";
import type { OptionValues } from "./options";

/** What the command was asked to migrate, and how. */
export interface MigrateRequest {
    readonly command: "migrate";
    readonly path: string;
    /** The type on which the tasks shall run; undefined for the one that they have. */
    readonly instanceType: NeuronInstanceType | undefined;
    readonly isJson: boolean;
    /** Whether the file is written; else the difference is shown. */
    readonly write: boolean;
}

const target = "libnrt";

/** @throws UsageError */
export function migrateRequest(values: OptionValues, operands: readonly string[]): MigrateRequest {
    const [path, ...more] = operands;
    const { to, write = false, diff = false, format: [format = "text", ...further] = [] } = values;
    const type = values["instance-type"];
    if (path === undefined || more.length > 0) {
        throw new UsageError("migrate takes one file: ecs-inferentia migrate FILE --to libnrt");
    }
    if (to !== target) {
        throw new UsageError(
            to === undefined
                ? `migrate to what? --to ${target}, the runtime library, is what there is`
                : `there is no --to ${JSON.stringify(to)}${suggestion(to, [target])}; ${target} is what there is`,
        );
    }
    if (type !== undefined && !isKnownNeuronType(type)) {
        throw new UsageError(
            `there is no instance type ${JSON.stringify(type)} with Neuron devices` +
                `${suggestion(type, neuronInstanceTypes)}; there are ${neuronInstanceTypes.join(", ")}`,
        );
    }
    if (further.length > 0 || !plainFormats.includes(format)) {
        throw new UsageError(`migrate has the formats ${plainFormats.join(" and ")}, and takes one --format`);
    }
    if (write && diff) {
        throw new UsageError("--diff shows what --write would do; give one of them");
    }
    if (write && path === standardInput) {
        throw new UsageError("standard input cannot be written; give --write the path of a file");
    }
    return { command: "migrate", path, instanceType: type, isJson: format === "json", write };
}
