"""What `accept`, `exempt` and `withdraw` show of what was decided."""

from dataclasses import asdict
from datetime import date, datetime
from decimal import Decimal

import click

from crossfoot.cli.arguments import print_json
from crossfoot.pipeline.accept import Taken
from crossfoot.pipeline.exempt import Exempted
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.telling import Names
from crossfoot.pipeline.withdraw import Withdrawn
from crossfoot.wording.dates import day_name
from crossfoot.wording.terminal import say


def show_taken(taken: Taken, folder: Folder, *, as_json: bool) -> None:
    """Print which figures count with which value now, and how to take it back."""
    if as_json:
        print_json({"key": taken.key, "new": taken.new, "figures": [asdict(entry) for entry in taken.entries]})
        return
    names = Names(folder)
    language = folder.campaign.language
    for entry in taken.entries:
        about = (names.data_element(entry.data_element, entry.disaggregation), names.area(entry.area),
                 names.period(entry.period))  # fmt: skip
        key = "taken" if taken.new else "taken_before"
        day = day_name(datetime.fromisoformat(entry.recorded_at).date(), language)
        value = names.number(Decimal(entry.value))
        click.echo(say(key, language, about=" · ".join(about), value=value, by=entry.by, why=entry.why, day=day))
    click.echo(say("take_back", language, folder=folder.path, key=taken.key))


def show_exempted(exempted: Exempted, folder: Folder, *, as_json: bool) -> None:
    """Print the finding that may stand, and until when."""
    if as_json:
        print_json({**asdict(exempted.entry), "new": exempted.new})
        return
    language = folder.campaign.language
    click.echo(Names(folder).sentence(exempted.finding))
    until = day_name(date.fromisoformat(exempted.entry.until), language)
    key = "exempted_now" if exempted.new else "exempted_before"
    click.echo(say(key, language, until=until, by=exempted.entry.by, why=exempted.entry.why))
    click.echo(say("take_back", language, folder=folder.path, key=f"'{exempted.finding.key}'"))


def show_withdrawn(withdrawn: Withdrawn, folder: Folder) -> None:
    """Print what counts no more, and what stays."""
    name = withdrawn.names[0] if withdrawn.names else withdrawn.key
    told = say(f"withdrawn_{withdrawn.kind}", folder.campaign.language, name=name, key=withdrawn.key[:12])
    click.echo(told)
