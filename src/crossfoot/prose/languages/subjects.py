"""Words that name what a figure is about when they stand before it: heads, copulas, states of a case."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# what is counted stands behind them: "number of deaths"
COUNTS = _words(
    "number numbers total totals count counts tally toll caseload cumulative nombre nombres nbre nb total "
    "cumul chiffre chiffres effectif effectifs bilan"
)
# they are themselves what is measured: "case fatality rate"
MEASURED = _words(
    "rate rates ratio proportion percentage coverage share average median mean cost costs budget gap "
    "requirement requirements funding incidence prevalence positivity completeness timeliness age duration "
    "population cfr taux létalité proportion pourcentage couverture part moyenne médiane âge coût coûts "
    "montant besoins ratio prévalence complétude promptitude positivité délai durée incidence tl"
)
# what ties a figure to its subject, right before the figure
COPULAS = (
    "has", "have", "is", "was", "are", "were", "stands at", "stood at", "standing at", "remains at", "remained at",
    "remains", "remained", "estimated at", "reached", "reaches", "totalled", "totals", "totaled",
    "amounts to", "amount to", "amounted to", "equals", "numbered", "has reached", "of",
    "est de", "était de", "sont de", "étaient de", "serait de", "s ' élève à", "s ' élèvent à",
    "s ' élevait à", "s ' élevaient à", "s ' établit à", "est estimé à", "est estimée à", "atteint",
    "avoisine", "demeure à", "reste à", "est", "sont", "de", "d '", "se chiffre à", "se chiffrent à",
)  # fmt: skip
# with a verb of change before them: "rose from 12 to 20", "porté le nombre de cas à 138"
TURNS = _words("to from at by à de")
BRINGS = _words(
    "bringing brings brought bring taking portant porte porté portent passant ramenant ramené estime estimé"
)
# the state of a case: an adjective that may stand for the whole, "3 confirmés"
STATES = _words(
    "confirmed probable suspected suspect suspects confirmé confirmés confirmée confirmées probables "
    "suspecte suspectes suspectés suspecté mortel mortels mortelle mortelles"
)
NEW = _words("new nouveau nouveaux nouvelle nouvelles additional laboratory lab")
TAILS = _words("today ce jour this week cette semaine yesterday hier weekly daily")
# zero, said as an answer
NIL = _words("nil none néant aucun aucune ras zero zéro rien")
# zero, said before what is counted
NO = {"en": _words("no"), "fr": _words("aucun aucune pas")}
EVENTS = _words(
    "case cases death deaths contacts alerts admissions patients infections discharges fatalities casualties "
    "injuries outbreaks cas décès contact alerte alertes patient malade malades guéri hospitalisation "
    "hospitalisations admission échantillon prélèvement blessé flambée"
)
