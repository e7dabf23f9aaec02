import type * as messages from "@pulumi/pulumi/proto/language_pb";

/** A language that the host runs programs of, as Pulumi names it. */
export type Language = "nodejs" | "python" | "go";

/** What runs a Pulumi program. */
export interface Command {
    readonly command: string;
    readonly args: readonly string[];
    /** Variables on top of this process's. */
    readonly env: Readonly<Record<string, string>>;
}

/** What the engine asks for: which program, and for what stack. */
export interface Request {
    readonly run: messages.RunRequest;
    readonly engineAddress: string;
    /** The program's folder. */
    readonly folder: string;
}

/** The stack's configuration, as the SDK of each language reads it. */
export function configuration({ run }: Request): Record<string, string> {
    return {
        PULUMI_CONFIG: JSON.stringify(Object.fromEntries(run.getConfigMap().entries())),
        PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(run.getConfigsecretkeysList()),
    };
}

/** All that a program is run with, as Pulumi's SDK for Go reads it, and our runner of Python. */
export function variables(request: Request): Record<string, string> {
    const { run, engineAddress } = request;
    return {
        ...configuration(request),
        PULUMI_ORGANIZATION: run.getOrganization(),
        PULUMI_PROJECT: run.getProject(),
        PULUMI_STACK: run.getStack(),
        PULUMI_ROOT_DIRECTORY: run.getInfo()?.getRootDirectory() ?? "",
        PULUMI_MONITOR: run.getMonitorAddress(),
        PULUMI_ENGINE: engineAddress,
        PULUMI_PARALLEL: String(run.getParallel()),
        PULUMI_DRY_RUN: String(run.getDryrun()),
    };
}
