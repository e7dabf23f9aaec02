/** The program on the instance that asks AWS something as the instance's role. */
export const awsRequestPath = "/usr/local/sbin/ecs-inferentia-aws";

/**
 * Sends `BODY` to a service of AWS: with `TARGET`, an operation of a JSON API, or else as a query. The AMIs have no
 * AWS CLI, and nothing is installed at boot; Python, in either version, is there, as cloud-init needs it.
 *
 * Sources: aws/amazon-ecs-ami, variables.pkr.hcl and scripts/ (the packages); AWS IAM User Guide, Signature Version 4.
 */
const program: readonly string[] = [
    "import datetime, hashlib, hmac, json, sys",
    "try:",
    "    from urllib.request import Request, urlopen",
    "except ImportError:",
    "    from urllib2 import Request, urlopen",
    'imds = "http://169.254.169.254/latest/"',
    "",
    "def send(url, headers, body=None, method=None):",
    "    request = Request(url, body, headers)",
    "    if method:",
    "        request.get_method = lambda: method",
    "    return urlopen(request, timeout=60).read().decode()",
    "",
    "def ask():",
    "    service, region, target, body = sys.argv[1:]",
    '    token = send(imds + "api/token", {"X-aws-ec2-metadata-token-ttl-seconds": "300"}, method="PUT")',
    '    about = lambda path: send(imds + "meta-data/" + path, {"X-aws-ec2-metadata-token": token}).strip()',
    '    role = "iam/security-credentials/" + about("iam/security-credentials/").split()[0]',
    "    keys = json.loads(about(role))",
    '    region = region or about("placement/region")',
    '    host = ".".join((["api"] if service == "ecr" else []) + [service, region, about("services/domain")])',
    '    now = datetime.datetime.utcnow().strftime("%Y%m%dT%H%M%SZ")',
    '    headers = {"host": host, "x-amz-date": now, "x-amz-security-token": keys["Token"]}',
    '    headers["content-type"] = "application/x-amz-json-1.1" if target else "application/x-www-form-urlencoded"',
    "    if target:",
    '        headers["x-amz-target"] = target',
    "    digest = lambda text: hashlib.sha256(text.encode()).hexdigest()",
    "    names = sorted(headers)",
    '    signed = ";".join(names)',
    '    lines = ["POST", "/", ""] + [name + ":" + headers[name] for name in names] + ["", signed, digest(body)]',
    '    scope = "/".join([now[:8], region, service, "aws4_request"])',
    '    key = ("AWS4" + keys["SecretAccessKey"]).encode()',
    '    for part in scope.split("/"):',
    "        key = hmac.new(key, part.encode(), hashlib.sha256).digest()",
    '    text = "\\n".join(["AWS4-HMAC-SHA256", now, scope, digest("\\n".join(lines))])',
    "    signature = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()",
    '    headers["authorization"] = "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s" % (',
    '        keys["AccessKeyId"], scope, signed, signature)',
    '    return send("https://" + host + "/", headers, body.encode())',
    "",
    "try:",
    "    print(ask())",
    "except Exception as error:",
    '    sys.exit("ecs-inferentia: %s %s" % (error, error.read() if hasattr(error, "read") else ""))',
];

/** Lines of user data that put the program on the instance. */
export const awsRequest: readonly string[] = [
    `cat > ${awsRequestPath}.py <<'END'`,
    ...program,
    "END",
    `cat > ${awsRequestPath} <<'END'`,
    "#!/bin/sh",
    `exec "$(command -v python3 || command -v python)" ${awsRequestPath}.py "$@"`,
    "END",
    `chmod 755 ${awsRequestPath}`,
];
