import { UNKNOWN } from "../../../ecs/known";
import { awaiting, first, leaves, model, nothing, plain, second, specify, third, violates } from "../right-task";

specify("A definition of which all is right", [["is not found at fault", {}, nothing]]);

const circle = (path: string, a: string, b: string) =>
    `neuron-rtd-starts-first: ${path}.dependsOn: container "${a}" waits for container "${b}", which waits for ` +
    `container "${a}", so that none of them starts; containers must not wait in a circle: remove one dependency`;
const late =
    `neuron-rtd-starts-first: ${first}.dependsOn: container "bert" does not depend on the sidecar, container ` +
    '"neuron-rtd"; it must start after it: add {"containerName": "neuron-rtd", "condition": "START"} to dependsOn';

specify("neuron-rtd-starts-first", [
    [
        "accepts a container that waits for the sidecar through others",
        {
            model: awaiting("a"),
            further: [
                plain("a", "b"),
                { ...plain("b", "neuron-rtd"), environment: model.environment, mountPoints: model.mountPoints },
            ],
        },
        nothing,
    ],
    [
        "finds a circle that does not lead to the sidecar",
        { model: awaiting("a"), further: [plain("a", "b"), plain("b", "a")] },
        violates(circle(third, "a", "b"), late),
    ],
    [
        "finds a circle behind containers that are in none",
        { further: [plain("x"), plain("a", "b"), plain("b", "a")] },
        violates(circle("containerDefinitions[3]", "a", "b")),
    ],
    [
        "finds a circle of which a container first waits for another",
        { further: [plain("x"), plain("a", "x", "b"), plain("b", "a")] },
        violates(circle("containerDefinitions[3]", "a", "b")),
    ],
    [
        "finds a circle behind a dependency that leads into none",
        { model: awaiting("neuron-rtd", "a"), further: [plain("a", "b"), plain("b", "a")] },
        violates(circle(third, "a", "b")),
    ],
    [
        "knows what is awaited beside a container whose name is not known",
        { further: [plain(UNKNOWN)] },
        { violations: [], undecided: [`neuron-rtd-sidecar: ${third}.name`] },
    ],
    [
        "does not know whether one that is awaited has the name that is not known",
        { model: awaiting("neuron-rtd", "x"), further: [plain(UNKNOWN)] },
        leaves(`neuron-rtd-sidecar: ${third}.name`, `neuron-rtd-starts-first: ${third}.name`),
    ],
    [
        "does not know whether a sidecar whose name is not known is awaited",
        { daemon: { name: UNKNOWN } },
        leaves(`neuron-rtd-starts-first: ${second}.name`),
    ],
    [
        "knows nothing of dependencies that are not known",
        { further: [{ ...plain("x"), dependsOn: UNKNOWN }] },
        leaves(
            `neuron-rtd-starts-first: ${third}.dependsOn`,
            `neuron-rtd-starts-first: ${third}`,
            `neuron-rtd-shared-volume: ${third}`,
            `neuron-rtd-address: ${third}`,
        ),
    ],
    [
        "is not about a dependency on a container that is not there",
        { model: awaiting("neuron-rtd", "missing") },
        nothing,
    ],
    [
        "names each container of a circle, in the order in which they wait",
        { further: [plain("a", "b"), plain("b", "c"), plain("c", "a")] },
        violates(
            `neuron-rtd-starts-first: ${third}.dependsOn: container "a" waits for container "b", which waits ` +
                'for container "c", which waits for container "a", so that none of them starts; containers must not wait in a ' +
                "circle: remove one dependency",
        ),
    ],
    [
        "knows nothing of a health check that is not known",
        {
            model: { dependsOn: [{ containerName: "neuron-rtd", condition: "HEALTHY" }] },
            daemon: { healthCheck: UNKNOWN },
        },
        leaves(`neuron-rtd-starts-first: ${second}.healthCheck`),
    ],
]);
