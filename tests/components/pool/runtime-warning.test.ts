import assert from "node:assert/strict";
import { Cluster, type ClusterArgs } from "../../../components";
import { register } from "../mocked-engine";

async function warnings(args: ClusterArgs, preview = true): Promise<string[]> {
    const found: string[] = [];
    await register(() => new Cluster("ml", args), undefined, preview, { warnings: found });
    return found;
}

const instanceType = "inf1.xlarge";
const folder = "/aws/service/ecs/optimized-ami/amazon-linux-2";
const last = `${folder}/inf/amzn2-ami-ecs-inf-hvm-2.0.20220822-x86_64-ebs`;
const warning = (pool: string, parameter: string) =>
    `pool "${pool}" is for neuron-rtd, but the Neuron driver of the AMI of ${parameter} no longer supports Runtime 1.x ` +
    "(release 20220831 and later). AWS supports two ways out: the runtime libnrt " +
    `(runtime: "libnrt"), or an AMI with an older driver (amiSsmParameter: "${last}", or amiId where your region no ` +
    "longer has it)";

describe("pool for neuron-rtd", () => {
    it("warns at preview of an AMI whose driver dropped Runtime 1.x, once for each pool", async () => {
        const pools = {
            a: { instanceType },
            b: { instanceType },
            c: { instanceType, runtime: "libnrt" },
        } as const;
        assert.deepStrictEqual((await warnings({ pools })).sort(), [
            warning("ml-a", `${folder}/inf/recommended`),
            warning("ml-b", `${folder}/inf/recommended`),
        ]);
    });

    const quiet: [string, ClusterArgs][] = [
        ["with an AMI that still supports it", { instanceType, amiSsmParameter: last, amiResolution: "launch" }],
        ["with an AMI of one's own", { instanceType, amiId: "ami-01234567" }],
        ["with libnrt", { instanceType, runtime: "libnrt" }],
    ];
    for (const [what, args] of quiet) {
        it(`does not warn ${what}`, async () => assert.deepStrictEqual(await warnings(args), []));
    }

    it("warns of an AMI with kernel 5.10, too", async () => {
        const parameter = `${folder}/kernel-5.10/inf/recommended`;
        assert.deepStrictEqual(await warnings({ instanceType, amiSsmParameter: parameter, amiResolution: "launch" }), [
            warning("ml", parameter),
        ]);
    });
});
