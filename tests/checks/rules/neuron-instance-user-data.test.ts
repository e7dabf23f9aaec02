import assert from "node:assert/strict";
import { defaultConfiguration } from "../../../checks/configuration/read-configuration";
import { checkStack } from "../../../checks/judge/check-stack";
import { UNKNOWN } from "../../../ecs/known";
import { neuronInstanceUserData } from "../../../checks/rules/neuron-instance-user-data";
import { capacity, launching, said } from "../inference-stack";
import { resource } from "../stack-resources";

const found = (properties: object) =>
    said(
        neuronInstanceUserData,
        resource("launchTemplate", "template", { instanceType: "inf1.xlarge", ...properties }),
    );

describe("neuron-instance-user-data", () => {
    it("says that it does not know the user data", () =>
        assert.deepStrictEqual(found({ userData: UNKNOWN }), ["template: userData: not known"]));

    it("says that it does not know whether one of several types is of Inf1", () => {
        const userData = "echo ECS_ENABLE_INF_SUPPORT=false >> /etc/ecs/ecs.config";
        const types = { ...launching("inf2.xlarge", UNKNOWN), template: { instanceType: undefined, userData } };
        assert.deepStrictEqual(said(neuronInstanceUserData, ...capacity(types)), ["template: instanceType: not known"]);
    });

    it("says that it does not know what a script does that is not read", () => {
        const userData = "configure() { echo ECS_CLUSTER=a > /etc/ecs/ecs.config; }\nconfigure";
        assert.deepStrictEqual(found({ userData }), [
            "template: userData (a function or arithmetic is not read): not known",
        ]);
    });

    it("says that only the run tells where a script writes", () =>
        assert.deepStrictEqual(found({ userData: "echo a > $ELSEWHERE/ecs.config" }), [
            "template: userData (what only the run tells is not read): not known",
        ]));

    it("says what it knows of such a script", () => {
        const userData = "case $A in b) echo ECS_ENABLE_INF_SUPPORT=false > /etc/ecs/ecs.config;; esac";
        assert.deepStrictEqual(found({ userData }), [
            'template: userData: the user data of launch template "template" turns ECS_ENABLE_INF_SUPPORT off, without ' +
                "which no sidecar reaches a chip: remove that line",
            "template: userData (case is not read): not known",
        ]);
    });

    it("says that it does not know whether a variable turns the support off", () =>
        assert.deepStrictEqual(found({ userData: "echo ECS_ENABLE_INF_SUPPORT=$A >> /etc/ecs/ecs.config" }), [
            "template: userData (the variable in ECS_ENABLE_INF_SUPPORT is not read): not known",
        ]));

    it("names an instance that stands there by itself", () => {
        const userData =
            "#!/bin/bash\necho ECS_CLUSTER=ml >> /etc/ecs/ecs.config\n" +
            "cp /opt/aws/neuron/share/docker-daemon.json /etc/docker/daemon.json";
        assert.deepStrictEqual(
            said(neuronInstanceUserData, resource("instance", "host", { instanceType: "inf2.xlarge", userData })),
            [
                'host: userData: the user data of instance "host" makes Neuron\'s hook the runtime of every container, ' +
                    "also of the ECS agent, which may then not start: leave /etc/docker/daemon.json as it is",
            ],
        );
    });

    it("has nothing against a launch template without user data", () => assert.deepStrictEqual(found({}), []));

    it("advises not to ask the agent, which is not there yet", () =>
        assert.deepStrictEqual(found({ userData: "curl --retry 30 http://localhost:51678/v1/metadata" }), [
            'template: userData: the user data of launch template "template" asks the ECS agent, which starts only ' +
                "after user data has ended: ask it in the background or in a unit",
        ]));

    it("says that it does not know whether a loop that is left waits for the agent", () =>
        assert.deepStrictEqual(found({ userData: "while true; do curl localhost:51678 && break; done" }), [
            "template: userData (the end of a loop is not read): not known",
        ]));

    it("says once what makes several of its questions undecided", () => {
        const userData = "case $A in a) systemctl start ecs; cp a /etc/ecs/ecs.config /etc/docker/daemon.json;; esac";
        assert.deepStrictEqual(found({ userData }), ["template: userData (case is not read): not known"]);
    });

    for (const [instanceType, level] of [
        ["inf1.xlarge", "mandatory"],
        ["inf2.xlarge", "advisory"],
    ] as const) {
        it(`finds a configuration that is replaced on ${instanceType}, ${level}`, () => {
            const userData = "echo ECS_CLUSTER=a > /etc/ecs/ecs.config";
            const template = resource("launchTemplate", "template", { instanceType, userData });
            const { findings } = checkStack([template], defaultConfiguration);
            assert.deepStrictEqual(
                findings.filter(({ rule }) => rule === neuronInstanceUserData.name).map((one) => [one.kind, one.level]),
                [["violation", level]],
            );
        });
    }
});
