import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { awsOf, inventory, projectRoot, type Session } from "../../emulation/session";
import { describeOnTheEngine, toolsTimeoutMilliseconds } from "../engine/engine";
import { goneTooEarly } from "../engine/destroy-order";
import { changes, errors, Stack, steps, warnings } from "../engine/stack";
import { diagramOf, type ExportedStack } from "../../scripts/example-diagram";
import { pictureFile, requestPicture } from "../../scripts/request-picture";
import { errorsOfTypes, generatedLanguage } from "./generated-language";
import { copyExample, exampleNames, folderOf, isTypeScript, policyPack, typeErrors } from "./example";

type Settings = Readonly<Record<string, string>>;

/** Asks AWS Certificate Manager for a certificate. */
async function requestCertificate(session: Session): Promise<Settings> {
    const acm = await awsOf(session).acm();
    const { CertificateArn = "" } = await acm.requestCertificate({
        DomainName: "*.example.com",
        ValidationMethod: "DNS",
    });
    return { certificateArn: CertificateArn };
}

/** What an example needs before it can be deployed, where it stands on what is there already. */
const needs: Readonly<Record<string, (session: Session) => Promise<Settings>>> = {
    https: requestCertificate,
    "queue-worker": () => Promise.resolve({ image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/worker:1" }),
    "existing-cluster": async (session) => {
        const ec2 = await awsOf(session).ec2();
        const [vpc] = (await ec2.describeVpcs({})).Vpcs ?? [];
        const zones = { Name: "availability-zone", Values: ["us-east-1a", "us-east-1b"] };
        const { Subnets } = await ec2.describeSubnets({ Filters: [zones] });
        return {
            vpcId: vpc?.VpcId ?? "",
            ...Object.fromEntries((Subnets ?? []).map(({ SubnetId = "" }, at) => [`subnetIds[${at}]`, SubnetId])),
        };
    },
};

/** The ports of the targets behind an example's load balancer. */
const targetPorts: Readonly<Record<string, readonly number[]>> = { balanced: [8500, 8501], https: [8080, 8081] };

async function targetsOf(session: Session): Promise<(number | undefined)[]> {
    const balancing = await awsOf(session).loadBalancing();
    const { TargetGroups = [] } = await balancing.describeTargetGroups({});
    const answers = await Promise.all(
        TargetGroups.map(({ TargetGroupArn }) => balancing.describeTargetHealth({ TargetGroupArn })),
    );
    const targets = answers.flatMap(({ TargetHealthDescriptions = [] }) => TargetHealthDescriptions);
    return targets.map(({ Target }) => Target?.Port).sort();
}

/** A change that each example can have: another image of its model. */
const otherImage = "123456789012.dkr.ecr.us-east-1.amazonaws.com/resnet:2";

describeOnTheEngine("The examples, each in an empty folder with the packed package", (session) => {
    for (const name of exampleNames) {
        describe(name, () => {
            let folder: string;
            let stack: Stack;
            let there: readonly string[];

            before("copy it, and prepare what runs its language", async function () {
                this.timeout(toolsTimeoutMilliseconds);
                folder = await copyExample(session(), name);
                stack = await Stack.in(session(), folder, name);
            });

            const language = generatedLanguage(folderOf(name));
            if (isTypeScript(name)) {
                it("type-checks", async () => {
                    assert.equal(await typeErrors(folder), "");
                });
            } else if (language !== undefined) {
                it("type-checks against the SDK that is generated", async function () {
                    this.timeout(toolsTimeoutMilliseconds);
                    assert.equal(await errorsOfTypes(language, folder), "");
                });
            }

            it("previews with the policy pack, which finds nothing that it would refuse, and without a warning", async () => {
                await stack.configure((await needs[name]?.(session())) ?? {});
                there = await inventory(awsOf(session()));
                const preview = await stack.preview(["--policy-pack", policyPack]);
                assert.deepEqual([preview.code, errors(preview)], [0, ""], preview.stdout);
                assert.deepEqual(warnings(preview, ""), []);
            });

            it("deploys, and wants no changes afterwards", async () => {
                const up = await stack.up();
                assert.deepEqual([up.code, errors(up)], [0, ""], up.stdout);
                const second = await stack.preview(["--expect-no-changes"]);
                assert.deepEqual([second.code, errors(second), steps(second)], [0, "", []], second.stdout);
            });

            it("keeps what instances and tasks need until they are gone", async () => {
                assert.deepEqual(goneTooEarly(await stack.exported()), []);
            });

            const ports = targetPorts[name];
            if (ports !== undefined) {
                it("has its tasks registered where the load balancer sends requests", async () => {
                    assert.deepEqual(await targetsOf(session()), ports);
                });
            }

            const readme = join(folderOf(name), "README.md");
            if (existsSync(readme)) {
                it("has the diagram of its state in its README", async () => {
                    const diagram = diagramOf((await stack.exported()) as ExportedStack);
                    assert.ok(readFileSync(readme, "utf8").includes(diagram), `${readme} should have:\n${diagram}`);
                });
            }

            if (name === "sentiment") {
                it("has the picture of its state for README.md", async () => {
                    const picture = requestPicture((await stack.exported()) as ExportedStack);
                    assert.equal(readFileSync(join(projectRoot, pictureFile), "utf8"), picture);
                });
            }

            it("rolls another image out, and replaces nothing but the revision of the task definition", async () => {
                await stack.configure({ image: otherImage });
                const up = await stack.up();
                assert.deepEqual([up.code, errors(up)], [0, ""], up.stdout);
                assert.deepEqual(
                    steps(up).filter((step) => step.startsWith("replace ") && !step.includes("taskDefinition")),
                    [],
                );
            });

            it("is destroyed to nothing", async () => {
                const destroy = await stack.destroy();
                assert.deepEqual([destroy.code, errors(destroy)], [0, ""], destroy.stdout);
                assert.deepEqual(Object.keys(changes(destroy)), ["delete"]);
                assert.deepEqual(await inventory(awsOf(session())), there);
            });
        });
    }
});
