import { version } from "@pulumi/aws/package.json";
import { AwsProvider } from "./provider";
import { serve } from "./server";

// The engine reads the port from the first line of the standard output.
serve(new AwsProvider(), version).then(
    (port) => console.log(String(port)),
    (error: unknown) => {
        console.error(error);
        process.exitCode = 1;
    },
);
