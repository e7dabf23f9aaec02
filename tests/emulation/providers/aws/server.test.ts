import assert from "node:assert/strict";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { AwsProvider } from "../../../../emulation/providers/aws/provider";
import { serve, type Serving } from "../../../../emulation/providers/aws/server";
import { unknown } from "../../../../emulation/providers/aws/unknown";
import { type AnsweringEcs, answeringEcs, EcsError } from "./answering-ecs";
import { containers } from "./right-inputs";

type Inputs = Record<string, JavaScriptValue>;

const secret = (value: JavaScriptValue): JavaScriptValue => ({
    "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
    value,
});
const urn = (type: string): string => `urn:pulumi:dev::project::my:index:Component$${type}::it`;
const clusterUrn = urn("aws:ecs/cluster:Cluster");
const taskDefinitionUrn = urn("aws:ecs/taskDefinition:TaskDefinition");

describe("the provider's server", () => {
    let serving: Serving;
    let client: ResourceProviderClient;
    let ecs: AnsweringEcs;
    let endpointBefore: string | undefined;

    before(async () => {
        endpointBefore = process.env["AWS_ENDPOINT_URL"];
        const arn = "arn:aws:ecs:us-west-2:123456789012:cluster/it";
        let created = false;
        ecs = await answeringEcs({
            DescribeClusters: () => (created ? new EcsError("ServerException", "it is on fire") : { clusters: [] }),
            CreateCluster: () => {
                created = true;
                return { cluster: { clusterArn: arn } };
            },
        });
        process.env["AWS_ENDPOINT_URL"] = ecs.url;
        serving = await serve(new AwsProvider(), "7.48.0");
        client = new ResourceProviderClient(`127.0.0.1:${serving.port}`, credentials.createInsecure());
        const request = new messages.ConfigureRequest().setArgs(Struct.fromJavaScript({ region: "us-west-2" }));
        const response = await call<messages.ConfigureResponse>((answer) => client.configure(request, answer));
        assert.deepStrictEqual([response.getAcceptsecrets(), response.getSupportspreview()], [true, true]);
    });

    after(async () => {
        client.close();
        serving.close();
        await ecs.stop();
        if (endpointBefore === undefined) {
            delete process.env["AWS_ENDPOINT_URL"];
        } else {
            process.env["AWS_ENDPOINT_URL"] = endpointBefore;
        }
    });

    function check(of: string, news: Inputs): Promise<messages.CheckResponse> {
        const request = new messages.CheckRequest()
            .setUrn(of)
            .setNews(Struct.fromJavaScript(news))
            .setRandomseed(new Uint8Array([1]));
        return call((answer) => client.check(request, answer));
    }

    function create(of: string, inputs: Inputs, preview: boolean): Promise<messages.CreateResponse> {
        const request = new messages.CreateRequest()
            .setUrn(of)
            .setProperties(Struct.fromJavaScript(inputs))
            .setPreview(preview);
        return call((answer) => client.create(request, answer));
    }

    it("names a resource of the same seed alike", async () => {
        const [first, second] = await Promise.all([check(clusterUrn, {}), check(clusterUrn, { tags: { a: "1" } })]);
        const [name, same] = [first, second].map((response) => response.getInputs()?.toJavaScript()["name"] as string);
        assert.match(String(name), /^it-[0-9a-f]{7}$/);
        assert.equal(name, same);
    });

    it("answers failures with their paths in words, lest the engine shows the values there", async () => {
        const response = await check(taskDefinitionUrn, { family: "it", containerDefinitions: "hunter2" });
        assert.deepStrictEqual(
            response.getFailuresList().map((one) => [one.getProperty(), one.getReason()]),
            [
                [
                    "",
                    "is not JSON: give the list of container definitions through JSON.stringify. Examine values at " +
                        "'it.containerDefinitions'.",
                ],
            ],
        );
    });

    it("keeps secret inputs secret in checked inputs and in the state of a preview, with all tags", async () => {
        const inputs = {
            family: "it",
            containerDefinitions: secret(JSON.stringify(containers)),
            volumes: [{ name: "sock" }],
            tags: { key: secret("v") },
        };
        const checked = (await check(taskDefinitionUrn, inputs)).getInputs()?.toJavaScript() as Inputs;
        assert.deepStrictEqual(
            [checked["containerDefinitions"], checked["tags"]],
            [inputs.containerDefinitions, inputs.tags],
        );
        const state = (await create(taskDefinitionUrn, checked, true)).getProperties()?.toJavaScript();
        assert.deepStrictEqual(
            [state?.["containerDefinitions"], state?.["tagsAll"], state?.["family"], state?.["arn"]],
            [inputs.containerDefinitions, inputs.tags, "it", unknown],
        );
    });

    it("does not take a secret for a change", async () => {
        const olds = Struct.fromJavaScript({ name: "it", tags: { key: "v" } });
        const news = Struct.fromJavaScript({ name: "it", tags: secret({ key: "v" }) });
        const request = new messages.DiffRequest()
            .setUrn(clusterUrn)
            .setId("id")
            .setOlds(olds)
            .setOldInputs(olds)
            .setNews(news);
        const response = await call<messages.DiffResponse>((answer) => client.diff(request, answer));
        assert.equal(response.getChanges(), messages.DiffResponse.DiffChanges.DIFF_NONE);
    });

    it("says which resource exists although creating it did not come to its end, with its secrets", async () => {
        const inputs = { name: "it", tags: { key: secret("v") } };
        const error = await create(clusterUrn, inputs, false).then(
            () => assert.fail("the cluster was created"),
            (reason: unknown) => reason as ServiceError,
        );
        assert.equal(error.details, "ServerException: it is on fire");
        const [packed] = Status.deserializeBinary(
            error.metadata.get("grpc-status-details-bin")[0] as Buffer,
        ).getDetailsList();
        const failed = packed?.unpack(
            (bytes) => messages.ErrorResourceInitFailed.deserializeBinary(bytes),
            "pulumirpc.ErrorResourceInitFailed",
        );
        assert.equal(failed?.getId(), "arn:aws:ecs:us-west-2:123456789012:cluster/it");
        assert.deepStrictEqual(failed.getReasonsList(), ["ServerException: it is on fire"]);
        assert.deepStrictEqual(failed.getProperties()?.toJavaScript()["tagsAll"], inputs.tags);
    });

    it("refuses an unknown function by its name", async () => {
        const request = new messages.InvokeRequest()
            .setTok("aws:s3/getBucket:getBucket")
            .setArgs(Struct.fromJavaScript({}));
        await assert.rejects(
            call((answer) => client.invoke(request, answer)),
            (error: ServiceError) =>
                error.details.startsWith(
                    'unknown function "aws:s3/getBucket:getBucket": this stand-in of the aws provider',
                ),
        );
    });

    it("answers the version that it was given", async () => {
        const info = await call<{ getVersion(): string }>((answer) => client.getPluginInfo(new Empty(), answer));
        assert.equal(info.getVersion(), "7.48.0");
    });
});

function call<Response>(
    method: (answer: (error: ServiceError | null, response: Response) => void) => unknown,
): Promise<Response> {
    return new Promise((resolve, reject) => {
        method((error, response) => {
            if (error === null) {
                resolve(response);
            } else {
                reject(error);
            }
        });
    });
}
