import assert from "node:assert/strict";
import {
    amiFromParameterValue,
    amiSupportsRuntime1,
    inf1InstanceTypes,
    inf1Sizes,
    isBelow,
    isInf1InstanceType,
    isInferentiaAmiParameter,
    lastRuntime1AmiParameter,
    neuronRtdImage,
    overwritesAgentConfig,
    placedOn,
    recommendedInferentiaAmiParameter,
    socketAddress,
    socketPath,
    turnsInferentiaSupportOff,
} from "../../contract";

describe("The Inf1 sizes", () => {
    it("are four, with the chips, NeuronCores, vCPUs and memory that AWS states", () => {
        assert.deepStrictEqual(inf1Sizes, {
            "inf1.xlarge": { inferentiaChips: 1, neuronCores: 4, vCpus: 4, memoryGiB: 8 },
            "inf1.2xlarge": { inferentiaChips: 1, neuronCores: 4, vCpus: 8, memoryGiB: 16 },
            "inf1.6xlarge": { inferentiaChips: 4, neuronCores: 16, vCpus: 24, memoryGiB: 48 },
            "inf1.24xlarge": { inferentiaChips: 16, neuronCores: 64, vCpus: 96, memoryGiB: 192 },
        });
        assert.deepStrictEqual(inf1InstanceTypes.filter(isInf1InstanceType), inf1InstanceTypes);
    });

    for (const value of ["Inf1.xlarge", "inf1.4xlarge", "inf2.xlarge", "toString", "", undefined, 1]) {
        it(`do not include ${String(value)}`, () => assert.equal(isInf1InstanceType(value), false));
    }
});

describe("The neuron-rtd contract", () => {
    it("names the public image of a region and a tag", () => {
        assert.equal(neuronRtdImage("us-west-2"), "790709498068.dkr.ecr.us-west-2.amazonaws.com/neuron-rtd:latest");
        assert.equal(
            neuronRtdImage("us-east-1", "1.0.8444.0"),
            "790709498068.dkr.ecr.us-east-1.amazonaws.com/neuron-rtd:1.0.8444.0",
        );
    });

    it("puts the socket below the mount", () => {
        assert.equal(socketAddress("/sock"), "unix:/sock/neuron-rtd.sock");
        assert.equal(socketAddress("/sock/"), "unix:/sock/neuron-rtd.sock");
    });

    const addresses: [string, string | undefined][] = [
        ["unix:/sock/neuron-rtd.sock", "/sock/neuron-rtd.sock"],
        ["unix:///sock/neuron-rtd.sock", "/sock/neuron-rtd.sock"],
        ["unix:sock/neuron-rtd.sock", undefined],
        ["/sock/neuron-rtd.sock", undefined],
        ["localhost:46000", undefined],
        ["", undefined],
    ];
    for (const [address, path] of addresses) {
        it(`reads the socket's path from ${JSON.stringify(address)}: ${String(path)}`, () =>
            assert.equal(socketPath(address), path));
    }

    const places: [string, string, boolean][] = [
        ["/sock/a", "/sock", true],
        ["/sock/a", "/sock/", true],
        ["/sock/a", "/", true],
        ["/sock", "/sock", false],
        ["/sock/", "/sock", false],
        ["/socket/a", "/sock", false],
    ];
    for (const [path, directory, below] of places) {
        it(`takes ${path} to lie ${below ? "below" : "outside"} ${directory}`, () =>
            assert.equal(isBelow(path, directory), below));
    }
});

