import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { replacesFile } from "../../../ecs/pool/replaced-file";

const file = "/etc/ecs/ecs.config";

const overwritesAgentConfig = (script: string) => replacesFile(script, file);

describe("User data overwrites the agent's configuration", () => {
    const overwriting = [
        `cd /etc/ecs; > ecs.config`,
        `cd /etc/ecs && echo ECS_CLUSTER=a > ./ecs.config`,
        `#cloud-config\nruncmd:\n  - |\n    cd /etc/ecs\n    > ecs.config\n`,
        `#cloud-config\nruncmd:\n- [sh, -c, "echo a > ${file}"]\n`,
        `#cloud-config\nruncmd:\n- "echo \\"a\\" > ${file}"\n`,
        `Content-Type: multipart/mixed; boundary="=="\n\n--==\nContent-Type: text/x-shellscript\n\na \\\n` +
            `--b c\necho a > ${file}\n--==--`,
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
        `#cloud-config\nruncmd:\n  - |\n    cd /\n    > ${file}\n`,
        `echo a &> ${file}`,
        `echo a >& ${file}`,
        `mv /tmp/a ${file}`,
        `install -m 644 /tmp/a ${file}`,
        `ln -sf /tmp/a ${file}`,
        `rsync /tmp/a ${file}`,
        `cp $A ${file}`,
        `cp /tmp/a ${file} -f`,
        `cp ecs.config other.config /etc/ecs/`,
        `cp /tmp/ecs.config /etc/ecs`,
        `unlink ${file}`,
        `truncate -s 0 ${file}`,
        `shred ${file}`,
        `dd if=/tmp/a of=${file}`,
        `echo a | tee "$LOG" ${file}`,
        `echo a | tee /tmp/x-a ${file}`,
        `aws s3 mv s3://bucket/a ${file}`,
        `aws --region us-east-1 s3 cp s3://bucket/a ${file}`,
        `curl --output ${file} https://example.org/a`,
        `wget -O ${file} https://example.org/a`,
        `wget --output-document ${file} https://example.org/a`,
        `D=$(date)\necho "$D" > ${file}`,
        `D=$(date); echo "$D" > ${file}`,
    ];
    for (const script of overwriting) {
        it(`with ${JSON.stringify(script)}`, () => assert.equal(overwritesAgentConfig(script), true));
    }
});

describe("User data overwrites the agent's configuration, although it has read it before", () => {
    for (const command of [
        `echo a > ${file}`,
        `printf a > ${file}`,
        `: > ${file}`,
        `true > ${file}`,
        `> ${file}`,
        `cat > ${file} <<EOF\na\nEOF`,
        `rm ${file}`,
        `unlink ${file}`,
        `truncate -s 0 ${file}`,
        `shred ${file}`,
    ]) {
        it(`with ${JSON.stringify(command)}`, () =>
            assert.equal(overwritesAgentConfig(`cat ${file}; ${command}`), true));
    }

    for (const command of [`sort < /tmp/a`, `sort <<< ${file}`, `echo b >> ${file}`, `echo b > /tmp/a`]) {
        it(`which ${JSON.stringify(command)} does not do`, () =>
            assert.equal(overwritesAgentConfig(`${command}; mv /tmp/c ${file}`), true));
    }
});

