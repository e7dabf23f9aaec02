import assert from "node:assert/strict";
import { libnrtDevices } from "../../../checks/rules/libnrt-devices";
import { judgeTask } from "../../../checks/judge/judge-task";
import { UNKNOWN } from "../../../checks/known";
import { readTaskDefinition } from "../../../checks/task/read-task-definition";

const cores = (value: unknown, name = "NEURON_RT_NUM_CORES") => ({ environment: [{ name, value }] });
const fromFile = { environmentFiles: [{ type: "s3", value: "arn:aws:s3:::b/llm.env" }] };
const secret = (name: string) => ({ secrets: [{ name, valueFrom: "arn:aws:ssm:eu-west-1:123456789012:parameter/p" }] });
const devices = (...hostPaths: unknown[]) => ({
    linuxParameters: { devices: hostPaths.map((hostPath) => ({ hostPath })) },
});
const none = { linuxParameters: {} };

/** What the rule says of containers that all map the one device of an inf2.xlarge, with other properties. */
function said(
    containers: readonly object[],
    rest: object = {},
): { violations: string[]; undecided: readonly string[] } {
    const task = readTaskDefinition({
        placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf2.xlarge" }],
        containerDefinitions: containers.map((container, index) => ({
            name: `c${index}`,
            image: "llm:1",
            ...devices("/dev/neuron0"),
            ...container,
        })),
        ...rest,
    });
    assert.deepStrictEqual(task.problems, []);
    const { violations, undecided } = judgeTask(libnrtDevices, task);
    return { violations: violations.map(({ path }) => path), undecided };
}

const at = (index: number) => `containerDefinitions[${index}]`;
const devicesOf = (index: number) => `${at(index)}.linuxParameters.devices`;
const countOf = (index: number) => `${at(index)}.environment.NEURON_RT_NUM_CORES`;

describe("libnrt-devices", () => {
    const open: [what: string, containers: object[], violations: string[], undecided: string[]][] = [
        ["cores from a file", [fromFile, cores("1")], [], [`${at(0)}.environmentFiles`]],
        ["cores from a secret", [secret("NEURON_RT_VISIBLE_CORES"), cores("1")], [], [`${at(0)}.secrets`]],
        ["a value of cores", [cores(UNKNOWN)], [], [countOf(0)]],
        [
            "devices from a file",
            [{ ...none, ...cores("2", "NEURON_RT_VISIBLE_CORES"), ...fromFile }],
            [],
            [`${at(0)}.environmentFiles`],
        ],
        [
            "devices from a secret",
            [{ ...none, ...cores("2", "NEURON_RT_VISIBLE_CORES"), ...secret("AWS_NEURON_VISIBLE_DEVICES") }],
            [],
            [`${at(0)}.secrets`],
        ],
        [
            "whether it is privileged",
            [{ ...none, ...cores("2", "NEURON_RT_VISIBLE_CORES"), privileged: UNKNOWN }],
            [],
            [`${at(0)}.privileged`],
        ],
    ];
    for (const [what, containers, violations, undecided] of open) {
        it(`waits for ${what}`, () => assert.deepStrictEqual(said(containers), { violations, undecided }));
    }

    it("takes the environment's cores where a file could have others", () => {
        assert.deepStrictEqual(said([{ ...cores("0-3", "NEURON_RT_VISIBLE_CORES"), ...fromFile }]), {
            violations: [`${at(0)}.environment.NEURON_RT_VISIBLE_CORES`],
            undecided: [],
        });
    });

    it("says what is certain beside what is not known", () => {
        assert.deepStrictEqual(said([fromFile, devices("/dev/neuron1"), {}, {}]), {
            violations: [devicesOf(3), devicesOf(1)],
            undecided: [`${at(0)}.environmentFiles`],
        });
    });

    it("refuses what is wrong on any type, while the type is not known", () => {
        const placementConstraints = [{ type: "memberOf", expression: UNKNOWN }];
        assert.deepStrictEqual(said([devices("/dev/neuron16"), cores("8"), cores("1")], { placementConstraints }), {
            violations: [countOf(2), devicesOf(0)],
            undecided: ["placementConstraints[0].expression"],
        });
    });

    describe("counts cores of containers that share devices", () => {
        const cases: [what: string, containers: object[], violations: string[]][] = [
            ["accepts as many as there are", [cores("1"), cores("1")], []],
            ["refuses one more", [cores("1"), cores("1"), cores("1")], [countOf(2)]],
            ["counts those that are named, too", [cores("0,1", "NEURON_RT_VISIBLE_CORES"), cores("1")], [countOf(1)]],
            [
                "counts none of other devices",
                [{ ...devices("/dev/neuron1"), ...cores("2") }, cores("2")],
                [devicesOf(0)],
            ],
            [
                "counts none that has ended before",
                [cores("2"), { ...cores("2"), dependsOn: [{ containerName: "c0", condition: "SUCCESS" }] }],
                [],
            ],
            [
                "counts those that run at once, whatever has ended before",
                [
                    cores("1"),
                    { ...cores("1"), dependsOn: [{ containerName: "c0", condition: "COMPLETE" }] },
                    cores("1"),
                ],
                [],
            ],
        ];
        for (const [what, containers, violations] of cases) {
            it(what, () => assert.deepStrictEqual(said(containers), { violations, undecided: [] }));
        }
    });
});
