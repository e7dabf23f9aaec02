/** What a person asked of `npm run emulation`. */
export type Request =
    | { readonly kind: "help" | "stop" }
    | { readonly kind: "wrong"; readonly why: string }
    | {
          readonly kind: "run";
          /** The folder of a Pulumi project, as it was given; that of the clone where none was. */
          readonly project?: string;
          /** A command and its arguments; a shell where there are none. */
          readonly command: readonly string[];
      };

export const usage = `Usage: npm run emulation                  a shell in which pulumi works against an AWS emulator
       npm run emulation -- COMMAND...    one command in it, such as pulumi preview
       npm run emulation -- --project FOLDER [COMMAND...]
                                          the same for a Pulumi project of your own
       npm run emulation -- --stop        ends what "npm run demo -- --keep" left running`;

/** Options come before the command; all after it is the command's. */
export function parseRequest(args: readonly string[]): Request {
    const [first, second, ...rest] = args;
    if (first === "--help" || first === "-h") {
        return { kind: "help" };
    }
    if (first === "--stop") {
        return { kind: "stop" };
    }
    if (first === "--project") {
        return second === undefined || second.startsWith("-")
            ? { kind: "wrong", why: "--project needs the folder of a Pulumi project" }
            : { kind: "run", project: second, command: rest };
    }
    return first?.startsWith("-") === true
        ? { kind: "wrong", why: `There is no option ${first}` }
        : { kind: "run", command: args };
}
