import type { Resource } from "@pulumi/pulumi";
import { InvalidArgumentsError } from "../validation/invalid-arguments-error";
import { validateArguments, type ArgumentCheck, type Arguments } from "../validation/validate";
import { absentRecords, withHeldResources } from "./record";
import { warn } from "./warn";
import { hasOutputs, resolvedValues, writtenValues } from "./values";

/**
 * Refuses wrong arguments: those that the program wrote at once, and outputs as soon as their values are known. What a
 * preview does not know is checked by the update. Of each unknown member of a structure of AWS's it warns once.
 *
 * @param resource To which the warnings belong.
 * @param awaited The arguments whose outputs are waited for. Default: all.
 * @returns The option `dependsOn` of the component's children, which holds them back until the outputs are checked. As
 *     a promise of no resources it does not make them depend on the resources that the arguments come from.
 * @throws InvalidArgumentsError with every problem of what the program wrote.
 */
export function whenValid<Args extends object>(
    component: string,
    name: string,
    args: Args,
    check: ArgumentCheck<Args>,
    resource: Resource,
    awaited: object = args,
): Promise<Resource[]> {
    const warnings = new Set<string>();
    const absent = absentRecords(args);
    const refuse = (values: Arguments) => {
        const { found: wrong, unchecked } = validateArguments(component, values, check);
        const found = [...absent, ...wrong];
        if (found.length > 0) {
            throw new InvalidArgumentsError(component, name, found);
        }
        for (const [path, structure] of unchecked) {
            const warning = `${component} "${name}": ${uncheckedWarning(path, structure)}`;
            if (!warnings.has(warning)) {
                warnings.add(warning);
                void warn(warning, resource);
            }
        }
    };
    const written = writtenValues(args);
    refuse(written);
    const checked = hasOutputs(awaited)
        ? resolvedValues(awaited)
              .then((values) => withHeldResources(args, { ...written, ...values }))
              .then(refuse)
        : Promise.resolve();
    return checked.then(() => []);
}

function uncheckedWarning(path: string, structure: string): string {
    return (
        `${path} is no member of ${structure} that this version of pulumi-ecs-inferentia knows, and is passed on ` +
        "unchecked; if it is misspelt, correct it"
    );
}
