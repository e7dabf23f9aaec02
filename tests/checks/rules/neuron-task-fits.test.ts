import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { judgeTask } from "../../../checks/judge/judge-task";
import { neuronTaskFits } from "../../../checks/rules/neuron-task-fits";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { capacity, inferenceService, memberOf, said } from "../inference-stack";
import { resource } from "../stack-resources";
import { violationText } from "../violation-text";
import { propertyText } from "../../../checks/phrasing/property-text";

const placedOn = (types: string) => ({
    placementConstraints: [{ type: "memberOf", expression: `attribute:ecs.instance-type in [${types}]` }],
});
const container = (properties: object = {}) => ({
    name: "llm",
    image: "763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-inference-neuronx:2.1.2",
    ...properties,
});
const task = (properties: object, ...containers: object[]) => ({ containerDefinitions: containers, ...properties });

function found(definition: object): readonly string[] {
    const { violations, undecided } = judgeTask(neuronTaskFits, readTaskDefinition(definition));
    return [...violations.map(violationText), ...undecided.map((one) => `? ${propertyText(one)}`)];
}

const remedy = "ask for less, or place the task on a larger type";
const tooMuch = (asked: number, on: string, available: number, path = "containerDefinitions") => [
    `${path}: the task asks for ${asked} MiB of memory, but is placed on ${on} registers no more than ${available} MiB: ` +
        remedy,
];

const external = [
    "requiresCompatibilities: the task definition requires EXTERNAL instances, which are machines outside EC2 and have no " +
        "Inferentia or Trainium chip: require EC2 instead",
];

describe("neuron-task-fits, of a task definition", () => {
    const cases: [string, object, readonly string[]][] = [
        ["accepts what the kernel leaves at most", task(placedOn("inf1.xlarge"), container({ memory: 8064 })), []],
        ["refuses EXTERNAL instances", task({ requiresCompatibilities: ["EXTERNAL"] }, container()), external],
        ...["EC2", "FARGATE", "MANAGED_INSTANCES"].map((other): [string, object, readonly string[]] => [
            `accepts EXTERNAL beside ${other}`,
            task({ requiresCompatibilities: ["EXTERNAL", other] }, container()),
            [],
        ]),
        [
            "does not decide while one of what it requires is not known",
            task({ requiresCompatibilities: ["EXTERNAL", UNKNOWN] }, container()),
            ["? requiresCompatibilities"],
        ],
        ["needs no other to be known beside EC2", task({ requiresCompatibilities: ["EC2", UNKNOWN] }, container()), []],
        [
            "refuses one MiB more",
            task(placedOn("inf1.xlarge"), container({ memory: 8065 })),
            tooMuch(8065, "inf1.xlarge, which", 8064),
        ],
        [
            "adds what the containers reserve",
            task(
                placedOn("inf1.xlarge"),
                container({ memory: 4033 }),
                container({ name: "b", memoryReservation: 4032 }),
            ),
            tooMuch(8065, "inf1.xlarge, which", 8064),
        ],
        [
            "takes the soft limit where there is one",
            task(placedOn("inf1.xlarge"), container({ memory: 9000, memoryReservation: 100 })),
            [],
        ],
        [
            "takes the task's own memory before that of its containers",
            task({ ...placedOn("inf1.xlarge"), memory: "8192" }, container({ memory: 100 })),
            tooMuch(8192, "inf1.xlarge, which", 8064, "memory"),
        ],
        [
            "accepts a task that one of several types can hold",
            task(placedOn("inf2.xlarge, trn1.2xlarge"), container({ memory: 16384 })),
            [],
        ],
        [
            "refuses a task that the largest of several types cannot hold",
            task(placedOn("inf2.xlarge, trn1.2xlarge"), container({ memory: 32768 })),
            tooMuch(32768, "one of inf2.xlarge, trn1.2xlarge, of which the largest", 32256),
        ],
        [
            "accepts a type of which the size is not known",
            task(placedOn("inf2.xlarge, trn2.3xlarge"), container({ memory: 65536 })),
            [],
        ],
        ["says nothing without a placement by type", task({}, container({ memory: 99999999 })), []],
        ["accepts all CPU", task({ ...placedOn("trn1.2xlarge"), cpu: "8 vCPU" }, container()), []],
        [
            "refuses more",
            task({ ...placedOn("trn1.2xlarge"), cpu: "8193" }, container()),
            [`cpu: the task asks for 8193 CPU units, but is placed on trn1.2xlarge, which has 8192: ${remedy}`],
        ],
        [
            "accepts what runs on EC2 as well as on external instances",
            task({ requiresCompatibilities: ["EC2", "EXTERNAL"] }, container()),
            [],
        ],
        [
            "accepts x86 and Linux",
            task(
                {
                    ...placedOn("inf2.xlarge"),
                    runtimePlatform: { cpuArchitecture: "X86_64", operatingSystemFamily: "LINUX" },
                },
                container(),
            ),
            [],
        ],
        [
            "does not know an unknown memory",
            task(placedOn("inf2.xlarge"), container({ memory: UNKNOWN })),
            ["? containerDefinitions[0].memory"],
        ],
        [
            "names the platform although the memory is not known",
            task(
                { ...placedOn("inf2.xlarge"), runtimePlatform: { cpuArchitecture: "ARM64" } },
                container({ memory: UNKNOWN }),
            ),
            [
                "runtimePlatform.cpuArchitecture: the task asks for the architecture ARM64, but is placed on " +
                    "inf2.xlarge, " +
                    "which has x86_64 processors and Linux: set cpuArchitecture to X86_64, and build the image for it",
                "? containerDefinitions[0].memory",
            ],
        ],
    ];
    for (const [what, definition, expected] of cases) {
        it(what, () => assert.deepStrictEqual(found(definition), expected));
    }
});

