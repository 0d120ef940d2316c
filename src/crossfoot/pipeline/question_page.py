"""A sheet of questions as one self-contained HTML page, to be read, printed and answered by hand."""

from html import escape
from importlib.resources import files

from crossfoot.terms.question import Question, QuestionSheet
from crossfoot.wording.dates import day_name
from crossfoot.wording.questions import ask

LANG = {"en": "en", "fr": "fr", "zh": "zh-Hans"}


def question_page(sheet: QuestionSheet) -> bytes:
    """Return the page in UTF-8; it needs no script, fetches nothing, and looks as a briefing does."""
    language = sheet.language
    title = escape(ask("title", language, area=sheet.area_name))
    told = escape(ask("as_of", language, day=day_name(sheet.day, language)))
    contact = f"<p>{_said('contact', language, contact=sheet.contact)}</p>" if sheet.contact else ""
    intro = f"<p>{_said('thanks', language)}</p>\n<p>{_said('how_page', language)}</p>"
    if not sheet.questions:
        intro = f"<p>{_said('none', language, area=sheet.area_name)}</p>"
    body = "\n".join(_question(question, language) for question in sheet.questions)
    return f"""<!DOCTYPE html>
<html lang="{LANG[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Crossfoot">
<title>{title} – {escape(sheet.campaign)}</title>
<style>
{files("crossfoot.briefing.formats").joinpath("style.css").read_text("utf-8")}
{files("crossfoot.pipeline").joinpath("questions.css").read_text("utf-8")}
</style>
</head>
<body>
<a class="skip" href="#content">{_said("skip", language)}</a>
<header>
<p class="campaign">{escape(sheet.campaign)} · {told}</p>
<h1>{title}</h1>
{contact}
</header>
<main id="content">
{intro}
{body}
</main>
<footer><p>{_said("footer", language, version=sheet.version)}</p></footer>
</body>
</html>
""".encode()


def _question(question: Question, language: str) -> str:
    place = f' <span class="where">{escape(question.place)}</span>' if question.place else ""
    rows = [
        ("received", f'<span class="as-received">{escape(question.received)}</span>{place}'),
        ("trouble", "".join(f"<p>{escape(sentence)}</p>" for sentence in question.troubles)),
    ]
    if question.thought:
        rows.append(("thought", f"<p>{escape(question.thought)}</p>"))
    facts = "\n".join(f"<dt>{_said(key, language)}</dt><dd>{told}</dd>" for key, told in rows)
    name = f"q{question.number}"
    return f"""<article class="question" id="{name}" aria-labelledby="{name}-about">
<h2 id="{name}-about">{question.number}. {escape(question.about)}</h2>
<dl>
{facts}
</dl>
<fieldset><legend>{_said("answer", language)}</legend>
<div class="fields">
{_fields(question, name, language)}
</div></fieldset>
</article>"""


def _fields(question: Question, name: str, language: str) -> str:
    """The boxes for the answer; a return that is missing is answered by a remark alone."""
    remark = (
        f'<div class="remark"><label for="{name}-remark">{_said("remark", language)}</label>'
        f'<textarea id="{name}-remark" name="{name}-remark" rows="2"></textarea></div>'
    )
    if not question.kind:
        return remark.replace('"remark"', '"remark wide"', 1)
    unit = f" ({_said('in_unit', language, unit=question.unit)})" if question.unit else ""
    mode = "text" if question.kind == "milestone" else "decimal"
    return (
        f'<label class="tick"><input type="checkbox" name="{name}-right">'
        f"<span>{_said('right_as_it_stands', language)}</span></label>\n"
        f'<div><label for="{name}-figure">{_said("figure", language)}{unit}</label>'
        f'<input type="text" id="{name}-figure" name="{name}-figure" inputmode="{mode}"></div>\n{remark}'
    )


def _said(key: str, language: str, **values: str) -> str:
    return escape(ask(key, language, **values))
