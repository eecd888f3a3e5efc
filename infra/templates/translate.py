"""Translates a SAM template to plain CloudFormation, as AWS would, without asking AWS: TEMPLATE to standard output."""

import json
import sys

from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse


class NoManagedPolicies:
    """Our roles name none, so there is nothing to look up in IAM."""

    def load(self):
        return {}


def main(path):
    with open(path, encoding="utf-8") as file:
        template = yaml_parse(file.read())
    for resource in template["Resources"].values():
        for local in ("CodeUri", "ContentUri"):
            if local in resource.get("Properties", {}):
                # Where `sam package` would have put the file.
                resource["Properties"][local] = "s3://bucket/key"
    json.dump(transform(template, {}, NoManagedPolicies()), sys.stdout, indent=2, sort_keys=True)


main(sys.argv[1])
