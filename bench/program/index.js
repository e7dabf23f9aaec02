// The compiler that Pulumi starts maps each stack trace, of which the SDK takes some for each resource: half the time
// of a preview, and no figure of this benchmark.
Error.stackTraceLimit = 0;

// Plain JavaScript: the time of a compiler is none of what is measured.
require(`./${process.env.PROGRAM}`);
