import { main } from "@pulumi/pulumi/provider";
import { version } from "@pulumi/awsx/package.json";
import { endWithEngine } from "../end-with-engine";
import { AwsxProvider } from "./provider";

endWithEngine();
main(new AwsxProvider(version), process.argv.slice(2)).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
});
