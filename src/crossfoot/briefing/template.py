"""A template rendered: its line and a remedy where it cannot be."""

from importlib.resources import files

from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from crossfoot.briefing.desk import Desk
from crossfoot.briefing.document import Block
from crossfoot.briefing.functions import AskedError, functions
from crossfoot.briefing.markdown import MisplacedError, read_markdown
from crossfoot.briefing.sandbox import MOST_SOURCE, Marks, Sandbox, without_private
from crossfoot.campaign.names import nearest
from crossfoot.errors import TemplateError

FILE = "briefing.md"


def shipped(name: str = "default") -> str:
    """Return a template that comes with Crossfoot: default, daily, weekly, final or minister."""
    return files("crossfoot.briefing").joinpath("templates", f"{name}.md").read_text("utf-8")


def render_template(source: str, desk: Desk) -> list[Block]:
    """Return the blocks that a template makes at this desk.

    Raises:
        TemplateError: it cannot be rendered; names its line and the remedy.
    """
    if len(source) > MOST_SOURCE:
        raise TemplateError(f"{FILE}: is longer than {MOST_SOURCE:,} characters. Shorten it.")
    marks = Marks()
    known = functions(desk)
    sandbox = Sandbox(marks)
    try:
        template = sandbox.from_string(without_private(source))
        text = template.render(known)
        return read_markdown(text, marks.kept)
    except TemplateSyntaxError as exc:
        raise TemplateError(f"{FILE}:{exc.lineno}: {exc.message}. See docs/briefing.md.") from None
    except MisplacedError:
        raise TemplateError(
            f"{FILE}: a table, chart or list stands inside a sentence. Give it a line of its own, with empty lines "
            "around it."
        ) from None
    except AskedError as exc:
        raise TemplateError(f"{FILE}:{_line(exc)}: {exc}") from None
    except UndefinedError as exc:
        raise TemplateError(f"{FILE}:{_line(exc)}: {exc.message}. {_near(str(exc.message), known)}") from None
    except (SecurityError, JinjaError) as exc:
        raise TemplateError(f"{FILE}:{_line(exc)}: {exc}. See docs/briefing.md.") from None
    except (TypeError, ValueError, ArithmeticError, LookupError, RecursionError, AttributeError) as exc:
        told = "the functions call one another without end" if isinstance(exc, RecursionError) else str(exc)
        raise TemplateError(f"{FILE}:{_line(exc)}: {told}. See docs/briefing.md.") from None


def _line(exc: BaseException) -> int:
    """The line of the template that was at work: the last one that stands in the traceback."""
    line, at = 1, exc.__traceback__
    while at is not None:
        if at.tb_frame.f_code.co_filename == "<template>":
            line = at.tb_lineno
        at = at.tb_next
    return line


def _near(told: str, known: dict[str, object]) -> str:
    name = told.split("'")[1] if "'" in told else ""
    found = nearest(name, known)
    return f"Did you mean '{found}'?" if found else "Its functions are listed in docs/briefing.md."
