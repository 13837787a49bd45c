"""Calls: which arguments go where is settled here, for JavaScript knows no named ones."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
from collections.abc import Sequence
from types import ModuleType
from typing import Final

from build_tools.browser_grammar.externals import (
    METHODS,
    MISSING,
    NAMED,
    ON_TYPES,
    PATTERN_FIRST,
    SHAPED,
)
from build_tools.browser_grammar.literals import quoted
from build_tools.browser_grammar.regexes import translated
from build_tools.browser_grammar.scope import Scope, construct, expression, refused

_SPLIT_ARGUMENTS: Final = {"split": ("sep", "maxsplit"), "sort": ("key", "reverse")}


@construct.register
def _(node: ast.Call, scope: Scope) -> str:
    if isinstance(node.func, ast.Attribute):
        return _method(node, node.func, scope)
    if isinstance(node.func, ast.Name) and node.func.id not in scope.names:
        return _function(node, scope.world.named(scope.module, node.func.id), scope)
    if (own := _own_class(node.func, scope)) is not None:
        parameters = scope.world.parameters(scope.world.named(scope.module, scope.owner or ""))
        return f"new {own}({_arranged(node, parameters, scope)})"
    return f"{expression(node.func, scope)}({_in_order(node, scope)})"


def _own_class(func: ast.expr, scope: Scope) -> str | None:
    """``cls`` in a class method, ``type(self)`` in a method: the class being defined."""
    if scope.owner is None:
        return None
    if isinstance(func, ast.Name) and func.id == "cls":
        return "cls"
    is_type = (
        isinstance(func, ast.Call) and isinstance(func.func, ast.Name) and func.func.id == "type"
    )
    return "self.constructor" if is_type and ast.unparse(func).endswith("(self)") else None


def _function(node: ast.Call, value: object, scope: Scope) -> str:
    """A call of a global name."""
    if value in PATTERN_FIRST:
        return _of_pattern(node, str(getattr(value, "__name__", "")), scope)
    if value is re.compile:
        return _compiled(node, scope)
    if value in SHAPED:
        return _shaped(node, value, scope)
    for known, written, names in NAMED:
        if value is known:
            return f"{written}({_named(node, names, scope)})"
    if (written_ := scope.world.external(value)) is not None:
        return f"{written_}({_in_order(node, scope)})"
    name = expression(node.func, scope)
    if inspect.isclass(value):
        return _constructed(node, value, name, scope)
    if not node.keywords:
        return f"{name}({_in_order(node, scope)})"
    return f"{name}({_arranged(node, scope.world.parameters(value), scope)})"


def _constructed(node: ast.Call, value: type, name: str, scope: Scope) -> str:
    doubled = [keyword.value for keyword in node.keywords if keyword.arg is None]
    if not doubled:
        return f"new {name}({_arranged(node, scope.world.parameters(value), scope)})"
    if len(node.keywords) > 1 or not dataclasses.is_dataclass(value):
        raise refused(node, scope, "“**” beside other named arguments", "gather them in one dict")
    values = ", ".join(expression(one, scope) for one in node.args)
    return f"py.construct({name}, [{values}], {expression(doubled[0], scope)})"


def _in_order(node: ast.Call, scope: Scope) -> str:
    if node.keywords:
        raise refused(node, scope, "named arguments here", "pass them in order")
    return ", ".join(expression(one, scope) for one in node.args)


def _named(node: ast.Call, names: Sequence[str], scope: Scope, first: int = 1) -> str:
    """The first arguments as they stand, then those with these names."""
    given = {names[at]: one for at, one in enumerate(node.args[first:])}
    given |= {str(keyword.arg): keyword.value for keyword in node.keywords if keyword.arg in names}
    if len(given) != len(node.args[first:]) + len(node.keywords):
        raise refused(node, scope, "arguments that the browser's version does not have")
    written = [expression(one, scope) for one in node.args[:first]]
    written += [expression(given[name], scope) if name in given else "undefined" for name in names]
    while written[-1] == "undefined":
        written.pop()
    return ", ".join(written)


def _arranged(node: ast.Call, parameters: ast.arguments, scope: Scope) -> str:
    """The arguments in the order of the parameters, missing ones left to their defaults."""
    names = [one.arg for one in (*parameters.posonlyargs, *parameters.args)]
    names += [one.arg for one in parameters.kwonlyargs]
    written = [expression(one, scope) for one in node.args]
    starred = any(isinstance(one, ast.Starred) for one in node.args)
    named = {keyword.arg: keyword.value for keyword in node.keywords}
    if None in named:
        raise refused(node, scope, "“**” in a call", "pass the arguments one by one")
    if not named:
        return ", ".join(written)
    more = [pair for pair in named.items() if pair[0] not in names]
    if starred and more != list(named.items()):
        raise refused(node, scope, "“*” before named arguments", "pass them one by one")
    if not starred:
        written += [
            expression(named[name], scope) if name in named else "undefined"
            for name in names[len(written) :]
        ]
    if more and parameters.kwarg is None:
        raise refused(node, scope, f"the unknown argument {more[0][0]}")
    if more:
        pairs = ", ".join(f"[{quoted(str(name))}, {expression(one, scope)}]" for name, one in more)
        written.append(f"py.dict([{pairs}])")
    while written and written[-1] == "undefined":
        written.pop()
    return ", ".join(written)


def _shaped(node: ast.Call, value: object, scope: Scope) -> str:
    named = {str(keyword.arg): expression(keyword.value, scope) for keyword in node.keywords}
    if value is dataclasses.replace:
        changes = ", ".join(f"{name}: {one}" for name, one in named.items() if name != "None")
        if "None" in named:
            raise refused(node, scope, "replace() with “**”", "name the fields")
        return f"py.replace({expression(node.args[0], scope)}, {{ {changes} }})"
    items = ", ".join(expression(one, scope) for one in node.args)
    if value is zip:
        return f"py.zip([{items}], {named.get('strict', 'false')})"
    is_one = len(node.args) == 1 and not isinstance(node.args[0], ast.Starred)
    name = "max" if value is max else "min"
    key, missing = named.get("key", "null"), named.get("default", "undefined")
    return f"py.{name}({items if is_one else f'[{items}]'}, {key}, {missing})"


def _method(node: ast.Call, func: ast.Attribute, scope: Scope) -> str:
    """A call with a dot: of a module, a class, ``self``, or whatever the value is."""
    name = func.attr
    if isinstance(func.value, ast.Name) and func.value.id not in scope.names:
        owner = scope.world.named(scope.module, func.value.id)
        if isinstance(owner, ModuleType):
            return _function(node, getattr(owner, name), scope)
        if (owner is object) and name == "__setattr__":
            return _set_once(node, scope)
        if inspect.isclass(owner):
            return _of_class(node, owner, name, scope)
    receiver = _receiver(func, scope)
    if name in METHODS:
        if name in _SPLIT_ARGUMENTS:
            given = _named(node, _SPLIT_ARGUMENTS[name], scope, first=0) if node.keywords else None
        else:
            given = None
        rest = given if given is not None else _in_order_or_own(node, name, scope)
        return f"py.call({receiver}, {quoted(name)}{', ' if rest else ''}{rest})"
    if not node.keywords and (scope.world.is_own_method(name) or scope.world.is_own_field(name)):
        return f"{receiver}.{name}({_in_order(node, scope)})"
    if not scope.world.is_own_method(name):
        cure = "the runtime does not have it yet" if name in MISSING else "no class has it"
        raise refused(node, scope, f"the method {name}()", cure)
    own = scope.world.method(scope.owner if receiver == "self" else None, scope.module, name)
    return f"{receiver}.{name}({_arranged(node, own, scope)})"


def _receiver(func: ast.Attribute, scope: Scope) -> str:
    """What stands before the dot; a class method asked of ``self`` is one of its class."""
    receiver = expression(func.value, scope)
    if receiver == "self" and scope.owner is not None:
        owner = scope.world.named(scope.module, scope.owner)
        if isinstance(inspect.getattr_static(owner, func.attr, None), classmethod):
            return "self.constructor"
    return receiver


def _in_order_or_own(node: ast.Call, name: str, scope: Scope) -> str:
    """Arguments of a method that Python's types and a class of ours may both have."""
    if not node.keywords:
        return _in_order(node, scope)
    if not scope.world.is_own_method(name):
        raise refused(node, scope, f"named arguments of {name}()", "pass them in order")
    return _arranged(node, scope.world.method(None, scope.module, name), scope)


