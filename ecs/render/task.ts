import type { NeuronInstanceType } from "../../contract/neuron-instances";
import { UNKNOWN, type Known } from "../known";
import type { Container, ContainerFields, KnownList } from "./container";

/** A container that serves a model. */
export interface ModelContainer extends Container {
    /** With libnrt the devices that it maps: `ALL`, or a list such as `0,1`. Undefined: those of the task. */
    readonly visibleDevices?: Known<string> | undefined;
    /** With libnrt the NeuronCores that it takes of its devices, by index: `0-1`. Undefined: all. */
    readonly cores?: Known<string> | undefined;
    /** With libnrt how many NeuronCores it takes. Undefined: all. */
    readonly numCores?: Known<number> | undefined;
}

/** The volume that carries the daemon's socket. */
export interface Socket {
    readonly volumeName?: Known<string> | undefined;
    readonly containerPath?: Known<string> | undefined;
    readonly hostPath?: Known<string> | undefined;
}

/** The daemon of Runtime 1.x. */
export interface NeuronRtd extends ContainerFields {
    /** An own image. Undefined: the public one of the region. */
    readonly image?: Known<string> | undefined;
    /** The tag of the public image. */
    readonly version?: Known<string> | undefined;
    readonly socket?: Known<Socket> | undefined;
}

/** A daemon of whose arguments nothing is known yet; what the component decides of it is. */
export const unknownDaemon: NeuronRtd = {
    image: UNKNOWN,
    socket: UNKNOWN,
    cpu: UNKNOWN,
    memory: UNKNOWN,
    memoryReservation: UNKNOWN,
    environment: UNKNOWN,
    mountPoints: UNKNOWN,
    linuxParameters: UNKNOWN,
    healthCheck: UNKNOWN,
};

/** What the containers and volumes of one inference task are rendered from. */
export interface NeuronTask {
    readonly containers: readonly Known<ModelContainer>[];
    readonly sidecars: readonly Known<Container>[];
    /** Read by the runtime with the daemon only. */
    readonly neuronRtd: NeuronRtd;
    /** The devices of the task. */
    readonly visibleDevices: Known<string>;
    /** Where the task runs, all with as many chips. Undefined: not said. */
    readonly instanceTypes?: KnownList<NeuronInstanceType> | undefined;
    readonly networkMode?: Known<string> | undefined;
    /** The memory of the task as a whole: with it, its containers need none of their own. */
    readonly memory?: Known<string> | undefined;
    readonly region: Known<string>;
    /** Where containers log that say nothing of it. Undefined: nowhere. */
    readonly logGroup?: Known<string> | undefined;
}

/** A container without what only decides its devices and cores. */
export function ofEcsOnly({ visibleDevices: _, cores: __, numCores: ___, ...given }: ModelContainer): Container {
    return given;
}

/** The memory that a container has which says nothing of it, as in the Amazon ECS Developer Guide's example. */
const defaultMemoryReservationMiB = 1000;

/** The memory of a container, of which ECS needs one of the two where the task has none of its own. */
export function memoryOf(
    { memory, memoryReservation }: ContainerFields,
    task: Pick<NeuronTask, "memory">,
): Pick<ContainerFields, "memory" | "memoryReservation"> {
    const isGiven = memory !== undefined || memoryReservation !== undefined || task.memory !== undefined;
    return { memory, memoryReservation: isGiven ? memoryReservation : defaultMemoryReservationMiB };
}
