import { version } from "@pulumi/aws/package.json";
import { endWithEngine } from "../end-with-engine";
import { AwsProvider } from "./provider";
import { serve } from "./server";

// Said for every Node release that the SDK is about to drop; the engine shows a provider's warnings to the user.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";

endWithEngine();

// The engine reads the port from the first line of the standard output.
serve(new AwsProvider(), version).then(
    ({ port }) => console.log(String(port)),
    (error: unknown) => {
        console.error(error);
        process.exitCode = 1;
    },
);
