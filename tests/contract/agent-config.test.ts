import assert from "node:assert/strict";
import { overwritesAgentConfig, turnsInferentiaSupportOff } from "../../contract";

const file = "/etc/ecs/ecs.config";

describe("User data overwrites the agent's configuration", () => {
    const overwriting = [
        `cd /etc/ecs; > ecs.config`,
        `cd /etc/ecs && echo ECS_CLUSTER=a > ./ecs.config`,
        `F=${file}; echo ECS_CLUSTER=a > $F`,
        `DIR=/etc/ecs\nexport F="$DIR/ecs.config"\necho ECS_CLUSTER=a | sudo tee "$F"`,
        `cat <<'EOF' > ${file}\nECS_CLUSTER=a\nEOF`,
        `cat > ${file} <<EOF\nECS_CLUSTER=a\nEOF`,
        `sudo sh -c "echo ECS_CLUSTER=a > ${file}"`,
        `echo a > /etc//ecs/./ecs.config`,
        `{ echo a; echo b; } > ${file}`,
        `for A in a b; do echo $A > ${file}; done`,
        `cp ecs.config /etc/ecs/`,
        `aws s3 cp s3://bucket/a ${file} --region us-east-1`,
        `curl -o ${file} https://example.org/ecs.config`,
        `cp ${file} ${file}.bak; echo ECS_CLUSTER=a > ${file}`,
        `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=X\n\n--X\nContent-Type: ` +
            `text/x-shellscript\n\necho a > ${file}\n--X--`,
        `#cloud-config\nwrite_files:\n- path: ${file}\n  content: |\n    ECS_CLUSTER=a\n`,
        `#cloud-config\nwrite_files:\n  - content: ECS_CLUSTER=a\n    path: "${file}" # the agent's\n`,
        `#cloud-config\nruncmd:\n  - echo ECS_CLUSTER=a > ${file}\n`,
        `#cloud-config\nruncmd:\n  - |\n    cd /etc/ecs\n    > ecs.config\n`,
    ];
    for (const script of overwriting) {
        it(`with ${JSON.stringify(script)}`, () => assert.ok(overwritesAgentConfig(script)));
    }
});

describe("User data keeps the agent's configuration", () => {
    const keeping = [
        `# echo a > ${file}\necho a >> ${file}`,
        `echo a >> ${file} # not > ${file}`,
        `echo "use > ${file} with care"`,
        `cat <<EOF > /root/README\necho a > ${file}\nEOF`,
        `F=${file}; echo a >> $F`,
        `echo a > $ELSEWHERE/ecs.config`,
        `cd /tmp; > ecs.config`,
        `(cd /etc/ecs); > ecs.config`,
        `cp -p ${file} /tmp/copy`,
        `[ -f ${file} ] || echo a > ${file}`,
        `[ -f ${file} ] || { mkdir -p /etc/ecs; echo a > ${file}; }`,
        `if [ ! -f ${file} ]; then echo a > ${file}; fi`,
        `sed s/a/b/ ${file} > /tmp/c && mv /tmp/c ${file}`,
        `C=$(grep -v a ${file}); echo "$C" > ${file}`,
        `sed -i s/a/b/ ${file}`,
        `#!/usr/bin/env python3\nopen("x") > ${file}`,
        `#cloud-config\nwrite_files:\n- path: ${file}\n  append: true\n  content: |\n    ECS_CLUSTER=a\n`,
        `#cloud-config\nwrite_files:\n- path: ${file}.d\n  content: |\n    path: ${file}\n`,
        `#cloud-config\n# write_files:\n# - path: ${file}\nruncmd:\n- echo a >> ${file}\n`,
        `#cloud-config\nruncmd: [[sh, -c, "echo a >> ${file}"]]\n`,
    ];
    for (const script of keeping) {
        it(`with ${JSON.stringify(script)}`, () => assert.ok(!overwritesAgentConfig(script)));
    }

    for (const hostile of ["(", "${A:-", "x <<A\n", "cd /etc/ecs;", "- a\n", "cp a /etc/ecs/ecs.confi "]) {
        it(`is found in bounded time: ${JSON.stringify(hostile)} again and again`, function () {
            this.timeout(60_000);
            const many = hostile.repeat(20_000);
            assert.ok(!overwritesAgentConfig(`${many} ecs.config`));
            assert.ok(!overwritesAgentConfig(`#cloud-config\nruncmd:\n${many} ecs.config`));
        });
    }
});

describe("Inferentia support", () => {
    const switches: [string, boolean][] = [
        [`#ECS_ENABLE_INF_SUPPORT=false`, false],
        [`echo a # ECS_ENABLE_INF_SUPPORT=false`, false],
        [`cat <<EOF >> ${file}\n# ECS_ENABLE_INF_SUPPORT=false\nEOF`, false],
        [`cat <<EOF >> ${file}\nECS_ENABLE_INF_SUPPORT=false\nEOF`, true],
        [`echo ECS_ENABLE_INF_SUPPORT=false >> ${file}\necho ECS_ENABLE_INF_SUPPORT=true >> ${file}`, false],
        [`echo ECS_ENABLE_INF_SUPPORT=true >> ${file}\necho ECS_ENABLE_INF_SUPPORT=false >> ${file}`, true],
        [`sed -i /ECS_ENABLE_INF_SUPPORT=false/d ${file}`, false],
        [`#cloud-config\nwrite_files:\n- path: ${file}\n  content: ECS_ENABLE_INF_SUPPORT=false\n`, true],
    ];
    for (const [script, isOff] of switches) {
        it(`is ${isOff ? "off" : "on"} with ${JSON.stringify(script)}`, () =>
            assert.equal(turnsInferentiaSupportOff(script), isOff));
    }
});
