/** An engine that was killed cannot stop its providers: they notice, and end. */
export function endWithEngine(): void {
    const engine = process.ppid;
    setInterval(() => {
        if (process.ppid !== engine) {
            process.exit(1);
        }
    }, 500).unref();
}
