"""mypy knows the class of the records of each kind."""

import ast
import inspect

from generator.loading import records_by_kind
from generator.schema.kinds import KINDS


def test_each_kind_has_its_class() -> None:
    tree = ast.parse(inspect.getsource(records_by_kind))
    signatures = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "of"]
    stated = {
        signature.args.args[1].annotation.slice.value: ast.unparse(signature.returns)
        for signature in signatures
        if isinstance(signature.args.args[1].annotation, ast.Subscript)
    }
    classes = {kind.name: kind.source.rpartition(".")[2] for kind in KINDS}
    classes["procedure"] += " | ProcedureSummary"  # a store that reads on demand has only the summary
    assert stated == {name: f"list[Entry[{name_of_class}]]" for name, name_of_class in classes.items()}
