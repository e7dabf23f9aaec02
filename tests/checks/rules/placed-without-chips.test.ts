import assert from "node:assert/strict";
import { neuronRtdSidecar } from "../../../checks/rules/neuron-rtd-sidecar";
import { UNKNOWN } from "../../../ecs/known";
import { inferenceService, memberOf, said } from "../inference-stack";
import { taskDefinition } from "../stack-resources";

/** With a port, because what listens to nothing may be an agent. */
const app = { name: "app", image: "example.org/team/app:1", portMappings: [{ containerPort: 8080 }] };
const onInf1 = memberOf("attribute:ecs.instance-type =~ inf1.*");

/** What neuron-rtd-sidecar says of a service that places a task of a container on Inf1. */
function found(container: object, service: Record<string, unknown> = {}, containers: unknown = [container]): unknown {
    const task = taskDefinition("task", app);
    return said(
        neuronRtdSidecar,
        { ...task, properties: { ...task.properties, containerDefinitions: containers } },
        inferenceService("service", "task", { ...onInf1, ...service }),
    );
}

describe("neuron-rtd-sidecar, of a task that only its service places on instances with chips,", () => {
    it("finds that no container reaches one, and says how one does", () =>
        assert.deepStrictEqual(found(app), [
            'service: taskDefinition: service "service" places tasks of "task" on instances with chips, but no ' +
                "container of it is a neuron-rtd sidecar, maps a Neuron device or requires one, so that none reaches a " +
                "chip: for neuron-rtd, on Inf1 only, add a container named neuron-rtd with the neuron-rtd image, or " +
                'for libnrt map the devices in the model container ("linuxParameters": {"devices": [{"hostPath": ' +
                '"/dev/neuron0", …}]})',
        ]));

    const device = { hostPath: "/dev/neuron0" };
    const right: [what: string, is: () => unknown][] = [
        ["of a service that places it anywhere", () => found(app, { placementConstraints: [] })],
        ["of a definition elsewhere", () => found(app, { taskDefinition: "elsewhere:1" })],
        ["of a container that maps a device", () => found({ ...app, linuxParameters: { devices: [device] } })],
        ["of a privileged container, which has every device", () => found({ ...app, privileged: true })],
    ];
    for (const [what, is] of right) {
        it(`says nothing ${what}`, () => assert.deepStrictEqual(is(), []));
    }

    it("leaves a definition that says Neuron itself to what is said of that", () =>
        assert.deepStrictEqual(
            (found({ ...app, image: "example.org/team/app-neuronx:1" }) as string[]).filter((one) =>
                one.startsWith("service"),
            ),
            [],
        ));

    it("does not know while a container may be privileged, or the containers are not known", () =>
        assert.deepStrictEqual(
            [found({ ...app, privileged: UNKNOWN }), found(app, {}, UNKNOWN)],
            [
                ['service: containerDefinitions[0].privileged of "task": not known'],
                ["service: taskDefinition: not known"],
            ],
        ));
});
