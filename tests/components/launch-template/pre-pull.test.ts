import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { inferentiaUserData } from "../../../components/launch-template/user-data";
import { Instance, iptables, systemctl } from "./instance";

/** In the place of the program that signs requests: the token of a registry. */
const python3 = `#!/bin/sh
shift
echo "aws $*" >> done.log
printf '{"authorizationData":[{"authorizationToken":"%s","expiresAt":1}]}' "$(printf AWS:pass:word | base64)"
`;
/** Refuses images of one name, and a registry of one account. */
const docker = `#!/bin/sh
[ "$1" = login ] && password=" $(cat)"
echo "docker $*$password" >> done.log
case "$*" in *broken* | *999999999999*) echo refused >&2; exit 1 ;; esac
`;
const timeout = '#!/bin/sh\necho "within $1" >> done.log; shift; exec "$@"\n';

const ecr = "123456789012.dkr.ecr.us-west-2.amazonaws.com";
const args = { clusterName: "ml", runtime: "libnrt", extraUserData: "echo own" } as const;

describe("launch template: images pulled ahead", () => {
    let instance: Instance;
    beforeEach(() => (instance = new Instance({ FORWARD: [] }, { iptables, systemctl, python3, docker, timeout })));
    afterEach(() => rmSync(instance.root, { recursive: true }));

    it("logs in to each registry of ECR once, in its region, and pulls before the caller's lines", () => {
        const images = [`${ecr}/bert:1`, `${ecr}/gpt:2`, "public.ecr.aws/neuron/x:1"];
        assert.deepStrictEqual(instance.run(inferentiaUserData({ ...args, prePull: images })), {
            status: 0,
            said: "own\n",
        });
        assert.deepStrictEqual(instance.file("done.log").split("\n"), [
            "aws ecr us-west-2 AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken {}",
            `docker login --username AWS --password-stdin ${ecr} pass:word`,
            ...images.flatMap((image) => ["within 1800", `docker pull --quiet ${image}`]),
            "",
        ]);
        assert.equal(instance.file("systemctl.log"), "daemon-reload\nstart docker\n");
    });

    it("says which login and which pull fails, and joins the cluster all the same", () => {
        const other = "999999999999.dkr.ecr.eu-west-1.amazonaws.com";
        const images = ["broken:1", `${other}/bert:1`];
        const { status, said } = instance.run(inferentiaUserData({ ...args, prePull: images, imagePullTimeout: 60 }));
        assert.deepStrictEqual(
            [status, said.split("\n")],
            [
                0,
                [
                    "own",
                    "refused",
                    `ecs-inferentia: cannot log in to ${other}`,
                    "refused",
                    "ecs-inferentia: cannot pull broken:1 ahead; the agent pulls it for its task",
                    "refused",
                    `ecs-inferentia: cannot pull ${other}/bert:1 ahead; the agent pulls it for its task`,
                    "",
                ],
            ],
        );
        assert.match(instance.file("done.log"), /^within 60$/m);
        assert.match(instance.file("etc/ecs/ecs.config"), /^ECS_CLUSTER=ml$/m);
    });

    it("asks AWS nothing for images of other registries", () => {
        assert.doesNotMatch(inferentiaUserData({ ...args, prePull: ["bert:1"] }), /ecs-inferentia-aws/);
    });
});
