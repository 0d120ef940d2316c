"""What `brief` shows of its work: one screen."""

from collections import Counter

from rich.console import Console
from rich.text import Text

from crossfoot.cli.arguments import print_json
from crossfoot.cli.checking import show_finding
from crossfoot.pipeline.brief import Briefed
from crossfoot.pipeline.check import as_json as finding_as_json
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.telling import Names
from crossfoot.wording.terminal import say


def show(briefed: Briefed, folder: Folder, *, as_json: bool) -> None:
    """Print what came in, what does not add up, and where the briefing is."""
    counts = Counter(one.outcome for one in briefed.taken)
    if as_json:
        print_json(
            {"number": briefed.number.number, "erratum": briefed.number.erratum,
             "period": briefed.period, "path": str(briefed.path), "received": dict(counts),
             "typed": [{"line": one.line, "text": one.text} for one in briefed.typed],
             "outcomes": briefed.counts, "failed": briefed.severities,
             "worst": [finding_as_json(told.finding, told.evidence, told.suggestions) for told in briefed.worst]}
        )  # fmt: skip
        return
    language = folder.campaign.language
    names = Names(folder)
    console = Console(highlight=False)
    console.print(Text(folder.campaign.name, style="bold"))
    received = say("received", language, files=len(briefed.taken), new=counts["new"], copies=counts["copy"],
                   known=counts["known"])  # fmt: skip
    console.print(received)
    console.print(say("outcomes", language, **briefed.counts))
    if briefed.worst:
        console.print(Text(f"\n{say('worst', language)}", style="bold"), end="")
    for one in briefed.worst:
        console.print()
        show_finding(console, one.finding, list(one.evidence)[:1], names, one.suggestions)
    told = {f"{s}s": briefed.severities.get(s, 0) for s in ("error", "warning")}
    console.print()
    console.print(say("not_adding", language, folder=folder.path, **told))
    for number in briefed.typed:
        console.print(say("typed", language, line=number.line, text=number.text), style="yellow")
    line = say("briefed", language, number=briefed.number.label, period=names.period(briefed.period), path=briefed.path)
    console.print(Text(line, style="bold"), soft_wrap=True)
