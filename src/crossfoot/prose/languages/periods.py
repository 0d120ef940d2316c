"""Words that say when without a date, and what may stand before a date, for English and French."""

LATEST = frozenset(
    "last past previous latest derniers dernières dernier dernière précédents précédentes".split()
)
AS_OF = ("as of", "as at", "as on", "au ", "à la date du", "en date du", "up to", "until", "jusqu")
IN_MONTH = frozenset("in since during from by until last en depuis de mois d'".split())
PHRASES = {
    "en": (
        "this week", "last week", "the previous week", "the past week", "the week before", "this month",
        "last month", "the previous month", "this year", "last year", "the previous year", "today", "yesterday",
        "the same period", "to date", "so far", "the reporting period", "the reporting week", "overnight",
        "since the beginning of the outbreak", "since the start of the outbreak", "since the onset of the outbreak",
        "since the beginning of the epidemic", "since the start of the epidemic", "since the start of the year",
        "since the beginning of the year", "during the reporting period",
    ),
    "fr": (
        "cette semaine", "la semaine dernière", "la semaine précédente", "la semaine passée",
        "la semaine écoulée", "semaine précédente", "ce mois", "le mois dernier", "le mois précédent",
        "mois précédent", "cette année", "l'année dernière", "l'année précédente", "ce jour", "aujourd'hui",
        "hier", "à ce jour", "la veille", "la même période", "depuis le début de l'épidémie",
        "depuis le début de la flambée", "depuis le début de l'année", "depuis le début de la campagne",
        "depuis le début de la riposte", "jusqu'à ce jour", "la période sous revue",
    ),
}  # fmt: skip
BEFORE = {
    "en": (
        "week ending", "the week ending", "in the week ending", "the week to", "in the week to",
        "week leading up to", "the week leading up to", "up to the end of", "the end of",
        "since the end of", "since the beginning of", "since the start of",
        "by the end of", "up to", "prior to", "up until", "from",
    ),
    "fr": (
        "jusqu'à la date du", "la semaine précédant le", "au cours de la semaine précédant le", "jusqu'au",
        "jusqu'à", "depuis le début de", "depuis début", "depuis le mois de", "depuis le mois d'",
        "au mois de", "fin", "début", "à fin",
        "à la fin de", "entre le", "semaine du", "la semaine du",
    ),
}  # fmt: skip
