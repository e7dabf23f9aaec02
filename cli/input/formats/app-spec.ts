import { UNKNOWN, type SourceResource } from "../../../checks";
import { field, isFields, itemsOf, type Document, type Fields, type Place } from "../document";

/** The text in place of which CodePipeline puts the task definition that it registers from the file beside. */
const placeholder = "<TASK_DEFINITION>";

/**
 * An AppSpec file of CodeDeploy for ECS, YAML or JSON: each service that it deploys, as the task set that CodeDeploy
 * creates for it. Its launch type is the service's own, and so not known, unless the file has a strategy or the version
 * of a platform, which only Fargate has; `LATEST` is what CodeDeploy takes without one.
 *
 * Source: AWS CodeDeploy User Guide, "AppSpec 'resources' section for Amazon ECS deployments".
 *
 * @param beside the task definitions in the files of its folder
 */
export function readAppSpec(data: unknown, beside: () => readonly SourceResource[] = () => []): Document | undefined {
    const places = new Map<string, Place>();
    const resources = itemsOf(field(data, "Resources") ?? field(data, "resources")).flatMap((item, index) =>
        Object.entries(isFields(item) ? item : {}).flatMap(([id, service]): SourceResource[] => {
            const properties = field(service, "Properties");
            if (field(service, "Type") !== "AWS::ECS::Service" || !isFields(properties)) {
                return [];
            }
            const key = field(data, "Resources") === undefined ? "resources" : "Resources";
            places.set(id, [key, index, id, "Properties"]);
            const hasVersion = properties["PlatformVersion"] !== undefined;
            const version = hasVersion ? { places: [[["launchType"], ["platformVersion"]]] as const } : {};
            return [{ id, type: "AWS::ECS::TaskSet", properties, ...version }];
        }),
    );
    if (resources.length === 0) {
        return undefined;
    }
    const definitions = beside();
    return {
        format: "AppSpec file of CodeDeploy",
        resources: [
            ...definitions,
            ...resources.map((one) => ({ ...one, properties: withTask(one.properties, definitions) })),
        ],
        places,
    };
}

function withTask(properties: Fields, definitions: readonly SourceResource[]): Fields {
    const given = properties["TaskDefinition"];
    const [only, ...more] = definitions;
    const isOnly = given === placeholder && only !== undefined && more.length === 0;
    const version = properties["PlatformVersion"];
    const hasStrategy = properties["CapacityProviderStrategy"] !== undefined;
    return {
        ...properties,
        TaskDefinition: isOnly ? only.id : given === placeholder && more.length > 0 ? UNKNOWN : given,
        Cluster: UNKNOWN,
        ...(!hasStrategy && { LaunchType: /^\d/.test(String(version)) ? "FARGATE" : UNKNOWN }),
    };
}
