import { version } from "./package.json";
import { ExitCode } from "./exit-code";
import { run } from "./run";
import { Output } from "./standard-streams";

const [out, err] = [new Output(1), new Output(2)];
try {
    process.exitCode = run(
        process.argv.slice(2),
        version,
        (text) => out.write(text),
        (text) => err.write(text),
    );
} catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall !== "write") {
        throw error;
    }
    process.exitCode = ExitCode.Failure;
    err.write(`ecs-inferentia: the report could not be written (${code ?? "unknown error"})\n`);
}
