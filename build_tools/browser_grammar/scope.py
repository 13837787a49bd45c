"""The names of one function, and where the translation of its parts is looked up.

``construct`` and ``statement`` are filled by the modules beside this one, one for each
family of constructs; a construct that none of them knows is refused here.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import singledispatch
from typing import Final, Protocol

from build_tools.browser_grammar.refusals import UntranslatableError

_RESERVED: Final = frozenset(
    [
        "arguments",
        "await",
        "break",
        "case",
        "catch",
        "class",
        "const",
        "continue",
        "debugger",
        "default",
        "delete",
        "do",
        "else",
        "enum",
        "eval",
        "export",
        "extends",
        "false",
        "finally",
        "for",
        "function",
        "if",
        "implements",
        "import",
        "in",
        "instanceof",
        "interface",
        "let",
        "new",
        "null",
        "package",
        "private",
        "protected",
        "public",
        "py",
        "return",
        "static",
        "super",
        "switch",
        "this",
        "throw",
        "true",
        "try",
        "typeof",
        "undefined",
        "var",
        "void",
        "while",
        "with",
        "yield",
    ]
)
_KEEP_TO_THE_SUBSET: Final = (
    "see “Python that the browser can have” in docs/adding-a-citation-form.md"
)


class World(Protocol):
    """Everything outside one function: the names of its module and what they stand for."""

    def named(self, module: str, name: str) -> object:
        """The object behind a global name; raises ``KeyError``."""

    def reference(self, value: object, name: str) -> str:
        """The program's expression for a global object, which the program will then hold."""

    def external(self, value: object) -> str | None:
        """The runtime's name for a function of Python or its standard library."""

    def parameters(self, value: object) -> ast.arguments:
        """The parameters of a function or class of our own."""

    def method(self, owner: str | None, module: str, name: str) -> ast.arguments:
        """The parameters of a method known by its name alone."""

    def is_own_method(self, name: str) -> bool:
        """Whether some class of our own has a method of that name."""

    def is_method_of(self, owner: str, module: str, name: str) -> bool:
        """Whether this class of ours has a method, no property, of that name."""

    def is_own_field(self, name: str) -> bool:
        """Whether some class of our own has a value or property of that name."""

    def pattern(self, pattern: str, flags: int) -> str:
        """The program's name for a pattern written inside a function."""


@dataclass(slots=True)
class Scope:
    """A function being translated; ``owner`` is its class, ``temporaries`` names it needs."""

    world: World
    module: str
    owner: str | None = None
    names: frozenset[str] = frozenset()
    temporaries: list[str] = field(default_factory=list)

    def inner(self, names: frozenset[str]) -> Scope:
        """The scope of a comprehension or nested function, which sees these names too."""
        return Scope(self.world, self.module, self.owner, self.names | names, self.temporaries)

    def temporary(self) -> str:
        """A fresh name for a value that is looked at twice."""
        self.temporaries.append(f"t${len(self.temporaries) + 1}")
        return self.temporaries[-1]


def identifier(name: str) -> str:
    """A Python name as a JavaScript name."""
    return f"{name}$" if name in _RESERVED else name


def refused(node: ast.AST, scope: Scope, construct: str, cure: str = "") -> UntranslatableError:
    """The error for a construct at its place."""
    error = UntranslatableError(construct, cure or _KEEP_TO_THE_SUBSET)
    return error.at(scope.module, node)


@singledispatch
def construct(node: ast.AST, scope: Scope) -> str:
    """The JavaScript of one kind of expression; each family of constructs adds its own."""
    raise refused(node, scope, f"{type(node).__name__} is not translated")


def expression(node: ast.AST, scope: Scope) -> str:
    """The JavaScript of an expression; what is refused inside it has the nearest place."""
    try:
        return construct(node, scope)
    except UntranslatableError as fault:
        raise fault.at(scope.module, node) from None


@singledispatch
def statement(node: ast.AST, scope: Scope) -> Iterator[str]:
    """The JavaScript of a statement, line by line."""
    raise refused(node, scope, f"{type(node).__name__} is not translated")


#: expressions that are true or false already
_YES_OR_NO: Final = (ast.Compare,)
_ASKING: Final = frozenset(
    {"startswith", "endswith", "isascii", "isalnum", "isalpha", "isdecimal", "isspace", "isupper", "islower"}
)  # fmt: skip


def is_yes_or_no(node: ast.expr) -> bool:
    """Whether an expression can only be True or False."""
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.Not)
    if isinstance(node, ast.BoolOp):
        return all(map(is_yes_or_no, node.values))
    if isinstance(node, ast.Call):
        func = node.func
        return (isinstance(func, ast.Attribute) and func.attr in _ASKING) or (
            isinstance(func, ast.Name) and func.id in {"any", "all", "bool"}
        )
    return isinstance(node, _YES_OR_NO) or (
        isinstance(node, ast.Constant) and isinstance(node.value, bool)
    )


def condition(node: ast.expr, scope: Scope) -> str:
    """An expression where only its truth counts."""
    if isinstance(node, ast.BoolOp):
        joint = " && " if isinstance(node.op, ast.And) else " || "
        return f"({joint.join(condition(value, scope) for value in node.values)})"
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return f"!{condition(node.operand, scope)}"
    written = expression(node, scope)
    return written if is_yes_or_no(node) else f"py.truth({written})"


def names_bound(nodes: list[ast.stmt] | list[ast.expr]) -> frozenset[str]:
    """Names that a body binds for itself; those of nested functions and comprehensions not."""
    found: set[str] = set()
    _collect(list(nodes), found)
    return frozenset(found)


def _collect(nodes: list[ast.AST], found: set[str], *, targets: bool = True) -> None:
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and targets:
            found.add(node.id)
        elif isinstance(node, ast.NamedExpr):
            found.add(node.target.id)
            _collect([node.value], found, targets=targets)
        elif isinstance(node, ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            _collect(list(ast.iter_child_nodes(node)), found, targets=False)
        elif not isinstance(node, ast.Lambda):
            _collect(list(ast.iter_child_nodes(node)), found, targets=targets)
