import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/analyzer_pb";
import { urnOf } from "./shown";

/** A resource as the engine hands it to a policy pack. */
export interface AnalyzedResource {
    readonly type: string;
    readonly name: string;
    readonly urn?: string;
    readonly properties: Record<string, unknown>;
    readonly parent?: string;
    readonly dependencies?: readonly string[];
    readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
}

/** What the pack said, as the engine receives it. */
export interface Diagnostic {
    readonly policyName: string;
    readonly message: string;
    readonly enforcementLevel: number;
    readonly urn: string;
}

/** A policy pack that is served as the engine would: the SDK's script runs its folder, and is spoken to by gRPC. */
export interface PolicyServer {
    info(): Promise<messages.AnalyzerInfo.AsObject>;
    configure(
        policies: Readonly<Record<string, { level: messages.EnforcementLevel; properties?: Record<string, unknown> }>>,
    ): Promise<void>;
    analyze(resource: AnalyzedResource): Promise<readonly Diagnostic[]>;
    /** The properties as each policy has changed them, by its name; the last are those that the engine goes on with. */
    remediate(
        resource: AnalyzedResource,
    ): Promise<readonly (readonly [policy: string, properties: Record<string, unknown>])[]>;
    analyzeStack(resources: readonly AnalyzedResource[]): Promise<readonly Diagnostic[]>;
    close(): void;
}

/** Numbers of the enforcement levels in the engine's protocol. */
export const enforcement = messages.EnforcementLevel;

/** The folder of this project's pack. */
export const packFolder = join(__dirname, "..", "..", "policy-pack");

/** What the engine sends where a text is not known at preview. */
export const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/**
 * Starts the policy pack of a folder.
 *
 * @throws with what the pack printed, when it ends before it serves.
 */
export async function servePolicyPack(folder: string, env: NodeJS.ProcessEnv = process.env): Promise<PolicyServer> {
    const script = createRequire(join(folder, "package.json")).resolve("@pulumi/pulumi/cmd/run-policy-pack");
    const child = spawn(process.execPath, [script, "127.0.0.1:1", folder], {
        cwd: folder,
        env,
        stdio: ["ignore", "pipe", "pipe"],
    });
    let printed = "";
    child.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    const port = await new Promise<string>((resolve, reject) => {
        createInterface(child.stdout).once("line", resolve);
        child.once("close", () => reject(new Error(`the policy pack in ${folder} ended before it served: ${printed}`)));
    });
    const client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
        "grpc.max_receive_message_length": -1,
        "grpc.max_send_message_length": -1,
    });
    return {
        info: () =>
            call<messages.AnalyzerInfo>((answer) => client.getAnalyzerInfo(new Empty(), answer)).then((info) =>
                info.toObject(),
            ),
        configure: async (policies) => {
            const request = new messages.ConfigureAnalyzerRequest();
            for (const [name, { level, properties = {} }] of Object.entries(policies)) {
                const config = new messages.PolicyConfig();
                config.setEnforcementlevel(level);
                config.setProperties(struct(properties));
                request.getPolicyconfigMap().set(name, config);
            }
            await call<Empty>((answer) => client.configure(request, answer));
        },
        analyze: async (resource) => {
            const request = new messages.AnalyzeRequest();
            describe(request, resource);
            return diagnostics(await call<messages.AnalyzeResponse>((answer) => client.analyze(request, answer)));
        },
        remediate: async (resource) => {
            const request = new messages.AnalyzeRequest();
            describe(request, resource);
            const response = await call<messages.RemediateResponse>((answer) => client.remediate(request, answer));
            return response
                .getRemediationsList()
                .map((one) => [one.getPolicyname(), one.getProperties()?.toJavaScript() ?? {}] as const);
        },
        analyzeStack: async (resources) => {
            const request = new messages.AnalyzeStackRequest();
            request.setResourcesList(resources.map(stackResource));
            return diagnostics(await call<messages.AnalyzeResponse>((answer) => client.analyzeStack(request, answer)));
        },
        close: () => {
            client.close();
            child.kill();
        },
    };
}

function describe(message: messages.AnalyzeRequest | messages.AnalyzerResource, resource: AnalyzedResource): void {
    message.setType(resource.type);
    message.setName(resource.name);
    message.setUrn(urnOf(resource));
    message.setProperties(struct(resource.properties));
    const options = new messages.AnalyzerResourceOptions();
    options.setParent(resource.parent ?? "");
    message.setOptions(options);
}

function stackResource(resource: AnalyzedResource): messages.AnalyzerResource {
    const message = new messages.AnalyzerResource();
    describe(message, resource);
    message.setParent(resource.parent ?? "");
    message.setDependenciesList([...(resource.dependencies ?? [])]);
    for (const [property, urns] of Object.entries(resource.propertyDependencies ?? {})) {
        const dependencies = new messages.AnalyzerPropertyDependencies();
        dependencies.setUrnsList([...urns]);
        message.getPropertydependenciesMap().set(property, dependencies);
    }
    return message;
}

function struct(properties: Record<string, unknown>): Struct {
    return Struct.fromJavaScript(properties as Record<string, JavaScriptValue>);
}

function diagnostics(response: messages.AnalyzeResponse): readonly Diagnostic[] {
    return response.getDiagnosticsList().map((one) => ({
        policyName: one.getPolicyname(),
        message: one.getMessage(),
        enforcementLevel: one.getEnforcementlevel(),
        urn: one.getUrn(),
    }));
}

function call<Response>(
    start: (answer: (error: ServiceError | null, response: Response) => void) => unknown,
): Promise<Response> {
    return new Promise((resolve, reject) => start((error, response) => (error ? reject(error) : resolve(response))));
}
