"""Operators, comparisons, subscripts and attributes."""

from __future__ import annotations

import ast
from enum import IntEnum
from types import ModuleType
from typing import Final

from build_tools.browser_grammar.externals import METHODS
from build_tools.browser_grammar.literals import number, quoted
from build_tools.browser_grammar.scope import (
    Scope,
    condition,
    construct,
    expression,
    identifier,
    is_yes_or_no,
    refused,
)

_BINARY: Final[dict[type[ast.operator], str]] = {
    ast.Add: "py.add",
    ast.Sub: "py.sub",
    ast.Mult: "py.mul",
    ast.FloorDiv: "py.floordiv",
    ast.Mod: "py.mod",
    ast.BitOr: "py.bitOr",
    ast.BitAnd: "py.bitAnd",
}
_PLAIN: Final[dict[type[ast.operator], str]] = {ast.Add: "+", ast.Sub: "-"}
_ORDER: Final[dict[type[ast.cmpop], tuple[str, str]]] = {
    ast.Lt: ("<", "py.lt"),
    ast.LtE: ("<=", "py.le"),
    ast.Gt: (">", "py.gt"),
    ast.GtE: (">=", "py.ge"),
}


@construct.register
def _(node: ast.Constant, scope: Scope) -> str:
    value = node.value
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, bytes):
        return f"py.bytearray({list(value)})"
    raise refused(node, scope, f"the constant {value!r}")


@construct.register
def _(node: ast.Name, scope: Scope) -> str:
    if node.id in scope.names:
        return identifier(node.id)
    try:
        value = scope.world.named(scope.module, node.id)
    except KeyError:
        raise refused(node, scope, f"the unknown name {node.id}") from None
    return scope.world.external(value) or scope.world.reference(value, node.id)


@construct.register
def _(node: ast.Attribute, scope: Scope) -> str:
    if isinstance(node.value, ast.Name) and node.value.id not in scope.names:
        owner = scope.world.named(scope.module, node.value.id)
        if isinstance(owner, ModuleType):
            value = getattr(owner, node.attr)
            return scope.world.external(value) or scope.world.reference(value, node.attr)
        if isinstance(owner, type) and issubclass(owner, IntEnum):
            return number(int(getattr(owner, node.attr)))
    inner = expression(node.value, scope)
    if _is_method(node, scope):
        return f"py.bound({inner}, {quoted(node.attr)})"
    return f"{inner}.{node.attr}"


def _is_method(node: ast.Attribute, scope: Scope) -> bool:
    """Whether a name behind a dot is a method taken as a value, not a field."""
    if isinstance(node.value, ast.Name) and node.value.id == "self" and scope.owner:
        return scope.world.is_method_of(scope.owner, scope.module, node.attr)
    known = node.attr in METHODS or scope.world.is_own_method(node.attr)
    return known and not scope.world.is_own_field(node.attr)


@construct.register
def _(node: ast.BinOp, scope: Scope) -> str:
    left, right = expression(node.left, scope), expression(node.right, scope)
    sides = (node.left, node.right)
    if type(node.op) in _PLAIN and any(isinstance(side, ast.Constant) for side in sides):
        return f"({left} {_PLAIN[type(node.op)]} {right})"
    if type(node.op) not in _BINARY or (isinstance(node.op, ast.Mod) and _is_text(node.left)):
        raise refused(node, scope, f"the operator {type(node.op).__name__}")
    return f"{_BINARY[type(node.op)]}({left}, {right})"


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@construct.register
def _(node: ast.UnaryOp, scope: Scope) -> str:
    if isinstance(node.op, ast.Not):
        return f"!{condition(node.operand, scope)}"
    if isinstance(node.op, ast.USub):
        return f"(-{expression(node.operand, scope)})"
    raise refused(node, scope, f"the operator {type(node.op).__name__}")


@construct.register
def _(node: ast.BoolOp, scope: Scope) -> str:
    if is_yes_or_no(node):
        return condition(node, scope)
    *first, last = node.values
    written = expression(last, scope)
    for value in reversed(first):
        kept = scope.temporary()
        test = f"py.truth({kept} = {expression(value, scope)})"
        ends = (written, kept) if isinstance(node.op, ast.And) else (kept, written)
        written = f"({test} ? {ends[0]} : {ends[1]})"
    return written


@construct.register
def _(node: ast.IfExp, scope: Scope) -> str:
    test = condition(node.test, scope)
    return f"({test} ? {expression(node.body, scope)} : {expression(node.orelse, scope)})"


@construct.register
def _(node: ast.NamedExpr, scope: Scope) -> str:
    return f"({identifier(node.target.id)} = {expression(node.value, scope)})"


@construct.register
def _(node: ast.Compare, scope: Scope) -> str:
    parts: list[str] = []
    left_node, left = node.left, expression(node.left, scope)
    for op, right_node in zip(node.ops, node.comparators, strict=True):
        right = expression(right_node, scope)
        if right_node is not node.comparators[-1] and not isinstance(
            right_node, ast.Name | ast.Constant
        ):
            kept = scope.temporary()
            parts.append(
                _compared(op, (left_node, left), (right_node, f"({kept} = {right})"), scope)
            )
            right = kept
        else:
            parts.append(_compared(op, (left_node, left), (right_node, right), scope))
        left_node, left = right_node, right
    return f"({' && '.join(parts)})"


def _compared(
    op: ast.cmpop, one: tuple[ast.expr, str], other: tuple[ast.expr, str], scope: Scope
) -> str:
    (left_node, left), (right_node, right) = one, other
    if isinstance(op, ast.Is | ast.IsNot):
        return f"{left} {'===' if isinstance(op, ast.Is) else '!=='} {right}"
    if isinstance(op, ast.Eq | ast.NotEq):
        is_equal = isinstance(op, ast.Eq)
        if _is_simple(left_node) or _is_simple(right_node):
            return f"{left} {'===' if is_equal else '!=='} {right}"
        return f"{'' if is_equal else '!'}py.eq({left}, {right})"
    if isinstance(op, ast.In | ast.NotIn):
        return f"{'' if isinstance(op, ast.In) else '!'}py.has({right}, {left})"
    sign, name = _ORDER[type(op)]
    if _is_number(left_node) or _is_number(right_node):
        return f"{left} {sign} {right}"
    return f"{name}({left}, {right})"


def _is_simple(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str | int)


def _is_number(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "len"
    return isinstance(node, ast.Constant) and isinstance(node.value, int)


@construct.register
def _(node: ast.Subscript, scope: Scope) -> str:
    value = expression(node.value, scope)
    if not isinstance(node.slice, ast.Slice):
        return f"py.item({value}, {expression(node.slice, scope)})"
    if node.slice.step is not None:
        raise refused(node, scope, "a slice with a step", "write reversed()")
    ends = (node.slice.lower, node.slice.upper)
    start, stop = (expression(end, scope) if end else "null" for end in ends)
    return f"py.slice({value}, {start}, {stop})"
