import { readEcrImage } from "../../contract";
import { awsRequestPath } from "./aws-request";

/** Seconds that the pull of an image ahead may take, unless the agent's own time is given. */
const pullSeconds = 1800;

/** The images of private registries of ECR, for which Docker logs in. */
export function ecrImages(images: readonly string[]): readonly string[] {
    return images.filter((image) => readEcrImage(image) !== undefined);
}

/** A registry, and its region. */
const logIn: readonly string[] = [
    "log_in() {",
    `    ${awsRequestPath} ecr "$2" AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken '{}' |`,
    `        sed -n 's/.*"authorizationToken" *: *"\\([^"]*\\)".*/\\1/p' | base64 --decode | cut -d: -f2- |`,
    '        docker login --username AWS --password-stdin "$1" > /dev/null ||',
    '        echo "ecs-inferentia: cannot log in to $1" >&2',
    "}",
];

/**
 * Lines of user data that pull images before the agent starts, which then finds their layers. A pull that fails is
 * left to the agent, and said in the instance's console output. The credentials are gone afterwards.
 *
 * The agent removes no image that it has not pulled itself. Sources: Amazon ECR User Guide, registry authentication;
 * Amazon ECS Developer Guide, automated task and image cleanup; aws/amazon-ecs-agent, README.
 *
 * @param seconds How long each pull may take.
 */
export function pullAhead(images: readonly string[], seconds = pullSeconds): readonly string[] {
    const registries = new Map(
        ecrImages(images).map((image) => [image.slice(0, image.indexOf("/")), readEcrImage(image)?.region]),
    );
    return [
        "systemctl start docker",
        "export DOCKER_CONFIG=$(mktemp -d)",
        ...(registries.size > 0 ? logIn : []),
        ...[...registries].map(([host, region]) => `log_in ${host} ${region}`),
        "pull() {",
        `    timeout ${seconds} docker pull --quiet "$1" > /dev/null ||`,
        '        echo "ecs-inferentia: cannot pull $1 ahead; the agent pulls it for its task" >&2',
        "}",
        ...images.map((image) => `pull ${image}`),
        'rm -rf "$DOCKER_CONFIG"',
        "unset DOCKER_CONFIG",
    ];
}
