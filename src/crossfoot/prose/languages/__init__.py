"""The languages that can be read, one module each; docs/languages.md says how to add one."""

from crossfoot.prose.languages.en import ENGLISH
from crossfoot.prose.languages.fr import FRENCH
from crossfoot.prose.languages.language import Language

LANGUAGES: dict[str, Language] = {language.code: language for language in (ENGLISH, FRENCH)}

__all__ = ["LANGUAGES", "Language"]
