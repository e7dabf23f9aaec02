import { yamlLanguageHost } from "../pulumi-cli/yaml-language-host";
import { foldersOf } from "./environment";
import { hostedLanguages, installLanguageHost, installProvidersFor } from "./plugins";
import { languageOf } from "./project";
import type { Session } from "./session";

/**
 * Lets a session run the program in a folder: a YAML program needs its language host, which may take minutes the first
 * time, and any program stand-ins for the providers of the versions that it installed.
 *
 * @param log Told in lines what takes long.
 * @throws where the program is in a language for which there is no language host.
 */
export async function prepareFor(session: Session, program: string, log: (line: string) => void): Promise<void> {
    const { pulumiHome } = foldersOf(session.folder);
    const runtime = languageOf(program);
    if (runtime === "yaml") {
        const host = await yamlLanguageHost(session.pulumi, log);
        if (host !== undefined) {
            installLanguageHost(pulumiHome, "yaml", host);
        }
    } else if (!hostedLanguages.some((one) => one === runtime)) {
        throw new Error(
            `${program} is a program of the runtime ${runtime}, but only ${hostedLanguages.join(", ")} and yaml run ` +
                "in the emulation",
        );
    }
    installProvidersFor(program, pulumiHome);
}
