/** A duration as Go writes it, in which Pulumi's provider tells its timeouts: `1h0m0s`. */
export function duration(seconds: number): string {
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    const parts = [...(hours > 0 ? [`${hours}h`] : []), ...(seconds >= 60 ? [`${minutes}m`] : []), `${seconds % 60}s`];
    return parts.join("");
}
