import type { Survivor } from "./report";

/** A survivor, and why no test can tell it from the code as it is. */
export interface Explained extends Survivor {
    readonly why: string;
}

/** Every survivor of `npm run mutation`, which fails when this list and its report differ. */
export const explained: readonly Explained[] = [
    {
        file: "contract/ami.ts",
        becomes: "} catch {}",
        why: "A function that ends without `return` returns undefined too.",
    },
    {
        file: "checks/stack/user-data.ts",
        becomes: "} catch {}",
        why: "A function that ends without `return` returns undefined too.",
    },
    {
        file: "checks/cluster-query/index.ts",
        becomes: 'return this.tokens[this.at++] ?? "Stryker was here!";',
        why:
            "Behind the last token the parser stands beyond the end, not at it; so whatever it reads there, the " +
            "expression is refused.",
    },
    {
        file: "contract/container-agent.ts",
        becomes: 'const lines = script.split("\\n");',
        why:
            "The patterns match only around the path of the configuration. That other lines are left out saves time, " +
            "and decides nothing.",
    },
    {
        file: "contract/visible-devices.ts",
        becomes: "} else if (device <= previous) {",
        why: "A device that equals the one before it has been said to stand twice, in the branch above.",
    },
    {
        file: "checks/stack/service-placement.ts",
        becomes: 'const further = task === undefined ? ["Stryker was here"] : readingTask(task, read);',
        why: "Expressions that say nothing of instance types are left out in the next line.",
    },
    {
        file: "checks/rules/neuron-devices-exist.ts",
        becomes:
            "const isLaunched = (type: Inf1InstanceType) => (launched === undefined ? placement.others === false : " +
            "launched.includes(type));",
        why:
            "Expressions that are none of the query language are left out before, so that there is a placement; the " +
            "types do not show it.",
    },
    {
        file: "checks/rules/neuron-devices-exist.ts",
        becomes: "return inf1InstanceTypes.find((type) => isLaunched(type) && placement.possible.includes(type));",
        why:
            "Expressions that are none of the query language are left out before, so that there is a placement; the " +
            "types do not show it.",
    },
    {
        file: "checks/rules/neuron-rtd-starts-first.ts",
        becomes: 'next.push(...dependencies(known(task.containers, ""), container));',
        why: "The path is named only while the containers are not known; then there is no model container to judge.",
    },
    {
        file: "checks/rules/neuron-rtd-starts-first.ts",
        becomes:
            "function circleFrom(container: Container, awaited: ReadonlyMap<Container, readonly Container[]>, " +
            'before: readonly Container[] = ["Stryker was here"]): Circle | undefined {',
        why: "The circle is cut from the container's own place on, before which the text stands.",
    },
    {
        file: "checks/rules/neuron-rtd-starts-first.ts",
        becomes: 'for (const next of awaited.get(container) ?? ["Stryker was here"]) {',
        why: "The map has every container; the types do not show it.",
    },
    {
        file: "checks/stack/references.ts",
        becomes:
            "const ids = Object.entries(dependencies).flatMap(([key, sources]) => (key === property || key === " +
            'pascal(property) ? sources : ["Stryker was here"]));',
        why: "Ids of resources that are not in the stack are left out in the next line.",
    },
    {
        file: "checks/task/neuron.ts",
        becomes:
            'const volumes = new Set(sidecars.flatMap(({ mountPoints }) => (mountPoints === UNKNOWN ? ["Stryker ' +
            'was here"] : mountPoints.map(({ sourceVolume }) => sourceVolume))));',
        why: "Only a container that mounts a volume of this very name could tell.",
    },
    {
        file: "checks/task/shape.ts",
        becomes: 'return typeof value === "object" && true && !Array.isArray(value);',
        why:
            "The one caller has taken null for absent before; without the comparison the type predicate would not be " +
            "true.",
    },
    {
        file: "checks/task/sharing.ts",
        becomes:
            'const parsed = parseVisibleDevices(variable(sidecar, neuronEnvironment.visibleDevices) ?? "Stryker ' +
            'was here!");',
        why: "The empty text is no list of devices, and this one is none either.",
    },
];
