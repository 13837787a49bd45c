"""What a program needs: everything that its first functions reach, each thing once."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
import sys
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from types import ModuleType
from typing import Final

from build_tools.browser_grammar.definitions import class_, function
from build_tools.browser_grammar.externals import PLAIN
from build_tools.browser_grammar.literals import literal, pattern
from build_tools.browser_grammar.refusals import UntranslatableError
from build_tools.browser_grammar.scope import Scope

_SHORT: Final = 12


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(inspect.getsource(sys.modules[module]))


@cache
def _definitions(module: str) -> dict[str, ast.FunctionDef | ast.ClassDef]:
    kinds = ast.FunctionDef | ast.ClassDef
    return {node.name: node for node in _tree(module).body if isinstance(node, kinds)}


def _with_imports(modules: Iterable[str], package: str) -> list[str]:
    """Modules of the package that these import, and what those import, in order of name."""
    reached: set[str] = set()
    open_ones = list(modules)
    while open_ones:
        if (module := open_ones.pop()) not in reached:
            reached.add(module)
            open_ones += [
                node.module
                for node in _tree(module).body
                if isinstance(node, ast.ImportFrom) and node.module in sys.modules
                if node.module is not None and node.module.split(".")[0] == package
            ]
    return sorted(reached)


class Reached:
    """The definitions and constants of a program, in the order in which they must stand.

    ``package`` is the name whose modules are translated; ``replaced`` gives functions that
    the program takes from elsewhere, by the expression that stands for them.
    """

    def __init__(
        self, package: str, roots: Iterable[object], replaced: Mapping[object, str]
    ) -> None:
        self.package = package
        self.modules = _with_imports(map(self._module, roots), package)
        self.externals = {id(value): name for value, name in PLAIN}
        self.replaced = {id(value): text for value, text in replaced.items()}
        self.names: dict[object, str] = {}
        self.kept: list[object] = []  # keeps ids valid
        self.classes: list[str] = []
        self.constants: list[str] = []
        self.attributes: list[str] = []
        self.functions: list[str] = []
        self.taken: set[str] = set()
        self.patterns: dict[tuple[str, int], str] = {}

    # what a function asks for

    def named(self, module: str, name: str) -> object:
        """The object behind a global or built-in name."""
        found = vars(sys.modules[module])
        if name in found:
            return found[name]
        builtins = vars(sys.modules["builtins"])
        if name in builtins:
            return builtins[name]
        raise KeyError(name)

    def external(self, value: object) -> str | None:
        """The runtime's name for a function of Python or its standard library."""
        try:
            return self.externals.get(id(value))
        except TypeError:
            return None

    def reference(self, value: object, name: str) -> str:
        """The name of a function, class or constant, which is added when it is new."""
        key = self._key(value)
        if key in self.names:
            return self.names[key]
        if isinstance(value, int | float | bool | None) or (
            isinstance(value, str) and len(value) <= _SHORT
        ):
            return literal(value, str)
        self.kept.append(value)
        if self._is_own(value):
            return self._defined(value, key)
        if inspect.isroutine(value) and not isinstance(
            getattr(value, "__self__", None), re.Pattern
        ):
            raise UntranslatableError(f"the function {name}()", "the runtime does not have it yet")
        if isinstance(value, ModuleType):
            raise UntranslatableError(f"the module {name} as a value", "import what it holds")
        return self._constant(value, name, key)

    def pattern(self, text: str, flags: int) -> str:
        """A constant for a pattern written inside a function."""
        if (text, flags) not in self.patterns:
            name = self._fresh(f"pattern${len(self.patterns) + 1}")
            self.patterns[text, flags] = name
            self.constants.append(f"const {name} = {pattern(re.compile(text, flags))};")
        return self.patterns[text, flags]

    def parameters(self, value: object) -> ast.arguments:
        """The parameters of a function or of a class's constructor."""
        value = getattr(value, "__wrapped__", value)
        node = _definitions(self._module(value))[self._name(value)]
        if isinstance(node, ast.FunctionDef):
            return node.args
        if isinstance(value, type) and dataclasses.is_dataclass(value):
            fields = [ast.arg(one.name) for one in dataclasses.fields(value) if one.init]
            return ast.arguments([], fields, None, [], [], None, [])
        init = next((one for one in node.body if getattr(one, "name", "") == "__init__"), None)
        return _without_self(init) if isinstance(init, ast.FunctionDef) else _without_self(None)

    def is_own_method(self, name: str) -> bool:
        """Whether some class of our own has a method of that name."""
        return any(known == name for _, _, known in self._methods)

    def is_method_of(self, owner: str, module: str, name: str) -> bool:
        """Whether this class of ours has a method, no property, of that name."""
        node = self._methods.get((module, owner, name))
        return node is not None and not node.decorator_list

    def method(self, owner: str | None, module: str, name: str) -> ast.arguments:
        """The parameters of a method of our own.

        Without an owner all classes are asked, and those that have it must agree.
        """
        if owner is not None and (own := self._methods.get((module, owner, name))) is not None:
            return _without_self(own)
        found = [node for (_, _, known), node in self._methods.items() if known == name]
        shapes = {ast.dump(_without_self(node), annotate_fields=False) for node in found}
        plain = {tuple(one.arg for one in _without_self(node).args) for node in found}
        if len(shapes) > 1 and len(plain) > 1:
            raise UntranslatableError(
                f"the method {name}(), which differs from class to class", "give one another name"
            )
        return _without_self(found[0] if found else None)

    def is_own_field(self, name: str) -> bool:
        """Whether some class of our own has a value or property of that name."""
        return name in self._fields

    # what is added

    def _is_own(self, value: object) -> bool:
        is_definition = (
            inspect.isfunction(value) or inspect.isclass(value) or hasattr(value, "__wrapped__")
        )
        return is_definition and self._module(value).split(".")[0] == self.package

    def _defined(self, value: object, key: object) -> str:
        if id(value) in self.replaced:
            name = self.names[key] = self._fresh(self._name(value))
            self.constants.append(f"const {name} = {self.replaced[id(value)]};")
            return name
        module, own = self._module(value), self._name(value)
        node = _definitions(module).get(own)
        name = self.names[key] = self._fresh(f"{module.split('.')[-1]}${own}")
        scope = Scope(self, module, own if isinstance(node, ast.ClassDef) else None)
        if node is None:
            raise UntranslatableError(
                f"{own}, which is not defined at the top of {module}", "move it"
            )
        try:
            if isinstance(node, ast.FunctionDef):
                self.functions.append("\n".join(function(node, name, scope)))
            elif isinstance(value, type):
                self.classes.append("\n".join(class_(node, value, name, scope)))
                self._class_attributes(value, node, name)
        except UntranslatableError as fault:
            raise fault.at(module, node) from None
        return name

    def _class_attributes(self, value: type, node: ast.ClassDef, name: str) -> None:
        """Values of a class that its instances share, such as the patterns of a form."""
        if dataclasses.is_dataclass(value):
            return
        for one in node.body:
            targets = one.targets if isinstance(one, ast.Assign) else [getattr(one, "target", None)]
            for target in targets:
                if isinstance(target, ast.Name) and target.id in value.__dict__:
                    written = self.reference(value.__dict__[target.id], target.id)
                    self.attributes.append(f"{name}.prototype.{target.id} = {written};")

    def _constant(self, value: object, name: str, key: object) -> str:
        def inside(one: object) -> str:
            if isinstance(one, str) or one is None or isinstance(one, int | float):
                return literal(one, inside)
            named = isinstance(one, re.Pattern) or self._key(one) in self.names
            named = (
                named
                or inspect.isclass(one)
                or not isinstance(one, tuple | list | set | frozenset | dict)
            )
            return self.reference(one, f"{name}_") if named else literal(one, inside)

        written = literal(value, inside)
        fresh = self.names[key] = self._fresh(f"{name.lstrip('_') or 'value'}$")
        self.constants.append(f"const {fresh} = {written};")
        return fresh

    def _fresh(self, name: str) -> str:
        number, fresh = 1, name
        while fresh in self.taken:
            number += 1
            fresh = f"{name}{number}"
        self.taken.add(fresh)
        return fresh

    @staticmethod
    def _key(value: object) -> object:
        return ("text", value) if isinstance(value, str) else id(value)

    @staticmethod
    def _module(value: object) -> str:
        return str(getattr(value, "__module__", ""))

    @staticmethod
    def _name(value: object) -> str:
        return str(getattr(value, "__qualname__", ""))

    @cached_property
    def _classes(self) -> tuple[tuple[str, ast.ClassDef], ...]:
        return tuple(
            (module, node)
            for module in self.modules
            for node in _definitions(module).values()
            if isinstance(node, ast.ClassDef)
        )

    @cached_property
    def _methods(self) -> dict[tuple[str, str, str], ast.FunctionDef]:
        return {
            (module, node.name, one.name): one
            for module, node in self._classes
            for one in node.body
            if isinstance(one, ast.FunctionDef)
        }

    @cached_property
    def _fields(self) -> frozenset[str]:
        return frozenset(_field_names(node for _, node in self._classes))


def _field_names(nodes: Iterable[ast.ClassDef]) -> Iterable[str]:
    for node in nodes:
        for one in node.body:
            if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
                yield one.target.id
            elif isinstance(one, ast.Assign):
                yield from (target.id for target in one.targets if isinstance(target, ast.Name))
            elif isinstance(one, ast.FunctionDef):
                if one.decorator_list:
                    yield one.name
                elif one.name == "__init__":
                    yield from (
                        inner.attr
                        for inner in ast.walk(one)
                        if isinstance(inner, ast.Attribute) and isinstance(inner.ctx, ast.Store)
                    )


def _without_self(node: ast.FunctionDef | None) -> ast.arguments:
    if node is None:
        return ast.arguments([], [], None, [], [], None, [])
    static = any(
        isinstance(one, ast.Name) and one.id == "staticmethod" for one in node.decorator_list
    )
    given = node.args
    return ast.arguments(
        given.posonlyargs, given.args[0 if static else 1 :], given.vararg, given.kwonlyargs,
        given.kw_defaults, given.kwarg, given.defaults,
    )  # fmt: skip
