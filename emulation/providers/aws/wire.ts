import { Metadata, status } from "@grpc/grpc-js";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import type { Failure } from "./failure";
import type { Values } from "./property";
import { InitializationError } from "./initialization-error";
import type { Urn } from "./provider";
import { concealLike, reveal } from "./secrets";

/** The type and the name in a URN: `urn:pulumi:<stack>::<project>::<parent type>$<type>::<name>`. */
export function urn(request: { getUrn(): string }): Urn {
    const [, , qualifiedType = "", ...name] = request.getUrn().split("::");
    return { type: qualifiedType.split("$").pop() ?? "", name: name.join("::") };
}

export function values(from: Struct | undefined): Values {
    return from?.toJavaScript() ?? {};
}

export function plain(from: Struct | undefined): Values {
    return reveal(values(from)) as Values;
}

export function struct(from: Values): Struct {
    return Struct.fromJavaScript(JSON.parse(JSON.stringify(from)) as Record<string, JavaScriptValue>);
}

export function sealed(state: Values, like: Values): Struct {
    return struct(withSecrets(state, like));
}

function withSecrets(state: Values, like: Values): Values {
    return concealLike(state, { ...like, tagsAll: like["tags"] ?? like["tagsAll"] }) as Values;
}

export function checked(inputs: Values, failures: readonly Failure[], owner: string): messages.CheckResponse {
    return new messages.CheckResponse()
        .setInputs(struct(inputs))
        .setFailuresList(failures.map((one) => failure(one, owner)));
}

/**
 * The path stands in the reason, as in those of Pulumi's provider: a failure that names a property is shown by the
 * engine with that property's value, which may be a secret.
 *
 * @param owner The name of what the property belongs to.
 */
export function failure({ property, reason }: Failure, owner: string): messages.CheckFailure {
    return new messages.CheckFailure().setReason(`${reason}. Examine values at '${owner}.${property}'.`);
}

/** Marks the secrets in the state that an unfinished resource leaves behind. */
export async function concealed<Result>(inputs: Values, operation: () => Promise<Result>): Promise<Result> {
    try {
        return await operation();
    } catch (error) {
        if (error instanceof InitializationError) {
            throw new InitializationError(error.id, withSecrets(error.state, inputs), error.message);
        }
        throw error;
    }
}

export function rpcError(error: unknown): { code: status; details: string; metadata?: Metadata } {
    const details = error instanceof Error ? error.message : String(error);
    if (!(error instanceof InitializationError)) {
        return { code: status.UNKNOWN, details };
    }
    const failed = new messages.ErrorResourceInitFailed()
        .setId(error.id)
        .setProperties(struct(error.state))
        .setReasonsList([details]);
    const packed = new Any();
    packed.pack(failed.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
    const whole = new Status().setCode(status.UNKNOWN).setMessage(details).setDetailsList([packed]);
    const metadata = new Metadata();
    metadata.add("grpc-status-details-bin", Buffer.from(whole.serializeBinary()));
    return { code: status.UNKNOWN, details, metadata };
}