describe("User data keeps the agent's configuration", () => {
    const keeping = [
        `# echo a > ${file}\necho a >> ${file}`,
        `echo a >> ${file} # not > ${file}`,
        `echo "use > ${file} with care"`,
        `cat <<EOF > /root/README\necho a > ${file}\nEOF`,
        `F=${file}; echo a >> $F`,
        `F=${file}; echo a > /tmp/b; echo c >> $F`,
        `echo ECS_CLUSTER=a >> ${file}; echo b > $LOG`,
        `cp -p ${file} /tmp/copy`,
        `cd /tmp; > ecs.config`,
        `[ -f ${file} ] || echo a > ${file}`,
        `[ -f ${file} ] || { mkdir -p /etc/ecs; echo a > ${file}; }`,
        `if [ ! -f ${file} ]; then echo a > ${file}; fi`,
        `sed s/a/b/ ${file} > /tmp/c && mv /tmp/c ${file}`,
        `C=$(grep -v a ${file}); echo "$C" > ${file}`,
        `sed -i s/a/b/ ${file}`,
        `#cloud-config\nwrite_files:\n- path: ${file}\n  append: true\n  content: |\n    ECS_CLUSTER=a\n`,
        `#cloud-config\nwrite_files:\n- path: ${file}.d\n  content: |\n    path: ${file}\n`,
        `#cloud-config\n# write_files:\n# - path: ${file}\nruncmd:\n- echo a >> ${file}\n`,
        `#cloud-config\nruncmd:\n- [sh, -c, "echo a >> ${file}"]\n`,
        `#cloud-config\nwrite_files: []\nruncmd:\n- echo a >> ${file}\n`,
        `cat ${file}; cat /tmp/c > ${file}`,
        `cat ${file}; sort > ${file}`,
        `sort < ${file} > /tmp/c; mv /tmp/c ${file}`,
        `. ${file}; mv /tmp/c ${file}`,
        `echo a\nC=$(grep -v a ${file})\necho "$C" > ${file}`,
        `[[ a > ${file} ]]`,
        `ln -s ${file}`,
        `cp /tmp/a /etc/ecs`,
        `/opt/my-cp /tmp/a ${file}`,
        `mvn /tmp/a ${file}`,
        `C=$(cat ${file}); echo a > $LOG`,
        `sort <> ${file}; mv /tmp/c ${file}`,
        `echo a | tee -ia ${file}`,
        `echo a | tee /tmp/b; cat ${file}`,
        `dd if=${file} of=/tmp/a`,
        `aws s3 cp ${file} s3://bucket/a`,
        `aws s3api put-object --bucket a --key b --body ${file}`,
        `curl -o /tmp/a -T ${file} https://example.org`,
        `grep -o ${file} /var/log/messages`,
        // A name that is put together is not looked for.
        `N=ecs; echo a > /etc/ecs/$N.config`,
    ];
    for (const script of keeping) {
        it(`with ${JSON.stringify(script)}`, () => assert.equal(overwritesAgentConfig(script), false));
    }

    for (const hostile of ["x <<A\n", "cd /etc/ecs;", "- a\n", "cp a /etc/ecs/ecs.confi "]) {
        it(`is found in bounded time: ${JSON.stringify(hostile)} again and again`, function () {
            this.timeout(60_000);
            const many = hostile.repeat(20_000);
            assert.equal(overwritesAgentConfig(`a\n${many} ${file}.old`), false);
            assert.equal(overwritesAgentConfig(`#cloud-config\nruncmd:\n${many} ${file}.old`), false);
        });
    }
});

