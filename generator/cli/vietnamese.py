"""Typer in Vietnamese: help pages and what it says of a wrong command line.

Typer carries its own copy of Click and offers no translation, so this is the one place that reaches
into it; a test shows every help page and usage error and refuses English.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import typer
from typer._click.exceptions import (
    BadOptionUsage,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)
from typer.core import TyperArgument, TyperCommand, TyperGroup

from generator.cli.late import summary

WRONG_USAGE = 2
INTERRUPTED = 130
"""What Typer returns for Ctrl-C."""
# The help of an argument says what it is; its Python type ("<list[Path]>") says nothing to a clerk.
TyperArgument.display_type_rich = lambda self, ctx: None  # type: ignore[method-assign]


class _Words:
    """The phrases of a help page that Typer writes itself."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from typer import rich_utils  # a third of a command's start, which only help pages need

        rich_utils.ARGUMENTS_PANEL_TITLE = "Tham số"
        rich_utils.OPTIONS_PANEL_TITLE = "Tùy chọn"
        rich_utils.COMMANDS_PANEL_TITLE = "Lệnh"
        rich_utils.DEFAULT_STRING = "[mặc định: {}]"
        rich_utils.REQUIRED_LONG_STRING = "[phải có]"
        super().format_help(ctx, formatter)  # type: ignore[misc]

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option:
            option.help, option.metavar = "Xem hướng dẫn này.", " "
        return option

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, pieces, prefix="Cách dùng: ")


class Command(_Words, TyperCommand):
    """A command with Vietnamese help."""


class Group(_Words, TyperGroup):
    """The program with Vietnamese help; a command it does not know is named as such."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and self.get_command(ctx, args[0]) is None:
            known = ", ".join(self.list_commands(ctx))
            raise typer.BadParameter(f"Không có lệnh “{args[0]}”. Các lệnh: {known}.", ctx=ctx)
        return super().resolve_command(ctx, args)


def late(modules: Mapping[str, str]) -> type[Group]:
    """A group whose commands are modules, each loaded when it is asked for; their list loads none."""

    class Late(Group):
        def list_commands(self, ctx: Any) -> list[str]:
            return [*modules]

        def get_command(self, ctx: Any, name: str) -> Any:
            if name not in modules:
                return None
            module = import_module(modules[name])
            return (
                typer.main.get_command(module.app)
                if hasattr(module, "app")
                else alone(name, module.command)
            )

        def format_help(self, ctx: Any, formatter: Any) -> None:
            _Listed(self, modules).format_help(ctx, formatter)

    return Late


class _Listed(Group):
    """The same group with commands that can only be listed."""

    def __init__(self, group: Group, modules: Mapping[str, str]) -> None:
        commands: dict[str, Any] = {
            name: Command(name, help=summary(module)) for name, module in modules.items()
        }
        super().__init__(
            name=group.name,
            commands=commands,
            help=group.help,
            params=group.params,
            no_args_is_help=True,
            rich_markup_mode=group.rich_markup_mode,
            subcommand_metavar=group.subcommand_metavar,
            options_metavar=group.options_metavar,
        )


def group(help: str, commands: Mapping[str, Callable[..., int]], cls: type[Group] = Group) -> typer.Typer:
    """The commands under their names, in that order."""
    app = typer.Typer(
        cls=cls,
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode="rich",
        subcommand_metavar="LỆNH [THAM SỐ]…",
        options_metavar="[TÙY CHỌN]",
    )
    for name, command in commands.items():
        app.command(name, cls=Command, options_metavar="[TÙY CHỌN]")(command)
    app.callback(help=help)(_nothing)
    return app


def alone(name: str, command: Callable[..., int]) -> Any:
    """One command by itself, for a group that makes its commands when they are asked for."""
    app = typer.Typer(add_completion=False)
    app.command(name, cls=Command, options_metavar="[TÙY CHỌN]")(command)
    return typer.main.get_command(app)


def _nothing() -> None:
    """A group of one command stays a group where it has a callback."""


def say(error: UsageError) -> str:
    """What is wrong with the command line, in Vietnamese."""
    param = getattr(error, "param", None)
    named = (
        param.opts[0] if param and param.opts[0].startswith("-") else getattr(param, "metavar", "")
    ) or ""
    if isinstance(error, NoSuchOption):
        near = f" Có phải là {error.possibilities[0]}?" if error.possibilities else ""
        return f"Không có tùy chọn {error.option_name}.{near}"
    if isinstance(error, MissingParameter):
        return f"Còn thiếu {named}."
    if isinstance(error, BadOptionUsage):
        return f"Tùy chọn {error.option_name} ghi chưa đúng: kiểm tra giá trị đi sau nó."
    if isinstance(error, typer.BadParameter):
        # A type of Typer's own speaks English; ours say it in Vietnamese and name no parameter.
        return f"Giá trị của {named} không hợp lệ." if param else error.message
    return "Dòng lệnh có phần thừa hoặc thiếu."


def run(app: typer.Typer) -> int:
    """Run the program; a wrong command line ends with status 2, an interrupted one with 130."""
    try:
        status = int(app(standalone_mode=False) or 0)
    except NoArgsIsHelpError as help_page:
        typer.echo(help_page.format_message())
        return WRONG_USAGE
    except UsageError as error:
        command = error.ctx.command_path if error.ctx else "congkhai"
        typer.echo(f"{say(error)}\nXem cách dùng: {command} --help", err=True)
        return WRONG_USAGE
    if status == INTERRUPTED:
        typer.echo("\nĐã dừng. Trang cũ vẫn nguyên.", err=True)
    return status
