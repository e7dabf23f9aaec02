import { main } from "@pulumi/pulumi/provider";
import { version } from "@pulumi/awsx/package.json";
import { AwsxProvider } from "./provider";

main(new AwsxProvider(version), process.argv.slice(2)).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
});
