import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { agentWait } from "../../../ecs/pool/agent-wait";

const url = "http://localhost:51678/v1/metadata";
const config = "echo ECS_CLUSTER=a >> /etc/ecs/ecs.config";

describe("User data waits for the agent for ever", () => {
    const waiting = [
        `until curl -s ${url}; do sleep 1; done`,
        `until curl -s ${url}\ndo\n\tsleep 1\ndone\n`,
        `#!/bin/bash\nexec > >(tee /var/log/user-data.log) 2>&1\n${config}\nuntil curl -s ${url}; do sleep 1; done`,
        `while ! curl -fs localhost:51678/v1/metadata; do sleep 1; done`,
        `while ! docker ps | grep -q ecs-agent; do sleep 5; done`,
        `until docker inspect ecs-agent > /dev/null 2>&1; do sleep 5; done`,
        `until grep -q Registered /var/log/ecs/ecs-agent.log; do sleep 5; done`,
        `until systemctl is-active --quiet ecs; do sleep 1; done`,
        `sudo bash -c 'until nc -z localhost 51678; do sleep 1; done'`,
        `for A in 1 2; do until curl -s ${url}; do sleep 1; done; done`,
        `systemctl start ecs`,
        `sudo systemctl start ecs.service`,
        `systemctl enable --now ecs`,
        `systemctl restart docker ecs`,
        `service ecs start`,
        `systemctl reload-or-restart ecs`,
        `until systemctl status ecs; do sleep 1; done`,
        `/usr/bin/systemctl restart ecs`,
        `sleep 1 & systemctl start ecs`,
        `(sleep 1) & systemctl start ecs`,
        `sleep 5 &\nuntil curl -s ${url}; do sleep 1; done`,
        `systemctl enable --now --no-block ecs; sleep 15; systemctl start ecs`,
        `#cloud-config\nruncmd:\n- systemctl start ecs\n`,
        `#cloud-config\nruncmd:\n- [systemctl, start, ecs]\n`,
        `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=X\n\n--X\nContent-Type: text/x-shellscript\n\n` +
            `systemctl start ecs\n--X--`,
    ];
    for (const script of waiting) {
        it(`with ${JSON.stringify(script)}`, () => assert.equal(agentWait(script).isEndless, true));
    }
});

describe("User data does not wait for the agent", () => {
    const passing = [
        config,
        `systemctl enable --now --no-block ecs`,
        `systemctl start --no-block ecs.service`,
        `systemctl enable ecs`,
        `systemctl stop ecs; systemctl disable --now ecs`,
        `systemctl status ecs`,
        `systemctl try-restart ecs`,
        `mysystemctl start ecs`,
        `systemctl-x start ecs`,
        `systemctl restart docker`,
        `systemctl enable --now docker amazon-ssm-agent`,
        `systemctl start ecs &`,
        `nohup bash -c 'until curl -s ${url}; do sleep 1; done' > /dev/null &`,
        `(until curl -s ${url}; do sleep 1; done; systemctl restart a) &`,
        `{ until curl -s ${url}; do sleep 1; done; } > /tmp/a &\n${config}`,
        `until curl -s ${url}; do sleep 1; done &`,
        `sleep 1 &&\nuntil curl -s ${url}; do sleep 1; done &`,
        `sleep 1 && until curl -s ${url}; do sleep 1; done && systemctl restart a &`,
        `timeout 60 bash -c 'until curl -s ${url}; do sleep 1; done'`,
        `timeout 60 systemctl start ecs`,
        `for A in $(seq 30); do curl -s ${url} && break; sleep 1; done`,
        `if ! curl -s ${url}; then echo none; fi`,
        `if [ -f /a ]; then systemctl start ecs; fi`,
        `[ -f /a ] && until curl -s ${url}; do sleep 1; done`,
        `while docker ps | grep -q ecs-agent; do sleep 1; done`,
        `until ! curl -s ${url}; do sleep 1; done`,
        `while read -r A; do curl -s ${url}; done < /tmp/a`,
        `until curl -s https://example.org; do sleep 1; done; echo 51678`,
        `cat > /a.sh <<'EOF'\nuntil curl -s ${url}; do sleep 1; done\nEOF`,
        `cat > /etc/systemd/system/a.service <<EOF\n[Unit]\nAfter=ecs.service cloud-final.service\n[Service]\n` +
            `ExecStart=/bin/sh -c 'until curl -s ${url}; do sleep 1; done'\nEOF\nsystemctl enable --now --no-block a`,
        `# until curl -s ${url}; do sleep 1; done`,
        `echo "systemctl start ecs"`,
        `systemctl start ecs-logs`,
        `UNIT=docker; systemctl restart $UNIT`,
        `UNIT=ecs-logs; systemctl restart $UNIT`,
        `UNIT=ecs; systemctl start --no-block $UNIT`,
        `UNIT=ecs; systemctl start $UNIT &`,
        `UNIT=ecs; systemctl restart docker`,
        `systemctl enable ecs; systemctl restart $UNIT`,
        `echo ECS_CLUSTER=ecs >> /etc/ecs/ecs.config; systemctl restart $UNIT`,
        `UNIT=ecs; systemctl start --no-block $UNIT; until [ -f "$FILE" ]; do sleep 1; done`,
        `f() { sleep 1; }; cp a /etc/ecs/ecs.config; systemctl restart docker; aws ecs list-clusters`,
        `for A in docker amazon-ssm-agent; do systemctl restart $A; done`,
        `URL=${url}; echo $URL`,
        `f() { sleep 1; }; f; systemctl enable --now --no-block ecs`,
        `#upstart-job\nstart on started ecs\nscript\nuntil curl -s ${url}; do sleep 1; done\nend script`,
    ];
    for (const script of passing) {
        it(`with ${JSON.stringify(script)}`, () => assert.equal(agentWait(script).isEndless, false));
    }
});

