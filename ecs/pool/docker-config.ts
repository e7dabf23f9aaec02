import { dockerConfigPath, neuronDockerConfigPath } from "../../contract/container-agent";
import { all, type Known } from "../known";
import { replacesFile } from "./replaced-file";

/** What user data makes of Docker's configuration. */
export interface DockerConfig {
    readonly isReplaced: Known<boolean>;
    /** Whether Neuron's OCI hook becomes the runtime of every container, the agent's too. */
    readonly isNeuronDefault: Known<boolean>;
}

export function dockerConfig(userData: string): DockerConfig {
    const isReplaced = replacesFile(userData, dockerConfigPath);
    const written = userData.replace(/^\s*#(?!!).*/gm, "");
    const isNeurons =
        written.includes(neuronDockerConfigPath) || /"default-runtime"\s*:\s*"(?:oci-)?neuron"/.test(written);
    return { isReplaced, isNeuronDefault: all([isReplaced, isNeurons]) };
}
