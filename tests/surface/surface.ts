/** What a release keeps: of each subject, such as a component, the names that it has and what each of them is. */
export type Surface = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Something of a surface that is not as it was. */
export interface Difference {
    /** What the changelog must name, in code. */
    readonly name: string;
    /** What happened to it. */
    readonly said: string;
}

/** A line for each subject, and under it an indented one for each of its names. */
export function surfaceText(surface: Surface): string {
    return [...surface]
        .map(([subject, members]) =>
            [subject, ...[...members].map(([name, value]) => `    ${name}${value && ` = ${value}`}`)].join("\n"),
        )
        .join("\n\n")
        .concat("\n");
}

/** Reads what {@link surfaceText} wrote. */
export function readSurface(text: string): Surface {
    return new Map(
        text
            .trim()
            .split("\n\n")
            .map((block) => {
                const [subject = "", ...members] = block.split("\n");
                return [subject, new Map(members.map(readMember))];
            }),
    );
}

function readMember(line: string): [string, string] {
    const [name = "", ...value] = line.trim().split(" = ");
    return [name, value.join(" = ")];
}

/** What is not as it was, in the order of the surfaces. Of a subject that came or went, only itself. */
export function differences(former: Surface, today: Surface): readonly Difference[] {
    return [...union(former, today)].flatMap((subject) => {
        const [before, now] = [former.get(subject), today.get(subject)];
        if (before === undefined || now === undefined) {
            return [{ name: lastWord(subject), said: `${subject} ${now === undefined ? "is no more" : "is new"}` }];
        }
        return [...union(before, now)].flatMap((name) => {
            const [old, present] = [before.get(name), now.get(name)];
            const said =
                present === undefined ? "is no more" : old === undefined ? "is new" : `was ${old} and is ${present}`;
            return old === present ? [] : [{ name: tellable(subject, name), said: `${name} of ${subject} ${said}` }];
        });
    });
}

/** The name of a member as a changelog has it: of a value in a resource its own, of `(signature)` its subject's. */
function tellable(subject: string, name: string): string {
    return name.startsWith("(") ? lastWord(subject) : (/^.*\.(\w*[a-z]\w*)(?:\.\d+)*$/i.exec(name)?.[1] ?? name);
}

function lastWord(subject: string): string {
    return subject.slice(subject.lastIndexOf(" ") + 1);
}

/** The differences that the changelog does not name in code above the section of a version. */
export function untold(all: readonly Difference[], changelog: string, version: string): readonly string[] {
    const [above = ""] = changelog.split(`\n## ${version}`);
    const named = new Set(Array.from(above.matchAll(/`([^`\n]+)`/g), ([, name]) => name));
    return all.filter(({ name }) => !named.has(name)).map(({ said }) => said);
}

function union(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): ReadonlySet<string> {
    return new Set([...one.keys(), ...other.keys()]);
}
