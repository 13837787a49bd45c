"""Statements, line by line."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from build_tools.browser_grammar.displays import assigned, target
from build_tools.browser_grammar.scope import (
    Scope,
    condition,
    expression,
    identifier,
    names_bound,
    refused,
    statement,
)


def block(body: Sequence[ast.stmt], scope: Scope) -> Iterator[str]:
    """Statements in braces' depth; a docstring says nothing to a browser."""
    for node in body:
        for line in statement(node, scope):
            yield f"  {line}"


@statement.register
def _(node: ast.Expr, scope: Scope) -> Iterator[str]:
    if isinstance(node.value, ast.Constant):
        return
    if isinstance(node.value, ast.Yield):
        value = node.value.value
        yield f"yield {expression(value, scope) if value else 'null'};"
    elif isinstance(node.value, ast.YieldFrom):
        yield f"yield* py.iter({expression(node.value.value, scope)});"
    else:
        yield f"{expression(node.value, scope)};"


@statement.register
def _(node: ast.Return, scope: Scope) -> Iterator[str]:
    yield f"return {expression(node.value, scope) if node.value else 'null'};"


@statement.register
def _(node: ast.Assign, scope: Scope) -> Iterator[str]:
    value = expression(node.value, scope)
    if len(node.targets) > 1:
        kept = scope.temporary()
        yield f"{kept} = {value};"
        value = kept
    for one in node.targets:
        yield assigned(one, value, scope)


@statement.register
def _(node: ast.AnnAssign, scope: Scope) -> Iterator[str]:
    if node.value is not None:
        yield assigned(node.target, expression(node.value, scope), scope)


@statement.register
def _(node: ast.AugAssign, scope: Scope) -> Iterator[str]:
    """``+=`` on a name; a list would have to change in place, which the runtime refuses."""
    loaded = ast.copy_location(ast.BinOp(_loaded(node.target), node.op, node.value), node)
    value = expression(loaded, scope)
    if isinstance(node.op, ast.Add) and value.startswith("py.add("):
        value = "py.grown(" + value.removeprefix("py.add(")
    yield assigned(node.target, value, scope)


def _loaded(node: ast.Name | ast.Attribute | ast.Subscript) -> ast.expr:
    """The target as a value."""
    if isinstance(node, ast.Name):
        return ast.copy_location(ast.Name(node.id, ast.Load()), node)
    if isinstance(node, ast.Attribute):
        return ast.copy_location(ast.Attribute(node.value, node.attr, ast.Load()), node)
    return ast.copy_location(ast.Subscript(node.value, node.slice, ast.Load()), node)


@statement.register
def _(node: ast.If, scope: Scope) -> Iterator[str]:
    yield f"if ({condition(node.test, scope)}) {{"
    yield from block(node.body, scope)
    if node.orelse:
        yield "} else {"
        yield from block(node.orelse, scope)
    yield "}"


@statement.register
def _(node: ast.For, scope: Scope) -> Iterator[str]:
    if node.orelse:
        raise refused(node, scope, "a for with else", "use a name for what was found")
    yield f"for ({target(node.target, scope)} of py.iter({expression(node.iter, scope)})) {{"
    yield from block(node.body, scope)
    yield "}"


@statement.register
def _(node: ast.While, scope: Scope) -> Iterator[str]:
    if node.orelse:
        raise refused(node, scope, "a while with else", "use a name for what was found")
    yield f"while ({condition(node.test, scope)}) {{"
    yield from block(node.body, scope)
    yield "}"


@statement.register
def _(node: ast.Break, scope: Scope) -> Iterator[str]:
    yield "break;"


@statement.register
def _(node: ast.Continue, scope: Scope) -> Iterator[str]:
    yield "continue;"


@statement.register
def _(node: ast.Pass, scope: Scope) -> Iterator[str]:
    yield from ()


@statement.register
def _(node: ast.Raise, scope: Scope) -> Iterator[str]:
    if node.exc is None:
        raise refused(node, scope, "a bare raise")
    yield f"throw {expression(_with_arguments(node.exc), scope).replace('py.', 'new py.', 1)};"


def _with_arguments(node: ast.expr) -> ast.expr:
    if isinstance(node, ast.Call):
        return node
    return ast.copy_location(ast.Call(node, [], []), node)


@statement.register
def _(node: ast.Try, scope: Scope) -> Iterator[str]:
    if node.orelse or node.finalbody or len(node.handlers) != 1:
        raise refused(node, scope, "a try of more than one except", "write one except")
    handler = node.handlers[0]
    if handler.type is None or handler.name:
        raise refused(node, scope, "an except without a type or with a name", "name the type alone")
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    tests = " || ".join(f"fault$ instanceof {expression(kind, scope)}" for kind in kinds)
    yield "try {"
    yield from block(node.body, scope)
    yield "} catch (fault$) {"
    yield f"  if (!({tests})) throw fault$;"
    yield from block(handler.body, scope)
    yield "}"


@statement.register
def _(node: ast.FunctionDef, scope: Scope) -> Iterator[str]:
    """A function inside a function."""
    if node.decorator_list or node.args.defaults or node.args.kwonlyargs or node.args.vararg:
        raise refused(node, scope, "a nested function with more than plain parameters")
    names = [one.arg for one in node.args.args]
    inner = Scope(scope.world, scope.module, scope.owner, scope.names)
    yield f"{identifier(node.name)} = ({', '.join(map(identifier, names))}) => {{"
    yield from body_of(node, inner.inner(frozenset(names)))
    yield "};"


def body_of(node: ast.FunctionDef, scope: Scope) -> Iterator[str]:
    """The inside of a function, its own names declared first."""
    parameters = {
        one.arg for one in (*node.args.args, *node.args.kwonlyargs, *node.args.posonlyargs)
    }
    if node.args.kwarg:
        parameters.add(node.args.kwarg.arg)
    own = names_bound(node.body) - parameters
    inner = Scope(scope.world, scope.module, scope.owner, scope.names | own | parameters)
    lines = list(block(node.body, inner))
    declared = [*(identifier(name) for name in sorted(own)), *inner.temporaries]
    if declared:
        yield f"  let {', '.join(declared)};"
    yield from lines
    last = node.body[-1]
    if not isinstance(last, ast.Return | ast.Raise) and not is_generator(node):
        yield "  return null;"


def is_generator(node: ast.FunctionDef) -> bool:
    """Whether a function yields, not counting functions inside it."""
    open_ones: list[ast.AST] = list(node.body)
    while open_ones:
        one = open_ones.pop()
        if isinstance(one, ast.Yield | ast.YieldFrom):
            return True
        if not isinstance(one, ast.FunctionDef | ast.Lambda | ast.GeneratorExp):
            open_ones.extend(ast.iter_child_nodes(one))
    return False
