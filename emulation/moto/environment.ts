import { join } from "node:path";
import { pythonWith } from "../python-environment";

/** The Python executable of a virtual environment with moto. @throws when it cannot be had, with what to do. */
export function motoPython(folder: string, log: (line: string) => void): Promise<string> {
    const requirements = join(folder, "requirements.txt");
    return pythonWith({ name: "moto", role: "the AWS emulator", requirements }, log);
}
