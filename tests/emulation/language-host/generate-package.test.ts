import assert from "node:assert/strict";
import { status } from "@grpc/grpc-js";
import { generatePackage } from "../../../emulation/language-host/generate-package";

describe("pulumi package add in the emulator", () => {
    it("is refused with who generates SDKs", () => {
        let answered: unknown;
        generatePackage(undefined, (error) => {
            answered = error;
        });
        assert.deepEqual(answered, {
            code: status.UNIMPLEMENTED,
            details:
                "the emulator's language host generates no SDKs; run pulumi package add with the official Pulumi CLI",
        });
    });
});
