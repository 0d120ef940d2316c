"""French: the words around figures."""

from crossfoot.prose.languages.language import Language
from crossfoot.terms.figure import Qualifier


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_UNITS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit "
    "dix-neuf"
).split()
_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
_ORDINALS = {
    "premier": 1, "première": 1, "deuxième": 2, "seconde": 2, "troisième": 3, "quatrième": 4, "cinquième": 5,
    "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10, "onzième": 11, "douzième": 12,
    "treizième": 13, "quatorzième": 14, "quinzième": 15, "seizième": 16, "vingtième": 20, "trentième": 30,
    "centième": 100, "millième": 1000,
}  # fmt: skip
_PARTS = {word: n for word, n in _ORDINALS.items() if n > 2} | {"tiers": 3, "quart": 4}  # noqa: PLR2004 - halves apart
_BEFORE = {
    Qualifier.OVER: "plus de|plus d'|au-dessus de|supérieur à|supérieure à|supérieurs à|supérieures à|"
    "au delà de|"
    "au-delà de|dépasse|dépassant|dépassent|dépassé|excédant|bien plus de|un peu plus de|un peu plus d'|"
    "légèrement plus de|âgés de plus de|plus que|largement plus de|quelque peu plus de",
    Qualifier.AT_LEAST: "au moins|au minimum|minimum|pas moins de|pas moins d'|supérieur ou égal à|"
    "un minimum de|à partir de|au bas mot",
    Qualifier.UNDER: "moins de|moins d'|en dessous de|inférieur à|inférieure à|inférieurs à|inférieures à|"
    "au-dessous de|sous la barre des|sous les",
    Qualifier.AT_MOST: "au plus|au maximum|maximum|jusqu'à|jusqu'à la|tout au plus|pas plus de|pas plus d'|"
    "un maximum de|inférieur ou égal à|n'excédant pas|ne dépassant pas",
    Qualifier.ABOUT: "environ|près de|approximativement|autour de|aux alentours de|aux environs de|à "
    "peu près|"
    "quelque|quelques|une moyenne de|de l'ordre de|à environ|d'environ|estimé à|estimée à|estimés à|"
    "estimées à|"
    "un total estimé à|vers|autour d'|env|env.|plus ou moins|quelque chose comme",
    Qualifier.NEARLY: "près de|près d'|presque|à peine moins de|un peu moins de|un peu moins d'|pratiquement|"
    "quasiment|légèrement moins de|juste moins de|proche de|bientôt",
    Qualifier.ONLY: "seulement|uniquement|à peine|seul|seuls|seules|ne que|que|juste",
    Qualifier.EXACT: "exactement|précisément|au total|un total de|soit|égal à",
}
_AFTER = {
    Qualifier.AT_LEAST: "ou plus|et plus|au moins|ou davantage|et davantage|au minimum|minimum",
    Qualifier.AT_MOST: "ou moins|et moins|au plus|au maximum|maximum",
    Qualifier.ABOUT: "environ|approximativement",
    Qualifier.ONLY: "seulement",
}


def _qualifiers(groups: dict[Qualifier, str]) -> dict[str, Qualifier]:
    return {
        phrase.replace("'", " ' ").strip(): qualifier
        for qualifier, phrases in groups.items()
        for phrase in phrases.split("|")
        if not (qualifier is Qualifier.ABOUT and phrase == "près de")
    }


