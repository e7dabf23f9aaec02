import { status, type sendUnaryData } from "@grpc/grpc-js";
import type * as messages from "@pulumi/pulumi/proto/language_pb";

/** Refuses `pulumi package add`: only the language hosts of the official CLI generate SDKs. */
export function generatePackage(_call: unknown, answer: sendUnaryData<messages.GeneratePackageResponse>): void {
    const details =
        "the emulator's language host generates no SDKs; run pulumi package add with the official Pulumi CLI";
    answer({ code: status.UNIMPLEMENTED, details });
}
