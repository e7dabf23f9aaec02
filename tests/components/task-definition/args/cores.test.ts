import { refuses, twoModels } from "../harness";

const indexes = "must be a string with the indexes of NeuronCores, such as 0-1 or 0,2";

describe("TaskDefinition, before it registers a child, with NeuronCores by index and by number", () => {
    refuses([
        [
            "a number in place of indexes",
            twoModels({ cores: 2 }, { cores: "3" }),
            [`containers[0].cores is 2, but ${indexes}; for a number of cores give numCores: 2`],
        ],
        [
            "indexes that descend",
            twoModels({ cores: "1-0" }, { cores: "3" }),
            [`containers[0].cores is "1-0", but ${indexes}`],
        ],
        [
            "no core",
            twoModels({ numCores: 0 }, { cores: "3" }),
            ["containers[0].numCores is 0, but must be a whole number 1 or more NeuronCores"],
        ],
    ]);
});