FRENCH = Language(
    code="fr",
    units={word: n for n, word in enumerate(_UNITS) if "-" not in word} | {"zero": 0, "une": 1},
    tens={
        "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
        "septante": 70,
        "huitante": 80, "octante": 80, "nonante": 90,
    },
    wide_tens=frozenset({60, 80}),
    hundred=_words("cent cents"),
    scales={
        "mille": 3, "milles": 3, "millier": 3, "milliers": 3, "million": 6, "millions": 6, "milliard": 9,
        "milliards": 9, "billion": 12, "billions": 12, "md": 9, "mds": 9, "mrd": 9, "mio": 6,
    },
    dozens={"douzaine": 12, "douzaines": 12},
    articles=_words("un une"),
    joiners=_words("et"),
    decimal_words=_words("virgule"),
    parts=_PARTS | {word + "s": n for word, n in _PARTS.items() if word != "tiers"} | {"quatrieme": 4},
    halves=_words("demi demie moitié demis"),
    nil=_words("aucun aucune néant"),
    vague=_words(
        "douzaines dizaine dizaines centaine centaines milliers millions milliards quelques "
        "plusieurs vingtaine "
        "trentaine quarantaine cinquantaine soixantaine quinzaine quelque"
    ),
    pronouns=_words("un une"),
    not_before_pronoun=frozenset(),
    not_after_pronoun=frozenset(),
    minus=_words("moins"),
    before=_qualifiers(_BEFORE),
    after=_qualifiers(_AFTER),
    range_words=_words("à au"),
    between=_words("entre"),
    range_and=_words("et"),
    range_from=_words("de du"),
    change=_words(
        "passé passée passés passées passe passent passant passer augmenté augmente augmentation "
        "diminué diminue "
        "baissé baisse baissant chuté chute monté hausse réduit réduite crû grimpé reculé progressé "
        "évolué tombé "
        "ramené porté"
    ),
    percent=("pour cent", "pourcent", "p. 100", "p. cent", "pourcents"),
    points=(
        "points de pourcentage", "point de pourcentage", "points de pour cent", "points", "point", "pp",
        "% points",
    ),
    per=_words("pour par"),
    out_of=("sur",),
    fold=frozenset(),
    months={word: n for n, word in enumerate(_MONTHS, 1)}
    | {
        "fevrier": 2, "aout": 8, "decembre": 12, "janv": 1, "févr": 2, "fév": 2, "avr": 4, "juil": 7,
        "sept": 9,
        "oct": 10, "nov": 11, "déc": 12, "dec": 12, "jan": 1, "fev": 2,
    },
    weekdays=_words("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    year_before=_words(
        "en depuis année années an ans jusque avant après dès par pendant début fin mi été hiver "
        "printemps automne "
        "exercice saison vers et entre à en de fin courant saison rentrée campagne"
    ),
    time_after=_words("h heures heure"),
    lengths={
        "seconde": "S", "secondes": "S", "minute": "M", "minutes": "M", "heure": "H", "heures": "H",
        "jour": "D",
        "jours": "D", "journée": "D", "journées": "D", "semaine": "W", "semaines": "W", "mois": "m",
        "an": "Y",
        "ans": "Y", "année": "Y", "années": "Y",
    },
    period_before=(
        "à la date du", "au", "depuis", "depuis le", "pendant", "durant", "au cours des", "au cours de",
        "dans les",
        "ces", "en date du", "avant", "avant le", "après", "jusqu ' au", "du", "en", "le", "à compter du",
        "à partir du", "lors des", "au cours du",
    ),
    references=_words(
        "section sections chapitre chapitres page pages p pp tableau tableaux figure figures fig "
        "figs article articles "
        "art paragraphe paragraphes par annexe annexes no n° nº n numéro numéros nos bulletin "
        "résolution résolutions "
        "rapport décret loi volume vol tome sitrep point alinéa étape étapes bp encadré graphique carte réf "
        "référence référence rév version question ligne lignes item exercice"
    ),
    named=_words(
        "zone zones district rue avenue boulevard route quartier secteur arrondissement salle porte "
        "vol semaine "
        "semaines sem jour phase phases niveau type types groupe groupes catégorie catégories lot "
        "lots bloc site étage "
        "chambre poste camp équipe unité région canal ligne saison tour manche classe grade axe "
        "pilier bd boîte"
    ),
    ordinal_suffixes=_words("er ère ere e ème eme ième ieme ers nd nde è es"),
    ordinals=_ORDINALS,
    stops=_words(
        "le la les l un une des de du d à au aux en dans sur sous par pour avec sans vers chez entre "
        "contre depuis "
        "pendant durant avant après dès jusque jusqu et ou mais ni or car donc que qu qui dont où "
        "quand lorsque lors "
        "si comme ce cet cette ces ceux celles son sa ses leur leurs notre nos votre vos il elle ils "
        "elles on nous "
        "vous je tu se s y n ne pas plus moins très aussi déjà encore soit au ainsi alors là ici "
        "selon grâce suite "
        "parmi outre malgré hors sauf excepté incluant inclus compris contre aujourd hier demain "
        "chacun chacune "
        "respectivement vs versus environ toutefois cependant puis ensuite notamment chaque tout toute tous "
        "toutes même "
        "autre autres dernier derniers dernière dernières tandis afin"
    ),
    verbs=_words(
        "est sont était étaient été être a ont avait avaient ayant avoir eu sera seront serait fut "
        "furent fait font "
        "faits faite faites peut peuvent doit doivent reste restent demeure décédé décédés décédée décédées "
        "enregistré enregistrés enregistrée enregistrées notifié notifiés notifiée notifiées signalé "
        "signalés signalée "
        "signalées rapporté rapportés rapportée rapportées identifié identifiés identifiée "
        "identifiées suivi suivis "
        "vus vu reçu reçus tué tués blessé blessés vit vivent vivaient touché touchées touchés "
        "affectés affectées "
        "vaccinés vaccinées testés testées hospitalisés admis sorti sortis guéri guéris placé placés "
        "attendus "
        "attendu analysés analysé prélevés prélevé formés formées sensibilisés sensibilisées visités "
        "visitées "
        "distribués distribuées installés installées sortent ajoutent représente représentent "
        "concerne concernent "
        "porte passe passent vient viennent meurent meurt occupent occupés recensés recensées déplacées"
    ),
    plurals=_words("cas décès bras corps mois fois tas prix voix gens"),
    singulars=_words("pas plus très dans sans sous vers temps mais puis jamais toujours ans jours"),
    of=_words("de d du des"),
    determiners=_words("le la les l ces ses leurs nos vos cet cette ce des du"),
    at=_words("à en au aux dans chez sur pour de du"),
    nationwide=(
        "dans tout le pays", "dans l ' ensemble du pays", "à travers le pays", "au niveau national",
        "dans le pays",
        "à l ' échelle nationale", "sur l ' ensemble du territoire", "sur toute l ' étendue du territoire",
    ),
    noun_first=True,
    telltale=_words(
        "le la les des de du et est une un dans pour que qui sur par au aux avec sont plus ce cette "
        "ont été il elle "
        "tableau annexe annexes cas décès dont à en se pas ne ou ces leur nous son sa ses"
    ),
)  # fmt: skip
