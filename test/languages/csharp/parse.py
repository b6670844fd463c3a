"""Parses all C# below a folder: names each line with an error, else counts the files."""
import sys
from pathlib import Path

import tree_sitter_c_sharp
from tree_sitter import Language, Parser

parser = Parser(Language(tree_sitter_c_sharp.language()))


def errors(node):
    if node.is_error or node.is_missing:
        yield node.start_point.row + 1
    elif node.has_error:
        for child in node.children:
            yield from errors(child)


files = sorted(Path(sys.argv[1]).rglob("*.cs"))
found = [f"{file}:{line}" for file in files for line in errors(parser.parse(file.read_bytes()).root_node)]
print("\n".join(found) or f"{len(files)} files parsed")
sys.exit(1 if found else 0)
