"""Containers written out, comprehensions, generators, lambdas and texts with values in them."""

from __future__ import annotations

import ast
import re
from typing import Final

from build_tools.browser_grammar.literals import quoted
from build_tools.browser_grammar.scope import (
    Scope,
    condition,
    construct,
    expression,
    identifier,
    names_bound,
    refused,
)

_WIDTH: Final = re.compile(r"0(\d+)d")


@construct.register(ast.Tuple)
@construct.register(ast.List)
def _sequence(node: ast.Tuple | ast.List, scope: Scope) -> str:
    return f"[{', '.join(expression(one, scope) for one in node.elts)}]"


@construct.register
def _(node: ast.Set, scope: Scope) -> str:
    return f"py.set([{', '.join(expression(one, scope) for one in node.elts)}])"


@construct.register
def _(node: ast.Starred, scope: Scope) -> str:
    return f"...py.iter({expression(node.value, scope)})"


@construct.register
def _(node: ast.Dict, scope: Scope) -> str:
    parts: list[str] = []
    for key, value in zip(node.keys, node.values, strict=True):
        written = expression(value, scope)
        parts.append(
            f"py.dict([[{expression(key, scope)}, {written}]])" if key else f"py.dict({written})"
        )
    if None in node.keys:
        return f"py.merged({', '.join(parts)})"
    inside = ", ".join(part.removeprefix("py.dict([").removesuffix("])") for part in parts)
    return f"py.dict([{inside}])"


@construct.register
def _(node: ast.ListComp, scope: Scope) -> str:
    return _collected(node, node.elt, scope)


@construct.register
def _(node: ast.SetComp, scope: Scope) -> str:
    return f"py.set({_collected(node, node.elt, scope)})"


@construct.register
def _(node: ast.DictComp, scope: Scope) -> str:
    pair = ast.copy_location(ast.Tuple([node.key, node.value], ast.Load()), node)
    return f"py.dict({_collected(node, pair, scope)})"


@construct.register
def _(node: ast.GeneratorExp, scope: Scope) -> str:
    """A generator of its own; only the first iterable is worked out at once."""
    first, *others = node.generators
    walked = expression(first.iter, scope)
    opening, inner = _loops(first, others, scope)
    names = f"(function* (all$) {{ {opening}yield {expression(node.elt, inner)}; }})"
    return f"{names}(py.iter({walked}))"


def _collected(
    node: ast.ListComp | ast.SetComp | ast.DictComp, item: ast.expr, scope: Scope
) -> str:
    first, *others = node.generators
    walked = expression(first.iter, scope)
    opening, inner = _loops(first, others, scope)
    made = f"const made$ = []; {opening}made$.push({expression(item, inner)}); return made$;"
    return f"((all$) => {{ {made} }})(py.iter({walked}))"


def _loops(
    first: ast.comprehension, others: list[ast.comprehension], scope: Scope
) -> tuple[str, Scope]:
    """The loops and conditions before the item, and the scope inside them."""
    written, inner = "", scope
    for one in (first, *others):
        if one.is_async:
            raise refused(one.target, scope, "an asynchronous comprehension")
        walked = "all$" if one is first else f"py.iter({expression(one.iter, inner)})"
        inner = inner.inner(names_bound([one.target]))
        written += f"for (const {target(one.target, inner)} of {walked}) "
        for test in one.ifs:
            written += f"if ({condition(test, inner)}) "
    return written, inner


def target(node: ast.expr, scope: Scope) -> str:
    """The left side of an assignment to names."""
    if isinstance(node, ast.Name):
        return identifier(node.id)
    if isinstance(node, ast.Tuple | ast.List):
        return f"[{', '.join(target(one, scope) for one in node.elts)}]"
    if isinstance(node, ast.Starred):
        return f"...{target(node.value, scope)}"
    if isinstance(node, ast.Attribute):
        return f"{expression(node.value, scope)}.{node.attr}"
    raise refused(node, scope, f"an assignment to {type(node).__name__}")


def assigned(node: ast.expr, value: str, scope: Scope) -> str:
    """An assignment of a value to names, a field or an item."""
    if isinstance(node, ast.Subscript):
        if isinstance(node.slice, ast.Slice):
            ends = (node.slice.lower, node.slice.upper)
            key = f"new py.Slice({', '.join(expression(e, scope) if e else 'null' for e in ends)})"
        else:
            key = expression(node.slice, scope)
        return f"py.put({expression(node.value, scope)}, {key}, {value});"
    if isinstance(node, ast.Tuple | ast.List):
        value = f"py.iter({value})"
    return f"{target(node, scope)} = {value};"


@construct.register
def _(node: ast.Lambda, scope: Scope) -> str:
    if node.args.defaults or node.args.vararg or node.args.kwonlyargs or node.args.kwarg:
        raise refused(node, scope, "a lambda with more than plain parameters", "write a function")
    names = [argument.arg for argument in node.args.args]
    inner = scope.inner(frozenset(names))
    return f"(({', '.join(map(identifier, names))}) => {expression(node.body, inner)})"


@construct.register
def _(node: ast.JoinedStr, scope: Scope) -> str:
    return f"({' + '.join([quoted(''), *(expression(one, scope) for one in node.values)])})"


@construct.register
def _(node: ast.FormattedValue, scope: Scope) -> str:
    value = expression(node.value, scope)
    if node.conversion == ord("r"):
        return f"py.repr({value})"
    if node.format_spec is None:
        return f"py.str({value})"
    spec = node.format_spec
    words = "".join(
        str(part.value) for part in getattr(spec, "values", []) if isinstance(part, ast.Constant)
    )
    match = _WIDTH.fullmatch(words)
    if match is None:
        raise refused(node, scope, f"the format {words!r}", "only {x} and {x:02d} are known")
    return f"py.padded({value}, {match[1]})"
