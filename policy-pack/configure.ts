import { createRequire } from "node:module";
import type { Level } from "../checks/configuration/options";
import { informingPolicies } from "../checks/configuration/policies";
import { allPolicies } from "../checks/configuration/schema";
import { configure } from "./config";

interface PolicyConfig {
    getEnforcementlevel(): number;
    setEnforcementlevel(level: number): void;
    getProperties(): { toJavaScript(): Record<string, unknown> } | undefined;
}

type Configure = (
    call: { readonly request: { getPolicyconfigMap(): { entries(): Iterable<[string, PolicyConfig]> } } },
    answer: (error: object | null) => void,
) => void;

type AddService = (this: object, service: unknown, implementation: { readonly configure?: Configure }) => void;

interface Grpc {
    readonly Server: { readonly prototype: { addService: AddService } };
    readonly status: { readonly INVALID_ARGUMENT: number };
}

/**
 * Starts the pack so that it knows its whole configuration, and refuses one in which anything is unknown, before it
 * judges a resource.
 *
 * The engine hands over names of policies and options that do not exist without a word, and the SDK passes to each
 * policy what stands under its own name only: nothing but the engine's call shows the whole.
 *
 * @throws Error when the SDK does not serve that call as it is known to
 */
export function withConfiguration(start: () => void): void {
    // The SDK's own copy, wherever it is installed.
    const grpc = createRequire(require.resolve("@pulumi/policy"))("@grpc/grpc-js") as Grpc;
    const { prototype } = grpc.Server;
    const { addService } = prototype;
    let seen = false;
    prototype.addService = function (service, implementation) {
        const { configure: own } = implementation;
        seen ||= own !== undefined;
        addService.call(
            this,
            service,
            own === undefined
                ? implementation
                : { ...implementation, configure: checked(own, grpc.status.INVALID_ARGUMENT) },
        );
    };
    try {
        start();
    } finally {
        prototype.addService = addService;
    }
    if (!seen) {
        throw new Error(
            "this version of @pulumi/policy starts in another way than the pack knows, which could then not see " +
                "its configuration; install version 1.21",
        );
    }
}

function checked(own: Configure, code: number): Configure {
    return (call, answer) => {
        const policies = [...call.request.getPolicyconfigMap().entries()];
        informOnly(new Map(policies));
        const problems = configure(Object.fromEntries(policies.map(([policy, config]) => [policy, valueOf(config)])));
        if (problems.length > 0) {
            answer({
                code,
                details: `the configuration is wrong:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`,
            });
        } else {
            own(call, answer);
        }
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
