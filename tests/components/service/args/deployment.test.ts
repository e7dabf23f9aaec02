import { refuses } from "../harness";

describe("Service, of its deployments,", () => {
    refuses([
        [
            "a minimum beyond 100 percent",
            { deploymentMinimumHealthyPercent: 101 },
            "deploymentMinimumHealthyPercent is 101, but must be a whole number from 0 to 100 percent",
        ],
        [
            "a maximum below 100 percent",
            { deploymentMaximumPercent: 50, deploymentMinimumHealthyPercent: 0 },
            "deploymentMaximumPercent is 50, but must be a whole number 100 or more percent",
        ],
        [
            "task sets",
            { deploymentController: { type: "EXTERNAL" } },
            'deploymentController.type is "EXTERNAL", with which task sets hold the task definition and the pool in ' +
                "the service's place; give ECS, or make an aws.ecs.Service",
        ],
        [
            "CodeDeploy",
            { deploymentController: { type: "CODE_DEPLOY" } },
            'deploymentController.type is "CODE_DEPLOY", with which ECS refuses every new task definition of the service; ' +
                "leave deploymentController out, and give deploymentConfiguration the strategy BLUE_GREEN, CANARY or LINEAR",
        ],
        [
            "a timeout of no minutes",
            { deployTimeout: 0 },
            "deployTimeout is 0, but must be a whole number from 1 to 1440 minutes",
        ],
    ]);
});
