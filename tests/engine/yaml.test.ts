import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { version as typescriptVersion } from "typescript";
import { parse, stringify } from "yaml";
import { awsOf, inventory, prepareFor, pulumi } from "../../emulation/session";
import { installPackage, type InstalledPackage } from "../package/installed";
import { describeOnTheEngine } from "./engine";
import { said } from "./said";
import { changes, errors, Stack, steps } from "./stack";

const program = join(__dirname, "programs", "yaml", "Pulumi.yaml");
const withPack = ["--policy-pack", "node_modules/pulumi-ecs-inferentia/policy-pack"];

describeOnTheEngine("a Pulumi YAML program of the packed package", (session) => {
    let installed: InstalledPackage;
    let stack: Stack;
    let empty: readonly string[];

    before("install the package, and the language host of Pulumi YAML", async function () {
        this.timeout(1_800_000);
        installed = await installPackage(`typescript@${typescriptVersion}`);
        cpSync(program, join(installed.folder, "Pulumi.yaml"));
        await prepareFor(session(), installed.folder, (line) => console.log(line));
        empty = await inventory(awsOf(session()));
        stack = await Stack.make(session(), installed.folder, "yaml");
    });
    after(() => installed?.remove());

    it("gets the package by pulumi package add", async () => {
        const file = join(installed.folder, "Pulumi.yaml");
        const { packages, ...before } = parse(readFileSync(program, "utf8")) as { packages: Record<string, string> };
        writeFileSync(file, stringify(before));
        const { code, stderr } = await pulumi(
            session(),
            ["package", "add", "./node_modules/pulumi-ecs-inferentia/plugin"],
            { cwd: installed.folder },
        );
        assert.equal(code, 0, stderr);
        assert.deepEqual(parse(readFileSync(file, "utf8")), { ...before, packages });
    });

    it("previews, in which the policy pack refuses nothing, and touches nothing", async () => {
        const preview = await stack.preview(withPack);
        assert.deepEqual([preview.code, errors(preview)], [0, ""]);
        // What the default AMI deserves is only advised.
        assert.deepEqual(
            said(preview.events).filter((line) => !line.includes(" advisory ")),
            [],
        );
        const components = steps(preview).filter((step) => step.includes("pulumi-ecs-inferentia:"));
        assert.deepEqual(components, [
            "create pulumi-ecs-inferentia:index:Inf1LaunchTemplate ml-instance",
            "create pulumi-ecs-inferentia:index:InferenceService serve",
            "create pulumi-ecs-inferentia:index:InferentiaCluster ml",
            "create pulumi-ecs-inferentia:index:NeuronTaskDefinition bert",
        ]);
        assert.deepEqual(await inventory(awsOf(session())), empty);
    });

    it("tells what is wrong with an argument as a TypeScript program is told", async () => {
        const file = join(installed.folder, "Pulumi.yaml");
        const right = readFileSync(file, "utf8");
        writeFileSync(file, right.replace("containerPort: 8501", "containerPort: 85010"));
        const preview = await stack.preview();
        writeFileSync(file, right);
        assert.equal(preview.code, 1);
        assert.ok(
            errors(preview).includes(
                'NeuronTaskDefinition "bert" has a wrong argument:\n' +
                    "  - containers[0].portMappings[0].containerPort is 85010, " +
                    "but must be a whole number from 1 to 65535\n",
            ),
            errors(preview),
        );
    });

    it("deploys what the preview showed, and wants no changes then", async () => {
        const preview = await stack.preview();
        const up = await stack.up();
        assert.deepEqual([up.code, errors(up), changes(up)], [0, "", changes(preview)]);
        const again = await stack.preview(["--expect-no-changes"]);
        assert.deepEqual([again.code, errors(again), changes(again)], [0, "", { same: changes(up)["create"] }]);
    });

    it("is found by AWS", async () => {
        const { cluster, service } = (await stack.outputs()) as Record<string, string>;
        const ecs = await awsOf(session()).ecs();
        const { services } = await ecs.describeServices({ cluster, services: [service ?? ""] });
        assert.deepEqual(
            services?.map(({ status, desiredCount }) => ({ status, desiredCount })),
            [{ status: "ACTIVE", desiredCount: 1 }],
        );
    });

    it("is destroyed to nothing", async () => {
        const destroy = await stack.destroy();
        assert.deepEqual([destroy.code, errors(destroy)], [0, ""]);
        assert.deepEqual(await inventory(awsOf(session())), empty);
    });
});