describe("Whether user data overwrites the agent's configuration is not known", () => {
    const unknown = [
        // A path of which only a part is known.
        `echo a > $ELSEWHERE/ecs.config`,
        `cd $ELSEWHERE; echo a > ecs.config`,
        `echo a > /etc/ecs/$NAME # ecs.config`,
        `rm /etc/ecs/* # ecs.config`,
        `cp ecs.config $DIRECTORY`,
        `cp $A /etc/ecs # ecs.config`,
        // A path in a variable.
        `F=${file}; echo ECS_CLUSTER=a > $F`,
        `F=${file}; F=/tmp/a cmd; tee $F`,
        `F=/tmp/a; F=${file} cmd; tee $F # ecs.config`,
        `F='/etc/$A/ecs.config'; tee $F`,
        `DIR=/etc/ecs\nexport F="$DIR/ecs.config"\necho ECS_CLUSTER=a | sudo tee "$F"`,
        // A relative path in a directory that is not known.
        `(cd /etc/ecs); > ecs.config`,
        `x || cd /etc/ecs; > ecs.config`,
        `cd $A; > ecs.config`,
        `cd etc/ecs; > ecs.config`,
        `cd; > ecs.config`,
        `echo a > etc/ecs/ecs.config`,
        `cp ecs.config /tmp/a; mv /tmp/a ${file}`,
        // A script of which a part is not known.
        `sudo sh -c "echo ECS_CLUSTER=$CLUSTER > ${file}"`,
        `eval "echo $A > ${file}"`,
        // What is not read.
        `#!/usr/bin/env python3\nopen("${file}", "w")`,
        `#cloud-config\nruncmd: [[sh, -c, "echo a >> ${file}"]]\n`,
        `#cloud-config\nwrite_files: [{ path: ${file} }]\n`,
        `write() { echo a > ${file}; }; write`,
        `function write { echo a > ${file}; }; write`,
        `case $A in a) echo a > ${file};; esac`,
        `((A > 1)); echo a > ${file}`,
        `: \${A:=b}; echo a > ${file}`,
        `echo "a > ${file}`,
        `echo 'a > ${file}`,
        `if true; then echo a > ${file}`,
        `$(cat ${file}`,
        `sh -c '(echo a' ${file}`,
    ];
    for (const script of unknown) {
        it(`with ${JSON.stringify(script)}`, () => assert.equal(overwritesAgentConfig(script), UNKNOWN));
    }

    it("unless it does for certain before that", () =>
        assert.equal(overwritesAgentConfig(`echo a > ${file}; f() { b; }`), true));

    it("but is where another part of a document names it", () => {
        const head = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=X\n";
        const document = [head, `cat ${file}`, "rm /etc/ecs/*; f() { a; }"].join("\n--X\n\n");
        assert.equal(overwritesAgentConfig(document), false);
    });

    for (const script of [`echo a > $LOG; cat ${file}`, `f() { a; }`, `rm "$(mktemp)"; cat ${file}`]) {
        it(`and is for other files, or where it is not named: ${JSON.stringify(script)}`, () =>
            assert.equal(overwritesAgentConfig(script), false));
    }

    for (const hostile of ["(", "${A:-", "((", "$(", "f() {", "case x in x) "]) {
        it(`is found in bounded time: ${JSON.stringify(hostile)} again and again`, function () {
            this.timeout(60_000);
            const many = hostile.repeat(20_000);
            assert.equal(overwritesAgentConfig(`${many} ecs.config`), UNKNOWN);
            assert.equal(overwritesAgentConfig(`#cloud-config\nruncmd:\n- ${many} ecs.config`), UNKNOWN);
        });
    }
});

describe("User data", () => {
    const scripts: [string, boolean][] = [
        ["echo ECS_CLUSTER=a >> /etc/ecs/ecs.config", false],
        ["cat <<'EOF' >>/etc/ecs/ecs.config\nECS_CLUSTER=a\nEOF", false],
        ["echo ECS_CLUSTER=a | tee -a /etc/ecs/ecs.config", false],
        ["echo a | tee --append /etc/ecs/ecs.config", false],
        ["cp /etc/ecs/ecs.config /tmp/copy", false],
        ["echo a > /etc/ecs/ecs.config.backup", false],
        ["echo ECS_CLUSTER=a > /etc/ecs/ecs.config", true],
        ["echo ECS_CLUSTER=a >/etc/ecs/ecs.config", true],
        ['echo ECS_CLUSTER=a > "/etc/ecs/ecs.config"', true],
        ["echo ECS_CLUSTER=a >| /etc/ecs/ecs.config", true],
        ["echo ECS_CLUSTER=a 1> /etc/ecs/ecs.config", true],
        ["echo ECS_CLUSTER=a | tee /etc/ecs/ecs.config", true],
        ["cp my.config /etc/ecs/ecs.config", true],
        ["aws s3 cp s3://bucket/ecs.config /etc/ecs/ecs.config", true],
        ["rm -f /etc/ecs/ecs.config", true],
    ];
    for (const [script, overwrites] of scripts) {
        it(`${overwrites ? "replaces" : "keeps"} the agent's configuration: ${JSON.stringify(script)}`, () => {
            assert.equal(overwritesAgentConfig(script), overwrites);
        });
    }

    it("is judged in bounded time, whatever it holds", () => {
        for (const hostile of [
            "cp ".repeat(400_000),
            `${"cp ".repeat(400_000)} /etc/ecs/ecs.config.old`,
            "> ".repeat(400_000),
            "\n".repeat(400_000),
        ]) {
            assert.equal(overwritesAgentConfig(hostile), false);
        }
    });
});
