#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds documents against a JSON Schema (2020-12).

    schemacheck.py SCHEMA

reads a JSON document from each line of the standard input and answers each with a line: empty where
the schema accepts it, else the first reason why not. The schema itself is checked first.
"""
import json
import sys

import jsonschema
import regex


def pattern(validator, wanted, instance, schema):
    """As the standard asks for: with the \\p{…} of Unicode, which Python's own `re` lacks."""
    if validator.is_type(instance, "string") and not regex.search(wanted, instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {wanted!r}")


Validator = jsonschema.validators.extend(
    jsonschema.Draft202012Validator, {"pattern": pattern}
)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    # Not check_schema(): that would hold the patterns against Python's own `re`.
    meta = jsonschema.Draft202012Validator(jsonschema.Draft202012Validator.META_SCHEMA)
    for error in meta.iter_errors(schema):
        sys.exit(f"{sys.argv[1]} is no schema: {error.json_path}: {error.message}")
    validator = Validator(schema)
    for line in sys.stdin:
        error = next(validator.iter_errors(json.loads(line)), None)
        answer = "" if error is None else f"{error.json_path}: {error.message}"
        print(" ".join(answer.split()), flush=True)


if __name__ == "__main__":
    main()
