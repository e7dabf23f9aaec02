/** A part of user data that cloud-init acts on. */
export interface UserDataPart {
    readonly kind: "script" | "cloud-config";
    readonly text: string;
}

/** The parts of decoded user data: one, or those of a MIME document. What is neither of the two kinds is left out. */
export function userDataParts(userData: string): readonly UserDataPart[] {
    const bodies = /^\s{0,80}(?:MIME-Version|Content-Type):/i.test(userData)
        ? userData.split(/^--/m).map(withoutHeaders)
        : [userData];
    return bodies.flatMap((text) => {
        const kind = kindOf(text.trimStart());
        return kind === undefined ? [] : [{ kind, text }];
    });
}

/** Headers end with an empty line. */
function withoutHeaders(part: string): string {
    const end = /\n\r?\n/.exec(part);
    return end === null ? "" : part.slice(end.index + end[0].length);
}

function kindOf(text: string): UserDataPart["kind"] | undefined {
    // Stryker disable next-line MethodExpression,StringLiteral: no more than the beginning is looked at
    const [first = "", second = ""] = text.slice(0, 200).split("\n", 2);
    if (/^#cloud-config\b/.test(first) || (first.startsWith("## template:") && /^#cloud-config\b/.test(second))) {
        return "cloud-config";
    }
    const isOfOther = first.startsWith("#!") && !/\b(?:sh|bash|dash|ash|zsh|ksh)\b/.test(first);
    return isOfOther || /^(?:<powershell>|#include)/.test(first) ? undefined : "script";
}
