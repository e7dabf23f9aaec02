import assert from "node:assert/strict";
import type { Finding } from "../../../checks/judge/finding";
import { messageOf, problemOf, sentence } from "../../../checks/phrasing/sentence";

const parts = { subject: 'container "bert"', problem: "there is a gap", remedy: "set it to ALL" };
const given = 'has DEVICES "0,2"';
const requirement = "it must be ALL";
const about = {
    path: ["containerDefinitions", 0, "user"],
    resource: "task",
    rule: "told",
    level: "mandatory",
    severity: "high",
} as const;

describe("The sentence of a violation", () => {
    it("is its subject, its problem and its remedy", () =>
        assert.equal(sentence(parts), 'container "bert" there is a gap: set it to ALL'));
    it("has what stands there before the problem", () =>
        assert.equal(
            sentence({ ...parts, given }),
            'container "bert" has DEVICES "0,2", but there is a gap: set it to ALL',
        ));
    it("has what is needed before the remedy", () =>
        assert.equal(
            sentence({ ...parts, given, requirement }),
            'container "bert" has DEVICES "0,2", but there is a gap; it must be ALL: set it to ALL',
        ));
});

describe("The message of a finding", () => {
    it("is the sentence of a violation", () =>
        assert.equal(messageOf({ ...about, ...parts, kind: "violation" }), sentence(parts)));
    it("says why a rule is switched off, and what it would say", () =>
        assert.equal(
            messageOf({ ...about, ...parts, kind: "suppressed", reason: "a trial" }),
            `told is switched off for this resource, because: a trial. It would say: ${sentence(parts)}`,
        ));
    it("says what is not known", () =>
        assert.equal(
            messageOf({ ...about, kind: "unknown" }),
            "containerDefinitions[0].user is not known, so that the rule could not decide",
        ));
});

describe("The problem of a finding", () => {
    const violation = (more: object): Finding => ({
        ...about,
        ...parts,
        given,
        requirement,
        kind: "violation",
        ...more,
    });

    it("stands alone beside the name of the container that it is about", () =>
        assert.equal(problemOf(violation({ container: "bert" })), "there is a gap"));
    it("stands alone beside the place of a container without a known name", () =>
        assert.equal(problemOf(violation({ subject: "container at containerDefinitions[0]" })), "there is a gap"));
    it("has its subject where that is another one", () =>
        assert.equal(
            problemOf(violation({ container: "bert", subject: 'service "a"' })),
            'service "a" has DEVICES "0,2", but there is a gap',
        ));
    it("is the property that is not known", () =>
        assert.equal(problemOf({ ...about, kind: "unknown" }), "containerDefinitions[0].user is not known"));

    it("is what is not read in a value that is known", () =>
        assert.equal(
            problemOf({ ...about, kind: "unknown", unread: "a function" }),
            "a function in containerDefinitions[0].user is not read",
        ));
});
