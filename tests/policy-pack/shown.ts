import type { ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { rules } from "../../checks";
import type { Policy } from "../../policy-pack/policy";
import type { Run } from "../../policy-pack/run";

/** A resource as a policy sees it; UNKNOWN stands for what is not known at preview. */
export interface Shown {
    readonly type: string;
    readonly name: string;
    readonly properties: object;
    readonly parent?: string;
}

export function urnOf({ urn, type, name }: Pick<Shown, "type" | "name"> & { readonly urn?: string }): string {
    return urn ?? `urn:pulumi:stack::project::${type}::${name}`;
}

/** As `@pulumi/aws` takes a task definition: its container definitions are a JSON text. */
export function asText(definition: object): Record<string, unknown> {
    const { containerDefinitions } = definition as { readonly containerDefinitions: unknown };
    return { ...definition, containerDefinitions: JSON.stringify(containerDefinitions) };
}

class NotApplicable extends Error {}

function argsOf(shown: Shown): ResourceValidationArgs {
    return {
        type: shown.type,
        urn: urnOf(shown),
        props: shown.properties,
        opts: { parent: shown.parent },
        getConfig: () => ({}),
        notApplicable: (reason: string) => {
            throw new NotApplicable(reason);
        },
    } as unknown as ResourceValidationArgs;
}

function stackArgsOf(resources: readonly Shown[]): StackValidationArgs {
    return {
        ...argsOf({ type: "", name: "", properties: {} }),
        resources: resources.map((one) => ({ ...argsOf(one), propertyDependencies: {} })),
    } as unknown as StackValidationArgs;
}

/** Has rules judge a resource, as the engine asks their policies before those that inform. */
export function askRules(run: Run, shown: Shown, names: readonly string[] = allRules): void {
    names.forEach((name) => run.judge(name, argsOf(shown)));
}

/** Has rules judge a stack, as the engine asks their policies before those that inform. */
export function askRulesOfStack(run: Run, shown: readonly Shown[], names: readonly string[] = allRules): void {
    names.forEach((name) => run.judgeStack(name, stackArgsOf(shown)));
}

const allRules = rules.map(({ name }) => name);

/** What a policy reports of a resource; and, last, why it does not apply. */
export function reportsOf({ validateResource }: Policy, shown: Shown): readonly string[] {
    return reports((report) => validateResource(argsOf(shown), report));
}

/** What a policy reports of a stack, each with the name of the resource; and, last, why it does not apply. */
export function stackReportsOf({ validateStack }: Policy, ...resources: readonly Shown[]): readonly string[] {
    return reports((report) =>
        validateStack?.(stackArgsOf(resources), (text, urn) =>
            report(`${urn?.slice(urn.lastIndexOf(":") + 1)}: ${text}`),
        ),
    );
}

function reports(ask: (report: (text: string) => void) => unknown): readonly string[] {
    const texts: string[] = [];
    try {
        ask((text) => texts.push(text));
    } catch (error) {
        if (!(error instanceof NotApplicable)) {
            throw error;
        }
        texts.push(`does not apply: ${error.message}`);
    }
    return texts;
}
