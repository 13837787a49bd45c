"""Functions and classes of modules, whole."""

from __future__ import annotations

import ast
import dataclasses
from collections.abc import Iterator
from typing import Final

from build_tools.browser_grammar.scope import Scope, expression, identifier, refused
from build_tools.browser_grammar.statements import body_of, is_generator

_KNOWN_DECORATORS: Final = frozenset({"property", "cached_property", "classmethod", "staticmethod"})
_BASES: Final = frozenset({"Generic", "Protocol", "object"})


def function(node: ast.FunctionDef, name: str, scope: Scope) -> Iterator[str]:
    """A function of a module; with ``lru_cache`` it remembers its answers."""
    decorators = {_decorator(one) for one in node.decorator_list}
    if decorators - {"lru_cache", "cache"}:
        raise refused(node, scope, f"the decorator {', '.join(sorted(decorators))}")
    star = "*" if is_generator(node) else ""
    parameters = _parameters(node, scope, skip=0)
    if decorators:
        yield f"const {name} = py.memo(({parameters}) => {{"
        yield from body_of(node, scope)
        yield "});"
    else:
        yield f"function{star} {name}({parameters}) {{"
        yield from body_of(node, scope)
        yield "}"


def class_(node: ast.ClassDef, value: type, name: str, scope: Scope) -> Iterator[str]:
    """A class without parents; a dataclass gets its constructor from its fields."""
    bases = [ast.unparse(base).partition("[")[0] for base in node.bases]
    if set(bases) - _BASES or node.keywords:
        raise refused(node, scope, f"the class {node.name} with a parent", "use plain classes")
    yield f"class {name} {{"
    if dataclasses.is_dataclass(value):
        yield from (f"  {line}" for line in _constructor(node, value, scope))
    for one in node.body:
        if isinstance(one, ast.FunctionDef):
            yield from (f"  {line}" for line in _method(one, scope))
    yield "}"


def _constructor(node: ast.ClassDef, value: type, scope: Scope) -> Iterator[str]:
    defaults = {
        one.target.id: one.value
        for one in node.body
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name) and one.value
    }
    fields = dataclasses.fields(value)
    given, optional = [], []
    for one in fields:
        if not one.init:
            continue
        default = _default(one, defaults.get(one.name), scope)
        given.append(identifier(one.name) + (f" = {default}" if default else ""))
        if default:
            optional.append(one.name)
    yield f"constructor({', '.join(given)}) {{"
    for one in fields:
        yield f"  this.{one.name} = {identifier(one.name) if one.init else 'null'};"
    if "__post_init__" in value.__dict__:
        yield "  this.__post_init__();"
    yield "}"
    compared = [one.name for one in fields if one.compare]
    for name, names in (
        ("fields", [one.name for one in fields if one.init]), ("optional", optional), ("compared", compared)
    ):  # fmt: skip
        yield f"static get {name}() {{ return {names!r}; }}"


def _default(one: dataclasses.Field[object], node: ast.expr | None, scope: Scope) -> str:
    if one.default_factory is not dataclasses.MISSING:
        made = {dict: "py.dict()", list: "[]", set: "py.set()"}.get(one.default_factory)  # type: ignore[call-overload]
        if made is None and node is not None:
            raise refused(node, scope, "a default_factory other than dict, list, set")
        return str(made)
    if one.default is dataclasses.MISSING:
        return ""
    if isinstance(node, ast.Call):  # field(default=…)
        node = next((k.value for k in node.keywords if k.arg == "default"), None)
    return expression(node, scope) if node else "null"


def _method(node: ast.FunctionDef, scope: Scope) -> Iterator[str]:
    decorators = {_decorator(one) for one in node.decorator_list}
    if decorators - _KNOWN_DECORATORS:
        raise refused(node, scope, f"the decorator {', '.join(sorted(decorators))}")
    if node.name == "__init__" and decorators:
        raise refused(node, scope, "a decorated __init__")
    is_static = "staticmethod" in decorators
    first = [] if is_static else [node.args.args[0].arg]
    inner = scope.inner(frozenset(first))
    parameters = _parameters(node, inner, skip=len(first))
    name = "constructor" if node.name == "__init__" else node.name
    opening = "static " if "classmethod" in decorators else ""
    opening += "get " if decorators & {"property", "cached_property"} else ""
    opening += "*" if is_generator(node) else ""
    yield f"{opening}{name}({parameters}) {{"
    if first:
        yield f"  const {identifier(first[0])} = this;"
    body = list(body_of(_without_first(node, len(first)), inner))
    if "cached_property" in decorators:
        yield f'  return py.cached({identifier(first[0])}, "{name}", () => {{'
        yield from (f"  {line}" for line in body)
        yield "  });"
    elif name == "constructor":
        yield from (line for line in body if line != "  return null;")
    else:
        yield from body
    yield "}"


def _without_first(node: ast.FunctionDef, count: int) -> ast.FunctionDef:
    """The method without ``self``, which is declared on its own."""
    arguments = node.args
    kept = ast.arguments(
        arguments.posonlyargs, arguments.args[count:], arguments.vararg, arguments.kwonlyargs,
        arguments.kw_defaults, arguments.kwarg, arguments.defaults,
    )  # fmt: skip
    made = ast.FunctionDef(node.name, kept, node.body, [], None)
    return ast.copy_location(made, node)


def _parameters(node: ast.FunctionDef, scope: Scope, *, skip: int) -> str:
    """Parameters with their defaults; named-only ones follow the others, then ``**more``."""
    arguments = node.args
    if arguments.vararg and (arguments.kwonlyargs or arguments.kwarg):
        raise refused(node, scope, "“*” and named parameters of one function")
    plain = [*arguments.posonlyargs, *arguments.args]
    defaults: list[ast.expr | None] = [None] * (len(plain) - len(arguments.defaults))
    pairs = [*zip(plain, [*defaults, *arguments.defaults], strict=True)][skip:]
    pairs += [*zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)]
    written = [
        identifier(one.arg) + (f" = {expression(default, scope)}" if default else "")
        for one, default in pairs
    ]
    if arguments.kwarg:
        written.append(f"{identifier(arguments.kwarg.arg)} = py.dict()")
    if arguments.vararg:
        written.append(f"...{identifier(arguments.vararg.arg)}")
    return ", ".join(written)


def _decorator(node: ast.expr) -> str:
    inner = node.func if isinstance(node, ast.Call) else node
    return inner.id if isinstance(inner, ast.Name) else ast.unparse(inner)
