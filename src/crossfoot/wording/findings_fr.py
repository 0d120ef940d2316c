"""Les constats en français."""

from crossfoot.wording.findings import Explanation

SENTENCES = {
    "areas": "zones",
    "space": " ",
    "place.cell": "{file}, cellule {cell}",
    "place.column": "{file}, ligne {row}, colonne « {column} »",
    "place.row": "{file}, ligne {row}",
    "place.file": "{file}",
    "holds_if.truncated": "Il serait juste si les décimales suivantes avaient été coupées au lieu d’être arrondies.",
    "passed": "{title} : rien à signaler.",
    "failed": "{title}.",
    "missing": "{title} : on ne peut pas encore le dire, un chiffre manque.",
    "broken": "{title} : le contrôle lui-même n’a pas pu être fait ; son résultat n’est pas connu.",
    "areas-do-not-sum.title": "Les zones ne font pas le total",
    "areas-do-not-sum.passed": "{area} indique {stated} pour « {data_element} » ({period}) ; la somme de "
    "{parts_reported} {parts_name} sur {parts_expected} le confirme.",
    "areas-do-not-sum.failed": "{area} indique {stated} pour « {data_element} » ({period}) ; la somme de "
    "{parts_reported} {parts_name} sur {parts_expected} donne {computed} ({imbalance}).",
    "areas-do-not-sum.missing": "« {data_element} » de {area} ({period}) ne peut pas encore être additionné : le "
    "total est vide, ou la liste est incomplète ({parts_reported} {parts_name} sur {parts_expected}).",
    "count-not-whole.title": "Le décompte n’est pas un nombre entier",
    "count-not-whole.failed": "{area} indique {stated} pour « {data_element} » ({period}), qui se compte en nombres "
    "entiers.",
    "cumulative-does-not-sum.title": "Le cumul n’est pas la somme des nouveaux chiffres",
    "cumulative-does-not-sum.passed": "{area} indique {stated} pour « {data_element} » ({period}), et « {other} » de "
    "toutes les périodes donne ce total.",
    "cumulative-does-not-sum.failed": "{area} indique {stated} pour « {data_element} » ({period}) ; « {other} » de "
    "toutes les périodes donne {computed} ({imbalance}).",
    "cumulative-does-not-sum.missing": "« {data_element} » de {area} ({period}) ne peut pas encore être comparé à "
    "« {other} » de toutes les périodes.",
    "cumulative-falls.title": "Le cumul diminue",
    "cumulative-falls.passed": "{area} indique {stated} pour « {data_element} » ({period}), pas moins que {computed} "
    "({before_period}).",
    "cumulative-falls.failed": "{area} indique {stated} pour « {data_element} » ({period}) ; c’était déjà {computed} "
    "({before_period}), {imbalance}.",
    "denominator-revised.title": "Le dénominateur a été révisé",
    "denominator-revised.passed": "« {data_element} » de {area} est {stated} ({period}), comme avant "
    "({before_period}).",
    "denominator-revised.failed": "« {data_element} » de {area} est {stated} ({period}) et était {computed} "
    "({before_period}) : {indicators} à revoir.",
    "figure-stated-twice.title": "Le chiffre est indiqué deux fois",
    "figure-stated-twice.passed": "{area} indique « {data_element} » ({period}) deux fois, chaque fois {stated}.",
    "figure-stated-twice.failed": "{area} indique « {data_element} » ({period}) deux fois dans un même retour : "
    "{computed}, puis {stated}.",
    "figure-stated-twice.missing": "{area} a une seconde ligne pour « {data_element} » ({period}), et l’une des deux "
    "est vide.",
    "flow-disagrees-with-cumulative.title": "Les nouveaux chiffres et le cumul ne s’accordent pas",
    "flow-disagrees-with-cumulative.passed": "{area} indique {stated} pour « {data_element} » ({period}), et "
    "« {other} » a augmenté d’autant.",
    "flow-disagrees-with-cumulative.failed": "{area} indique {stated} pour « {data_element} » ({period}), mais "
    "« {other} » a augmenté de {computed} ({imbalance}).",
    "flow-disagrees-with-cumulative.missing": "« {data_element} » de {area} ({period}) ne peut pas encore être comparé "
    "à « {other} » : un chiffre manque.",
    "margins-disagree.title": "Deux façons de faire un total ne s’accordent pas",
    "margins-disagree.passed": "« {data_element} » de {area} ({period}) est de {stated} par un ensemble de parties "
    "comme par un autre.",
    "margins-disagree.failed": "« {data_element} » de {area} ({period}) est de {stated} par un ensemble de parties et "
    "de {computed} par un autre ({imbalance}).",
    "name-unknown.title": "Le nom est inconnu",
    "name-unknown.passed": "Tous les noms de {file} sont connus.",
    "name-unknown.failed": "« {written} » n’est pas un nom connu de la campagne ({place}).",
    "name-unknown.failed.empty": "Une ligne ou une colonne de chiffres n’a pas de nom ({place}).",
    "name-unknown.failed.suggested": "« {written} » n’est pas un nom connu de la campagne ({place}). Vouliez-vous dire "
    "« {suggestion} » ?",
    "negative-count.title": "Le chiffre est négatif",
    "negative-count.failed": "{area} indique {stated} pour « {data_element} » ({period}), qui ne peut pas être "
    "négatif.",
    "numerator-exceeds-denominator.title": "La part dépasse le tout",
    "numerator-exceeds-denominator.passed": "« {data_element} » de {area} ({period}) : {stated} sur {computed}.",
    "numerator-exceeds-denominator.failed": "« {data_element} » de {area} ({period}) : {stated} sur {computed} "
    "seulement ({imbalance}).",
    "part-exceeds-whole.title": "La partie dépasse le tout",
    "part-exceeds-whole.passed": "{area} indique {stated} pour « {data_element} » ({period}), pas plus que {computed} "
    "pour « {other} ».",
    "part-exceeds-whole.failed": "{area} indique {stated} pour « {data_element} » ({period}), mais seulement "
    "{computed} "
    "pour « {other} » ({imbalance}).",
    "part-exceeds-whole.missing": "« {data_element} » de {area} ({period}) ne peut pas encore être comparé à "
    "« {other} » : l’un des deux manque.",
    "parts-do-not-sum.title": "Les parties ne font pas le tout",
    "parts-do-not-sum.passed": "{area} indique {stated} pour « {data_element} » ({period}) ; la somme des parties le "
    "confirme.",
    "parts-do-not-sum.failed": "{area} indique {stated} pour « {data_element} » ({period}) ; {parts_reported} parties "
    "sur {parts_expected} font {computed} ({imbalance}).",
    "parts-do-not-sum.missing": "« {data_element} » de {area} ({period}) ne peut pas encore être comparé à ses "
    "parties : il y en a {parts_reported} sur {parts_expected}.",
    "percentage-misstated.title": "Le pourcentage est inexact",
    "percentage-misstated.passed": "{area} indique {stated} pour « {data_element} » ({period}), comme le donnent ses "
    "chiffres.",
    "percentage-misstated.failed": "{area} indique {stated} pour « {data_element} » ({period}) ; ses propres chiffres "
    "donnent {computed}.",
    "percentage-misstated.missing": "La valeur {stated} que {area} indique pour « {data_element} » ({period}) ne peut "
    "pas être calculée : ses chiffres manquent.",
    "return-duplicated.title": "Le retour a été reçu deux fois",
    "return-duplicated.passed": "{file} est arrivé une fois.",
    "return-duplicated.failed": "{file} est identique, octet par octet, à {copy_of} ; il compte une fois.",
    "return-late.title": "Le retour est arrivé en retard",
    "return-late.passed": "Le retour de {area} ({period}) est arrivé à temps ({received}, attendu le {due}).",
    "return-late.failed": "Le retour de {area} ({period}) est arrivé le {received} ; il était attendu le {due} "
    "(jours de retard : {stated}).",
    "return-missing.title": "Le retour manque",
    "return-missing.passed": "{area} a fait son retour ({period}).",
    "return-missing.failed": "{area} n’a pas fait de retour ({period}) ; il était attendu le {due}.",
    "return-missing.missing": "{area} n’a pas encore fait de retour ({period}) ; il est attendu le {due}.",
    "return-unexpected.title": "Le retour n’était pas demandé",
    "return-unexpected.passed": "{file} porte sur une période et des lieux attendus ({period}).",
    "return-unexpected.failed": "{file} ({period}) : {parts_reported} lieux sur {parts_expected} étaient attendus "
    "pour cette "
    "période.",
    "return-unexpected.missing": "{file} ({period}) porte sur une période qui n’est pas encore terminée.",
    "return-unreadable.title": "Le retour est illisible",
    "return-unreadable.passed": "{file} a été lu.",
    "return-unreadable.failed": "Rien n’a pu être tiré de {file} : {written}",
    "return-unreadable.failed.unwritten": "Aucune mise en page de la campagne ne convient à {file} ; rien n’en a été lu.",
    "returns-disagree.title": "Deux retours se contredisent",
    "returns-disagree.passed": "{file} et {other_file} s’accordent sur « {data_element} » pour {area} ({period}) : {stated}.",
    "returns-disagree.failed": "{area} indique « {data_element} » ({period}) : {stated} dans {file} et {computed} dans "
    "{other_file}, reçus le même jour.",
    "stock-does-not-balance.title": "Le stock n’est pas équilibré",
    "stock-does-not-balance.passed": "Le compte « {data_element} » de {area} ({period}) s’équilibre à {stated}.",
    "stock-does-not-balance.failed": "{area} indique qu’il reste {stated} de « {data_element} » ({period}) ; le stock "
    "d’ouverture, les entrées et les sorties font {computed} ({imbalance}).",
    "stock-does-not-balance.missing": "Le compte « {data_element} » de {area} ({period}) ne peut pas encore être "
    "équilibré : {parts_reported} éléments sur {parts_expected}.",
    "text-left-aside.title": "Du texte a été laissé de côté",
    "text-left-aside.passed": "{file} n’a pas de texte à côté du tableau.",
    "text-left-aside.failed": "Aucun chiffre n’a été lu dans « {written} » ({place}).",
    "unchanged-return.title": "Le retour répète le précédent",
    "unchanged-return.passed": "{file} ({period}) diffère du retour précédent : {parts_reported} chiffres identiques "
    "sur {parts_expected}.",
    "unchanged-return.failed": "{file} ({period}) semble copié du retour précédent : {parts_reported} chiffres "
    "identiques sur {parts_expected}.",
    "value-out-of-line.title": "Le chiffre sort de la ligne",
    "value-out-of-line.passed": "« {data_element} » de {area} ({period}) est dans la ligne : {stated}, d’habitude "
    "environ {computed}.",
    "value-out-of-line.failed": "« {data_element} » de {area} ({period}) sort de la ligne : {stated}, d’habitude "
    "environ {computed}. Un chiffre de trop ou de moins ?",
    "value-out-of-line.missing": "« {data_element} » de {area} ({period}) : trop peu d’autres périodes pour comparer "
    "{stated}.",
    "value-unreadable.title": "La valeur est illisible",
    "value-unreadable.passed": "Toutes les valeurs de {file} ont été lues.",
    "value-unreadable.failed": "« {written} » ne se lit ni comme un nombre ni comme un jour ({place}).",
    "value-unreadable.failed.suggested": "« {written} » ne se lit ni comme un nombre ni comme un jour ({place}). "
    "Vouliez-vous dire « {suggestion} » ?",
}

