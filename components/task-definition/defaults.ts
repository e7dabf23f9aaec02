/** The sidecar's memory and CPU, as the Amazon ECS Developer Guide's example sets them. */
export const defaultNeuronRtdMemoryReservationMiB = 1000;
export const defaultNeuronRtdCpu = 0;
