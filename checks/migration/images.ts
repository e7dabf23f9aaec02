import {
    hasLibraryFor,
    imageRepository,
    imageSuccessor,
    imageSupport,
    readNeuronImage,
    type NeuronChip,
} from "../../contract";
import { UNKNOWN } from "../../ecs/known";
import { label, quoted } from "../phrasing/names";
import { sources } from "../rules/sources";
import type { MigrationContext, Step } from "./step";

/** The models' images must have the library; those of AWS's have successors, others a person must build. */
export function* changeImages({ models, chip }: MigrationContext): Iterable<Step> {
    for (const model of models) {
        const { image } = model;
        const read = image === UNKNOWN ? undefined : readNeuronImage(image);
        if (image === UNKNOWN || read === undefined) {
            yield { text: `rebuild the image of ${label(model)}: ${whatToBuild(chip)}`, sources: buildSources };
        } else if (!hasLibraryFor(read, chip)) {
            const successor = imageSuccessor(image, chip);
            // By its repository: what follows it may be anything.
            const name = quoted(imageRepository(image));
            if (successor === undefined) {
                yield {
                    text:
                        `choose another image for ${label(model)}: AWS has none for ${chip} in the place of ${name}; ` +
                        whatToBuild(chip),
                    sources: buildSources,
                };
                continue;
            }
            yield {
                edits: [{ path: [...model.path, "image"], value: successor }],
                note: `${label(model)} has the image ${successor.slice(successor.lastIndexOf("/") + 1)}`,
            };
            yield {
                text:
                    `try the program of ${label(model)} in its new image: Python and the framework are newer ones of ` +
                    "the same major version",
                sources: [sources.containerImages, sources.neuronImages],
            };
        }
    }
    if (chip !== "Inferentia") {
        yield {
            text:
                "compile the models again, with neuronx-cc: what neuron-cc compiled for Inf1 does not load on " + chip,
            sources: [sources.neuronxCompiler],
        };
    }
}

const buildSources = [sources.runtime2, sources.neuronImages];

/** What an image for a chip must have. */
function whatToBuild(chip: NeuronChip): string {
    const last = imageSupport.find(({ software }) => software === "neuron")?.chips.Inferentia?.join(".") ?? "";
    return chip === "Inferentia"
        ? `framework packages of Neuron 1.16 up to SDK ${last}, and no aws-neuron-runtime`
        : "framework packages called neuronx, and no aws-neuron-runtime";
}