EXPLANATIONS = {
    "areas-do-not-sum": Explanation(
        "Compare le chiffre indiqué pour une zone à la somme des zones situées juste au-dessous, selon la hiérarchie "
        "du dernier jour de la période.",
        "Un total que ses parties ne font pas a été mal recopié, ou additionné sur d’autres lieux ou un autre jour.",
        "Demandez à la zone quelles zones son total compte, et à quelle date.",
    ),
    "count-not-whole": Explanation(
        "Regarde si un décompte de personnes, de lieux ou d’objets peut être un nombre entier.",
        "7,5 cas n’existent pas : un taux a pris la place d’un décompte, ou la virgule séparait les milliers.",
        "Demandez le décompte à la zone.",
    ),
    "cumulative-does-not-sum": Explanation(
        "Compare le dernier cumul d’une zone à la somme de tout ce qu’elle a déclaré de nouveau depuis le début, là où "
        "la campagne dit que toutes les périodes y sont (`complete_since`).",
        "Il manque de nouveaux chiffres, certains comptent deux fois, ou le cumul a été corrigé à part.",
        "Demandez à la zone la liste de ses périodes, et ce qui a été corrigé dans le cumul.",
    ),
    "cumulative-falls": Explanation(
        "Compare un cumul au même cumul de la dernière période rapportée.",
        "Un cumul ne peut que croître : une baisse est une faute de frappe, un zéro qui veut dire « non rapporté », "
        "ou une correction que personne n’a expliquée.",
        "Demandez à la zone lequel des deux chiffres vaut, et si quelque chose a été retiré du compte.",
    ),
    "denominator-revised": Explanation(
        "Cherche les dénominateurs qu’un retour ultérieur change pour la même période, et ceux de type stock (une "
        "population) qui diffèrent de la période précédente.",
        "Un pourcentage qui monte parce que son dénominateur a baissé n’est pas un progrès ; ceux déjà publiés sont à "
        "revoir.",
        "Dites dans le bulletin quel dénominateur vaut à partir de quand, et donnez une fois les deux pourcentages.",
    ),
    "figure-stated-twice": Explanation(
        "Compare ce qu’un même retour indique dans deux cellules pour la même zone, la même donnée, la même "
        "ventilation et la même période.",
        "Si les deux diffèrent, personne ne sait lequel vaut ; le premier est utilisé en attendant.",
        "Demandez à la zone lequel vaut, et de supprimer l’autre.",
    ),
    "flow-disagrees-with-cumulative": Explanation(
        "Compare ce qu’une zone déclare de nouveau à l’augmentation de son cumul (`feeds` dans la campagne), là où le "
        "cumul de la période juste avant est connu.",
        "L’un des deux est faux, ou des cas sont entrés dans le cumul ou en sont sortis sans être déclarés.",
        "Demandez à la zone les nouveaux cas de la période, et ce qui a été corrigé dans le cumul.",
    ),
    "margins-disagree": Explanation(
        "Là où aucun total n’est indiqué, compare ce que donnent deux ensembles complets de parties : les zones juste "
        "au-dessous, les données que le total égale (`equals`), chaque ventilation.",
        "Les mêmes personnes, comptées par lieu et par âge, sont aussi nombreuses : sinon, un tableau en oublie.",
        "Demandez à ceux qui ont fait les deux tableaux quels lieux, jours et groupes chacun compte.",
    ),
    "name-unknown": Explanation(
        "Cherche les noms de zones, de données et de catégories qui ne sont ni un code, ni un nom, ni un alias de la "
        "campagne. Un nom proche est proposé, jamais pris.",
        "Ce qui figure sous un nom inconnu n’est dans aucun total.",
        "Si le nom proposé est juste, inscrivez l’alias dans la campagne ; sinon, demandez à l’expéditeur.",
    ),
    "negative-count": Explanation(
        "Cherche les valeurs négatives, sauf là où la campagne les admet (`may_be_negative`).",
        "Moins que rien n’existe pas : une correction a pris la place d’un décompte, ou un tiret a été lu comme un "
        "signe moins.",
        "Demandez le décompte à la zone ; s’il s’agit d’une correction, le chiffre corrigé de cette période.",
    ),
    "numerator-exceeds-denominator": Explanation(
        "Compare les deux côtés d’un indicateur qui est une part d’un tout (`part_of_whole` dans la campagne).",
        "Une couverture de plus de 100 % dit que le dénominateur est périmé, ou que des gens d’ailleurs ont été "
        "comptés.",
        "Regardez d’où vient le dénominateur et de quand il date, avant de douter du chiffre de la zone.",
    ),
    "part-exceeds-whole": Explanation(
        "Compare un chiffre à celui qu’il ne peut pas dépasser (`at_most` dans la campagne), comme les décès aux cas, "
        "pour la même zone, ventilation et période.",
        "Plus de décès que de cas est impossible : l’un des deux est une faute de frappe, ou ils ne sont pas du même "
        "jour.",
        "Demandez à la zone les deux chiffres à la même date.",
    ),
    "parts-do-not-sum": Explanation(
        "Compare le chiffre indiqué pour un tout à la somme de ses parties dans la même zone et la même période : les "
        "données qu’il égale (`equals`), ou ses ventilations par sexe, âge, etc.",
        "Une ligne ou une colonne qui ne s’additionne pas contient au moins un chiffre faux.",
        "Demandez de nouveau la ligne à la zone, avec toutes ses parties.",
    ),
    "percentage-misstated": Explanation(
        "Compare un pourcentage ou un taux indiqué dans un retour (`stated` d’un indicateur) à celui que font ses "
        "propres chiffres, en fractions exactes et aussi loin qu’il est écrit : 7,8 va de 7,75 à 7,85. Reste ouvert pour un retour "
        "dont un retour ultérieur a révisé le numérateur ou le dénominateur.",
        "Un pourcentage est ce que les lecteurs retiennent, et personne ne le recalcule.",
        "Demandez le numérateur et le dénominateur utilisés ; corrigez le pourcentage, pas les chiffres.",
    ),
    "return-duplicated": Explanation(
        "Cherche les fichiers identiques, octet par octet, à un fichier déjà reçu.",
        "Il compte une fois ; si un autre retour était voulu, celui-là manque.",
        "Demandez à l’expéditeur si un autre fichier était voulu.",
    ),
    "return-late": Explanation(
        "Compare le jour où les premiers chiffres d’un retour ont été reçus au jour où ils étaient attendus.",
        "Un bulletin qui part à temps part sans les retardataires.",
        "Demandez ce qui l’a retardé ; le jour d’envoi déclaré par la zone peut être saisi à la réception.",
    ),
    "return-missing": Explanation(
        "Cherche chaque retour qu’une obligation demande à une zone pour une période et qui devrait être là : un de "
        "ses "
        "chiffres a-t-il été rapporté ?",
        "Un total sur les lieux qui ont répondu n’est pas le total.",
        "Rappelez la zone ; si elle n’avait rien à rapporter, un retour qui le dit compte comme un retour.",
    ),
    "return-unexpected": Explanation(
        "Cherche les retours sur une période pour laquelle rien n’est demandé, ou sur des zones qui n’avaient pas à "
        "répondre, ni ne sont dans une zone qui le devait, ni n’en contiennent une.",
        "Une date fausse met les chiffres là où personne ne les cherche, et le retour attendu semble manquer.",
        "Demandez à l’expéditeur de quelle période et de quel lieu il s’agit ; retirez-le si c’est un essai ou un "
        "modèle.",
    ),
    "return-unreadable": Explanation(
        "Cherche les fichiers abîmés, verrouillés ou d’un type inconnu, et les tableaux qu’aucune mise en page de la "
        "campagne ne décrit.",
        "Son expéditeur croit avoir répondu, et rien n’en est dans le bulletin.",
        "Redemandez le fichier, ou décrivez sa mise en page : crossfoot receive --propose FICHIER en montre une.",
    ),
    "returns-disagree": Explanation(
        "Compare ce que deux retours de noms différents, reçus le même jour, indiquent pour la même zone, la même donnée, "
        "la même ventilation et la même période. Un retour renvoyé sous son propre nom est une correction.",
        "Le dernier reçu vaut, et personne n’a peut-être voulu qu’il remplace l’autre.",
        "Demandez à la zone lequel vaut, et retirez l’autre.",
    ),
    "stock-does-not-balance": Explanation(
        "Compare le stock de clôture au stock d’ouverture + entrées − sorties (`accounts` dans la campagne).",
        "Un stock qui ne s’équilibre pas a été mal compté, ou est allé là où le retour ne le dit pas.",
        "Demandez à la zone de compter le stock et de chercher les entrées et sorties non inscrites.",
    ),
    "text-left-aside": Explanation(
        "Donne la liste des titres, notes et remarques autour d’un tableau dont aucun chiffre n’a été lu.",
        "Rien n’est passé sous silence : une note peut dire ce que les chiffres ne disent pas.",
        "Lisez-le ; il n’y a rien à faire.",
    ),
    "unchanged-return": Explanation(
        "Compte les chiffres d’un retour identiques à ceux de la période rapportée avant : quatre sur cinq, parmi au "
        "moins cinq qui ne sont pas nuls. Les cumuls et les dénominateurs sont laissés de côté : ils peuvent rester.",
        "Un retour copié du précédent a l’air d’une bonne nouvelle : tout à temps, rien de faux.",
        "Demandez à la zone si quelque chose a été compté dans la période.",
    ),
    "value-out-of-line": Explanation(
        "Compare le chiffre d’une période (ou ce dont un cumul a augmenté) à ceux de huit périodes au plus avant et "
        "après. Sort de la ligne ce qui fait au moins trois fois le plus grand d’entre eux, ou au plus le tiers du "
        "plus "
        "petit, et dont le score z modifié dépasse 3,5 ; avec trois à cinq autres, dont l’écart à leur moyenne dépasse "
        "trois écarts types.",
        "Un chiffre de trop change le total de toute la campagne, et toutes les sommes peuvent rester justes.",
        "Demandez à la zone si le chiffre est bien voulu ; si oui, acceptez le constat avec la raison.",
    ),
    "value-unreadable": Explanation(
        "Cherche les cellules qui devraient contenir un nombre ou un jour et contiennent autre chose, ou ce qui peut "
        "se "
        "lire de deux façons, comme 1.234 pour un décompte. Une cellule dont un rapport ultérieur donne le chiffre est "
        "réglée.",
        "Ce qui ne se lit pas n’est dans aucun total ; ce qui se devine peut être dans le mauvais.",
        "Demandez à l’expéditeur ce qui est voulu, ou dites dans la mise en page comment le fichier écrit nombres et "
        "jours.",
    ),
}
