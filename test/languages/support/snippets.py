"""Parses the translations of all snippets: names each with an error, else counts them."""
import ast
import json
import sys

import tree_sitter_c_sharp
import tree_sitter_go
import tree_sitter_java
from tree_sitter import Language, Parser


def tree_sitter_parser(grammar, whole=str):
    parser = Parser(Language(grammar.language()))
    return lambda source: not parser.parse(whole(source).encode()).root_node.has_error


def go_file(source):
    """Statements are in a function, imports are not."""
    lines = source.split("\n")
    imports = [line for line in lines if line.startswith("import ")]
    return "\n".join(["package main", *imports, "func main() {", *(line for line in lines if line not in imports), "}"])


def python_parses(source):
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


PARSES = {
    "python": python_parses,
    "csharp": tree_sitter_parser(tree_sitter_c_sharp),
    "java": tree_sitter_parser(tree_sitter_java),
    "go": tree_sitter_parser(tree_sitter_go, go_file),
}

with open(sys.argv[1]) as file:
    translations = [snippet["translations"] for snippet in json.load(file)["snippets"].values()]
found = [
    f"{language}:\n{translation[language]['source']}"
    for translation in translations for language, parses in PARSES.items() if not parses(translation[language]["source"])
]
print("\n\n".join(found) or f"{len(translations)} snippets parsed")
sys.exit(1 if found else 0)
