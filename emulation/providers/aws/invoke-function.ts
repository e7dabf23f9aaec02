import type { Aws } from "./aws";
import { describeError } from "./aws-error";
import { checkInputs } from "./check-inputs";
import type { Failure } from "./failure";
import { functions } from "./functions";
import type { Values } from "./property";
import { holdsUnknown } from "./unknown";

export interface InvokeResult {
    readonly outputs: Values;
    readonly failures: readonly Failure[];
}

/**
 * Calls a function of the provider.
 *
 * @throws in the form of Pulumi's provider, when there is no such function or it fails.
 */
export async function invokeFunction(
    token: string,
    args: Values,
    awsFor: (inputs: Values) => Aws,
): Promise<InvokeResult> {
    const served = functions[token];
    if (served === undefined) {
        throw new Error(
            `unknown function "${token}": this stand-in of the aws provider serves ` +
                Object.keys(functions).join(", "),
        );
    }
    const { inputs, failures } = checkInputs(served.inputs, args);
    if (failures.length > 0 || holdsUnknown(inputs)) {
        return { outputs: {}, failures };
    }
    try {
        return { outputs: await served.call(awsFor(inputs), inputs), failures: [] };
    } catch (error) {
        throw new Error(`invoking ${token}: 1 error occurred:\n\t* ${describeError(error)}\n\n`, { cause: error });
    }
}
