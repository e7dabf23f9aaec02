import assert from "node:assert/strict";
import { recommendedInferentiaAmiParameter, recommendedNeuronAmiParameter } from "../../../contract";
import { UNKNOWN } from "../../../ecs/known";
import type { LaunchTemplate } from "../../../checks/stack/stack-resources";
import { readStack } from "../../../checks/stack/read-stack";
import type { SourceResource } from "../../../checks/stack/source-resource";
import { resource } from "../stack-resources";

const script = "echo ECS_CLUSTER=inference >> /etc/ecs/ecs.config";

function read(template: SourceResource, ...others: SourceResource[]): LaunchTemplate {
    const [one] = readStack([template, ...others]).launchTemplates;
    assert.ok(one);
    return one;
}

const template = (properties: Record<string, unknown>, dependencies: Record<string, string[]> = {}) =>
    resource("launchTemplate", "template", properties, dependencies);

const values = {
    kind: "launchTemplate",
    id: "template",
    title: 'launch template "template"',
    isInstance: false,
    instanceType: "inf1.xlarge",
    typesMeetingRequirements: undefined,
    imageId: "resolve:ssm:/aws/parameter",
    imageParameter: "/aws/parameter",
    hasChosenImage: false,
    httpTokens: "required",
    httpEndpoint: "enabled",
    hopLimit: 2,
    userData: script,
    clusters: [{ id: "inference" }],
};

describe("A launch template is read", () => {
    const written = {
        instanceType: "inf1.xlarge",
        imageId: "resolve:ssm:/aws/parameter",
        metadataOptions: { httpTokens: "required", httpEndpoint: "enabled", httpPutResponseHopLimit: "2" },
    };

    it("with its values in it, or in its data", () => {
        assert.deepStrictEqual(read(template({ ...written, userData: script })), values);
        assert.deepStrictEqual(read(template({ launchTemplateData: { ...written, userData: script } })), values);
    });

    it("with user data in base64, as a launch configuration may have it", () =>
        assert.equal(read(template({ userDataBase64: Buffer.from(script).toString("base64") })).userData, script));

    it("without what is not said", () => {
        const nothing = {
            instanceType: undefined,
            imageId: undefined,
            imageParameter: undefined,
            httpTokens: undefined,
            httpEndpoint: undefined,
            hopLimit: undefined,
            userData: undefined,
            clusters: [],
        };
        assert.deepStrictEqual(read(template({})), { ...values, ...nothing });
    });

    it("without user data that cannot be read", () => {
        assert.equal(
            read(template({ userData: Buffer.from([0x1f, 0x8b, 0, 0, 0, 0]).toString("base64") })).userData,
            UNKNOWN,
        );
        assert.equal(read(template({ userData: UNKNOWN })).userData, UNKNOWN);
    });

    for (const property of ["userData", "userDataBase64", "launchTemplateData"]) {
        it(`with the clusters whose names went into ${property}`, () => {
            const { clusters } = read(
                template({}, { [property]: ["cluster"], instanceType: ["other"] }),
                resource("cluster", "cluster"),
                resource("cluster", "other"),
            );
            assert.deepStrictEqual(clusters, [{ id: "cluster" }]);
        });
    }
});

describe("The parameter of an image", () => {
    const images: [unknown, unknown][] = [
        ["resolve:ssm:/aws/parameter", "/aws/parameter"],
        ["resolve:ssm:/aws/parameter:3", "/aws/parameter"],
        ["resolve:ssm:/aws/parameter:label", "/aws/parameter"],
        [
            "resolve:ssm:arn:aws:ssm:us-east-1::parameter/aws/parameter",
            "arn:aws:ssm:us-east-1::parameter/aws/parameter",
        ],
        ["ami-0123456789abcdef0", undefined],
        [undefined, undefined],
        [UNKNOWN, UNKNOWN],
    ];
    for (const [imageId, parameter] of images) {
        it(`of ${String(imageId)} is ${String(parameter)}`, () =>
            assert.equal(read(template({ imageId })).imageParameter, parameter));
    }
});

describe("The launch template of a component", () => {
    const inputs = (properties: Record<string, unknown>, type = "ecs-inferentia:index:LaunchTemplate") => {
        const component: SourceResource = { id: "component", type, properties };
        const { imageParameter, userData } = read(
            { ...template({ imageId: UNKNOWN, userData: UNKNOWN }), parent: "component" },
            component,
        );
        return [imageParameter, userData];
    };
    const cases: [string, () => unknown[], unknown[]][] = [
        [
            "has the recommended image, and only the component's own user data",
            () => inputs({}),
            [recommendedInferentiaAmiParameter, ""],
        ],
        [
            "has the recommended image in a pool too",
            () => inputs({}, "ecs-inferentia:index:Pool"),
            [recommendedInferentiaAmiParameter, ""],
        ],
        [
            "has the recommended image of the runtime that alone drives Inf2",
            () => inputs({ instanceType: "inf2.xlarge" }),
            [recommendedNeuronAmiParameter, ""],
        ],
        [
            "has the recommended image of the runtime that alone drives each type of a pool",
            () => inputs({ instanceTypes: ["inf2.xlarge", "inf2.8xlarge"] }, "ecs-inferentia:index:Pool"),
            [recommendedNeuronAmiParameter, ""],
        ],
        [
            "has no parameter that is known where its type is not, and no runtime is given",
            () => inputs({ instanceType: UNKNOWN }),
            [UNKNOWN, ""],
        ],
        [
            "has the recommended image of the runtime that it was given",
            () => inputs({ runtime: "libnrt" }),
            [recommendedNeuronAmiParameter, ""],
        ],
        ["has no parameter that is known where its runtime is not", () => inputs({ runtime: UNKNOWN }), [UNKNOWN, ""]],
        ["has no parameter where its runtime is none", () => inputs({ runtime: "tpu" }), [undefined, ""]],
        ["has the image of the parameter that it was given", () => inputs({ amiSsmParameter: "/own" }), ["/own", ""]],
        [
            "has no parameter where it was given an image",
            () => inputs({ amiId: "ami-0123456789abcdef0", amiSsmParameter: "/own" }),
            [undefined, ""],
        ],
        [
            "has the user data that it was given, around which the component's own says nothing else",
            () => inputs({ extraUserData: "echo a" }),
            [recommendedInferentiaAmiParameter, "echo a"],
        ],
        [
            "has unknown user data where what it was given is",
            () => inputs({ extraUserData: UNKNOWN }),
            [recommendedInferentiaAmiParameter, UNKNOWN],
        ],
        [
            "is read by itself in another component",
            () => inputs({ amiSsmParameter: "/own", extraUserData: "echo a" }, "example:index:Cluster"),
            [UNKNOWN, UNKNOWN],
        ],
    ];
    for (const [what, found, expected] of cases) {
        it(what, () => assert.deepStrictEqual(found(), expected));
    }

    it("has an image of one's own choice where it was given an id", () => {
        const of = (properties: Record<string, unknown>) =>
            read(
                { ...template({ imageId: "ami-0123456789abcdef0" }), parent: "component" },
                { id: "component", type: "ecs-inferentia:index:LaunchTemplate", properties },
            ).hasChosenImage;
        assert.deepStrictEqual([of({ amiId: "ami-0123456789abcdef0" }), of({})], [true, false]);
    });

    it("has its own user data once that is known", () => {
        const component: SourceResource = {
            id: "component",
            type: "ecs-inferentia:index:LaunchTemplate",
            properties: { extraUserData: "echo a" },
        };
        assert.equal(read({ ...template({ userData: script }), parent: "component" }, component).userData, script);
    });
});
