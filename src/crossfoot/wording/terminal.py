"""What the commands say in the terminal, in each language."""

from collections.abc import Mapping

ENGLISH = {
    "received": "{files} files: {new} new, {copies} the same bytes under another name, {known} known already.",
    "cells": "{figures} figures and {blanks} blank cells were read; {unplaced} things could not be placed.",
    "unplaced": "Could not be read or placed",
    "name-unknown": "the name '{stated}' is not known",
    "name-near": "Did you mean '{suggestion}'? To accept it: crossfoot receive {folder} --accept '{stated}' CODE",
    "name-remedy": "Give it an alias in campaign.yaml or areas.csv, or leave it aside in the layout.",
    "value-unreadable": "'{stated}' cannot be read as a figure of this data element",
    "value-remedy": "Ask the sender; for decimal commas say decimal_mark in the layout.",
    "period-unreadable": "'{stated}' is no period",
    "period-remedy": "Say the format of its dates in the layout.",
    "file-unreadable": "the file {stated}",
    "file-remedy": "Ask the sender for a CSV, XLSX or ODS file.",
    "layout-unknown": "no layout fits",
    "layout-remedy": "Find one with: crossfoot receive {folder} --propose FILE",
    "text-left-aside": "text beside the table: {stated}",
    "checked": "{campaign} · {returns} returns · {cells} cells · as of {as_of}",
    "outcomes": "{passed} relations hold, {failed} do not, {missing} cannot be told yet, {broken} checks broke.",
    "check": "check",
    "passed": "hold",
    "failed": "do not",
    "missing": "cannot be told",
    "worst": "Worst first",
    "more": "… and {count} more. All of them: crossfoot check {folder} --all    as JSON: --json",
    "nothing": "Nothing is wrong.",
    "error": "error",
    "warning": "warning",
    "information": "information",
    "exempted": "accepted: {why}",
    "briefed": "Briefing no. {number} for {period}: {path}",
    "not_adding": "{errors} findings are errors, {warnings} warnings. All of them: crossfoot check {folder}",
}
FRENCH = {
    "received": "{files} fichiers : {new} nouveaux, {copies} identiques sous un autre nom, {known} déjà connus.",
    "cells": "{figures} chiffres et {blanks} cellules vides lus ; {unplaced} éléments n'ont pas pu être placés.",
    "unplaced": "N'ont pas pu être lus ou placés",
    "name-unknown": "le nom « {stated} » n'est pas connu",
    "name-near": "Est-ce « {suggestion} » ? Pour l'accepter : crossfoot receive {folder} --accept '{stated}' CODE",
    "name-remedy": "Donnez-lui un alias dans campaign.yaml ou areas.csv, ou laissez-le de côté dans la mise en page.",
    "value-unreadable": "« {stated} » ne peut être lu comme un chiffre de cet élément",
    "value-remedy": "Demandez à l'expéditeur ; pour la virgule décimale, indiquez decimal_mark dans la mise en page.",
    "period-unreadable": "« {stated} » n'est pas une période",
    "period-remedy": "Indiquez le format des dates dans la mise en page.",
    "file-unreadable": "le fichier : {stated}",
    "file-remedy": "Demandez à l'expéditeur un fichier CSV, XLSX ou ODS.",
    "layout-unknown": "aucune mise en page ne convient",
    "layout-remedy": "Cherchez-en une avec : crossfoot receive {folder} --propose FICHIER",
    "text-left-aside": "texte à côté du tableau : {stated}",
    "checked": "{campaign} · {returns} rapports · {cells} cellules · au {as_of}",
    "outcomes": "{passed} relations tiennent, {failed} non, {missing} restent ouvertes, {broken} contrôles en panne.",
    "check": "contrôle",
    "passed": "tiennent",
    "failed": "ne tiennent pas",
    "missing": "ouvertes",
    "worst": "Les plus graves d'abord",
    "more": "… et {count} autres. Tous : crossfoot check {folder} --all    en JSON : --json",
    "nothing": "Rien à signaler.",
    "error": "erreur",
    "warning": "avertissement",
    "information": "information",
    "exempted": "accepté : {why}",
    "briefed": "Bulletin n° {number} pour {period} : {path}",
    "not_adding": "{errors} constats sont des erreurs, {warnings} des avertissements. Tous : crossfoot check {folder}",
}
CHINESE = {
    "received": "{files} 个文件：新收 {new} 个，内容相同而名称不同 {copies} 个，早已收到 {known} 个。",
    "cells": "读取数字 {figures} 个、空白单元格 {blanks} 个；{unplaced} 处无法归位。",
    "unplaced": "无法读取或归位",
    "name-unknown": "名称“{stated}”未知",
    "name-near": "是否为“{suggestion}”？若是，请运行：crossfoot receive {folder} --accept '{stated}' 代码",
    "name-remedy": "请在 campaign.yaml 或 areas.csv 中为其添加别名，或在版式中略去。",
    "value-unreadable": "“{stated}”不能读作该数据项的数字",
    "value-remedy": "请询问报送单位；小数逗号请在版式中写明 decimal_mark。",
    "period-unreadable": "“{stated}”不是时期",
    "period-remedy": "请在版式中写明日期格式。",
    "file-unreadable": "文件：{stated}",
    "file-remedy": "请报送单位改送 CSV、XLSX 或 ODS 文件。",
    "layout-unknown": "没有合适的版式",
    "layout-remedy": "可用此命令查找：crossfoot receive {folder} --propose 文件",
    "text-left-aside": "表外文字：{stated}",
    "checked": "{campaign} · 报表 {returns} 份 · 单元格 {cells} 个 · 截至 {as_of}",
    "outcomes": "{passed} 项关系成立，{failed} 项不成立，{missing} 项尚不能判断，{broken} 项检查出错。",
    "check": "检查",
    "passed": "成立",
    "failed": "不成立",
    "missing": "不能判断",
    "worst": "最重要的在前",
    "more": "……另有 {count} 项。全部：crossfoot check {folder} --all    JSON：--json",
    "nothing": "没有问题。",
    "error": "错误",
    "warning": "警告",
    "information": "提示",
    "exempted": "已接受：{why}",
    "briefed": "第 {number} 号简报（{period}）：{path}",
    "not_adding": "其中错误 {errors} 项，警告 {warnings} 项。全部：crossfoot check {folder}",
}
MESSAGES: Mapping[str, Mapping[str, str]] = {"en": ENGLISH, "fr": FRENCH, "zh": CHINESE}
REMEDIES = {
    "name-unknown": "name-remedy",
    "value-unreadable": "value-remedy",
    "period-unreadable": "period-remedy",
    "file-unreadable": "file-remedy",
    "layout-unknown": "layout-remedy",
}


def say(key: str, language: str, **values: object) -> str:
    """Return a message in a language, its whole numbers grouped as that language groups them."""
    shown = {name: grouped(v, language) if isinstance(v, int) else v for name, v in values.items()}
    return MESSAGES[language][key].format(**shown)


def grouped(number: int, language: str) -> str:
    """Return a whole number with its thousands apart: 1,234; in French with a narrow space."""
    text = f"{number:,}"
    return text.replace(",", "\u202f") if language == "fr" else text
