"""Deploys what a template says of data on LocalStack by CloudFormation, and compares what is there then, one by one.

Usage: check.py TRANSLATED ENDPOINT, with a template as infra/templates/translate.py left it. A stack that is complete
proves nothing here, so every table, role, queue and schedule is asked for. Functions and APIs are left out: LocalStack
runs them with Docker only.
"""

import json
import sys
import time
import urllib.request

import boto3

DATA = {
    "AWS::DynamoDB::Table",
    "AWS::IAM::Role",
    "AWS::Scheduler::ScheduleGroup",
    "AWS::Scheduler::Schedule",
    "AWS::SQS::Queue",
    "AWS::Logs::LogGroup",
}
ELSEWHERE = "arn:aws:lambda:eu-central-1:000000000000:function:elsewhere"
PREFIX = "mayfly-"


def data_part(template):
    """Only the resources of data; whatever refers to another is given an address."""
    kept = {name: r for name, r in template["Resources"].items() if r["Type"] in DATA}
    known = set(kept) | set(template["Parameters"])

    def closed(value):
        if isinstance(value, dict):
            if set(value) == {"Ref"} and value["Ref"] not in known and not value["Ref"].startswith("AWS::"):
                return ELSEWHERE
            return {key: closed(inner) for key, inner in value.items()}
        return [closed(inner) for inner in value] if isinstance(value, list) else value

    return {"Parameters": template["Parameters"], "Resources": closed(kept)}


