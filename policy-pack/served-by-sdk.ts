import { createRequire } from "node:module";
import { version } from "@pulumi/policy/package.json";
import { allPolicies, informingPolicies, type Level } from "../checks";
import { sdkRange } from "./sdk-range";
import type { Run } from "./run";

interface PolicyConfig {
    getEnforcementlevel(): number;
    setEnforcementlevel(level: number): void;
    getProperties(): { toJavaScript(): Record<string, unknown> } | undefined;
}

type Answer = (error: object | null) => void;
type Handler<Request> = (call: { readonly request: Request }, answer: Answer) => unknown;

/** What the SDK serves, as far as the pack looks in. */
interface Analyzer {
    readonly configure: Handler<{ getPolicyconfigMap(): { entries(): Iterable<[string, PolicyConfig]> } }>;
    readonly analyze: Handler<{ getUrn(): string }>;
    readonly remediate: Handler<{ getUrn(): string }>;
    readonly analyzeStack: Handler<unknown>;
}

interface Grpc {
    readonly Server: { readonly prototype: { addService: (this: object, service: unknown, served: object) => void } };
    readonly status: { readonly INVALID_ARGUMENT: number };
}

const parts: readonly (keyof Analyzer)[] = ["configure", "analyze", "remediate", "analyzeStack"];

/**
 * Starts the pack so that the run knows its whole configuration, and which resource the engine asks about; and so that
 * a configuration in which anything is unknown is refused before a resource is judged.
 *
 * The engine hands over names of policies and options that do not exist without a word, and the SDK passes to each
 * policy what stands under its own name only, and a copy of the resource of its own: nothing but the engine's calls
 * shows the whole. This is the only place that knows the inside of the SDK, and so the one that names the versions it
 * knows.
 *
 * @throws Error when the SDK is of another version, or does not serve these calls as it is known to
 */
export function serveWith(run: Run, start: () => void): void {
    if (!sdkRange.includes(version)) {
        throw new Error(unknownSdk(version));
    }
    // The SDK's own copy, wherever it is installed.
    const grpc = createRequire(require.resolve("@pulumi/policy"))("@grpc/grpc-js") as Grpc;
    const { prototype } = grpc.Server;
    const { addService } = prototype;
    let seen = false;
    prototype.addService = function (service, served) {
        const isAnalyzer = parts.every((part) => part in served);
        seen ||= isAnalyzer;
        addService.call(this, service, isAnalyzer ? watched(served as Analyzer, run, grpc) : served);
    };
    try {
        start();
    } finally {
        prototype.addService = addService;
    }
    if (!seen) {
        throw new Error(unknownSdk(version));
    }
}

function unknownSdk(installed: string): string {
    return (
        `the policy pack ecs-inferentia knows @pulumi/policy ${sdkRange.text}, and ${installed} is installed, which ` +
        `may not show it its configuration: install @pulumi/policy@${sdkRange.text}`
    );
}

function watched(analyzer: Analyzer, run: Run, { status }: Grpc): Analyzer {
    const begin =
        (own: Analyzer["analyze"]): Analyzer["analyze"] =>
        (call, answer) => {
            run.beginResource(call.request.getUrn());
            return own(call, answer);
        };
    return {
        ...analyzer,
        analyze: begin(analyzer.analyze),
        remediate: begin(analyzer.remediate),
        analyzeStack: (call, answer) => {
            run.beginStack();
            return analyzer.analyzeStack(call, answer);
        },
        configure: (call, answer) => {
            const policies = [...call.request.getPolicyconfigMap().entries()];
            informOnly(new Map(policies));
            const problems = run.configure(Object.fromEntries(policies.map(([policy, one]) => [policy, valueOf(one)])));
            if (problems.length === 0) {
                return analyzer.configure(call, answer);
            }
            const details = `the configuration is wrong:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`;
            answer({ code: status.INVALID_ARGUMENT, details });
        },
    };
}

/** The engine has given every policy the level of all, and does not tell whose own it was. */
function informOnly(policies: ReadonlyMap<string, PolicyConfig>): void {
    const levelOfAll = policies.get(allPolicies)?.getEnforcementlevel();
    for (const policy of informingPolicies.map((name) => policies.get(name))) {
        if (
            levelOfAll !== undefined &&
            numbered[levelOfAll] !== "disabled" &&
            policy?.getEnforcementlevel() === levelOfAll
        ) {
            policy.setEnforcementlevel(numbered.indexOf("advisory"));
        }
    }
}

/** The engine's numbers of the levels (pulumirpc.EnforcementLevel). */
const numbered: readonly Level[] = ["advisory", "mandatory", "disabled", "remediate"];

/** What stands in the file for a policy; the engine has put its level beside its options. */
function valueOf(config: PolicyConfig): Readonly<Record<string, unknown>> {
    return { ...config.getProperties()?.toJavaScript(), enforcementLevel: numbered[config.getEnforcementlevel()] };
}
