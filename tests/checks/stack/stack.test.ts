import assert from "node:assert/strict";
import { listAt, Stack, stackMemo } from "../../../checks/stack/stack";
import type { AutoScalingGroup, LaunchTemplate } from "../../../checks/stack/stack-resources";
import { UNKNOWN } from "../../../ecs/known";

const [ml, web] = [{ id: "ml" }, { id: "web" }];
const template = (...clusters: { readonly id: string }[]) => ({ clusters }) as unknown as LaunchTemplate;
const group = (...targets: LaunchTemplate[]) =>
    ({ launchTemplate: { targets, elsewhere: false } }) as unknown as AutoScalingGroup;
const ofUnknown = { launchTemplate: UNKNOWN } as unknown as AutoScalingGroup;

describe("Stack", () => {
    it("has the groups that launch from a template, and those whose instances join a cluster", () => {
        const stack = new Stack(true);
        const [inMl, inBoth, inNone] = [template(ml), template(ml, web), template()];
        const groups = [group(inMl), group(inMl, inBoth), group(inNone)];
        groups.forEach((one) => stack.addAutoScalingGroup(one));
        assert.deepStrictEqual(
            [
                stack.groupsFrom(inMl),
                stack.groupsFrom(inBoth),
                stack.groupsFrom(template()),
                stack.groupsJoining([ml]),
                stack.groupsJoining([web]),
                stack.groupsJoining([ml, web]),
                stack.groupsJoining([{ id: "ml" }]),
            ],
            [groups.slice(0, 2), [groups[1]], [], groups.slice(0, 2), [groups[1]], groups.slice(0, 2), []],
        );
    });

    it("knows whether of some group it is not known what it launches from", () => {
        const stack = new Stack(true);
        stack.addAutoScalingGroup(group(template()));
        const before = stack.hasUnknownTemplates;
        stack.addAutoScalingGroup(ofUnknown);
        assert.deepStrictEqual([before, stack.hasUnknownTemplates, stack.autoScalingGroups.length], [false, true, 2]);
    });

    it("answers with what it takes in", () => {
        const stack = new Stack(false);
        const one = template();
        assert.equal(stack.addLaunchTemplate(one), one);
        assert.deepStrictEqual(stack.launchTemplates, [one]);
    });
});

describe("stackMemo", () => {
    const changes: [what: string, change: (stack: Stack) => void][] = [
        ["a task definition", (stack) => stack.addTaskDefinition({} as never)],
        ["what starts tasks", (stack) => stack.addStarter({} as never)],
        ["a launch template", (stack) => stack.addLaunchTemplate(template())],
        ["a scalable target", (stack) => stack.addScalableTarget({} as never)],
        ["a group", (stack) => stack.addAutoScalingGroup(group())],
        ["a group of unknown templates", (stack) => stack.addAutoScalingGroup(ofUnknown)],
    ];
    for (const [what, change] of changes) {
        it(`computes again after ${what} is added to the stack, and not before`, () => {
            let computed = 0;
            const derived = stackMemo(() => ++computed);
            const stack = new Stack(false);
            const before = [derived(stack), derived(stack)];
            change(stack);
            assert.deepStrictEqual([before, derived(stack)], [[1, 1], 2]);
        });
    }
});

describe("listAt", () => {
    it("begins the list under a key, and keeps it", () => {
        const lists = new Map<string, number[]>();
        listAt(lists, "a").push(1);
        listAt(lists, "a").push(2);
        assert.deepStrictEqual([...lists], [["a", [1, 2]]]);
    });
});