describe("The Inferentia AMI", () => {
    it("is named by the parameters that AWS publishes", () => {
        assert.equal(
            recommendedInferentiaAmiParameter,
            "/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended",
        );
        assert.equal(
            lastRuntime1AmiParameter,
            "/aws/service/ecs/optimized-ami/amazon-linux-2/inf/amzn2-ami-ecs-inf-hvm-2.0.20220822-x86_64-ebs",
        );
    });

    const inferentia = "/aws/service/ecs/optimized-ami/amazon-linux-2/inf";
    const neuron = "/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron";
    const drivers: [string, boolean, boolean | undefined][] = [
        [`${inferentia}/recommended`, true, false],
        [`${inferentia}/recommended/image_id`, true, false],
        [`${inferentia}/amzn2-ami-ecs-inf-hvm-2.0.20220831-x86_64-ebs`, true, false],
        [`${inferentia}/amzn2-ami-ecs-inf-hvm-2.0.20220822-x86_64-ebs`, true, true],
        [`${inferentia}/amzn2-ami-ecs-inf-hvm-2.0.20220822-x86_64-ebs/image_id`, true, true],
        [`${inferentia}/amzn2-ami-ecs-inf-hvm-2.0.20190913-x86_64-ebs`, true, true],
        [`${neuron}/recommended`, true, false],
        [`${neuron}/al2023-ami-ecs-neuron-hvm-2.0.20220101-kernel-6.1-x86_64-ebs`, true, false],
        [inferentia, false, undefined],
        [`${inferentia}erence/recommended`, false, undefined],
        ["/aws/service/ecs/optimized-ami/amazon-linux-2/recommended", false, undefined],
        ["/own/ami", false, undefined],
    ];
    for (const [parameter, published, supports] of drivers) {
        it(`is ${published ? "" : "not "}what ${parameter} names, with a driver for Runtime 1.x: ${String(supports)}`, () => {
            assert.deepStrictEqual(
                [isInferentiaAmiParameter(parameter), amiSupportsRuntime1(parameter)],
                [published, supports],
            );
        });
    }

    const values: [string, string, string | undefined][] = [
        ["a JSON document", '{"image_id":"ami-0123456789abcdef0","schema_version":1}', "ami-0123456789abcdef0"],
        ["a plain id", "ami-0123456789abcdef0\n", "ami-0123456789abcdef0"],
        ["an old, short id", "ami-01234567", "ami-01234567"],
        ["a document without image_id", '{"image":"ami-0123456789abcdef0"}', undefined],
        ["a document with another type", '{"image_id":1}', undefined],
        ["a broken document", '{"image_id":', undefined],
        ["other text", "i-0123456789abcdef0", undefined],
        ["nothing", "", undefined],
    ];
    for (const [what, value, id] of values) {
        it(`is read from ${what}: ${String(id)}`, () => assert.equal(amiFromParameterValue(value)?.id, id));
    }
});

describe("Placement on Inf1", () => {
    it("is an expression over the instance type attribute", () => {
        assert.deepStrictEqual(placedOn("inf1.xlarge"), {
            type: "memberOf",
            expression: "attribute:ecs.instance-type == inf1.xlarge",
        });
    });
});

describe("User data", () => {
    const scripts: [string, boolean][] = [
        ["echo ECS_CLUSTER=a >> /etc/ecs/ecs.config", false],
        ["cat <<'EOF' >>/etc/ecs/ecs.config\nECS_CLUSTER=a\nEOF", false],
        ["echo ECS_CLUSTER=a | tee -a /etc/ecs/ecs.config", false],
        ["echo a | tee --append /etc/ecs/ecs.config", false],
        ["cp /etc/ecs/ecs.config /tmp/copy", false],
        ["echo a > /etc/ecs/ecs.config.backup", false],
        ["echo ECS_CLUSTER=a > /etc/ecs/ecs.config", true],
        ["echo ECS_CLUSTER=a >/etc/ecs/ecs.config", true],
        ['echo ECS_CLUSTER=a > "/etc/ecs/ecs.config"', true],
        ["echo ECS_CLUSTER=a >| /etc/ecs/ecs.config", true],
        ["echo ECS_CLUSTER=a 1> /etc/ecs/ecs.config", true],
        ["echo ECS_CLUSTER=a | tee /etc/ecs/ecs.config", true],
        ["cp my.config /etc/ecs/ecs.config", true],
        ["aws s3 cp s3://bucket/ecs.config /etc/ecs/ecs.config", true],
        ["rm -f /etc/ecs/ecs.config", true],
    ];
    for (const [script, overwrites] of scripts) {
        it(`${overwrites ? "replaces" : "keeps"} the agent's configuration: ${JSON.stringify(script)}`, () => {
            assert.equal(overwritesAgentConfig(script), overwrites);
        });
    }

    it("is judged in bounded time, whatever it holds", () => {
        for (const hostile of [
            "cp ".repeat(400_000),
            `${"cp ".repeat(400_000)} /etc/ecs/ecs.config.old`,
            "> ".repeat(400_000),
            "\n".repeat(400_000),
        ]) {
            assert.equal(overwritesAgentConfig(hostile), false);
        }
    });

    const switches: [string, boolean][] = [
        ["echo ECS_ENABLE_INF_SUPPORT=true >> /etc/ecs/ecs.config", false],
        ["echo ECS_ENABLE_INF_SUPPORT=false >> /etc/ecs/ecs.config", true],
        ['export ECS_ENABLE_INF_SUPPORT="0"', true],
        ["echo ECS_ENABLE_GPU_SUPPORT=false >> /etc/ecs/ecs.config", false],
    ];
    for (const [script, off] of switches) {
        it(`${off ? "turns Inferentia support off" : "leaves Inferentia support on"}: ${script}`, () => {
            assert.equal(turnsInferentiaSupportOff(script), off);
        });
    }
});
