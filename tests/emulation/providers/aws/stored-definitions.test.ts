import assert from "node:assert/strict";
import { asStored } from "../../../../emulation/providers/aws/ecs/stored-definitions";
import { AwsProvider } from "../../../../emulation/providers/aws/provider";
import { type AnsweringEcs, answeringEcs } from "./answering-ecs";
import { containers, rightInputs } from "./right-inputs";

type Values = Record<string, unknown>;
type Capabilities = { readonly add?: string[]; readonly drop?: string[] };

const type = "aws:ecs/taskDefinition:TaskDefinition";
const urn = { type, name: "model" };
const arn = "arn:aws:ecs:us-west-2:123456789012:task-definition/model:1";

const plain = { name: "model", image: "model:1" };

function withCapabilities(capabilities: Capabilities): object {
    return { ...plain, memory: 100, linuxParameters: { capabilities, initProcessEnabled: true } };
}

describe("container definitions as ECS stores them", () => {
    it("have the defaults that were left out", () => {
        assert.deepStrictEqual(
            asStored(
                [{ ...plain, portMappings: [{ containerPort: 80 }], healthCheck: { command: ["CMD"] } }],
                "bridge",
            ),
            [
                {
                    ...plain,
                    cpu: 0,
                    environment: [],
                    essential: true,
                    healthCheck: { command: ["CMD"], interval: 30, retries: 3, timeout: 5 },
                    mountPoints: [],
                    portMappings: [{ containerPort: 80, hostPort: 0, protocol: "tcp" }],
                    systemControls: [],
                    volumesFrom: [],
                },
            ],
        );
    });

    it("keep what was given", () => {
        const given = {
            ...plain,
            cpu: 1,
            environment: [{ name: "A", value: "1" }],
            essential: false,
            healthCheck: { command: ["CMD"], interval: 1, retries: 1, timeout: 2 },
            linuxParameters: { capabilities: { add: ["IPC_LOCK"], drop: ["MKNOD"] } },
            mountPoints: [{ sourceVolume: "v", containerPath: "/v" }],
            portMappings: [{ containerPort: 80, hostPort: 81, protocol: "udp" as const }],
            systemControls: [{ namespace: "net.core.somaxconn", value: "1" }],
            volumesFrom: [{ sourceContainer: "other" }],
        };
        assert.deepStrictEqual(asStored([given], "bridge"), [given]);
    });

    for (const networkMode of ["awsvpc", "host"]) {
        it(`have the container port as host port in ${networkMode} mode`, () => {
            const [stored] = asStored([{ ...plain, portMappings: [{ containerPort: 80 }] }], networkMode);
            assert.deepStrictEqual(stored?.portMappings, [{ containerPort: 80, hostPort: 80, protocol: "tcp" }]);
        });
    }

    const pairs: readonly [given: Capabilities, stored: Capabilities][] = [
        [{ add: ["IPC_LOCK"] }, { add: ["IPC_LOCK"], drop: [] }],
        [{ drop: ["MKNOD"] }, { add: [], drop: ["MKNOD"] }],
        [{}, {}],
    ];
    for (const [given, stored] of pairs) {
        it(`have the capabilities ${JSON.stringify(stored)} where ${JSON.stringify(given)} was given`, () => {
            const [answer] = asStored([withCapabilities(given)], "bridge");
            assert.deepStrictEqual((answer as Values)["linuxParameters"], {
                capabilities: stored,
                initProcessEnabled: true,
            });
        });
    }
});

describe("a task definition at the second preview", () => {
    let ecs: AnsweringEcs;
    let provider: AwsProvider;

    beforeEach(async () => {
        let registered: Values = {};
        ecs = await answeringEcs({
            RegisterTaskDefinition: (request) => {
                registered = { ...request, taskDefinitionArn: arn, status: "ACTIVE", revision: 1 };
                return { taskDefinition: registered };
            },
            DescribeTaskDefinition: () => ({ taskDefinition: registered, tags: [] }),
        });
        provider = new AwsProvider();
        provider.configure({ region: "us-west-2" }, { AWS_ENDPOINT_URL: ecs.url });
    });

    afterEach(() => ecs.stop());

    /** What the next preview of the same program shows, and whether a refresh finds the program's text changed. */
    async function secondPreview(containerDefinitions: unknown, networkMode = "bridge"): Promise<unknown> {
        const given = { ...rightInputs[type], networkMode, containerDefinitions: JSON.stringify(containerDefinitions) };
        const { inputs, failures } = provider.check(urn, {}, given, new Uint8Array([1]));
        assert.deepStrictEqual(failures, []);
        const { id, state } = await provider.create(urn, inputs, false, 0);
        const { changed, replaces } = provider.diff(urn, inputs, inputs, state);
        const refreshed = await provider.read(urn, id, state, inputs);
        assert.deepStrictEqual(provider.diff(urn, refreshed.inputs, inputs, refreshed.state).replaces, replaces);
        const drifted = refreshed.inputs["containerDefinitions"] !== inputs["containerDefinitions"];
        return { changed, replaces, drifted };
    }

    const unchanged = { changed: [], replaces: [], drifted: false };
    const replaced = { changed: ["containerDefinitions"], replaces: ["containerDefinitions"], drifted: true };

    it("is unchanged where AWS only added its defaults", async () => {
        assert.deepStrictEqual(await secondPreview(containers), unchanged);
    });

    it("is unchanged in awsvpc mode, where AWS fills in the host port", async () => {
        const container = { ...plain, memory: 100, portMappings: [{ containerPort: 80 }] };
        assert.deepStrictEqual(await secondPreview([container], "awsvpc"), unchanged);
    });

    it("is unchanged with both lists of capabilities", async () => {
        assert.deepStrictEqual(await secondPreview([withCapabilities({ add: ["IPC_LOCK"], drop: [] })]), unchanged);
    });

    for (const capabilities of [{ add: ["IPC_LOCK"] }, { drop: ["MKNOD"] }]) {
        it(`is replaced with only one of them, ${JSON.stringify(capabilities)}`, async () => {
            assert.deepStrictEqual(await secondPreview([withCapabilities(capabilities)]), replaced);
        });
    }
});