def _of_class(node: ast.Call, owner: type, name: str, scope: Scope) -> str:
    if (known := ON_TYPES.get((owner.__name__, name))) is not None:
        return f"{known}({_in_order(node, scope)})"
    if scope.world.external(owner) is not None:
        if name not in METHODS:
            cure = "make it a constant of the module"
            raise refused(node, scope, f"{owner.__name__}.{name}()", cure)
        receiver, *rest = (expression(one, scope) for one in node.args)  # str.lower(text)
        return f"py.call({', '.join((receiver, quoted(name), *rest))})"
    own = scope.world.method(owner.__name__, owner.__module__, name)
    is_static = isinstance(inspect.getattr_static(owner, name), staticmethod)
    receiver = scope.world.reference(owner, owner.__name__) + (".prototype" if is_static else "")
    return f"{receiver}.{name}({_arranged(node, own, scope)})"


def _set_once(node: ast.Call, scope: Scope) -> str:
    """``object.__setattr__(self, "low", …)``, how a frozen dataclass fills a field."""
    receiver, name, value = node.args
    if not (isinstance(name, ast.Constant) and isinstance(name.value, str)):
        raise refused(node, scope, "a field whose name is not written out")
    return f"{expression(receiver, scope)}.{name.value} = {expression(value, scope)}"


def _of_pattern(node: ast.Call, name: str, scope: Scope) -> str:
    """``re.sub(r"…", …)``: the pattern becomes a constant of the program."""
    first, *rest = node.args
    if not (isinstance(first, ast.Constant) and isinstance(first.value, str)) or node.keywords:
        raise refused(
            node, scope, f"re.{name}() with a pattern not written out", "compile it above"
        )
    given = [quoted(name), *(expression(one, scope) for one in rest)]
    return f"py.call({scope.world.pattern(first.value, 0)}, {', '.join(given)})"


def _compiled(node: ast.Call, scope: Scope) -> str:
    """A pattern made while running: words written out and ``re.escape(…)``, joined by ``+``."""
    if len(node.args) != 1 or node.keywords:
        raise refused(node, scope, "re.compile() with flags inside a function", "use (?i:…)")
    parts = [_pattern_part(part, scope) for part in _summands(node.args[0])]
    return f'py.re(new RegExp({" + ".join(parts)}, "u"))'


def _summands(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return [*_summands(node.left), *_summands(node.right)]
    return [node]


def _pattern_part(node: ast.expr, scope: Scope) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        made = translated(node.value)
        if made.places:
            raise refused(node, scope, "a group in a pattern made while running")
        return quoted(made.source)
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.escape":
        return expression(node, scope)
    raise refused(node, scope, "a pattern of unknown parts", "use written words and re.escape()")