class Stack:
    def __init__(self, name, endpoint):
        self.name, self.endpoint, self.compared = name, endpoint, 0

    def client(self, service):
        return boto3.client(
            service,
            endpoint_url=self.endpoint,
            region_name="eu-central-1",
            aws_access_key_id="test",
            aws_secret_access_key="test",
            verify=False,
        )

    def deploy(self, template):
        given = [
            {"ParameterKey": name, "ParameterValue": "https://id.example" if "Url" in name or name == "Issuer" else "example"}
            for name, parameter in template["Parameters"].items()
            if "Default" not in parameter
        ]
        cloudformation = self.client("cloudformation")
        cloudformation.create_stack(
            StackName=self.name, TemplateBody=json.dumps(template), Parameters=given, Capabilities=["CAPABILITY_IAM"]
        )
        for _ in range(120):
            status = cloudformation.describe_stacks(StackName=self.name)["Stacks"][0]["StackStatus"]
            if not status.endswith("_IN_PROGRESS"):
                break
            time.sleep(1)
        self.same("stack", status, "CREATE_COMPLETE")
        found = cloudformation.describe_stack_resources(StackName=self.name)["StackResources"]
        return {r["LogicalResourceId"]: r["PhysicalResourceId"] for r in found}

    def same(self, what, actual, expected):
        self.compared += 1
        if actual != expected:
            sys.exit(f"{self.name}: {what}: expected {expected!r}, found {actual!r}")

    def table(self, declared):
        name = PREFIX + declared["TableName"]["Fn::Sub"].removeprefix("${TablePrefix}")
        dynamodb = self.client("dynamodb")
        table = dynamodb.describe_table(TableName=name)["Table"]
        self.same(f"{name} keys", table["KeySchema"], declared["KeySchema"])
        by_name = lambda attributes: sorted(attributes, key=lambda attribute: attribute["AttributeName"])
        self.same(
            f"{name} attributes", by_name(table["AttributeDefinitions"]), by_name(declared["AttributeDefinitions"])
        )
        part = lambda index: (index["IndexName"], index["KeySchema"], index["Projection"]["ProjectionType"])
        self.same(
            f"{name} indexes",
            [part(index) for index in table.get("GlobalSecondaryIndexes", [])],
            [part(index) for index in declared.get("GlobalSecondaryIndexes", [])],
        )
        self.same(f"{name} stream", table.get("StreamSpecification"), None)
        ttl = dynamodb.describe_time_to_live(TableName=name)["TimeToLiveDescription"]
        self.same(
            f"{name} time to live",
            (ttl["TimeToLiveStatus"], ttl.get("AttributeName")),
            ("ENABLED", "ttl") if "TimeToLiveSpecification" in declared else ("DISABLED", None),
        )
        if "TimeToLiveSpecification" in declared and "GlobalSecondaryIndexes" not in declared:
            self.forgets(dynamodb, name, declared)

    def forgets(self, dynamodb, name, declared):
        """An expired item is collected, and one that lives is not."""
        kinds = {a["AttributeName"]: a["AttributeType"] for a in declared["AttributeDefinitions"]}
        example = {"B": b"\x01", "N": "1", "S": "example"}
        for key, ttl in ((b"\x01", 1), (b"\x02", int(time.time()) + 3600)):
            item = {k["AttributeName"]: {t: example[t]} for k in declared["KeySchema"] for t in [kinds[k["AttributeName"]]]}
            last = declared["KeySchema"][-1]["AttributeName"]
            item[last] = {"B": {"B": key}, "N": {"N": str(ttl)}, "S": {"S": str(ttl)}}[kinds[last]]
            dynamodb.put_item(TableName=name, Item={**item, "ttl": {"N": str(ttl)}})
        collect = urllib.request.Request(self.endpoint + "/_aws/dynamodb/expired", method="DELETE")
        urllib.request.urlopen(collect, timeout=30).read()
        left = [int(item["ttl"]["N"]) for item in dynamodb.scan(TableName=name)["Items"]]
        self.same(f"{name} items after their time", [ttl for ttl in left if ttl == 1], [])
        self.same(f"{name} items that live", len(left), 1)

    def role(self, name, declared):
        iam = self.client("iam")
        for policy in declared["Policies"]:
            found = iam.get_role_policy(RoleName=name, PolicyName=policy["PolicyName"])["PolicyDocument"]
            expected = policy["PolicyDocument"]["Statement"]
            self.same(f"{name} actions", [s["Action"] for s in found["Statement"]], [s["Action"] for s in expected])
            for statement in found["Statement"]:
                self.same(f"{name} resource", str(statement["Resource"]).startswith("arn:aws:"), True)

    def schedule(self, name, declared, group):
        found = self.client("scheduler").get_schedule(Name=name, GroupName=group)
        self.same(f"{name} expression", found["ScheduleExpression"], declared["ScheduleExpression"])
        target, expected = found["Target"], declared["Target"]
        self.same(f"{name} retries", target["RetryPolicy"], expected["RetryPolicy"])
        self.same(f"{name} dead letters", target["DeadLetterConfig"]["Arn"].startswith("arn:aws:sqs:"), True)

    def compare(self, template):
        physical = self.deploy(template)
        groups = [physical[n] for n, r in template["Resources"].items() if r["Type"] == "AWS::Scheduler::ScheduleGroup"]
        for name, resource in template["Resources"].items():
            kind, declared = resource["Type"], resource["Properties"]
            if kind == "AWS::DynamoDB::Table":
                self.table(declared)
            elif kind == "AWS::IAM::Role":
                self.role(physical[name], declared)
            elif kind == "AWS::Scheduler::Schedule":
                self.schedule(physical[name].rsplit("|")[-1].rsplit("/")[-1], declared, groups[0])
            elif kind == "AWS::SQS::Queue":
                attributes = self.client("sqs").get_queue_attributes(QueueUrl=physical[name], AttributeNames=["All"])
                kept = attributes["Attributes"]["MessageRetentionPeriod"]
                self.same(f"{name} retention", kept, str(declared["MessageRetentionPeriod"]))


def main(path, endpoint):
    with open(path, encoding="utf-8") as file:
        template = data_part(json.load(file))
    stack = Stack("mayfly-" + path.rsplit("/")[-1].removesuffix(".json"), endpoint)
    stack.compare(template)
    print(f"[INFO] {stack.name}: {len(template['Resources'])} resources, {stack.compared} comparisons")


main(sys.argv[1], sys.argv[2])