describe("Whether user data waits for the agent is not known", () => {
    const unknown: [string, string][] = [
        [`wait() { until curl -s ${url}; do sleep 1; done; }; wait`, "a function or arithmetic"],
        [`#!/usr/bin/python3\nurlopen("${url}")`, "a script of another language"],
        [`until [ -n "$(curl -s ${url})" ]; do sleep 1; done`, "the end of a loop"],
        [`until [ "$A" = active ]; do A=$(systemctl is-active ecs); done`, "the end of a loop"],
        [`while [ ! -f /var/log/ecs/ecs-agent.log ]; do sleep 1; done`, "the end of a loop"],
        [`while true; do curl -s ${url} && break; sleep 1; done`, "the end of a loop"],
        [`while true; do if curl -s ${url}; then break; fi; sleep 1; done`, "the end of a loop"],
        [`until curl -s ${url} || [ $N -gt 5 ]; do N=$((N+1)); done`, "the end of a loop"],
        [`until curl -s ${url}; do N=$((N+1)); if [ $N -gt 5 ]; then exit 1; fi; done`, "the end of a loop"],
        [
            `sed -i '/After=cloud-final.service/d' /usr/lib/systemd/system/ecs.service\nsystemctl daemon-reload\n` +
                `until curl -s ${url}; do sleep 1; done`,
            "how it starts the agent",
        ],
        [`docker run -d amazon/amazon-ecs-agent\nuntil curl -s ${url}; do sleep 1; done`, "how it starts the agent"],
        [`apt-get install -y ./a.deb\nsystemctl start ecs`, "how it starts the agent"],
        [`#cloud-boothook\nsystemctl start ecs`, "a boothook"],
        [`\n#cloud-boothook\nsystemctl start ecs`, "a boothook"],
        [`UNIT=ecs; systemctl start $UNIT`, "the variable in a command of systemctl or service"],
        [`UNIT="ecs"\nservice "\${UNIT}" restart`, "the variable in a command of systemctl or service"],
        [`UNIT=ecs\nsystemctl start \${UNIT}.service`, "the variable in a command of systemctl or service"],
        [`for A in docker ecs; do systemctl start $A; done`, "the variable in a command of systemctl or service"],
        [`for A in ecs docker; do systemctl start $A; done`, "the variable in a command of systemctl or service"],
        [`export UNIT=ecs; systemctl start $UNIT`, "the variable in a command of systemctl or service"],
        [`env UNIT=ecs sh -c 'systemctl start $UNIT'`, "the variable in a command of systemctl or service"],
        [`f() { a; }; UNIT=ecs; systemctl start $UNIT`, "a function or arithmetic"],
        [`VERB=start; systemctl $VERB ecs`, "the variable in a command of systemctl or service"],
        [`UNIT=ecs; until systemctl is-active $UNIT; do sleep 1; done`, "the end of a loop"],
        [`URL=${url}; until curl -s $URL; do sleep 1; done`, "the end of a loop"],
        [`PORT=51678; until nc -z localhost $PORT; do sleep 1; done`, "the end of a loop"],
    ];
    for (const [script, unread] of unknown) {
        it(`with ${JSON.stringify(script)}`, () =>
            assert.deepStrictEqual(agentWait(script), { isEndless: UNKNOWN, asksAgent: false, unread }));
    }

    const document = (...parts: string[]) =>
        ["MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=X\n", ...parts].join("\n--X\n\n");

    it("for what is not read in one of several parts", () =>
        assert.deepStrictEqual(agentWait(document("echo a", `f() { curl ${url}; }; f`, `curl ${url}`)), {
            isEndless: UNKNOWN,
            asksAgent: true,
            unread: "a function or arithmetic",
        }));

    it("unless it does for certain before that", () =>
        assert.equal(agentWait(`systemctl start ecs; f() { curl ${url}; }; f`).isEndless, true));
});

describe("User data asks the agent", () => {
    const scripts: [string, boolean][] = [
        [`curl --retry 30 --retry-connrefused ${url}`, true],
        [`curl -s ${url} | jq -r .Cluster`, true],
        [`for A in 1 2 3; do curl -s ${url} && break; sleep 5; done`, true],
        [`timeout 10 wget -qO- ${url}`, true],
        [`/usr/local/bin/curl ${url}`, true],
        [`while true; do curl -s ${url}; break; done`, false],
        [`mycurl ${url}`, false],
        [`curlx ${url}`, false],
        [`until curl -s ${url}; do sleep 1; done`, false],
        [`(curl --retry 30 ${url}) &`, false],
        [`if curl -s ${url}; then a; fi`, false],
        [`#cloud-boothook\ncurl ${url}`, false],
        [`docker run -d amazon/amazon-ecs-agent; curl ${url}`, false],
        [`curl -s https://example.org/51678x`, false],
        [`iptables -I INPUT -p tcp --dport 51678 -j DROP`, false],
    ];
    for (const [script, asksAgent] of scripts) {
        it(`${asksAgent ? "without" : "not without"} an answer: ${script}`, () =>
            assert.equal(agentWait(script).asksAgent, asksAgent));
    }

    for (const hostile of [`while a; do `, `curl ${url} & `, `( a & ) & `, `until curl 51678; do a; done; `]) {
        it(`is read in bounded time: ${JSON.stringify(hostile)} again and again`, () => {
            const wait = agentWait(hostile.repeat(20_000));
            assert.equal(wait.asksAgent, false);
        });
    }
});
