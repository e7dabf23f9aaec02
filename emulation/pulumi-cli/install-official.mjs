// Installs the official Pulumi CLI, as the SDK does it: install-official.mjs <folder> <version>. A process of its own,
// so that its environment keeps it from the user's Pulumi home.
import automation from "@pulumi/pulumi/automation/index.js";

const [root, version] = process.argv.slice(2);
await automation.PulumiCommand.install({ root, version, skipVersionCheck: true });
