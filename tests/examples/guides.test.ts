import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { awsOf, inventory, pulumi } from "../../emulation/session";
import { documentedCommands } from "../docs/commands";
import { blocksOf } from "../docs/pages";
import { describeOnTheEngine, toolsTimeoutMilliseconds } from "../engine/engine";
import { errors, Stack, steps } from "../engine/stack";
import { copyExample } from "./example";

const stackName = "guide";

function blocks(page: string, language: string): string[] {
    return blocksOf(`docs/guides/${page}.md`, language).map(({ text }) => text);
}

/** The names in a file for `pulumi import`. */
function namesIn(text: string): string[] {
    return (JSON.parse(text) as { resources: { name: string }[] }).resources.map(({ name }) => name);
}

describeOnTheEngine("The guides, each in an empty folder with the packed package", (session) => {
    /** A project with a program of a guide. */
    async function project(name: string, program: string): Promise<{ folder: string; stack: Stack }> {
        const folder = await copyExample(session(), "smallest", `guide-${name}`);
        const settings = join(folder, "Pulumi.yaml");
        writeFileSync(settings, readFileSync(settings, "utf8").replace("name: smallest", `name: ${name}`));
        writeFileSync(join(folder, "index.ts"), program);
        return { folder, stack: await Stack.in(session(), folder, stackName) };
    }

    async function deploy(stack: Stack): Promise<string[]> {
        const up = await stack.up();
        assert.deepEqual([up.code, errors(up)], [0, ""], up.stdout);
        const second = await stack.preview(["--expect-no-changes"]);
        // A reference to another stack is read each time.
        const wanted = steps(second).filter((step) => !step.startsWith("read "));
        assert.deepEqual([second.code, errors(second), wanted], [0, "", []], second.stdout);
        return steps(up);
    }

    async function destroy(stack: Stack): Promise<void> {
        const destroyed = await stack.destroy();
        assert.deepEqual([destroyed.code, errors(destroyed)], [0, ""], destroyed.stdout);
    }

    describe("several stacks", () => {
        const [platform = "", model = "", region = ""] = blocks("several-stacks", "ts");

        it("a model's stack runs on the pool of the platform's, which is destroyed after it", async function () {
            this.timeout(toolsTimeoutMilliseconds);
            const there = await inventory(awsOf(session()));
            const { stack: first } = await project("platform", platform);
            await deploy(first);
            const reference = model.replace("my-org/platform/prod", `organization/platform/${stackName}`);
            const { stack: second } = await project("bert", reference);
            await deploy(second);
            await destroy(second);
            await destroy(first);
            assert.deepEqual(await inventory(awsOf(session())), there);
        });

        it("a provider of another region is handed on to all that a component creates", async () => {
            const { stack } = await project("oregon", region);
            await deploy(stack);
            const ecs = await awsOf(session(), "us-west-2").ecs();
            assert.equal((await ecs.listClusters({})).clusterArns?.length, 1);
            await destroy(stack);
        });
    });

    describe("load balancing and scaling", () => {
        const [program = ""] = blocks("load-balancing-and-scaling", "ts");

        it("a service is reached and scaled, and the pack finds nothing mandatory in its stack", async function () {
            this.timeout(toolsTimeoutMilliseconds);
            const acm = await awsOf(session()).acm();
            const { CertificateArn = "" } = await acm.requestCertificate({ DomainName: "bert.example.com" });
            const { folder, stack } = await project("balanced", program);
            await stack.configure({ certificateArn: CertificateArn });
            await deploy(stack);
            assert.match(String((await stack.outputs())["address"]), /\.elb\.amazonaws\.com$/);
            const [analyze = []] = documentedCommands("docs/guides/publishing-the-pack.md")
                .map(({ words }) => words.slice(1).map((word) => word.replace("my-org/ml/prod", stackName)))
                .filter(([, command]) => command === "analyze");
            const analyzed = await pulumi(session(), analyze, { cwd: folder });
            assert.equal(analyzed.code, 0, analyzed.stdout);
            assert.match(analyzed.stdout, /ecs-inferentia@v/);
            await destroy(stack);
        });
    });

    describe("adopting what runs", () => {
        const [program = ""] = blocks("adopting-what-runs", "ts");
        const [imported = ""] = blocks("adopting-what-runs", "json");

        it("a cluster is imported, keeps its capacity providers, and nothing of it is replaced", async () => {
            const ecs = await awsOf(session()).ecs();
            await ecs.createCluster({ clusterName: "mine", capacityProviders: ["FARGATE"] });
            const { folder, stack } = await project("adopted", program);
            const file = join(folder, "import.json");
            await stack.preview(["--import-file", file]);
            const offered = namesIn(readFileSync(file, "utf8"));
            assert.deepEqual(
                namesIn(imported).filter((name) => !offered.includes(name)),
                [],
            );
            writeFileSync(file, imported);
            const args = ["import", "--file", file, "--yes", "--protect=false", "--generate-code=false"];
            const { code, stderr } = await pulumi(session(), [...args, "--stack", stackName], { cwd: folder });
            assert.equal(code, 0, stderr);
            const done = await deploy(stack);
            assert.ok(
                done.some((step) => step.startsWith("update ") && step.includes("ecs/cluster")),
                done.join("\n"),
            );
            assert.deepEqual(
                done.filter((step) => /^(?:replace|delete) (?!pulumi:providers:)/.test(step)),
                [],
            );
            const { clusters: [cluster] = [] } = await ecs.describeClusters({ clusters: ["mine"] });
            assert.ok(cluster?.capacityProviders?.includes("FARGATE"));
            await destroy(stack);
        });
    });
});