describe("neuron-task-fits, of a service", () => {
    const launches = (instanceType: string) => ({ template: { instanceType } });
    const ofService = (definition: object, change: Parameters<typeof capacity>[0], service: object = {}) =>
        said(
            neuronTaskFits,
            resource("taskDefinition", "task", definition as Record<string, unknown>),
            inferenceService("service", "task", service as Record<string, unknown>),
            ...capacity(change),
        );
    const large = task({}, container({ memory: 16384 }));
    const tooLarge = [
        'service: taskDefinition: tasks of "task" ask for 16384 MiB of memory, but service "service" places them ' +
            `on inf2.xlarge, which registers no more than 16128 MiB: ${remedy}`,
    ];

    it("refuses what the launched instances cannot hold", () =>
        assert.deepStrictEqual(ofService(large, launches("inf2.xlarge")), tooLarge));
    it("names the platform that they do not have although the memory is not known", () =>
        assert.deepStrictEqual(
            ofService(
                task({ runtimePlatform: { cpuArchitecture: "ARM64" } }, container({ memory: UNKNOWN })),
                launches("inf2.xlarge"),
            ),
            [
                'service: taskDefinition: tasks of "task" ask for the architecture ARM64, but service "service" places ' +
                    "them on inf2.xlarge, which has x86_64 processors and Linux: set cpuArchitecture to X86_64, and " +
                    "build the image for it",
                'service: containerDefinitions[0].memory of "task": not known',
            ],
        ));
    it("accepts what they can hold", () => assert.deepStrictEqual(ofService(large, launches("trn1.2xlarge")), []));
    it("leaves instances of other families alone", () =>
        assert.deepStrictEqual(ofService(large, launches("m5.large")), []));
    it("leaves to the definition what its own placement tells", () =>
        assert.deepStrictEqual(ofService({ ...large, ...placedOn("inf2.xlarge") }, launches("inf2.xlarge")), []));
    it("tells of the launched instances what the definition's own placement does not", () =>
        assert.deepStrictEqual(
            ofService(
                {
                    ...large,
                    ...placedOn("inf2.xlarge, trn1.2xlarge"),
                    runtimePlatform: { cpuArchitecture: "ARM64" },
                },
                launches("inf2.xlarge"),
            ),
            tooLarge,
        ));
    it("says nothing of a definition elsewhere", () =>
        assert.deepStrictEqual(
            ofService(large, launches("inf2.xlarge"), {
                taskDefinition: "elsewhere:1",
                ...memberOf("attribute:ecs.instance-type == inf2.xlarge"),
            }),
            [],
        ));
    it("says that it does not know the launch type", () =>
        assert.deepStrictEqual(ofService(large, launches("inf2.xlarge"), { launchType: UNKNOWN }), [
            "service: launchType: not known",
        ]));
    it("leaves Fargate to another rule", () =>
        assert.deepStrictEqual(ofService(large, launches("inf2.xlarge"), { launchType: "FARGATE" }), []));
});
