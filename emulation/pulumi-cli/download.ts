import { join } from "node:path";
import { run } from "../command";

const installScript = "https://get.pulumi.com/install.sh";

/** How long the site may take to answer at all, and then to hand over the CLI. */
const patienceMilliseconds = { answer: 5_000, download: 300_000 };

/**
 * Installs the official CLI below `target` (`bin/pulumi`, language hosts beside it).
 *
 * @param folder The one with `install-official.mjs`.
 * @throws with the reason, within seconds where the site cannot be reached.
 */
export async function downloadCli(
    folder: string,
    version: string,
    target: string,
    log: (line: string) => void,
): Promise<void> {
    const answer = await fetch(installScript, {
        method: "HEAD",
        signal: AbortSignal.timeout(patienceMilliseconds.answer),
    });
    if (!answer.ok) {
        throw new Error(`${installScript} answered ${answer.status}`);
    }
    log(`Downloading the Pulumi CLI v${version} (once, about 150 MB) …`);
    const env = { ...process.env, HOME: target, PULUMI_HOME: join(target, "home"), PULUMI_SKIP_UPDATE_CHECK: "true" };
    const signal = AbortSignal.timeout(patienceMilliseconds.download);
    const { code, stderr } = await run(process.execPath, [join(folder, "install-official.mjs"), target, version], {
        env,
        signal,
    });
    if (code !== 0) {
        throw new Error(`the installation of v${version} failed: ${stderr.trim()}`);
    }
}
